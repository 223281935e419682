import type { Migration } from '../store.ts';

/** Staff and their sign-in, the audit chain, and the answers of commands that may be repeated. */
export const floor: Migration = {
  version: 10,
  name: 'floor',
  sql: `
    CREATE TABLE staff (
      staff_id TEXT PRIMARY KEY,
      login_name TEXT NOT NULL UNIQUE COLLATE NOCASE,
      name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('clerk', 'teamlead', 'administrator')),
      active INTEGER NOT NULL DEFAULT 1,
      passphrase TEXT NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE login_throttle (
      login_name TEXT PRIMARY KEY COLLATE NOCASE,
      failures INTEGER NOT NULL,
      blocked_until TEXT NOT NULL
    ) STRICT;
    CREATE TABLE audit (
      seq INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      who TEXT NOT NULL,
      action TEXT NOT NULL,
      record_type TEXT NOT NULL,
      record_id TEXT NOT NULL,
      detail TEXT NOT NULL,
      previous BLOB NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
    CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
    CREATE TABLE command_answer (
      command_id TEXT PRIMARY KEY,
      call TEXT NOT NULL,
      staff_id TEXT,
      input_hash BLOB NOT NULL,
      answer TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX command_answer_at ON command_answer (at);
  `,
};
