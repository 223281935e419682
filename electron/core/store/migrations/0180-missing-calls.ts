import type { Migration } from '../store.ts';

/** Calls outside the standard that a central system does not offer, and when it said so. */
export const missingCalls: Migration = {
  version: 180,
  name: 'missing-calls',
  sql: `
    CREATE TABLE missing_call (
      url TEXT PRIMARY KEY,
      seen_at TEXT NOT NULL
    ) STRICT;
  `,
};
