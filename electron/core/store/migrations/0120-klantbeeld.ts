import type { Migration } from '../store.ts';

/** What each source last told of a person, for when it is away; kept no longer than `retention.days`. */
export const klantbeeld: Migration = {
  version: 120,
  name: 'klantbeeld',
  sql: `
    CREATE TABLE klantbeeld (
      burgerservicenummer TEXT NOT NULL,
      source TEXT NOT NULL CHECK (source IN ('zaken', 'contacten')),
      at TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (burgerservicenummer, source)
    ) STRICT;
    CREATE INDEX klantbeeld_at ON klantbeeld (at);
  `,
};
