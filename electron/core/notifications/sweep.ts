import { storedReason } from '../../../shared/domain/sync-reason.ts';
import type { Sweep } from '../retention/index.ts';
import type { Store } from '../store/index.ts';

const DAY_MS = 86_400_000;
const ROWS = 20;
const ADDRESS_GONE = storedReason({ code: 'addressGone', data: {}, fields: [] });

/**
 * Removes messages of `days` days ago or longer with their addresses: what was not ready by then is not sent any more. What
 * could not be sent is held up without its address, until a person ends it. One that is on its way at this moment is left
 * for the next time.
 */
export function createNotificationSweep({ db }: Store, days: number): Sweep {
  const old = db
    .prepare<[string], string>(
      `SELECT notification_id FROM notification AS one WHERE created_at < ? AND NOT EXISTS (SELECT 1 FROM outbox_item AS item
         WHERE item.kind = 'notification' AND item.entity_id = one.notification_id AND item.state = 'sending')
       LIMIT ${ROWS}`,
    )
    .pluck();
  const remove = db.prepare('DELETE FROM notification WHERE notification_id = ?');
  const holdUp = db.prepare(
    `UPDATE outbox_item SET state = 'parked', due_at = NULL, exchange = NULL, reason = ?
     WHERE kind = 'notification' AND entity_id = ? AND state <> 'done'`,
  );
  return {
    name: 'notifications',
    removeBatch(now) {
      const before = new Date(now.getTime() - days * DAY_MS).toISOString();
      const ids = old.all(before);
      for (const id of ids) {
        remove.run(id);
        holdUp.run(ADDRESS_GONE, id);
      }
      return ids.length;
    },
  };
}
