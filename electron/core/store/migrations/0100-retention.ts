import type { Migration } from '../store.ts';

/** Finds what is past its period without reading what is not. */
export const retention: Migration = {
  version: 100,
  name: 'retention',
  sql: `
    CREATE INDEX outbox_item_done ON outbox_item (done_at) WHERE state = 'done';
    CREATE INDEX hall_command_at ON hall_command (at);
  `,
};
