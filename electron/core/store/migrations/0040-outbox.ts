import type { Migration } from '../store.ts';

/**
 * The way out: what must still reach the central systems, each step with its answer; the catalogue of zaaktypen as last
 * seen; and the log of every question to the BRP (protocollering, kept apart from the other terms of this file).
 */
export const outbox: Migration = {
  version: 40,
  name: 'outbox',
  sql: `
    CREATE TABLE outbox_item (
      seq INTEGER PRIMARY KEY,
      item_id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('zaak', 'klantcontact', 'verification')),
      visit_id TEXT NOT NULL,
      entity_id TEXT NOT NULL,
      order_key TEXT NOT NULL,
      label TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'parked', 'done')),
      due_at TEXT,
      attempts INTEGER NOT NULL DEFAULT 0,
      reason TEXT,
      created_at TEXT NOT NULL,
      done_at TEXT,
      UNIQUE (kind, entity_id)
    ) STRICT;
    CREATE INDEX outbox_item_due ON outbox_item (kind, state, due_at, seq);
    CREATE INDEX outbox_item_open ON outbox_item (due_at) WHERE state <> 'done';
    CREATE INDEX outbox_item_order ON outbox_item (order_key, seq);
    CREATE INDEX outbox_item_visit ON outbox_item (visit_id);
    CREATE TABLE outbox_step (
      item_id TEXT NOT NULL REFERENCES outbox_item (item_id) ON DELETE CASCADE,
      seq INTEGER NOT NULL,
      name TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('sending', 'done')),
      chosen TEXT NOT NULL,
      answer TEXT,
      PRIMARY KEY (item_id, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE catalogue_version (
      url TEXT PRIMARY KEY,
      identificatie TEXT NOT NULL,
      begin_geldigheid TEXT NOT NULL,
      einde_geldigheid TEXT,
      etag TEXT,
      checked_at TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX catalogue_version_identificatie ON catalogue_version (identificatie, begin_geldigheid);
    CREATE TABLE processing_log (
      seq INTEGER PRIMARY KEY,
      trace_id TEXT NOT NULL,
      activity TEXT NOT NULL,
      purpose TEXT NOT NULL,
      staff_id TEXT NOT NULL,
      visit_id TEXT,
      subject TEXT,
      outcome TEXT NOT NULL,
      started_at TEXT NOT NULL,
      ended_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX processing_log_started ON processing_log (started_at);
    CREATE TRIGGER processing_log_is_append_only BEFORE UPDATE ON processing_log
      BEGIN SELECT RAISE(ABORT, 'processing_log is append-only'); END;
  `,
};
