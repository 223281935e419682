import type { Migration } from '../store.ts';

/** What the zaaksysteem last told of a zaak that was looked up, for when it is away; kept no longer than `retention.days`. */
export const zaakStatus: Migration = {
  version: 275,
  name: 'zaak-status',
  sql: `
    CREATE TABLE zaak_status (
      zaak_identificatie TEXT PRIMARY KEY,
      at TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX zaak_status_at ON zaak_status (at);
  `,
};
