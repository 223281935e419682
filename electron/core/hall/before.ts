import type { Ticket } from '../../../shared/contract/hall.ts';
import type { Waiting } from './wait-forecast.ts';

/** How many wait before a ticket, by group; `waiting` in the order in which they came. Nobody when it is not among them. */
export function waitingBefore(
  waiting: readonly { readonly ticketId: string; readonly group: string }[],
  ticketId: string,
): Waiting {
  const place = waiting.findIndex((one) => one.ticketId === ticketId);
  const ahead = Map.groupBy(waiting.slice(0, Math.max(0, place)), ({ group }) => group);
  return new Map([...ahead].map(([letter, tickets]) => [letter, tickets.length]));
}

/** Whether who came before him says when he is called: by appointment it is his time, and who has priority goes before. */
export const waitsInOrder = ({
  appointmentAt,
  hasPriority,
}: Pick<Ticket, 'appointmentAt' | 'hasPriority'>): boolean => appointmentAt === null && !hasPriority;
