import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { HallEvent, TicketFacts } from './hall-event.ts';
import { wishOf } from './wish.ts';

/**
 * The state of one ticket from all its events, oldest first. An event that was undone does not count, nor does the undo
 * itself: afterwards the ticket is exactly as it was before, with the same place, wait and call.
 * Throws when the events do not begin with the issue of the ticket.
 */
export function foldTicket(events: readonly HallEvent[]): TicketFacts {
  const undone = new Set(events.map((event) => event.undoes));
  const [first, ...later] = events.filter((event) => event.kind !== 'undone' && !undone.has(event.eventId));
  if (first === undefined) throw new Error('a ticket without events');
  return later.reduce(applyEvent, begin(first));
}

function begin(event: HallEvent): TicketFacts {
  if (event.group === null || event.ordinal === null || event.origin === null)
    throw new Error(`the events of ticket ${event.ticketId} do not begin with its issue`);
  const walkIn = event.kind === 'walkIn';
  const { cameWith } = wishOf(event);
  return {
    ticketId: event.ticketId,
    day: event.day,
    letter: event.group,
    group: event.group,
    wish: event.wish,
    ordinal: event.ordinal,
    origin: event.origin,
    // A row of before there were appointments has neither.
    appointment: event.appointment ?? null,
    appointmentAt: event.appointmentAt ?? null,
    position: cameWith?.position ?? event.seq,
    state: walkIn ? 'called' : 'waiting',
    counter: walkIn ? event.counter : null,
    issuedAt: cameWith?.issuedAt ?? event.at,
    firstCalledAt: walkIn ? event.at : null,
    timesCalled: 0,
    callId: null,
    callSeq: 0,
    calledAt: null,
    arrivedAt: null,
    lastEventId: event.eventId,
    lastSeq: event.seq,
  };
}

/** The state of a ticket after one more event that is no undo. */
export function applyEvent(before: TicketFacts, event: HallEvent): TicketFacts {
  const facts = { ...before, lastEventId: event.eventId, lastSeq: event.seq };
  switch (event.kind) {
    case 'called':
      return { ...calledBy(before, event), arrivedAt: null };
    case 'recalled':
      return calledBy(before, event);
    case 'arrived':
      // The call can be taken back as before: whoever was seen was the wrong one.
      return { ...before, lastSeq: event.seq, ...(before.state === 'called' && { arrivedAt: event.at }) };
    case 'noShow':
      return { ...facts, state: 'noShow' };
    case 'closed':
      return { ...facts, state: 'closed' };
    case 'cancelled':
      return { ...facts, state: 'cancelled' };
    case 'putBack': {
      const back = { ...facts, state: 'waiting', counter: null } as const;
      if (!event.wish) return back;
      const position = wishOf(event).place === 'end' ? event.seq : before.position;
      return { ...back, wish: event.wish, position };
    }
    case 'changed':
      return { ...facts, wish: event.wish };
    case 'held':
      return { ...facts, state: 'held', wish: event.wish };
    case 'resumed':
      return { ...facts, state: 'called', counter: event.counter, wish: event.wish };
    case 'transferred': {
      const { group, place } = wishOf(event);
      return {
        ...facts,
        state: 'waiting',
        counter: null,
        wish: event.wish,
        group: group ?? before.letter ?? before.group,
        position: place === 'end' ? event.seq : before.position,
      };
    }
    case 'finished':
      return { ...facts, state: 'finished', counter: event.counter ?? before.counter };
    case 'issued':
    case 'walkIn':
    case 'undone':
      throw new Error(`ticket ${event.ticketId} has "${event.kind}" after its issue`);
    default:
      return assertNever(event.kind);
  }
}

function calledBy(before: TicketFacts, event: HallEvent): TicketFacts {
  return {
    ...before,
    state: 'called',
    counter: event.counter,
    firstCalledAt: before.firstCalledAt ?? event.at,
    timesCalled: before.timesCalled + 1,
    callId: event.eventId,
    callSeq: event.seq,
    calledAt: event.at,
    lastEventId: event.eventId,
    lastSeq: event.seq,
  };
}
