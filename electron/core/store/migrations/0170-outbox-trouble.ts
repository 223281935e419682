import type { Migration } from '../store.ts';

/** What a central system was asked when it failed (JSON of CentralExchange), and which colleague sorts it out. */
export const outboxTrouble: Migration = {
  version: 170,
  name: 'outbox-trouble',
  sql: `
    ALTER TABLE outbox_item ADD COLUMN exchange TEXT;
    ALTER TABLE outbox_item ADD COLUMN assigned_to TEXT;
  `,
};
