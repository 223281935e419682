import type { Migration } from '../store.ts';

/** The roll of printed numbers that lies at this workstation: the number that comes next, and whether it is given by hand. */
export const paperRoll: Migration = {
  version: 162,
  name: 'paper roll',
  sql: `
    CREATE TABLE hall_roll (
      location TEXT PRIMARY KEY,
      next INTEGER NOT NULL CHECK (next BETWEEN 1 AND 9999),
      by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1))
    ) STRICT;
  `,
};
