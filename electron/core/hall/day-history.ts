import type { StatisticsTicket } from '../../../shared/domain/statistics/course.ts';
import type { HallEvent } from './hall-event.ts';
import { historyOf } from './history.ts';

/** Events of the day with a `seq` above `after`, in the order of `seq`. */
type ReadEvents = (day: string, after: number) => readonly HallEvent[] | Promise<readonly HallEvent[]>;

/** The tickets of one day, as `HallEngine.history` gives them. */
interface DayHistory {
  /** Reads only what it did not read before; another day is read anew. Throws what reading throws, and knows what it knew. */
  of(day: string): Promise<readonly StatisticsTicket[]>;
  /** The next time the whole day is read anew. */
  forget(): void;
}

interface Kept {
  readonly events: readonly HallEvent[];
  readonly ticket: StatisticsTicket;
}

/**
 * Keeps the tickets of a day, so that who looks again and again reads what is new and folds the tickets that changed.
 * `lateMs`: within so many milliseconds an event may still appear below one that was read; 0 where they are committed in
 * the order of `seq`. `count`: milliseconds that nobody sets.
 */
export function createDayHistory(
  read: ReadEvents,
  { lateMs, count = () => performance.now() }: { readonly lateMs: number; readonly count?: () => number },
): DayHistory {
  let known = begin('');

  async function readOn(now: ReturnType<typeof begin>): Promise<readonly StatisticsTicket[]> {
    const asked = count();
    const events = await read(now.day, now.settled);
    const fresh = events.filter(({ seq }) => !now.seqs.has(seq));
    for (const { seq } of fresh) now.seqs.add(seq);
    for (const [ticketId, more] of Map.groupBy(fresh, (event) => event.ticketId)) {
      const all = [...(now.tickets.get(ticketId)?.events ?? []), ...more].toSorted((a, b) => a.seq - b.seq);
      for (const ticket of historyOf(all)) now.tickets.set(ticketId, { events: all, ticket });
    }
    now.last = Math.max(now.last, fresh.at(-1)?.seq ?? 0);
    // What was the last event so long ago has none below it that is still to come.
    if (asked - now.noted.at >= lateMs) {
      now.settled = lateMs === 0 ? now.last : now.noted.last;
      now.noted = { at: asked, last: now.last };
    }
    if (fresh.length > 0)
      now.list = [...now.tickets.values()]
        .toSorted((a, b) => firstOf(a) - firstOf(b))
        .map(({ ticket }) => ticket);
    return now.list;
  }

  let turn: Promise<unknown> = Promise.resolve();
  return {
    of(day) {
      // One after the other: two at once would read the same.
      const mine = turn.then(() => {
        if (known.day !== day) known = begin(day);
        return readOn(known);
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
    forget() {
      known = begin('');
    },
  };
}

const firstOf = ({ events }: Kept): number => events[0]?.seq ?? 0;

function begin(day: string) {
  return {
    day,
    tickets: new Map<string, Kept>(),
    list: [] as readonly StatisticsTicket[],
    seqs: new Set<number>(),
    /** The highest `seq` that was read, and that up to which nothing more comes. */
    last: 0,
    settled: 0,
    /** What `last` was, and when by `count`. */
    noted: { at: -Infinity, last: 0 },
  };
}
