import type { Migration } from '../store.ts';

/**
 * Visits that ended here and that the database of the hall has not heard of yet; only where the hall lives in a database
 * that counters share. `action`: JSON.
 */
export const hallPending: Migration = {
  version: 130,
  name: 'hall-pending',
  sql: `
    CREATE TABLE hall_pending (
      seq INTEGER PRIMARY KEY,
      command_id TEXT NOT NULL UNIQUE,
      action TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
  `,
};
