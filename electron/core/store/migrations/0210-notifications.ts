import type { Migration } from '../store.ts';

/**
 * Messages for visitors who asked for one, with the address until it was used. The outbox takes them as well: a CHECK can't
 * be changed, so its table is made anew. Its steps go first, because dropping the items would take the steps along.
 */
export const notifications: Migration = {
  version: 210,
  name: 'notifications',
  sql: `
    CREATE TABLE notification (
      notification_id TEXT PRIMARY KEY,
      visit_id TEXT NOT NULL,
      message TEXT NOT NULL CHECK (message IN ('confirmation', 'readyForPickUp', 'webForm')),
      channel TEXT NOT NULL CHECK (channel IN ('email', 'sms')),
      address TEXT,
      label TEXT NOT NULL,
      product_name TEXT,
      personalisation TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'toSend', 'ended')),
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX notification_waiting ON notification (label, created_at) WHERE state = 'waiting';
    CREATE INDEX notification_personal ON notification (created_at) WHERE address IS NOT NULL;

    CREATE TABLE outbox_item_anew (
      seq INTEGER PRIMARY KEY,
      item_id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('zaak', 'klantcontact', 'verification', 'notification')),
      visit_id TEXT NOT NULL,
      entity_id TEXT NOT NULL,
      order_key TEXT NOT NULL,
      label TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'parked', 'done')),
      due_at TEXT,
      attempts INTEGER NOT NULL DEFAULT 0,
      reason TEXT,
      created_at TEXT NOT NULL,
      done_at TEXT,
      exchange TEXT,
      assigned_to TEXT,
      UNIQUE (kind, entity_id)
    ) STRICT;
    INSERT INTO outbox_item_anew SELECT seq, item_id, kind, visit_id, entity_id, order_key, label, state, due_at, attempts,
      reason, created_at, done_at, exchange, assigned_to FROM outbox_item;
    CREATE TABLE outbox_step_anew (
      item_id TEXT NOT NULL REFERENCES outbox_item_anew (item_id) ON DELETE CASCADE,
      seq INTEGER NOT NULL,
      name TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('sending', 'done')),
      chosen TEXT NOT NULL,
      answer TEXT,
      PRIMARY KEY (item_id, name)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO outbox_step_anew SELECT item_id, seq, name, state, chosen, answer FROM outbox_step;
    DROP TABLE outbox_step;
    DROP TABLE outbox_item;
    ALTER TABLE outbox_item_anew RENAME TO outbox_item;
    ALTER TABLE outbox_step_anew RENAME TO outbox_step;
    CREATE INDEX outbox_item_due ON outbox_item (kind, state, due_at, seq);
    CREATE INDEX outbox_item_open ON outbox_item (due_at) WHERE state <> 'done';
    CREATE INDEX outbox_item_order ON outbox_item (order_key, seq);
    CREATE INDEX outbox_item_visit ON outbox_item (visit_id);
    CREATE INDEX outbox_item_done ON outbox_item (done_at) WHERE state = 'done';
    CREATE INDEX outbox_item_waiting ON outbox_item (state, created_at) WHERE state <> 'done';
  `,
};
