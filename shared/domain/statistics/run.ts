import { assertNever } from '../../lib/assert-never.ts';
import type { CounterTime, StatisticsEvent } from './course.ts';

/** A moment at a counter. */
interface Since {
  readonly at: string;
  readonly counter: number;
}

/** What the events of a ticket add up to. */
export interface Run {
  readonly arrivedAt: string;
  readonly group: string;
  readonly firstGroup: string | null;
  readonly firstCounter: number | null;
  readonly lastCounter: number | null;
  readonly firstCalledAt: string | null;
  /** The call that nobody has come to yet. */
  readonly called: Since | null;
  /** The service that runs; from the call, until the arrival is recorded. */
  readonly serving: Since | null;
  readonly walks: readonly CounterTime[];
  readonly services: readonly CounterTime[];
  readonly isServiceMeasured: boolean;
  /** The visitor was at a counter when the ticket was closed. */
  readonly isAtCounter: boolean;
  /** The last event that ends a ticket; null while it goes on. */
  readonly last: 'noShow' | 'finished' | 'cancelled' | 'closed' | null;
  readonly reason: string | null;
}

/** Goes through the events of a ticket, oldest first, without those that were undone. */
export function runOf(events: readonly StatisticsEvent[]): Run {
  const undone = new Set(events.map(({ undoes }) => undoes));
  const counted = events.filter(({ kind, eventId }) => kind !== 'undone' && !undone.has(eventId));
  const [first] = counted;
  if (first === undefined || first.group === null) throw new Error('a ticket without an arrival in a group');
  return counted.reduce(afterEvent, {
    arrivedAt: first.at,
    group: first.group,
    firstGroup: null,
    firstCounter: null,
    lastCounter: null,
    firstCalledAt: null,
    called: null,
    serving: null,
    walks: [],
    services: [],
    isServiceMeasured: true,
    isAtCounter: false,
    last: null,
    reason: null,
  });
}

function afterEvent(run: Run, { kind, at, counter, group, reason }: StatisticsEvent): Run {
  switch (kind) {
    case 'issued':
    case 'recalled':
      return run;
    case 'changed':
      return { ...run, group: group ?? run.group };
    case 'walkIn':
    case 'resumed':
      return atCounter(run, at, counter);
    case 'called':
      return {
        ...atCounter(run, at, counter),
        firstCalledAt: run.firstCalledAt ?? at,
        called: counter === null ? null : { at, counter },
      };
    case 'arrived':
      return run.called === null ? run : arrived(run, run.called, at);
    case 'held':
    case 'putBack':
    case 'transferred':
      return { ...served(run, at), group: group ?? run.group };
    case 'noShow':
      // Nobody came: what ran since the call was no service.
      return { ...run, serving: run.called === null ? run.serving : null, called: null, last: kind, reason };
    case 'finished':
    case 'cancelled':
      return { ...served(run, at), last: kind, reason };
    case 'closed':
      return closed(run, reason);
    case 'undone':
      throw new Error('an undo is left out before');
    default:
      return assertNever(kind);
  }
}

function atCounter(run: Run, at: string, counter: number | null): Run {
  return {
    ...run,
    firstGroup: run.firstGroup ?? run.group,
    firstCounter: run.firstCounter ?? counter,
    lastCounter: counter ?? run.lastCounter,
    serving: counter === null ? null : { at, counter },
    last: null,
    reason: null,
  };
}

function arrived(run: Run, called: Since, at: string): Run {
  const walk = { counter: called.counter, seconds: secondsBetween(called.at, at) };
  return { ...run, walks: [...run.walks, walk], serving: { at, counter: called.counter }, called: null };
}

function served(run: Run, at: string): Run {
  if (run.serving === null) return { ...run, called: null };
  const service = { counter: run.serving.counter, seconds: secondsBetween(run.serving.at, at) };
  return { ...run, services: [...run.services, service], serving: null, called: null };
}

/** A no-show stays one; of who is at a counter, nobody knows when the service ended. */
function closed(run: Run, reason: string | null): Run {
  if (run.last !== null) return run;
  const isAtCounter = run.serving !== null;
  return {
    ...run,
    serving: null,
    called: null,
    isAtCounter,
    isServiceMeasured: !isAtCounter,
    last: 'closed',
    reason,
  };
}

/** Seconds from one instant to a later one; never negative, also when a clock was put back. */
export function secondsBetween(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
}
