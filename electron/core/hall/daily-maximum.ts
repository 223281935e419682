import type { Ticket } from '../../../shared/contract/hall.ts';
import { letterOf } from '../../../shared/domain/ticket-number.ts';
import { fail } from '../../../shared/lib/result.ts';

/**
 * The group of whose numbers of the day a ticket took one; null for who was helped without one, or agreed a time before.
 * Who was sent on to another group has his number of the first one.
 */
export function tookNumberOf({
  origin,
  appointmentAt,
  number,
  group,
}: Pick<Ticket, 'origin' | 'appointmentAt' | 'number' | 'group'>): string | null {
  return origin === 'walkIn' || appointmentAt !== null ? null : (letterOf(number) ?? group);
}

/** Every number of the day was given. */
export const groupFull = (group: string) => fail('groupFull', { field: 'group', detail: group });
