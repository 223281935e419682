import type { HallEvent, HallEventKind, TicketFacts } from '../hall-event.ts';
import { ROLL_FROM } from '../../../../shared/domain/ticket-number.ts';
import { foldTicket } from '../ticket-fold.ts';
import type { Run } from './hall-database.ts';
import type { Mirrored } from './mirror.ts';

/** An event that is about to happen; the database adds its `seq`. */
export interface NewEvent {
  readonly eventId: string;
  readonly commandId: string;
  readonly kind: HallEventKind;
  readonly ticketId: string;
  readonly day: string;
  readonly counter: number | null;
  readonly staffId: string | null;
  readonly undoes: string | null;
  readonly at: string;
  readonly details: Partial<
    Pick<HallEvent, 'group' | 'ordinal' | 'origin' | 'appointment' | 'appointmentAt' | 'reason' | 'wish'>
  >;
}

/** Told after tickets were put right in place, without an event: everybody reads the hall anew. */
export const HALL_MENDED = 'mended';

/** Where what happens in a hall is told. */
export const hallChannel = (location: string): string => `hall/${location}`;

/** A ticket with the columns that its row has beside the facts. */
export type KeptRow = Mirrored & Pick<TicketFacts, 'day' | 'state' | 'counter'>;

const EVENT = `seq::float8 AS seq, event_id AS "eventId", kind, ticket_id AS "ticketId", day, counter, details ->> 'group' AS "group",
  (details ->> 'ordinal')::int AS ordinal, details ->> 'origin' AS origin,
  details ->> 'appointment' AS appointment, details ->> 'appointmentAt' AS "appointmentAt", details ->> 'reason' AS reason,
  details ->> 'wish' AS wish, undoes, at`;

/** The statements of one hall; each runs on the connection, or inside the transaction, of `run`. */
export function hallRows(location: string) {
  const channel = hallChannel(location);
  const tell = (run: Run, what: string) =>
    run({ name: 'hall_notify', text: 'SELECT pg_notify($1, $2)', values: [channel, what] });
  const rows = {
    /** Whoever else acts at this counter, or repeats this command, waits until the transaction ends. */
    lock: (run: Run, key: string) =>
      run({
        name: 'hall_lock',
        text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))',
        values: [key],
      }),
    async answer(run: Run, commandId: string) {
      const [row] = await run<{ request: string; answer: TicketFacts }>({
        name: 'hall_answer',
        text: 'SELECT request, answer FROM hall_command WHERE command_id = $1',
        values: [commandId],
      });
      return row;
    },
    remember: (run: Run, command: Mirrored & { readonly commandId: string; readonly request: string }) =>
      run({
        name: 'hall_remember',
        text: 'INSERT INTO hall_command (command_id, request, answer, at) VALUES ($1, $2, $3, $4)',
        values: [command.commandId, command.request, JSON.stringify(command.facts), command.at],
      }),
    /** The last of the next `count` numbers, which nobody else gets. */
    async nextNumbers(run: Run, day: string, group: string, count = 1): Promise<number> {
      const [row] = await run<{ last: number }>({
        name: 'hall_next_numbers',
        text: `INSERT INTO hall_number (location, day, group_letter, last) VALUES ($1, $2, $3, $4)
          ON CONFLICT (location, day, group_letter) DO UPDATE SET last = hall_number.last + excluded.last RETURNING last`,
        values: [location, day, group, count],
      });
      if (!row) throw new Error('the number counter gave no number');
      return row.last;
    },
    /** How many numbers of the day a group gave (see daily-maximum.ts); nobody else counts until the transaction ends. */
    async givenOn(run: Run, day: string, group: string): Promise<number> {
      await rows.lock(run, `${location}/given/${group}`);
      const [row] = await run<{ given: number }>({
        name: 'hall_given',
        text: `SELECT count(*)::int AS given FROM hall_ticket WHERE location = $1 AND day = $2
          AND facts ->> 'origin' <> 'walkIn' AND facts ->> 'appointmentAt' IS NULL
          AND CASE WHEN (facts ->> 'ordinal')::int > $4 THEN facts ->> 'group' ELSE coalesce(facts ->> 'letter', facts ->> 'group') END = $3`,
        values: [location, day, group, ROLL_FROM],
      });
      return row?.given ?? 0;
    },
    /** The ticket, kept from everybody else until the transaction ends. */
    async lockTicket(run: Run, ticketId: string): Promise<Mirrored | undefined> {
      const [row] = await run<Mirrored>({
        name: 'hall_lock_ticket',
        text: 'SELECT at, version::float8 AS version, facts FROM hall_ticket WHERE ticket_id = $1 AND location = $2 FOR UPDATE',
        values: [ticketId, location],
      });
      return row;
    },
    async ticket(run: Run, ticketId: string): Promise<TicketFacts | undefined> {
      const [row] = await run<{ facts: TicketFacts }>({
        text: 'SELECT facts FROM hall_ticket WHERE ticket_id = $1 AND location = $2',
        values: [ticketId, location],
      });
      return row?.facts;
    },
    /** The ticket that an appointment has; what `lock` keeps others from is that it gets a second one. */
    async ticketOfAppointment(run: Run, day: string, reference: string): Promise<Mirrored | undefined> {
      const [row] = await run<Mirrored>({
        name: 'hall_ticket_of_appointment',
        text: `SELECT at, version::float8 AS version, facts FROM hall_ticket
          WHERE location = $1 AND day = $2 AND facts ->> 'appointment' = $3 AND state <> 'cancelled' ORDER BY version DESC LIMIT 1`,
        values: [location, day, reference],
      });
      return row;
    },
    async busyAt(run: Run, counter: number, since: string): Promise<string | null> {
      const [row] = await run<{ ticketId: string }>({
        name: 'hall_busy',
        text: `SELECT ticket_id AS "ticketId" FROM hall_ticket WHERE location = $1 AND counter = $2 AND state = 'called'
          AND facts ->> 'firstCalledAt' > $3 ORDER BY version DESC LIMIT 1`,
        values: [location, counter, since],
      });
      return row?.ticketId ?? null;
    },
    async event(
      run: Run,
      eventId: string,
      at: { day: string; counter: number },
    ): Promise<HallEvent | undefined> {
      const [row] = await run<HallEvent>({
        text: `SELECT ${EVENT} FROM hall_event WHERE location = $1 AND day = $2 AND counter = $3 AND event_id = $4`,
        values: [location, at.day, at.counter, eventId],
      });
      return row;
    },
    /** The last action of a counter that was not taken back, with every event of its ticket. */
    async lastAction(
      run: Run,
      at: { day: string; counter: number },
    ): Promise<readonly [HallEvent, readonly HallEvent[]] | null> {
      const rows = await run<HallEvent & { last: string }>({
        name: 'hall_last_action',
        text: `WITH last AS (
            SELECT event_id, ticket_id FROM hall_event AS e WHERE location = $1 AND day = $2 AND counter = $3 AND kind NOT IN ('undone', 'arrived')
            AND NOT EXISTS (SELECT 1 FROM hall_event AS u WHERE u.undoes = e.event_id) ORDER BY seq DESC LIMIT 1)
          SELECT ${EVENT}, (SELECT event_id FROM last) AS last FROM hall_event
          WHERE ticket_id = (SELECT ticket_id FROM last) ORDER BY hall_event.seq`,
        values: [location, at.day, at.counter],
      });
      const action = rows.find(({ eventId, last }) => eventId === last);
      return action ? [action, rows] : null;
    },
    eventsOf: (run: Run, ticketId: string) =>
      run<HallEvent>({
        name: 'hall_events_of',
        text: `SELECT ${EVENT} FROM hall_event WHERE ticket_id = $1 ORDER BY hall_event.seq`,
        values: [ticketId],
      }),
    /** Both days included. */
    eventsOfDays: (run: Run, { from, to }: { readonly from: string; readonly to: string }) =>
      run<HallEvent>({
        name: 'hall_events_of_days',
        text: `SELECT ${EVENT} FROM hall_event WHERE location = $1 AND day BETWEEN $2 AND $3 ORDER BY hall_event.seq`,
        values: [location, from, to],
      }),
    eventsAfter: (run: Run, { day, after }: { readonly day: string; readonly after: number }) =>
      run<HallEvent>({
        name: 'hall_events_after',
        text: `SELECT ${EVENT} FROM hall_event WHERE hall_event.seq > $3 AND location = $1 AND day = $2 ORDER BY hall_event.seq`,
        values: [location, day, after],
      }),
    async eventIds(run: Run, day: string): Promise<readonly string[]> {
      const events = await run<{ eventId: string }>({
        name: 'hall_event_ids',
        text: 'SELECT event_id AS "eventId" FROM hall_event WHERE location = $1 AND day = $2',
        values: [location, day],
      });
      return events.map(({ eventId }) => eventId);
    },
    /** Adds events in this order and nothing else; answers the `seq` of each by its id. */
    async appendAll(run: Run, events: readonly NewEvent[]): Promise<ReadonlyMap<string, number>> {
      const seqs = await run<{ eventId: string; seq: number }>({
        name: 'hall_append_all',
        text: `INSERT INTO hall_event (event_id, command_id, location, day, kind, ticket_id, counter, staff_id, undoes, at, details)
          SELECT event ->> 'eventId', event ->> 'commandId', $1, event ->> 'day', event ->> 'kind', event ->> 'ticketId',
            (event ->> 'counter')::int, event ->> 'staffId', event ->> 'undoes', event ->> 'at', event -> 'details'
          FROM jsonb_array_elements($2) WITH ORDINALITY AS given (event, place) ORDER BY place
          RETURNING event_id AS "eventId", seq::float8 AS seq`,
        values: [location, JSON.stringify(events)],
      });
      return new Map(seqs.map(({ eventId, seq }) => [eventId, seq]));
    },
    /** Adds an event, brings the ticket's row up to date with it, and tells everybody when the transaction ends. */
    async append(run: Run, event: NewEvent): Promise<Mirrored> {
      await run({
        name: 'hall_append',
        text: `INSERT INTO hall_event (event_id, command_id, location, day, kind, ticket_id, counter, staff_id, undoes, at, details)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        values: [
          event.eventId,
          event.commandId,
          location,
          event.day,
          event.kind,
          event.ticketId,
          event.counter,
          event.staffId,
          event.undoes,
          event.at,
          JSON.stringify(event.details),
        ],
      });
      const ticket = await rows.project(run, event.ticketId);
      await tell(run, JSON.stringify(ticket));
      return ticket;
    },
    /** Every day on which anything is kept. */
    async days(run: Run): Promise<readonly string[]> {
      const days = await run<{ day: string }>({
        text: `SELECT day FROM hall_event WHERE location = $1 UNION SELECT day FROM hall_ticket WHERE location = $1 ORDER BY day`,
        values: [location],
      });
      return days.map(({ day }) => day);
    },
    ticketsOfDay: (run: Run, day: string) =>
      run<KeptRow>({
        name: 'hall_tickets_of_day',
        text: `SELECT day, state, counter, at, version::float8 AS version, facts FROM hall_ticket WHERE location = $1 AND day = $2`,
        values: [location, day],
      }),
    /** Who is still in the hall on the tickets of these days. */
    async leftOver(
      run: Run,
      { from, to }: { readonly from: string; readonly to: string },
    ): Promise<readonly TicketFacts[]> {
      const tickets = await run<{ facts: TicketFacts }>({
        name: 'hall_left_over',
        text: `SELECT facts FROM hall_ticket WHERE location = $1 AND day BETWEEN $2 AND $3
          AND state IN ('waiting', 'held', 'called', 'noShow')`,
        values: [location, from, to],
      });
      return tickets.map(({ facts }) => facts).toSorted((a, b) => a.position - b.position);
    },
    /** The last number of each group. */
    async numbers(run: Run, day: string): Promise<ReadonlyMap<string, number>> {
      const numbers = await run<{ group: string; last: number }>({
        name: 'hall_numbers',
        text: 'SELECT group_letter AS "group", last FROM hall_number WHERE location = $1 AND day = $2',
        values: [location, day],
      });
      return new Map(numbers.map(({ group, last }) => [group, last]));
    },
    /** No number up to `last` is given any more; whoever wants the next one waits until the transaction ends. */
    raiseNumber: (run: Run, day: string, group: string, last: number) =>
      run({
        name: 'hall_raise_number',
        text: `INSERT INTO hall_number (location, day, group_letter, last) VALUES ($1, $2, $3, $4)
          ON CONFLICT (location, day, group_letter) DO UPDATE SET last = greatest(hall_number.last, excluded.last)`,
        values: [location, day, group, last],
      }),
    tellMended: (run: Run) => tell(run, HALL_MENDED),
    forgetLeftOver: (run: Run, ticketId: string) =>
      run({
        text: `DELETE FROM hall_ticket WHERE location = $1 AND ticket_id = $2
          AND NOT EXISTS (SELECT 1 FROM hall_event WHERE ticket_id = $2)`,
        values: [location, ticketId],
      }),
    /** Makes the row of a ticket anew from its events. */
    async project(run: Run, ticketId: string): Promise<Mirrored> {
      const events = await rows.eventsOf(run, ticketId);
      const last = events.at(-1);
      if (!last) throw new Error('a ticket without events');
      const ticket = { facts: foldTicket(events), at: last.at, version: last.seq };
      await rows.put(run, ticket);
      return ticket;
    },
    put: (run: Run, { facts, at, version }: Mirrored) =>
      run({
        name: 'hall_put',
        text: `INSERT INTO hall_ticket (ticket_id, location, day, state, counter, version, at, facts) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
          ON CONFLICT (ticket_id) DO UPDATE SET day = excluded.day, state = excluded.state, counter = excluded.counter, version = excluded.version,
            at = excluded.at, facts = excluded.facts`,
        values: [
          facts.ticketId,
          location,
          facts.day,
          facts.state,
          facts.counter,
          version,
          at,
          JSON.stringify(facts),
        ],
      }),
  };
  return rows;
}

export type HallRows = ReturnType<typeof hallRows>;
