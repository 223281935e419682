import type { HallEngine } from '../../../electron/core/ports.ts';
import type { StatisticsTicket } from '../../../shared/domain/statistics/course.ts';
import { act, callNext, good, take } from './engine-bench.ts';

/** What of a day may not be there for ever. */
export const PERSONAL = [
  'medewerker-1',
  'afspraak-417',
  'komt terug met een foto',
  'Joke Jansen',
  'Piet de Vries',
];

/** The tickets without the reference itself: the figures ask whether there is one, and which are the same. */
export function withoutReference(tickets: readonly StatisticsTicket[]): readonly unknown[] {
  return tickets.map((ticket) => ({ ...ticket, appointment: ticket.appointment !== null }));
}

/** A day with an appointment, somebody who was held and one who was sent on to a colleague; one with nothing of that. */
export async function personalDay(engine: HallEngine, at: string): Promise<void> {
  const appointment = { reference: 'afspraak-417', at };
  const check = {
    commandId: 'inchecken',
    group: 'A',
    origin: 'clerk',
    staffId: 'medewerker-1',
    appointment,
  } as const;
  const { ticketId } = good(await engine.issue(check));
  await take(engine);
  await callNext(engine);
  const wish = { note: 'komt terug met een foto', heldBy: 'Joke Jansen' };
  good(await engine.hold({ ...act(), ticketId, wish }));
  const sentOn = { group: 'B', colleague: 'Piet de Vries', note: 'komt terug met een foto', heldBy: null };
  good(await engine.transfer({ ...act(), ticketId, wish: sentOn }));
  const other = await callNext(engine);
  good(await engine.finish({ ...act(), ticketId: other.ticketId }));
}
