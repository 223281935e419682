import type { Sweep } from '../retention/index.ts';
import type { Store } from '../store/store.ts';

const DAY_MS = 86_400_000;
const VISITS = 20;

/**
 * Removes the outbox of visits of which everything was confirmed `days` days ago or longer. A visit goes as a whole: a
 * zaak that is parked still wants to be linked to the klantcontact that was told.
 */
export function createOutboxSweep({ db }: Store, days: number): Sweep {
  const old = db
    .prepare<{ before: string }, string>(
      `SELECT DISTINCT visit_id FROM outbox_item AS item INDEXED BY outbox_item_done
       WHERE state = 'done' AND done_at < @before AND NOT EXISTS (SELECT 1 FROM outbox_item AS other
         WHERE other.visit_id = item.visit_id AND (other.state <> 'done' OR other.done_at >= @before))
       LIMIT ${VISITS}`,
    )
    .pluck();
  const remove = db.prepare(`DELETE FROM outbox_item WHERE visit_id = ? AND state = 'done'`);
  return {
    name: 'outboxItems',
    removeBatch(now) {
      const before = new Date(now.getTime() - days * DAY_MS).toISOString();
      return old.all({ before }).reduce((count, visitId) => count + remove.run(visitId).changes, 0);
    },
  };
}
