import type { Migration } from '../store.ts';

/** What waits to be sent, counted and listed without reading it all: after days without a network there is much. */
export const outboxWaiting: Migration = {
  version: 140,
  name: 'outbox-waiting',
  sql: `
    CREATE INDEX outbox_item_waiting ON outbox_item (state, created_at) WHERE state <> 'done';
  `,
};
