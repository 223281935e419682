import type { Migration } from '../store.ts';

/**
 * `moved_at`: when a step of an item was last answered, or there last came something to send of it. `waits_for`: the central
 * system that it was put off for; a reason that an earlier version wrote can be plain text.
 */
export const heldUpItems: Migration = {
  version: 371,
  name: 'held-up-items',
  sql: `
    ALTER TABLE outbox_item ADD COLUMN moved_at TEXT;
    ALTER TABLE outbox_item ADD COLUMN waits_for TEXT
      GENERATED ALWAYS AS (CASE WHEN json_valid(reason) THEN reason ->> '$.system' END) VIRTUAL;
    UPDATE outbox_item SET moved_at = created_at WHERE state <> 'done';
    CREATE INDEX outbox_item_waits_for ON outbox_item (waits_for, moved_at) WHERE waits_for IS NOT NULL;
    CREATE INDEX outbox_item_put_off ON outbox_item (waits_for, due_at) WHERE waits_for IS NOT NULL;
  `,
};
