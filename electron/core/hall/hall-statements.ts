import type { Database } from 'better-sqlite3';
import type { HallEvent, TicketFacts } from './hall-event.ts';

type NewEvent = Omit<HallEvent, 'seq'> & {
  readonly commandId: string;
  readonly location: string;
  readonly staffId: string | null;
};

const EVENT = `seq, event_id AS eventId, kind, ticket_id AS ticketId, day, counter, group_letter AS "group", ordinal, origin,
  appointment, appointment_at AS appointmentAt, reason, wish, undoes, at`;
const TICKET = `ticket_id AS ticketId, day, group_letter AS letter, coalesce(wish ->> '$.group', group_letter) AS "group", wish, ordinal, origin,
  appointment, appointment_at AS appointmentAt, position, state, counter,
  issued_at AS issuedAt, first_called_at AS firstCalledAt, times_called AS timesCalled, call_id AS callId, call_seq AS callSeq,
  called_at AS calledAt, arrived_at AS arrivedAt, last_event_id AS lastEventId, last_seq AS lastSeq`;

type Here = { readonly location: string; readonly day: string };

/** The hall's statements, prepared once; every value is bound. */
export function prepareHall(db: Database) {
  return {
    location: db.prepare<{ location: string }, { revision: number; lastAt: string }>(
      'SELECT revision, last_at AS lastAt FROM hall_location WHERE location = @location',
    ),
    touch: db.prepare<{ location: string; at: string }>(
      `INSERT INTO hall_location (location, revision, last_at) VALUES (@location, 1, @at)
       ON CONFLICT (location) DO UPDATE SET revision = revision + 1, last_at = excluded.last_at`,
    ),
    nextNumber: db.prepare<Here & { group: string }, { last: number }>(
      `INSERT INTO hall_number (location, day, group_letter, last) VALUES (@location, @day, @group, 1)
       ON CONFLICT (location, day, group_letter) DO UPDATE SET last = last + 1 RETURNING last`,
    ),
    append: db.prepare<NewEvent>(
      `INSERT INTO hall_event (event_id, command_id, location, day, kind, ticket_id, counter, staff_id, group_letter, ordinal, origin,
         appointment, appointment_at, reason, wish, undoes, at)
       VALUES (@eventId, @commandId, @location, @day, @kind, @ticketId, @counter, @staffId, @group, @ordinal, @origin,
         @appointment, @appointmentAt, @reason, @wish, @undoes, @at)`,
    ),
    event: db.prepare<{ location: string; eventId: string }, HallEvent>(
      `SELECT ${EVENT} FROM hall_event WHERE location = @location AND event_id = @eventId`,
    ),
    eventsOf: db.prepare<{ ticketId: string }, HallEvent>(
      `SELECT ${EVENT} FROM hall_event WHERE ticket_id = @ticketId ORDER BY seq`,
    ),
    eventsOfDays: db.prepare<{ location: string; from: string; to: string }, HallEvent>(
      `SELECT ${EVENT} FROM hall_event WHERE location = @location AND day BETWEEN @from AND @to ORDER BY seq`,
    ),
    /** By way of the latest events: the day has many more. */
    eventsAfter: db.prepare<Here & { after: number }, HallEvent>(
      `SELECT ${EVENT} FROM hall_event WHERE seq > @after AND +location = @location AND +day = @day ORDER BY seq`,
    ),
    lastActionAt: db.prepare<Here & { counter: number }, HallEvent>(
      `SELECT ${EVENT} FROM hall_event AS e WHERE location = @location AND day = @day AND counter = @counter AND kind NOT IN ('undone', 'arrived')
       AND NOT EXISTS (SELECT 1 FROM hall_event AS u WHERE u.undoes = e.event_id) ORDER BY seq DESC LIMIT 1`,
    ),
    /** Every day on which anything is kept. */
    days: db.prepare<{ location: string }, { day: string }>(
      `SELECT day FROM hall_event WHERE location = @location UNION SELECT day FROM hall_ticket WHERE location = @location
       ORDER BY day`,
    ),
    allOfDay: db.prepare<Here, TicketFacts>(
      `SELECT ${TICKET} FROM hall_ticket WHERE location = @location AND day = @day ORDER BY position`,
    ),
    numbers: db.prepare<Here, { group: string; last: number }>(
      'SELECT group_letter AS "group", last FROM hall_number WHERE location = @location AND day = @day',
    ),
    raiseNumber: db.prepare<Here & { group: string; last: number }>(
      `INSERT INTO hall_number (location, day, group_letter, last) VALUES (@location, @day, @group, @last)
       ON CONFLICT (location, day, group_letter) DO UPDATE SET last = max(last, excluded.last)`,
    ),
    forget: db.prepare<{ location: string; ticketId: string }>(
      'DELETE FROM hall_ticket WHERE location = @location AND ticket_id = @ticketId',
    ),
    forgetLeftOver: db.prepare<{ location: string; ticketId: string }>(
      `DELETE FROM hall_ticket WHERE location = @location AND ticket_id = @ticketId
       AND NOT EXISTS (SELECT 1 FROM hall_event WHERE ticket_id = @ticketId)`,
    ),
    /** For who takes the hall elsewhere: the events of a day with all that is kept of each. */
    wholeEvents: db.prepare<Here, HallEvent & { commandId: string; staffId: string | null }>(
      `SELECT ${EVENT}, command_id AS commandId, staff_id AS staffId FROM hall_event
       WHERE location = @location AND day = @day ORDER BY seq`,
    ),
    put: db.prepare<TicketFacts & { readonly location: string }>(
      `INSERT INTO hall_ticket (ticket_id, location, day, group_letter, ordinal, origin, appointment, appointment_at, wish, position, state, counter, issued_at,
         first_called_at, times_called, call_id, call_seq, called_at, arrived_at, last_event_id, last_seq)
       VALUES (@ticketId, @location, @day, @letter, @ordinal, @origin, @appointment, @appointmentAt, @wish, @position, @state, @counter, @issuedAt,
         @firstCalledAt, @timesCalled, @callId, @callSeq, @calledAt, @arrivedAt, @lastEventId, @lastSeq)
       ON CONFLICT (ticket_id) DO UPDATE SET wish = excluded.wish, position = excluded.position, state = excluded.state, counter = excluded.counter, first_called_at = excluded.first_called_at,
         times_called = excluded.times_called, call_id = excluded.call_id, call_seq = excluded.call_seq, called_at = excluded.called_at, arrived_at = excluded.arrived_at,
         last_event_id = excluded.last_event_id, last_seq = excluded.last_seq`,
    ),
    ticket: db.prepare<{ location: string; ticketId: string }, TicketFacts>(
      `SELECT ${TICKET} FROM hall_ticket WHERE location = @location AND ticket_id = @ticketId`,
    ),
    /** Who is at a counter, whatever the day of the ticket: a visit may run past midnight. */
    calledAt: db.prepare<{ location: string; counter: number; since: string }, TicketFacts>(
      `SELECT ${TICKET} FROM hall_ticket WHERE location = @location AND counter = @counter AND state = 'called'
       AND first_called_at > @since ORDER BY last_seq DESC LIMIT 1`,
    ),
    called: db.prepare<{ location: string }, TicketFacts>(
      `SELECT ${TICKET} FROM hall_ticket WHERE location = @location AND state = 'called' ORDER BY position`,
    ),
    ofDay: db.prepare<Here & { state: TicketFacts['state'] }, TicketFacts>(
      `SELECT ${TICKET} FROM hall_ticket WHERE location = @location AND day = @day AND state = @state ORDER BY position`,
    ),
    /** The tickets of the day that were last called at a counter, newest call first; by way of its latest events. */
    callsAt: db.prepare<Here & { counter: number; events: number }, TicketFacts>(
      `SELECT ${TICKET} FROM hall_ticket WHERE counter = @counter AND call_seq > 0 AND ticket_id IN
         (SELECT ticket_id FROM hall_event WHERE location = @location AND day = @day AND counter = @counter ORDER BY seq DESC LIMIT @events)
       ORDER BY call_seq DESC`,
    ),
    /** Who is still in the hall on the tickets of these days. */
    leftOver: db.prepare<{ location: string; from: string; to: string }, TicketFacts>(
      `SELECT ${TICKET} FROM hall_ticket WHERE location = @location AND day BETWEEN @from AND @to
       AND state IN ('waiting', 'held', 'called', 'noShow') ORDER BY position`,
    ),
    /** The tickets of who has an appointment on this day. */
    checkedIn: db.prepare<Here, TicketFacts & { readonly appointment: string }>(
      `SELECT ${TICKET} FROM hall_ticket WHERE location = @location AND day = @day AND appointment IS NOT NULL
       AND state <> 'cancelled'`,
    ),
    recent: db.prepare<Here & { limit: number }, TicketFacts>(
      `SELECT ${TICKET} FROM hall_ticket WHERE location = @location AND day = @day AND state IN ('noShow', 'finished') AND call_seq > 0
       ORDER BY call_seq DESC LIMIT @limit`,
    ),
    answer: db.prepare<{ commandId: string }, { request: string; answer: string }>(
      'SELECT request, answer FROM hall_command WHERE command_id = @commandId',
    ),
    remember: db.prepare<{ commandId: string; request: string; answer: string; at: string }>(
      'INSERT INTO hall_command (command_id, request, answer, at) VALUES (@commandId, @request, @answer, @at)',
    ),
  };
}

export type HallStatements = ReturnType<typeof prepareHall>;
