import Database from 'better-sqlite3';
import { migrations } from '../../../electron/core/store/migrations/index.ts';
import { storeKey } from './counter.ts';

type Row = Readonly<Record<string, unknown>>;

/** The tables that "klaar" writes, and how the rows of one visit are found in each. */
const TABLES = [
  ['visit', 'visit_id = @visitId'],
  ['transaction_record', 'visit_id = @visitId'],
  [
    'attachment',
    'transaction_id IN (SELECT transaction_id FROM transaction_record WHERE visit_id = @visitId)',
  ],
  ['outbox_item', 'visit_id = @visitId'],
  ['outbox_step', 'item_id IN (SELECT item_id FROM outbox_item WHERE visit_id = @visitId)'],
  ['print_job', "job_key = 'receipt/' || @visitId"],
  ['hall_ticket', 'ticket_id = (SELECT ticket_id FROM visit WHERE visit_id = @visitId)'],
  ['hall_event', "kind = 'finished' AND ticket_id = (SELECT ticket_id FROM visit WHERE visit_id = @visitId)"],
  [
    'hall_command',
    "command_id = (SELECT command_id FROM command_answer WHERE call = 'transactions.commit' AND instr(answer, @visitId) > 0)",
  ],
  ['audit', "action = 'transactions.commit' AND record_id = @visitId"],
  ['command_answer', "call = 'transactions.commit' AND instr(answer, @visitId) > 0"],
] as const;

function open(file: string, readonly: boolean): Database.Database {
  const db = new Database(file, { readonly });
  db.pragma("cipher = 'sqlcipher'");
  db.pragma('legacy = 4');
  db.pragma(`key = "x'${storeKey.toString('hex')}'"`);
  return db;
}

/** A file to write, as the application opens it. */
export function openEncrypted(file: string): Database.Database {
  const db = open(file, false);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('wal_autocheckpoint = 0');
  db.pragma('cache_size = -16000');
  return db;
}

/** Reads back, from our own file, every row that one "klaar" wrote. */
export function rowsReader(file: string) {
  const db = open(file, true);
  const statements = TABLES.map(([table, where]) => ({
    table,
    rows: db.prepare<[{ visitId: string }], Row>(`SELECT * FROM ${table} WHERE ${where}`),
  }));
  return {
    rowsOf: (visitId: string) =>
      statements.flatMap(({ table, rows }) => rows.all({ visitId }).map((row) => ({ table, row }))),
    close: () => db.close(),
  };
}

export type BareRows = ReturnType<ReturnType<typeof rowsReader>['rowsOf']>;

/**
 * The bare library: the same file format, key, pragmas and tables, and one transaction of prepared inserts with nothing
 * around it.
 */
export function openBare(file: string) {
  const db = openEncrypted(file);
  for (const { sql } of migrations) db.exec(sql);
  const inserts = new Map<string, Database.Statement>();
  const insert = (table: string, row: Row) => {
    let statement = inserts.get(table);
    if (!statement) {
      const columns = Object.keys(row);
      statement = db.prepare(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
      );
      inserts.set(table, statement);
    }
    statement.run(row);
  };
  const write = db.transaction((rows: BareRows) => {
    for (const { table, row } of rows) insert(table, row);
  });
  return {
    commit: (rows: BareRows) => write.immediate(rows),
    checkpoint: () => db.pragma('wal_checkpoint(PASSIVE)'),
    close: () => db.close(),
  };
}
