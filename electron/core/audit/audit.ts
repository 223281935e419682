import { createHash } from 'node:crypto';
import type { AuditAction, AuditRecord } from '../../../shared/domain/audit-action.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../store/index.ts';

export interface AuditEntry {
  readonly who: string;
  readonly action: AuditAction;
  readonly recordType: AuditRecord;
  readonly recordId: string;
  readonly detail: string;
}

/** A line as it was written; an older version may have known other acts. */
export interface AuditRow extends Omit<AuditEntry, 'action' | 'recordType'> {
  readonly action: string;
  readonly recordType: string;
  readonly seq: number;
  readonly at: string;
}

export interface AuditCheck {
  readonly intact: boolean;
  readonly entries: number;
  /** Number of the first entry that does not fit the chain. */
  readonly brokenAt: number | null;
}

export interface Audit {
  /** Adds one line to the chain; inside a store transaction it commits or rolls back with it. */
  record(entry: AuditEntry): void;
  /** Recomputes the whole chain. */
  verify(): AuditCheck;
  /** Newest first; `before` is the sequence number to go on from. */
  list(options: { readonly before?: number; readonly limit: number }): AuditRow[];
}

const START = Buffer.alloc(32);

/** Hash of one line: SHA-256 over the previous hash and the fields, each with its length, so that no field can leak into the next. */
function chain(previous: Buffer, row: AuditRow): Buffer {
  const hash = createHash('sha256').update(previous);
  for (const field of [
    String(row.seq),
    row.at,
    row.who,
    row.action,
    row.recordType,
    row.recordId,
    row.detail,
  ]) {
    hash.update(`${Buffer.byteLength(field)}:`).update(field);
  }
  return hash.digest();
}

type StoredRow = {
  seq: number;
  at: string;
  who: string;
  action: string;
  record_type: string;
  record_id: string;
  detail: string;
  previous: Buffer;
  hash: Buffer;
};

function toRow(row: StoredRow): AuditRow {
  const { seq, at, who, action, detail } = row;
  return { seq, at, who, action, recordType: row.record_type, recordId: row.record_id, detail };
}

/** The append-only log of who did what to which record. Each line carries the hash of the one before. */
export function createAudit(deps: { readonly store: Store; readonly clock: Clock }): Audit {
  const { db } = deps.store;
  const last = db.prepare<[], { seq: number; hash: Buffer }>(
    'SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1',
  );
  const insert = db.prepare(
    'INSERT INTO audit (seq, at, who, action, record_type, record_id, detail, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const page = db.prepare<[number, number], StoredRow>(
    'SELECT * FROM audit WHERE seq < ? ORDER BY seq DESC LIMIT ?',
  );
  const all = db.prepare<[], StoredRow>('SELECT * FROM audit ORDER BY seq');
  return {
    record: (entry) =>
      deps.store.atomically(() => {
        const tip = last.get();
        const previous = tip?.hash ?? START;
        const row: AuditRow = { ...entry, seq: (tip?.seq ?? 0) + 1, at: deps.clock.now().toISOString() };
        insert.run(
          row.seq,
          row.at,
          row.who,
          row.action,
          row.recordType,
          row.recordId,
          row.detail,
          previous,
          chain(previous, row),
        );
      }),
    verify() {
      let previous: Buffer = START;
      let entries = 0;
      for (const stored of all.iterate()) {
        entries += 1;
        const fits =
          stored.seq === entries &&
          stored.previous.equals(previous) &&
          stored.hash.equals(chain(previous, toRow(stored)));
        if (!fits) return { intact: false, entries, brokenAt: stored.seq };
        previous = stored.hash;
      }
      return { intact: true, entries, brokenAt: null };
    },
    list: ({ before = Number.MAX_SAFE_INTEGER, limit }) => page.all(before, limit).map(toRow),
  };
}
