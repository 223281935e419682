import type { Figures } from '../../../../shared/domain/statistics/figures.ts';
import type { StatisticsReport } from '../../../../shared/domain/statistics/report.ts';

/** The ways in which a report is parted. */
export const PARTS = ['group', 'hour', 'day', 'counter', 'kind'] as const satisfies readonly Exclude<
  keyof StatisticsReport,
  'total'
>[];
export type PartName = (typeof PARTS)[number];

/** seconds: whole and part; share: 0 to 1. Null is a figure that nobody has. */
export interface Column {
  readonly key: keyof typeof VALUES;
  readonly unit: 'count' | 'seconds' | 'share';
  readonly valueOf: (figures: Figures) => number | null;
}

const VALUES = {
  visitors: { unit: 'count', valueOf: (of: Figures) => of.visitors },
  persons: { unit: 'count', valueOf: (of: Figures) => of.persons },
  helped: { unit: 'count', valueOf: (of: Figures) => of.helped },
  waitMean: { unit: 'seconds', valueOf: (of: Figures) => of.waiting.meanSeconds },
  waitMax: { unit: 'seconds', valueOf: (of: Figures) => of.waiting.maxSeconds },
  withinNorm: { unit: 'share', valueOf: (of: Figures) => of.withinNorm },
  walk: { unit: 'seconds', valueOf: (of: Figures) => of.walking.meanSeconds },
  service: { unit: 'seconds', valueOf: (of: Figures) => of.service.meanSeconds },
  serviceMax: { unit: 'seconds', valueOf: (of: Figures) => of.service.maxSeconds },
  noShows: { unit: 'count', valueOf: (of: Figures) => of.noShows },
  leftAtClose: { unit: 'count', valueOf: (of: Figures) => of.leftAtClose },
  abandoned: { unit: 'count', valueOf: (of: Figures) => of.abandoned },
  cancelled: { unit: 'count', valueOf: (of: Figures) => of.cancelled },
  open: { unit: 'count', valueOf: (of: Figures) => of.open },
} as const;

/** The figures of the table and of the files, in this order. */
export const COLUMNS = (Object.keys(VALUES) as (keyof typeof VALUES)[]).map(
  (key): Column => ({ key, ...VALUES[key] }),
);
