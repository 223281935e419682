import type { z } from 'zod';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock, Ids } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { type HallEvent, NO_ISSUE, type TicketFacts } from './hall-event.ts';
import type { HallStatements } from './hall-statements.ts';
import { foldTicket } from './ticket-fold.ts';

/** The hall's time: within a day it never runs back, whatever the clock of the PC does. */
export interface Moment {
  readonly at: Date;
  readonly day: string;
}

/** A command as it was sent; the same id with other contents is refused. */
export interface Command {
  readonly commandId: string;
  readonly request: string;
}

/** What a rule decided; the journal adds the rest. */
export interface Happening {
  readonly commandId: string;
  readonly kind: HallEvent['kind'];
  readonly ticketId: string;
  readonly day: string;
  readonly counter: number | null;
  readonly staffId: string | null;
  readonly issue?: {
    readonly group: string;
    readonly ordinal: number;
    readonly origin: TicketFacts['origin'];
    readonly appointment: string | null;
    readonly appointmentAt: string | null;
  };
  readonly undoes?: string;
  readonly reason?: HallEvent['reason'];
  readonly wish?: string | null;
}

/** The append-only journal of one hall; all of it inside store transactions. */
export interface HallJournal {
  moment(): Moment;
  /**
   * Carries a command out once and remembers its answer in the same transaction; a repeat gives that answer and does
   * nothing. `work` refuses before it writes; a refusal is not remembered.
   */
  once<T>(command: Command, value: z.ZodType<T>, work: (moment: Moment) => Result<T>): Result<T>;
  /** Adds an event and brings the ticket's row up to date with it. */
  append(happening: Happening, at: Date): TicketFacts;
  revision(): number;
  /** Tells everybody to look again although no ticket changed: a new day began. */
  beginDay(): void;
}

interface JournalDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly location: string;
  readonly sql: HallStatements;
  readonly changed: () => void;
}

/** The journal of the hall at `location`; `changed` is called after the commit of every change. */
export function createJournal({ store, clock, ids, location, sql, changed }: JournalDeps): HallJournal {
  const project = (ticketId: string): TicketFacts => {
    const facts = foldTicket(sql.eventsOf.all({ ticketId }));
    sql.put.run({ ...facts, location });
    return facts;
  };

  const moment = (): Moment => {
    const now = clock.now();
    const day = amsterdamDay(now);
    const last = sql.location.get({ location });
    const at = last === undefined ? now : new Date(last.lastAt);
    return { at: at > now && amsterdamDay(at) === day ? at : now, day };
  };

  return {
    moment,
    once: ({ commandId, request }, value, work) =>
      store.atomically(() => {
        const earlier = sql.answer.get({ commandId });
        if (earlier) {
          if (earlier.request !== request)
            return fail('commandIdReused', { field: 'commandId', detail: 'used for another action' });
          return ok(value.parse(JSON.parse(earlier.answer)));
        }
        const now = moment();
        const answer = work(now);
        if (answer.ok) {
          const at = now.at.toISOString();
          sql.remember.run({ commandId, request, answer: JSON.stringify(answer.value), at });
        }
        return answer;
      }),
    append({ issue, undoes, reason, wish, ...happening }, at) {
      sql.append.run({
        ...happening,
        ...(issue ?? NO_ISSUE),
        wish: wish ?? null,
        undoes: undoes ?? null,
        reason: reason ?? null,
        eventId: ids.ulid(),
        location,
        at: at.toISOString(),
      });
      sql.touch.run({ location, at: at.toISOString() });
      store.afterCommit(changed);
      return project(happening.ticketId);
    },
    beginDay: () =>
      store.atomically(() => {
        sql.touch.run({ location, at: clock.now().toISOString() });
        store.afterCommit(changed);
      }),
    revision: () => sql.location.get({ location })?.revision ?? 0,
  };
}
