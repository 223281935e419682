import type { Migration } from '../store.ts';

/** The visit at the counter, its drafts, and the records that "klaar" makes of them. */
export const visits: Migration = {
  version: 30,
  name: 'visits',
  sql: `
    CREATE TABLE visit (
      visit_id TEXT PRIMARY KEY,
      ticket_id TEXT NOT NULL UNIQUE,
      counter INTEGER NOT NULL,
      number TEXT,
      group_name TEXT,
      waited_seconds INTEGER,
      started_at TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'finished', 'cancelled')),
      person TEXT,
      document TEXT,
      burgerservicenummer TEXT,
      finished_at TEXT,
      committed TEXT,
      receipt_job_id TEXT,
      verification TEXT NOT NULL DEFAULT 'none'
    ) STRICT;
    CREATE INDEX visit_open ON visit (started_at) WHERE state = 'open';
    CREATE INDEX visit_personal ON visit (finished_at)
      WHERE state = 'finished' AND (person IS NOT NULL OR document IS NOT NULL OR committed ->> '$.note' <> '');
    CREATE INDEX visit_finished ON visit (finished_at) WHERE state = 'finished';
    CREATE INDEX visit_burgerservicenummer ON visit (burgerservicenummer) WHERE burgerservicenummer IS NOT NULL;
    CREATE TABLE draft_transaction (
      transaction_id TEXT PRIMARY KEY,
      visit_id TEXT NOT NULL REFERENCES visit (visit_id),
      seq INTEGER NOT NULL,
      product_id TEXT NOT NULL,
      variant_id TEXT,
      urgent INTEGER NOT NULL,
      pick_up_of TEXT
    ) STRICT;
    CREATE INDEX draft_transaction_visit ON draft_transaction (visit_id, seq);
    CREATE TABLE draft_step (
      transaction_id TEXT NOT NULL REFERENCES draft_transaction (transaction_id) ON DELETE CASCADE,
      step_index INTEGER NOT NULL,
      data TEXT NOT NULL,
      PRIMARY KEY (transaction_id, step_index)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE draft_attachment (
      attachment_id TEXT PRIMARY KEY,
      transaction_id TEXT NOT NULL REFERENCES draft_transaction (transaction_id) ON DELETE CASCADE,
      step_index INTEGER NOT NULL,
      mime TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      content BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX draft_attachment_step ON draft_attachment (transaction_id, step_index);
    CREATE TABLE transaction_record (
      transaction_id TEXT PRIMARY KEY,
      visit_id TEXT NOT NULL REFERENCES visit (visit_id),
      seq INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('new', 'pickUp')),
      product_id TEXT NOT NULL,
      product_name TEXT NOT NULL,
      zaak_identificatie TEXT NOT NULL,
      closes INTEGER NOT NULL,
      UNIQUE (zaak_identificatie, kind)
    ) STRICT;
    CREATE INDEX transaction_record_visit ON transaction_record (visit_id, seq);
    CREATE TABLE attachment (
      attachment_id TEXT PRIMARY KEY,
      transaction_id TEXT NOT NULL REFERENCES transaction_record (transaction_id),
      content BLOB
    ) STRICT;
    CREATE INDEX attachment_transaction ON attachment (transaction_id);
    CREATE TABLE number_series (
      name TEXT PRIMARY KEY,
      last INTEGER NOT NULL
    ) STRICT;
  `,
};
