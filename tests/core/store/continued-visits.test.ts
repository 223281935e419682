import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../../electron/core/store/migrate.ts';
import { testKey } from '../../helpers/store.ts';
import { migrations } from '../../../electron/core/store/migrations/index.ts';

const TABLES = [
  'visit',
  'draft_transaction',
  'draft_step',
  'draft_attachment',
  'transaction_record',
  'attachment',
  'card_payment',
] as const;

test('visits of before one could be continued keep all that belongs to them, and one ticket has one open visit', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(
    db,
    migrations.filter(({ version }) => version < 219),
    testKey,
  );
  db.exec(`
    INSERT INTO visit (visit_id, ticket_id, counter, number, group_name, waited_seconds, started_at, state, person, burgerservicenummer,
      finished_at, committed, verification)
    VALUES ('v2', 't2', 1, 'A002', 'Afhalen', 60, '2026-11-23T09:10:00.000Z', 'finished', '{}', '999993653', '2026-11-23T09:20:00.000Z',
        '{"note":"x"}', 'verified'),
      ('v1', 't1', 2, NULL, NULL, NULL, '2026-11-23T09:00:00.000Z', 'open', NULL, NULL, NULL, NULL, 'none');
    INSERT INTO draft_transaction VALUES ('d1', 'v1', 0, 'vog', NULL, 0, NULL, NULL);
    INSERT INTO draft_step VALUES ('d1', 0, '{}');
    INSERT INTO draft_attachment VALUES ('a1', 'd1', 1, 'image/png', 3, 'sha', x'010203');
    INSERT INTO transaction_record VALUES ('r1', 'v2', 0, 'new', 'vog', 'VOG', 'Z-1', 1);
    INSERT INTO attachment VALUES ('a2', 'r1', x'040506');
    INSERT INTO card_payment (seq, payment_id, visit_id, amount_cents, state, started_at)
    VALUES (4, 'p1', 'v1', 1200, 'unknown', '2026-11-23T09:05:00.000Z'), (9, 'p2', 'v2', 500, 'paid', '2026-11-23T09:15:00.000Z');
  `);
  const rows = () => TABLES.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all());
  const indexes = () =>
    db
      .prepare<[], string>(
        `SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('visit', 'card_payment') AND sql IS NOT NULL ORDER BY name`,
      )
      .pluck()
      .all();
  const before = rows();
  const indexesBefore = indexes();
  migrate(db, migrations, testKey);
  expect(rows()).toEqual(before);
  expect(before.every((table) => table.length > 0)).toBe(true);
  expect(indexes()).toEqual(expect.arrayContaining(indexesBefore));
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);

  const open = db.prepare(
    "INSERT INTO visit (visit_id, ticket_id, counter, started_at, state) VALUES (?, ?, 1, '2026-11-23T09:21:00.000Z', 'open')",
  );
  open.run('v3', 't2');
  expect(() => open.run('v4', 't2')).toThrow('UNIQUE');
  expect(() => open.run('v4', 't1')).toThrow('UNIQUE');
  expect(() =>
    db.exec("INSERT INTO draft_transaction VALUES ('d9', 'nobody', 0, 'vog', NULL, 0, NULL, NULL)"),
  ).toThrow('FOREIGN KEY');
  expect(() => db.exec("DELETE FROM visit WHERE visit_id = 'v2'")).toThrow('FOREIGN KEY');
  db.exec("DELETE FROM draft_transaction; DELETE FROM visit WHERE visit_id = 'v1'");
  expect(db.prepare('SELECT payment_id FROM card_payment').pluck().all()).toEqual(['p2']);
  db.close();
});
