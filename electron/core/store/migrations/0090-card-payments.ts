import type { Migration } from '../store.ts';

/**
 * Payments on the terminal. A row is written before the terminal is asked, so that after a power cut it is known that a
 * payment may have been made; it goes with its visit.
 */
export const cardPayments: Migration = {
  version: 90,
  name: 'card-payments',
  sql: `
    CREATE TABLE card_payment (
      seq INTEGER PRIMARY KEY,
      payment_id TEXT NOT NULL UNIQUE,
      visit_id TEXT NOT NULL REFERENCES visit (visit_id) ON DELETE CASCADE,
      amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
      state TEXT NOT NULL CHECK (state IN ('running', 'paid', 'declined', 'cancelled', 'failed', 'unknown', 'refunded')),
      trace_number TEXT,
      terminal_at TEXT,
      code TEXT,
      receipt TEXT NOT NULL DEFAULT '[]',
      started_at TEXT NOT NULL,
      ended_at TEXT
    ) STRICT;
    CREATE INDEX card_payment_visit ON card_payment (visit_id, seq);
    CREATE INDEX card_payment_running ON card_payment (seq) WHERE state = 'running';
    CREATE INDEX card_payment_trace ON card_payment (trace_number) WHERE trace_number IS NOT NULL;
  `,
};
