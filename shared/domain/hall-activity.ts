import { remembered } from '../lib/remembered.ts';
import { courseOf, type StatisticsTicket } from './statistics/course.ts';
import { runOf } from './statistics/run.ts';

/** What happened at a counter today. Times are UTC, ISO 8601. */
export interface CounterActivity {
  readonly counter: number;
  readonly lastActAt: string;
  /** Since when a visitor is helped there; null: nobody is. */
  readonly helpingSince: string | null;
  /** The groups that were helped there. */
  readonly groups: ReadonlySet<string>;
}

/** A counter where somebody works now. */
export interface OpenCounter {
  readonly counter: number;
  readonly isFree: boolean;
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

/** Who looks every few seconds sees most tickets as they were: as the same objects. */
const runOfTicket = remembered(({ events }: StatisticsTicket) => runOf(events));

/** The counters at which something happened in these tickets of one day. */
export function counterActivity(tickets: readonly StatisticsTicket[]): CounterActivity[] {
  const lastAct = new Map<number, string>();
  const groups = new Map<number, Set<string>>();
  const helping = new Map<number, string>();
  for (const ticket of tickets) {
    const { serving, last, group } = runOfTicket(ticket);
    for (const { counter, at } of ticket.events) {
      if (counter === null) continue;
      if (at > (lastAct.get(counter) ?? '')) lastAct.set(counter, at);
      groups.set(counter, (groups.get(counter) ?? new Set()).add(group));
    }
    if (serving && last === null) helping.set(serving.counter, serving.at);
  }
  return [...lastAct].map(([counter, lastActAt]) => ({
    counter,
    lastActAt,
    helpingSince: helping.get(counter) ?? null,
    groups: groups.get(counter) ?? new Set(),
  }));
}

/** Whether a counter at which nobody is helped counts as closed. */
export function isQuiet({ lastActAt }: Pick<CounterActivity, 'lastActAt'>, now: Date): boolean {
  return now.getTime() - Date.parse(lastActAt) >= QUIET_MS;
}

/** The counters that are open at `now`, by what happened at them; `tickets`: those of the day. */
export function openCounters(tickets: readonly StatisticsTicket[], now: Date): OpenCounter[] {
  return counterActivity(tickets).flatMap((at) => {
    const { helpingSince, counter, groups } = at;
    const isFree = helpingSince === null || now.getTime() - Date.parse(helpingSince) >= LONGEST_VISIT_MS;
    return isFree && isQuiet(at, now) ? [] : [{ counter, isFree, groups }];
  });
}

/**
 * The services that were measured, each visitor's parts by themselves, in the order of the tickets. From the call, whether
 * or not the arrival is known: the counter is taken while its visitor walks.
 */
export function measuredServices(tickets: readonly StatisticsTicket[]): Service[] {
  return tickets.flatMap(servicesOf);
}

const servicesOf = remembered((ticket: StatisticsTicket): readonly Service[] => {
  const events = ticket.events.filter(({ kind }) => kind !== 'arrived');
  const { end, group, isServiceMeasured, services } = courseOf({ ...ticket, events });
  return end === 'helped' && isServiceMeasured ? services.map(({ seconds }) => ({ group, seconds })) : [];
});
