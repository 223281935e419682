import { FileSpreadsheet, FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { Period } from '../../../../shared/contract/statistics.ts';
import { Button } from '../../../components/button.tsx';
import { Empty } from '../../../components/card.tsx';
import { SelectField } from '../../../components/choices.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { TextField } from '../../../components/fields.tsx';
import { useCounter } from '../../../state/context.tsx';
import { COLUMNS, PARTS, type PartName } from './columns.ts';
import { FiguresTable, formatFigure } from './figures-table.tsx';
import { periodOf, PRESETS } from './period.ts';
import { useExport } from './use-export.ts';
import { usePartNames } from './use-part-names.ts';
import { useReasonNames } from './use-reason-names.ts';
import { useReport } from './use-report.ts';

/** The figures of the hall for the team lead: a period, its parts, and the files. Never by member of staff. */
export function StatisticsPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('statistics');
  const { now } = useCounter();
  const [typed, setTyped] = useState(() => periodOf('today', now()));
  const [asked, setAsked] = useState(typed);
  const [part, setPart] = useState<PartName>('group');
  const report = useReport(asked);
  const change = (period: Period) => {
    setTyped(period);
    if (Period.safeParse(period).success) setAsked(period);
  };
  const preset = PRESETS.find((one) => {
    const { from, to } = periodOf(one, now());
    return from === typed.from && to === typed.to;
  });
  const isWrong = !Period.safeParse(typed).success;
  // Figures of another period than the one that stands there would be taken for its own.
  const state = isWrong ? undefined : report;
  return (
    <Dialog
      title={t('title')}
      size="table"
      onClose={onClose}
      footer={state?.kind === 'there' && <Exports answer={state.value} period={asked} />}
    >
      <div className="w-stack">
        <div className="w-period">
          <SelectField
            label={t('period')}
            options={PRESETS.map((value) => ({ value, label: t(`preset.${value}`) }))}
            value={preset ?? null}
            placeholder={t('own')}
            onChange={(one) => change(periodOf(one, now()))}
          />
          <TextField
            label={t('from')}
            type="date"
            value={typed.from}
            onChange={(from) => change({ ...typed, from })}
          />
          <TextField
            label={t('to')}
            type="date"
            value={typed.to}
            error={isWrong ? t('wrongPeriod') : undefined}
            onChange={(to) => change({ ...typed, to })}
          />
          <SelectField
            label={t('parts')}
            options={PARTS.map((value) => ({ value, label: t(`part.${value}`) }))}
            value={part}
            onChange={setPart}
          />
        </div>
        {state?.kind === 'loading' && <p role="status">{t('loading')}</p>}
        {state?.kind === 'failed' && <ErrorMessage error={state.error} />}
        {state?.kind === 'there' && <Report answer={state.value} part={part} />}
      </div>
    </Dialog>
  );
}

/** One row of tiles; the table below has all of them. */
const HIGHLIGHTS = (
  ['visitors', 'persons', 'waitMean', 'waitMax', 'withinNorm', 'service', 'noShows', 'leftAtClose'] as const
).flatMap((name) => COLUMNS.filter(({ key }) => key === name));

function Report({
  answer: { report, groups, appointments },
  part,
}: {
  readonly answer: CallOutput<'statistics.report'>;
  readonly part: PartName;
}) {
  const { t } = useTranslation('statistics');
  const nameOf = usePartNames(groups);
  const reasonOf = useReasonNames();
  const normOf = (key: string): string => {
    const group = groups.find(({ letter }) => letter === key);
    if (part !== 'group' || !group) return '';
    return ` (${t('norm', { minutes: Math.round(group.normSeconds / 60) })})`;
  };
  const booked = appointments && <p>{t('appointments', appointments)}</p>;
  if (report.total.visitors === 0)
    return (
      <>
        <Empty>{t('nobody')}</Empty>
        {booked}
      </>
    );
  return (
    <>
      <dl className="w-highlights">
        {HIGHLIGHTS.map(({ key, unit, valueOf }) => (
          <div key={key}>
            <dt>{t(`column.${key}`)}</dt>
            <dd>{formatFigure(unit, valueOf(report.total))}</dd>
          </div>
        ))}
      </dl>
      {report.total.noShowReasons.length > 0 && (
        <p>
          {t('reasons')}:{' '}
          {report.total.noShowReasons.map(({ reason, count }) => `${reasonOf(reason)} (${count})`).join(', ')}
          .
        </p>
      )}
      {booked}
      <FiguresTable
        caption={t('caption', { part: t(`part.${part}`) })}
        firstColumn={t(`firstColumn.${part}`)}
        rows={report[part]}
        total={report.total}
        nameOf={(key) => `${nameOf(part, key)}${normOf(key)}`}
      />
      <details className="w-small">
        <summary>{t('meaning.title')}</summary>
        <ul className="w-meanings">
          {(['times', 'visits', 'wait', 'norm', 'walk', 'service', 'ends', 'staff'] as const).map((one) => (
            <li key={one}>{t(`meaning.${one}`)}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Exports(props: { readonly answer: CallOutput<'statistics.report'>; readonly period: Period }) {
  const { t } = useTranslation('statistics');
  const { saveCsv, saveWorkbook } = useExport(props.answer, props.period);
  return (
    <>
      <Button icon={FileText} onPress={saveCsv}>
        {t('csv')}
      </Button>
      <Button icon={FileSpreadsheet} onPress={() => void saveWorkbook()}>
        {t('xlsx')}
      </Button>
    </>
  );
}
