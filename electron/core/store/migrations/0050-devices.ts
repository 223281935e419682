import type { Migration } from '../store.ts';

/**
 * Print jobs. A row is written before anything is sent to a printer, so that after a power cut it is known which papers
 * may have come out. `document` is wiped when the job is settled; a reprint is a row of its own.
 */
export const devices: Migration = {
  version: 50,
  name: 'devices',
  sql: `
    CREATE TABLE print_job (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      job_id TEXT NOT NULL UNIQUE,
      job_key TEXT UNIQUE,
      role TEXT NOT NULL CHECK (role IN ('receipt-printer', 'ticket-dispenser')),
      kind TEXT NOT NULL CHECK (kind IN ('receipt', 'ticket')),
      label TEXT NOT NULL,
      document TEXT,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'printing', 'confirmed', 'probable', 'unknown', 'failed', 'cancelled')),
      reprint_of TEXT UNIQUE REFERENCES print_job (job_id) ON DELETE SET NULL,
      created_at TEXT NOT NULL,
      settled_at TEXT,
      CHECK ((settled_at IS NULL) = (document IS NOT NULL))
    ) STRICT;
    CREATE INDEX print_job_open ON print_job (role, state, seq) WHERE settled_at IS NULL;
    CREATE INDEX print_job_unsettled ON print_job (seq) WHERE settled_at IS NULL;
    CREATE INDEX print_job_settled ON print_job (settled_at) WHERE settled_at IS NOT NULL;
  `,
};
