import type { Migration } from '../store.ts';

/**
 * A ticket may have several visits, one after the other: a finished one that is taken back goes on as a new visit. A
 * UNIQUE can't be dropped, so the table is made anew under its own name, to which other tables refer: their references
 * are checked at the commit. Card payments go with their visit (ON DELETE CASCADE), so they are put aside meanwhile.
 */
export const continuedVisits: Migration = {
  version: 219,
  name: 'continued-visits',
  sql: `
    PRAGMA defer_foreign_keys = ON;
    CREATE TEMP TABLE visit_kept AS SELECT * FROM visit ORDER BY rowid;
    CREATE TEMP TABLE card_payment_kept AS SELECT * FROM card_payment;
    DROP TABLE visit;
    CREATE TABLE visit (
      visit_id TEXT PRIMARY KEY,
      ticket_id TEXT NOT NULL,
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
    INSERT INTO visit (visit_id, ticket_id, counter, number, group_name, waited_seconds, started_at, state, person, document,
        burgerservicenummer, finished_at, committed, receipt_job_id, verification)
      SELECT visit_id, ticket_id, counter, number, group_name, waited_seconds, started_at, state, person, document,
        burgerservicenummer, finished_at, committed, receipt_job_id, verification FROM visit_kept;
    INSERT INTO card_payment (seq, payment_id, visit_id, amount_cents, state, trace_number, terminal_at, code, receipt,
        started_at, ended_at)
      SELECT seq, payment_id, visit_id, amount_cents, state, trace_number, terminal_at, code, receipt, started_at, ended_at
      FROM card_payment_kept;
    DROP TABLE visit_kept;
    DROP TABLE card_payment_kept;
    CREATE INDEX visit_ticket ON visit (ticket_id);
    CREATE UNIQUE INDEX visit_one_open ON visit (ticket_id) WHERE state = 'open';
    CREATE INDEX visit_open ON visit (started_at) WHERE state = 'open';
    CREATE INDEX visit_personal ON visit (finished_at)
      WHERE state = 'finished' AND (person IS NOT NULL OR document IS NOT NULL OR committed ->> '$.note' <> '');
    CREATE INDEX visit_finished ON visit (finished_at) WHERE state = 'finished';
    CREATE INDEX visit_burgerservicenummer ON visit (burgerservicenummer) WHERE burgerservicenummer IS NOT NULL;
  `,
};
