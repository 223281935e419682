import type { Migration } from '../store.ts';

/**
 * Numbers that the zaaksysteem gave out beforehand. One that was used stays, so that an answer that comes twice does not give
 * it out again.
 */
export const reservedNumbers: Migration = {
  version: 181,
  name: 'reserved-numbers',
  sql: `
    CREATE TABLE reserved_number (
      seq INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      reserved_at TEXT NOT NULL,
      used_at TEXT
    ) STRICT;
    CREATE INDEX reserved_number_left ON reserved_number (seq) WHERE used_at IS NULL;
  `,
};
