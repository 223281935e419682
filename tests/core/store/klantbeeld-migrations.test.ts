import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createKept } from '../../../electron/core/klantbeeld/kept.ts';
import { migrate } from '../../../electron/core/store/migrate.ts';
import { migrations } from '../../../electron/core/store/migrations/index.ts';
import { openTestStore, testKey } from '../../helpers/store.ts';

const AT = '2026-11-23T09:00:00.000Z';
const CONTACT = { kanaal: 'telefoon', onderwerp: 'Vraag', at: AT };
const TAAK = { handeling: 'Terugbellen', toelichting: '', assignedTo: null, since: AT };

test('what was kept stays: tasks become a source of their own, a zaak gets room for whose it is', () => {
  const db = new Database(':memory:');
  onTestFinished(() => void db.close());
  migrate(
    db,
    migrations.filter(({ version }) => version < 310),
    testKey,
  );
  const insert = db.prepare('INSERT INTO klantbeeld VALUES (?, ?, ?, ?)');
  const contacten = { items: [CONTACT], more: true };
  insert.run('999990019', 'contacten', AT, JSON.stringify({ ...contacten, taken: [TAAK] }));
  db.prepare('INSERT INTO zaak_status VALUES (?, ?, ?)').run('ZAAK-1', AT, '{"partial":false}');
  insert.run('999990019', 'zaken', AT, JSON.stringify({ items: [], more: false }));
  insert.run('999993653', 'contacten', AT, JSON.stringify({ ...contacten, taken: null }));
  migrate(db, migrations, testKey);
  const kept = createKept({ ...openTestStore(), db });
  expect(kept.get('999990019', 'contacten')).toEqual({ at: AT, told: contacten });
  expect(kept.get('999990019', 'taken')).toEqual({ at: AT, told: { items: [TAAK], more: true } });
  expect(kept.get('999990019', 'zaken')).toEqual({ at: AT, told: { items: [], more: false } });
  expect(kept.get('999993653', 'contacten')).toEqual({ at: AT, told: contacten });
  expect(kept.get('999993653', 'taken')).toBeUndefined();
  expect(kept.getZaak('ZAAK-1')).toEqual({ at: AT, told: { told: { partial: false }, subjects: [] } });
});
