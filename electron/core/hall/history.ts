import type { StatisticsTicket } from '../../../shared/domain/statistics/course.ts';
import type { HallEvent } from './hall-event.ts';
import { wishOf } from './wish.ts';

/** The tickets behind these events, as the statistics see them; the events in the order of `seq`. */
export function historyOf(events: readonly HallEvent[]): StatisticsTicket[] {
  return [...Map.groupBy(events, ({ ticketId }) => ticketId).values()].map((ofTicket) => ({
    day: ofTicket[0]?.day ?? '',
    appointment: appointmentOf(ofTicket[0]),
    appointmentAt: ofTicket[0]?.appointmentAt ?? null,
    persons: personsOf(ofTicket),
    events: ofTicket.map(({ eventId, kind, at, counter, group, reason, undoes, wish }) => ({
      eventId,
      kind,
      // Who got a number of his own came when the others came.
      at: kind === 'issued' ? (wishOf({ wish }).cameWith?.issuedAt ?? at) : at,
      counter,
      group: group ?? wishOf({ wish }).group,
      reason: reason ?? null,
      undoes,
    })),
  }));
}

/** What tells one appointment from another: its reference, or the ticket once that is forgotten. */
function appointmentOf(first: HallEvent | undefined): string | null {
  if (!first?.appointmentAt || wishOf(first).cameWith !== null) return null;
  return first.appointment ?? first.ticketId;
}

/** How many persons a number is for, as it was said last. */
function personsOf(events: readonly HallEvent[]): number {
  const undone = new Set(events.map(({ undoes }) => undoes));
  const said = events.findLast(({ eventId, wish }) => Boolean(wish) && !undone.has(eventId));
  return said ? wishOf(said).persons : 1;
}
