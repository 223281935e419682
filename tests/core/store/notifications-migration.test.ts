import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../../electron/core/store/migrate.ts';
import { testKey } from '../../helpers/store.ts';
import { migrations } from '../../../electron/core/store/migrations/index.ts';

test('what waits to be sent of before there were messages is kept, step by step', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(
    db,
    migrations.filter(({ version }) => version < 210),
    testKey,
  );
  db.exec(`
    INSERT INTO outbox_item (seq, item_id, kind, visit_id, entity_id, order_key, label, state, due_at, attempts, reason, created_at, done_at, exchange, assigned_to)
    VALUES (2, 'i1', 'zaak', 'v1', 't1', 'zaak:Z1', 'Z1', 'queued', '2026-11-23T09:00:00.000Z', 3, 'storing', '2026-11-23T08:00:00.000Z', NULL, NULL, NULL),
      (5, 'i2', 'klantcontact', 'v1', 'v1', 'klantcontact:v1', 'W1-1', 'parked', NULL, 1, 'geweigerd', '2026-11-23T08:00:00.000Z', NULL, '{"method":"POST"}', 'staff-1'),
      (6, 'i3', 'verification', 'v1', 'v1', 'verification:v1', 'W1-1', 'done', NULL, 0, NULL, '2026-11-23T08:00:00.000Z', '2026-11-23T08:01:00.000Z', NULL, NULL);
    INSERT INTO outbox_step (item_id, seq, name, state, chosen, answer)
    VALUES ('i1', 0, 'zaak', 'done', '{}', '{"url":"u"}'), ('i1', 1, 'rol:initiator', 'sending', '{"at":"x"}', NULL),
      ('i2', 0, 'actor', 'done', '{}', '{"uuid":"a"}');
  `);
  const items = () => db.prepare('SELECT * FROM outbox_item ORDER BY seq').all();
  const steps = () => db.prepare('SELECT * FROM outbox_step ORDER BY item_id, seq').all();
  const indexes = () =>
    db
      .prepare<[], string>(
        `SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name LIKE 'outbox%' AND sql IS NOT NULL ORDER BY name`,
      )
      .pluck()
      .all();
  const before = [items(), steps(), indexes()];
  migrate(
    db,
    migrations.filter(({ version }) => version < 371),
    testKey,
  );
  expect([items(), steps(), indexes()]).toEqual(before);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(() =>
    db.exec(`INSERT INTO outbox_step VALUES ('nobody', 0, 'zaak', 'sending', '{}', NULL)`),
  ).toThrow('FOREIGN KEY');
  db.exec(`DELETE FROM outbox_item WHERE item_id = 'i1'`);
  expect(steps()).toMatchObject([{ item_id: 'i2' }]);
  const add = db.prepare(
    `INSERT INTO outbox_item (item_id, kind, visit_id, entity_id, order_key, label, state, created_at)
     VALUES (?, ?, 'v1', ?, ?, 'W1-1', 'queued', '2026-11-23T08:00:00.000Z')`,
  );
  add.run('i4', 'notification', 'n1', 'notification:n1');
  expect(items().at(-1)).toMatchObject({ seq: 7, kind: 'notification' });
  expect(() => add.run('i5', 'telegram', 'n2', 'telegram:n2')).toThrow('CHECK');
  db.close();
});
