import type { BoardSnapshot, QueueSnapshot } from '../../../shared/contract/hall.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import type { Config } from '../settings/config-schema.ts';
import type { Store } from '../store/store.ts';
import { ticketAt } from './at-counter.ts';
import type { HallJournal, Moment } from './hall-journal.ts';
import type { HallStatements } from './hall-statements.ts';
import { boardSnapshot, queueSnapshot, RECENT_CALLS } from './snapshots.ts';
import { foldTicket } from './ticket-fold.ts';
import { ruleUndo } from './ticket-rules.ts';

interface ReaderDeps {
  readonly store: Store;
  readonly sql: HallStatements;
  readonly journal: HallJournal;
  readonly config: Config;
}

/** Reads the hall for counters and displays; each snapshot from one moment of the file. */
export function createHallReader({ store, sql, journal, config }: ReaderDeps) {
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

  return {
    queue: (counter: number): QueueSnapshot =>
      atOnce(() => {
        const moment = journal.moment();
        const { day, at } = moment;
        const current = ticketAt(sql, { location, counter, now: at });
        return queueSnapshot(config, {
          day,
          now: at,
          revision: journal.revision(),
          waiting: sql.ofDay.all({ location, day, state: 'waiting' }),
          noShows: sql.ofDay.all({ location, day, state: 'noShow' }),
          current,
          undo: undoAt(counter, moment, current?.ticketId ?? null),
        });
      }),
    board: (now: Date): BoardSnapshot =>
      atOnce(() => {
        const day = amsterdamDay(now);
        return boardSnapshot(config, {
          now,
          revision: journal.revision(),
          waiting: sql.ofDay.all({ location, day, state: 'waiting' }),
          // Also who was called again after midnight; not who is at a counter since yesterday.
          called: sql.called
            .all({ location })
            .filter(({ calledAt }) => calledAt !== null && amsterdamDay(new Date(calledAt)) === day),
          recent: sql.recent.all({ location, day, limit: RECENT_CALLS }),
        });
      }),
  };
}
