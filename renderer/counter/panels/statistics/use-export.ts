import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import type { Period } from '../../../../shared/contract/statistics.ts';
import { useCounter } from '../../../state/context.tsx';
import { COLUMNS, PARTS } from './columns.ts';
import { csvOf, type Headings, type Reasons, saveFile, type Sheet, workbookOf } from './export-file.ts';
import { useReasonNames } from './use-reason-names.ts';
import { usePartNames } from './use-part-names.ts';

/** Saves the whole report, all of its parts, as a file named after its period. */
export function useExport({ report, groups }: CallOutput<'statistics.report'>, { from, to }: Period) {
  const { t } = useTranslation('statistics');
  const { notify } = useCounter();
  const nameOf = usePartNames(groups);
  const reasonOf = useReasonNames();
  const name = `waarmee-${from}${from === to ? '' : `-tot-${to}`}`;
  const headings: Headings = {
    part: t('parts'),
    name: t('name'),
    columns: Object.fromEntries(
      COLUMNS.map(({ key, unit }) => {
        const column = t(`column.${key}`);
        return [key, unit === 'count' ? column : t(`inUnit.${unit}`, { column })];
      }),
    ) as Headings['columns'],
  };
  const sheets: Sheet[] = [
    { name: t('total'), rows: [{ name: `${from} – ${to}`, figures: report.total }] },
    ...PARTS.map((part) => ({
      name: t(`part.${part}`),
      // A day stays a day that a spreadsheet can sort.
      rows: report[part].map(({ key, figures }) => ({
        name: part === 'day' ? key : nameOf(part, key),
        figures,
      })),
    })),
  ];
  const reasons: Reasons = {
    name: t('reasons'),
    rows: report.total.noShowReasons.map(({ reason, count }) => ({ name: reasonOf(reason), count })),
  };
  const saved = (file: string) => notify('ok', { text: t('saved', { file }) });
  return {
    saveCsv() {
      const csv = csvOf(sheets, headings, reasons);
      saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
      saved(`${name}.csv`);
    },
    async saveWorkbook() {
      saveFile(await workbookOf(sheets, headings, reasons), `${name}.xlsx`);
      saved(`${name}.xlsx`);
    },
  };
}
