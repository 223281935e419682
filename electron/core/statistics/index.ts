import { setImmediate } from 'node:timers/promises';
import type { Period } from '../../../shared/contract/statistics.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { type Course, courseOf } from '../../../shared/domain/statistics/course.ts';
import { reportOf } from '../../../shared/domain/statistics/report.ts';
import { ok } from '../../../shared/lib/result.ts';
import { orAway } from '../hall/index.ts';
import type { Handlers } from '../handlers.ts';
import type { Clock, HallEngine } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';

/** The statistics of the hall, computed from its events each time: a rule that is mended holds for all days at once. */
export function statisticsHandlers(deps: {
  readonly config: Config;
  readonly clock: Clock;
  readonly engine: Pick<HallEngine, 'history'>;
}): Handlers<'statistics.report'> {
  const { config, clock, engine } = deps;
  const groups = config.hall.groups.map(({ letter, name, normMinutes, appointmentNormMinutes }) => ({
    letter,
    name,
    normSeconds: normMinutes * 60,
    appointmentNormSeconds: (appointmentNormMinutes ?? normMinutes) * 60,
  }));

  /** Day by day, so that a long period holds up no call of a visitor. */
  async function coursesOf({ from, to }: Period): Promise<Course[]> {
    const courses: Course[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const tickets = await engine.history({ from: day, to: day });
      for (const ticket of tickets) courses.push(courseOf(ticket));
      await setImmediate();
    }
    return courses;
  }

  return {
    'statistics.report': {
      kind: 'query',
      run: (period) =>
        orAway(async () => {
          const courses = await coursesOf(period);
          return ok({ at: clock.now().toISOString(), groups, report: reportOf(courses, groups) });
        }),
    },
  };
}
