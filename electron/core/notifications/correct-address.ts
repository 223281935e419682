import { checkAddress } from '../../../shared/domain/message-address.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { NotificationRows } from './rows.ts';

/** Gives a message that was not sent yet another address, which the visitor told; `invalidInput` names what is wrong with it. */
export function correctAddress(rows: NotificationRows, notificationId: string, typed: string): Result<true> {
  const notification = rows.byId(notificationId);
  if (notification?.state !== 'toSend') return fail('notFound', { field: 'itemId' });
  const checked = checkAddress(notification.channel, typed);
  if (!checked.ok) return fail('invalidInput', { field: 'address', detail: checked.problem });
  rows.setAddress(notificationId, checked.address);
  return ok(true);
}
