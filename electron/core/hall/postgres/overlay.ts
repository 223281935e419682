import { type HallEvent, NO_ISSUE, type TicketFacts } from '../hall-event.ts';
import { applyEvent, foldTicket } from '../ticket-fold.ts';
import type { Pending } from './local-hall.ts';

/** The tickets as they will be when the database knows what is pending here; `version`: its last event that is known. */
export function withPending(
  tickets: readonly TicketFacts[],
  pending: readonly Pending[],
  version: number,
): readonly TicketFacts[] {
  if (pending.length === 0) return tickets;
  const byId = new Map(tickets.map((facts) => [facts.ticketId, facts]));
  for (const [index, { event }] of pending.entries()) {
    const { details, commandId: _command, staffId: _staff, ...rest } = event;
    const hallEvent: HallEvent = {
      ...NO_ISSUE,
      reason: null,
      wish: null,
      ...details,
      ...rest,
      seq: version + index + 1,
    };
    const before = byId.get(event.ticketId);
    const begins = event.kind === 'issued' || event.kind === 'walkIn';
    // What begins a ticket that is there was done after all; anything else is about a ticket that was once seen here.
    if (begins === (before !== undefined)) continue;
    byId.set(event.ticketId, before ? applyEvent(before, hallEvent) : foldTicket([hallEvent]));
  }
  return [...byId.values()];
}
