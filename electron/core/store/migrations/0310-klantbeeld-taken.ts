import type { Migration } from '../store.ts';

/** The internetaken are a source of their own: kept beside the contacts that they were found through. */
export const klantbeeldTaken: Migration = {
  version: 310,
  name: 'klantbeeld-taken',
  sql: `
    ALTER TABLE klantbeeld RENAME TO klantbeeld_before;
    CREATE TABLE klantbeeld (
      burgerservicenummer TEXT NOT NULL,
      source TEXT NOT NULL CHECK (source IN ('zaken', 'contacten', 'taken')),
      at TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (burgerservicenummer, source)
    ) STRICT;
    INSERT INTO klantbeeld
      SELECT burgerservicenummer, source, at, json_remove(body, '$.taken') FROM klantbeeld_before;
    INSERT INTO klantbeeld
      SELECT burgerservicenummer, 'taken', at, json_object('items', body -> '$.taken', 'more', body -> '$.more')
      FROM klantbeeld_before WHERE source = 'contacten' AND json_type(body, '$.taken') = 'array';
    DROP TABLE klantbeeld_before;
    CREATE INDEX klantbeeld_at ON klantbeeld (at);
  `,
};
