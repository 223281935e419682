import { setImmediate } from 'node:timers/promises';
import type { Period } from '../../../shared/contract/statistics.ts';
import { addDays, amsterdamDay } from '../../../shared/domain/dates.ts';
import { openingAt } from '../../../shared/domain/opening-hours.ts';
import { type Course, coursesOf } from '../../../shared/domain/statistics/course.ts';
import { reportOf } from '../../../shared/domain/statistics/report.ts';
import { ok } from '../../../shared/lib/result.ts';
import type { Appointments } from '../agenda/index.ts';
import { orAway } from '../hall/index.ts';
import type { Handlers } from '../handlers.ts';
import type { Clock, HallEngine } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';

/** The statistics of the hall, computed from its events each time: a rule that is mended holds for all days at once. */
export function statisticsHandlers(deps: {
  readonly config: Config;
  readonly clock: Clock;
  readonly engine: Pick<HallEngine, 'history'>;
  /** The appointments that there were; see Appointments. */
  readonly booked: Appointments['booked'];
}): Handlers<'statistics.report'> {
  const { config, clock, engine } = deps;
  const groups = config.hall.groups.map(({ letter, name, normMinutes, appointmentNormMinutes }) => ({
    letter,
    name,
    normSeconds: normMinutes * 60,
    appointmentNormSeconds: (appointmentNormMinutes ?? normMinutes) * 60,
  }));

  /** Day by day, so that a long period holds up no call of a visitor. */
  async function coursesIn({ from, to }: Period): Promise<Course[]> {
    const courses: Course[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) {
      courses.push(...coursesOf(await engine.history({ from: day, to: day })));
      await setImmediate();
    }
    return courses;
  }

  /**
   * Missed: booked, and nobody was checked in for it, by day and the group that it was for; of a group that is still open
   * nobody can say. Each appointment counts once, however many numbers its visitors got; a check-in that was taken back is
   * none.
   */
  function appointmentsOf(period: Period, courses: readonly Course[]) {
    const now = clock.now();
    const isOver = (day: string, letter: string): boolean => {
      const hours = config.hall.groups.find((group) => group.letter === letter)?.openingHours;
      const opening = openingAt(hours, now);
      return (
        day < amsterdamDay(now) || (day === amsterdamDay(now) && !opening.open && opening.opensAt === null)
      );
    };
    const over = deps.booked(period).filter(({ day, letter }) => isOver(day, letter));
    if (over.length === 0) return null;
    const came = new Map<string, Set<string>>();
    for (const { day, checkedIn } of courses) {
      if (checkedIn === null) continue;
      const key = `${day} ${checkedIn.group}`;
      came.set(key, (came.get(key) ?? new Set()).add(checkedIn.reference));
    }
    // Who was checked in before his appointment left the agenda is not in what was booked.
    const missed = over.map(({ day, letter, count }) =>
      Math.max(0, count - (came.get(`${day} ${letter}`)?.size ?? 0)),
    );
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
    return { booked: sum(over.map(({ count }) => count)), missed: sum(missed) };
  }

  return {
    'statistics.report': {
      kind: 'query',
      run: (period) =>
        orAway(async () => {
          const courses = await coursesIn(period);
          const appointments = appointmentsOf(period, courses);
          return ok({
            at: clock.now().toISOString(),
            groups,
            report: reportOf(courses, groups),
            appointments,
          });
        }),
    },
  };
}
