import type { StatisticsTicket } from '../../../shared/domain/statistics/course.ts';
import type { HallEvent } from './hall-event.ts';
import { wishOf } from './wish.ts';

/** The tickets behind these events, as the statistics see them; the events in the order of `seq`. */
export function historyOf(events: readonly HallEvent[]): StatisticsTicket[] {
  return [...Map.groupBy(events, ({ ticketId }) => ticketId).values()].map((ofTicket) => ({
    day: ofTicket[0]?.day ?? '',
    appointmentAt: ofTicket[0]?.appointmentAt ?? null,
    events: ofTicket.map(({ eventId, kind, at, counter, group, reason, undoes, wish }) => ({
      eventId,
      kind,
      at,
      counter,
      group: group ?? wishOf({ wish }).group,
      reason: reason ?? null,
      undoes,
    })),
  }));
}
