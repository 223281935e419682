import type { Migration } from '../store.ts';

/** What a team lead decided for a counter of this hall; of another day than `day` it no longer holds. */
export const assignments: Migration = {
  version: 165,
  name: 'assignments',
  sql: `
    CREATE TABLE hall_assignment (
      location TEXT NOT NULL,
      counter INTEGER NOT NULL,
      day TEXT NOT NULL,
      is_open INTEGER NOT NULL,
      profile TEXT,
      PRIMARY KEY (location, counter)
    ) STRICT, WITHOUT ROWID;
  `,
};
