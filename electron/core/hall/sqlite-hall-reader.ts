import type { QueueSnapshot } from '../../../shared/contract/hall.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import type { HallBoard } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import type { Store } from '../store/store.ts';
import { ticketAt } from './at-counter.ts';
import type { Calling, CallingRule } from './calling-rule.ts';
import type { HallJournal, Moment } from './hall-journal.ts';
import { createDayHistory } from './day-history.ts';
import { historyOf } from './history.ts';
import type { TicketFacts } from './hall-event.ts';
import type { HallStatements } from './hall-statements.ts';
import { boardSnapshot, queueSnapshot, RECENT_CALLS, UP_NEXT } from './snapshots.ts';
import { foldTicket } from './ticket-fold.ts';
import { ruleUndo } from './ticket-rules.ts';

interface ReaderDeps {
  readonly store: Store;
  readonly sql: HallStatements;
  readonly journal: HallJournal;
  readonly config: Config;
  readonly rule: CallingRule;
}

/** Enough of a counter's latest events to find the calls that the ratio of a profile looks back on. */
const EVENTS_BACK = 200;

/** Reads the hall for counters and displays; each snapshot from one moment of the file. */
export function createHallReader({ store, sql, journal, config, rule }: ReaderDeps) {
  const location = config.location.id;

  // A deferred transaction only reads: it sees one state and never waits for another counter's commit.
  const consistent = store.db.transaction((read: () => void) => read());
  function atOnce<T>(read: () => T): T {
    if (store.db.inTransaction) return read();
    const answers: T[] = [];
    consistent.deferred(() => void answers.push(read()));
    const [answer] = answers;
    if (answer === undefined) throw new Error('the hall could not be read');
    return answer;
  }

  function undoAt(counter: number, { day, at }: Moment, busy: string | null) {
    const event = sql.lastActionAt.get({ location, day, counter });
    if (!event) return null;
    const events = sql.eventsOf.all({ ticketId: event.ticketId });
    const ruled = ruleUndo(event, events, { now: at, undoSeconds: config.hall.undoSeconds, busy });
    return ruled.ok ? { event, what: ruled.value, ticket: foldTicket(events) } : null;
  }

  /** The first `most` in the order of this counter, and everybody whom it can't call. */
  function order(waiting: readonly TicketFacts[], who: Omit<Calling, 'calls'>, most: number) {
    const day = amsterdamDay(who.now);
    const calls = sql.callsAt.all({ location, day, counter: who.counter, events: EVENTS_BACK }).toReversed();
    return rule(waiting, { ...who, calls }, most);
  }

  const waitingOn = (day: string) => sql.ofDay.all({ location, day, state: 'waiting' });

  const dayHistory = createDayHistory((day, after) => sql.eventsAfter.all({ location, day, after }), {
    lateMs: 0,
  });

  return {
    historyToday: () => dayHistory.of(journal.moment().day),
    /** Whom this counter calls next; null for nobody. */
    next: (who: Omit<Calling, 'calls'>): TicketFacts | null =>
      order(waitingOn(amsterdamDay(who.now)), who, 1).ranked[0]?.ticket ?? null,
    queue: (counter: number): QueueSnapshot =>
      atOnce(() => {
        const moment = journal.moment();
        const { day, at } = moment;
        const current = ticketAt(sql, { location, counter, now: at });
        const waiting = waitingOn(day);
        return queueSnapshot(config, {
          day,
          now: at,
          revision: journal.revision(),
          waiting,
          order: order(waiting, { counter, now: at }, UP_NEXT),
          noShows: sql.ofDay.all({ location, day, state: 'noShow' }),
          held: sql.ofDay.all({ location, day, state: 'held' }),
          current,
          undo: undoAt(counter, moment, current?.ticketId ?? null),
        });
      }),
    history: (days: { readonly from: string; readonly to: string }) =>
      historyOf(sql.eventsOfDays.all({ location, ...days })),
    board: (now: Date): HallBoard =>
      atOnce(() => {
        const day = amsterdamDay(now);
        return boardSnapshot(config, {
          now,
          revision: journal.revision(),
          waiting: waitingOn(day),
          // Also who was called again after midnight; not who is at a counter since yesterday.
          called: sql.called
            .all({ location })
            .filter(({ calledAt }) => calledAt !== null && amsterdamDay(new Date(calledAt)) === day),
          recent: sql.recent.all({ location, day, limit: RECENT_CALLS }),
          closed: sql.ofDay.all({ location, day, state: 'closed' }),
        });
      }),
  };
}
