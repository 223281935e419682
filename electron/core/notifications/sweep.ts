import { storedReason } from '../../../shared/domain/sync-reason.ts';
import type { Audit } from '../audit/index.ts';
import type { Sweep } from '../retention/index.ts';
import type { Store } from '../store/index.ts';
import type { Notification } from './rows.ts';

const DAY_MS = 86_400_000;
const ROWS = 20;
const ADDRESS_GONE = storedReason({ code: 'addressGone', data: {}, fields: [] });

/** Until when a message is kept at least, if it is not sent before. */
export function keptUntil(createdAt: string, days: number): string {
  return new Date(Date.parse(createdAt) + days * DAY_MS).toISOString();
}

/**
 * Removes messages of `days` days ago or longer with their addresses. What was not ready by then is not sent any more; the
 * audit log says of which zaak, and how many. What could not be sent is held up without its address, until a person ends it.
 * One that is on its way at this moment is left for the next time.
 */
export function createNotificationSweep({ db }: Store, days: number, audit: Pick<Audit, 'record'>): Sweep {
  const old = db.prepare<[string], { id: string; zaak: string; state: Notification['state'] }>(
    `SELECT notification_id AS id, label AS zaak, state FROM notification AS one
     WHERE created_at < ? AND NOT EXISTS (SELECT 1 FROM outbox_item AS item
       WHERE item.kind = 'notification' AND item.entity_id = one.notification_id AND item.state = 'sending')
     LIMIT ${ROWS}`,
  );
  const remove = db.prepare('DELETE FROM notification WHERE notification_id = ?');
  const holdUp = db.prepare(
    `UPDATE outbox_item SET state = 'parked', due_at = NULL, exchange = NULL, reason = ?
     WHERE kind = 'notification' AND entity_id = ? AND state <> 'done'`,
  );
  return {
    name: 'notifications',
    removeBatch(now) {
      const rows = old.all(new Date(now.getTime() - days * DAY_MS).toISOString());
      for (const { id } of rows) {
        remove.run(id);
        holdUp.run(ADDRESS_GONE, id);
      }
      const waiting = rows.filter(({ state }) => state === 'waiting');
      for (const [zaak, { length }] of Map.groupBy(waiting, ({ zaak }) => zaak))
        audit.record({
          who: 'waarmee',
          action: 'messages.lapsed',
          recordType: 'zaak',
          recordId: zaak,
          detail: `${length} berichten`,
        });
      return rows.length;
    },
  };
}
