import { z } from 'zod';
import { StatisticsReport } from '../domain/statistics/report.ts';
import { call, Day, Instant } from './call.ts';
import { GroupLetter } from './hall.ts';

/** The longest period of one report, in days. */
export const LONGEST_PERIOD_DAYS = 366;
const DAY_MS = 86_400_000;

/** From and to a day, both included. */
export const Period = z
  .strictObject({ from: Day, to: Day })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'before from' })
  .refine(({ from, to }) => (Date.parse(to) - Date.parse(from)) / DAY_MS < LONGEST_PERIOD_DAYS, {
    path: ['from'],
    error: `more than ${LONGEST_PERIOD_DAYS} days`,
  });
export type Period = z.infer<typeof Period>;

export const statisticsCalls = {
  /**
   * The figures of the hall of this location in a period, up to now, against the norms of today's configuration. By counter
   * at the most, never by member of staff.
   */
  'statistics.report': call('statistics.report', {
    audience: ['counter'],
    access: 'teamlead',
    input: Period,
    output: z.strictObject({
      at: Instant,
      groups: z.array(
        z.strictObject({
          letter: GroupLetter,
          name: z.string(),
          normSeconds: z.int(),
          appointmentNormSeconds: z.int(),
        }),
      ),
      report: StatisticsReport,
      /** Appointments of groups that have closed, and to how many nobody came; null where no agenda was read. */
      appointments: z.strictObject({ booked: z.int(), missed: z.int() }).nullable(),
    }),
  }),
};
