import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../../electron/core/store/migrate.ts';
import { migrations } from '../../../electron/core/store/migrations/index.ts';
import { testKey } from '../../helpers/store.ts';

test('what waited before it was kept since when each waits, waits since it was made', () => {
  const db = new Database(':memory:');
  migrate(
    db,
    migrations.filter(({ version }) => version < 371),
    testKey,
  );
  const add = db.prepare(
    `INSERT INTO outbox_item (item_id, kind, visit_id, entity_id, order_key, label, state, reason, created_at)
     VALUES (@id, 'zaak', 'v1', @id, @id, 'Z1', @state, @reason, '2026-11-23T08:00:00.000Z')`,
  );
  add.run({ id: 'old', state: 'queued', reason: 'Het zaaksysteem antwoordt niet.' });
  add.run({ id: 'new', state: 'queued', reason: '{"code":"silent","system":"zaken","data":{},"fields":[]}' });
  add.run({ id: 'done', state: 'done', reason: null });
  migrate(db, migrations, testKey);
  expect(db.prepare('SELECT item_id, moved_at, waits_for FROM outbox_item ORDER BY seq').all()).toEqual([
    { item_id: 'old', moved_at: '2026-11-23T08:00:00.000Z', waits_for: null },
    { item_id: 'new', moved_at: '2026-11-23T08:00:00.000Z', waits_for: 'zaken' },
    { item_id: 'done', moved_at: null, waits_for: null },
  ]);
  db.close();
});
