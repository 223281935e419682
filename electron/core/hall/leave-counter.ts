import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { HallAction, HallEngine } from '../ports.ts';

/**
 * The visit of a ticket is over at its counter, inside the store transaction that is open: the visitor leaves, or is sent on
 * to another group with his number. Fails with `noVisit` when he is known not to be there, with `hallDayOver` when
 * nobody waits on the day of his number any more.
 */
export function leaveCounter(
  hall: Pick<HallEngine, 'finishInStore' | 'sendOnInStore'>,
  action: HallAction & { readonly ticketId: string },
  sendOn: string | undefined,
): Result<unknown> {
  if (sendOn !== undefined) return hall.sendOnInStore({ ...action, group: sendOn });
  return hall.finishInStore(action) ? ok(null) : fail('noVisit');
}
