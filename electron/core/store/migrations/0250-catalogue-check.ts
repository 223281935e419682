import type { Migration } from '../store.ts';

/** What the last check of the zaaktypen by itself found (JSON; see central-check/warning-book.ts). One row at most. */
export const catalogueCheck: Migration = {
  version: 250,
  name: 'catalogue-check',
  sql: `
    CREATE TABLE catalogue_check (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      body TEXT NOT NULL
    ) STRICT;
  `,
};
