import type { Migration } from '../store.ts';

/**
 * What a workstation keeps of a hall in a shared database, for when that is away: acts that it does not know yet, numbers
 * that only this workstation gives, and the hall as it was last seen.
 */
export const sharedHall: Migration = {
  version: 150,
  name: 'shared-hall',
  sql: `
    CREATE TABLE hall_pending (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      location TEXT NOT NULL,
      command_id TEXT NOT NULL UNIQUE,
      request TEXT NOT NULL,
      event TEXT NOT NULL,
      problem TEXT
    ) STRICT;
    CREATE TABLE hall_stock (
      location TEXT NOT NULL,
      day TEXT NOT NULL,
      series TEXT NOT NULL,
      first INTEGER NOT NULL,
      next INTEGER NOT NULL,
      last INTEGER NOT NULL,
      PRIMARY KEY (location, day, series, first)
    ) STRICT;
    CREATE TABLE hall_seen (
      location TEXT PRIMARY KEY,
      tickets TEXT NOT NULL
    ) STRICT;
  `,
};
