import { courseOf, type StatisticsTicket } from './statistics/course.ts';
import { runOf } from './statistics/run.ts';

/** A counter where somebody works now. */
export interface OpenCounter {
  readonly counter: number;
  /** Nobody is being helped there. */
  readonly isFree: boolean;
  /** The groups that were helped there today. */
  readonly groups: ReadonlySet<string>;
}

/** How long a visitor of a group was helped, in seconds. */
export interface Service {
  readonly group: string;
  readonly seconds: number;
}

/** A counter at which nothing happened for so long is taken for closed. */
const QUIET_MS = 15 * 60_000;
/** A visit that runs longer was forgotten rather than still going on. */
const LONGEST_VISIT_MS = 90 * 60_000;

/** The counters that are open at `now`, by what happened at them; `tickets`: those of the day. */
export function openCounters(tickets: readonly StatisticsTicket[], now: Date): OpenCounter[] {
  const lastAct = new Map<number, number>();
  const groups = new Map<number, Set<string>>();
  const busy = new Set<number>();
  for (const { events } of tickets) {
    const { serving, last, group } = runOf(events);
    for (const { counter, at } of events) {
      if (counter === null) continue;
      lastAct.set(counter, Math.max(lastAct.get(counter) ?? 0, Date.parse(at)));
      groups.set(counter, (groups.get(counter) ?? new Set()).add(group));
    }
    if (serving && last === null && now.getTime() - Date.parse(serving.at) < LONGEST_VISIT_MS)
      busy.add(serving.counter);
  }
  return [...lastAct].flatMap(([counter, at]) => {
    const isFree = !busy.has(counter);
    if (isFree && now.getTime() - at >= QUIET_MS) return [];
    return [{ counter, isFree, groups: groups.get(counter) ?? new Set() }];
  });
}

/** The services that were measured, each visitor's parts by themselves, in the order of the tickets. */
export function measuredServices(tickets: readonly StatisticsTicket[]): Service[] {
  return tickets
    .map(courseOf)
    .flatMap(({ end, group, isServiceMeasured, services }) =>
      end === 'helped' && isServiceMeasured ? services.map(({ seconds }) => ({ group, seconds })) : [],
    );
}
