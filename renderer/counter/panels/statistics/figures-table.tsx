import { useTranslation } from 'react-i18next';
import type { Figures } from '../../../../shared/domain/statistics/figures.ts';
import type { StatisticsReport } from '../../../../shared/domain/statistics/report.ts';
import { COLUMNS, type Column } from './columns.ts';

export interface FiguresTableProps {
  readonly caption: string;
  readonly firstColumn: string;
  readonly rows: StatisticsReport['day'];
  readonly total: Figures;
  readonly nameOf: (key: string) => string;
}

/** The figures of the parts below one another, with those of everybody at the foot. */
export function FiguresTable({ caption, firstColumn, rows, total, nameOf }: FiguresTableProps) {
  const { t } = useTranslation('statistics');
  return (
    // A table that scrolls must be reachable by key.
    <div className="w-figures" role="region" aria-label={caption} tabIndex={0}>
      <table className="w-table">
        <caption className="w-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{firstColumn}</th>
            {COLUMNS.map(({ key }) => (
              <th key={key} scope="col">
                {t(`column.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, figures }) => (
            <FiguresRow key={key} name={nameOf(key)} figures={figures} />
          ))}
        </tbody>
        <tfoot>
          <FiguresRow name={t('total')} figures={total} />
        </tfoot>
      </table>
    </div>
  );
}

function FiguresRow({ name, figures }: { readonly name: string; readonly figures: Figures }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {COLUMNS.map(({ key, unit, valueOf }) => (
        <td key={key}>{formatFigure(unit, valueOf(figures))}</td>
      ))}
    </tr>
  );
}

/** A figure as people read it: 12, 6:05 (minutes and seconds) or 75%; a dash where there is none. */
export function formatFigure(unit: Column['unit'], value: number | null): string {
  if (value === null) return '–';
  switch (unit) {
    case 'count':
      return String(value);
    case 'share':
      return `${Math.round(value * 100)}%`;
    default: {
      const seconds = Math.round(value);
      return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    }
  }
}
