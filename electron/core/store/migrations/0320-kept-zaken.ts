import type { Migration } from '../store.ts';

/**
 * Open zaken of other counters that wait for their second visit, for when the zaaksysteem is away: never a name or a
 * burgerservicenummer, of that only the mark (`SubjectSeal.mark`). The one row of the second table says how far was read.
 */
export const keptZaken: Migration = {
  version: 320,
  name: 'kept-zaken',
  sql: `
    CREATE TABLE kept_zaak (
      zaak_identificatie TEXT PRIMARY KEY,
      url TEXT NOT NULL,
      zaaktype TEXT NOT NULL,
      omschrijving TEXT NOT NULL,
      started_on TEXT NOT NULL,
      holder BLOB,
      holder_asked INTEGER NOT NULL DEFAULT 0,
      seen_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX kept_zaak_holder ON kept_zaak (holder, started_on) WHERE holder IS NOT NULL;
    CREATE INDEX kept_zaak_unasked ON kept_zaak (holder_asked, started_on);
    CREATE INDEX kept_zaak_seen ON kept_zaak (seen_at);
    CREATE TABLE kept_zaken_read (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      whole_on TEXT NOT NULL,
      read_on TEXT NOT NULL
    ) STRICT;
  `,
};
