import { z } from 'zod';
import type { Course } from './course.ts';

const Seconds = z.number().min(0);

/** Of how many visitors, on average, and at most; null when there are none. Seconds, unrounded. */
const Spread = z.strictObject({
  count: z.int(),
  meanSeconds: Seconds.nullable(),
  maxSeconds: Seconds.nullable(),
});
export type Spread = z.infer<typeof Spread>;

/** The figures of a set of visitors; each is defined at the function that computes it. */
export const Figures = z.strictObject({
  /** Tickets, and who were helped without one: a family with one ticket is one, and two once it is split. */
  visitors: z.int(),
  /** The people behind them: a split only moves them from one ticket to another. */
  persons: z.int(),
  helped: z.int(),
  waiting: Spread,
  /** Of those called: the part, 0 to 1, that was called within the norm; null when nobody was. */
  withinNorm: z.number().min(0).max(1).nullable(),
  walking: Spread,
  service: Spread.extend({ sumSeconds: Seconds }),
  noShows: z.int(),
  noShowReasons: z.array(z.strictObject({ reason: z.string(), count: z.int() })),
  leftAtClose: z.int(),
  abandoned: z.int(),
  cancelled: z.int(),
  open: z.int(),
});
export type Figures = z.infer<typeof Figures>;

/** The norms of a group in seconds, apart for who has an appointment. */
export interface Norm {
  readonly letter: string;
  readonly normSeconds: number;
  readonly appointmentNormSeconds: number;
}

/** The figures of these visitors. The parts at other counters are taken out beforehand, see report.ts. */
export function figuresOf(courses: readonly Course[], norms: readonly Norm[]): Figures {
  const ended = (end: Course['end']): number => courses.filter((course) => course.end === end).length;
  return {
    visitors: courses.length,
    persons: sum(courses.map(({ persons }) => persons)),
    helped: ended('helped'),
    waiting: spread(courses.flatMap(({ waitingSeconds }) => waitingSeconds ?? [])),
    withinNorm: withinNorm(courses, norms),
    walking: spread(courses.flatMap(({ walks }) => walks.map(({ seconds }) => seconds))),
    service: serviceOf(courses),
    noShows: ended('noShow'),
    noShowReasons: reasonsOf(courses.filter(({ end }) => end === 'noShow')),
    leftAtClose: ended('leftAtClose'),
    abandoned: ended('abandoned'),
    cancelled: ended('cancelled'),
    open: ended('open'),
  };
}

/**
 * Within the norm: called not later than the norm of the group after the arrival, or after the appointment when the
 * visitor came before it; exactly at the norm is within. Visitors of a group without a norm do not count.
 */
function withinNorm(courses: readonly Course[], norms: readonly Norm[]): number | null {
  const judged = courses.flatMap(({ dueSeconds, group, isAppointment }) => {
    const norm = norms.find(({ letter }) => letter === group);
    if (norm === undefined || dueSeconds === null) return [];
    return dueSeconds <= (isAppointment ? norm.appointmentNormSeconds : norm.normSeconds);
  });
  return judged.length === 0 ? null : judged.filter(Boolean).length / judged.length;
}

/** Service per visitor, summed over his interruptions; who was not served, or not measured, does not count. */
function serviceOf(courses: readonly Course[]): Figures['service'] {
  const sums = courses
    .filter(({ services, isServiceMeasured }) => isServiceMeasured && services.length > 0)
    .map(({ services }) => sum(services.map(({ seconds }) => seconds)));
  return { ...spread(sums), sumSeconds: sum(sums) };
}

function reasonsOf(courses: readonly Course[]): Figures['noShowReasons'] {
  const byReason = Map.groupBy(courses, ({ reason }) => reason ?? 'unknown');
  return [...byReason]
    .map(([reason, of]) => ({ reason, count: of.length }))
    .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

function spread(values: readonly number[]): Spread {
  if (values.length === 0) return { count: 0, meanSeconds: null, maxSeconds: null };
  const maxSeconds = values.reduce((most, value) => Math.max(most, value), 0);
  return { count: values.length, meanSeconds: sum(values) / values.length, maxSeconds };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
