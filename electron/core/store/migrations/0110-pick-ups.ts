import type { Migration } from '../store.ts';

/**
 * What a look-up said of the zaak that a visitor picks up, kept with the draft; and the zaak number of a finished visit
 * as a clerk corrected it. What "klaar" wrote stays as it was written; the last correction counts.
 */
export const pickUps: Migration = {
  version: 110,
  name: 'pick-ups',
  sql: `
    ALTER TABLE draft_transaction ADD COLUMN pick_up_found TEXT;
    CREATE TABLE zaak_correction (
      seq INTEGER PRIMARY KEY,
      transaction_id TEXT NOT NULL REFERENCES transaction_record (transaction_id),
      zaak_identificatie TEXT NOT NULL,
      staff_id TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX zaak_correction_transaction ON zaak_correction (transaction_id, seq);
  `,
};
