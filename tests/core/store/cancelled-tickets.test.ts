import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../../electron/core/store/migrate.ts';
import { testKey } from '../../helpers/store.ts';
import { migrations } from '../../../electron/core/store/migrations/index.ts';

test('a hall of before tickets could be cancelled keeps its events, tickets and order', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(
    db,
    migrations.filter(({ version }) => version < 171),
    testKey,
  );
  db.exec(`
    INSERT INTO hall_event (seq, event_id, command_id, location, day, kind, ticket_id, group_letter, ordinal, origin, at, undoes)
    VALUES (3, 'e1', 'c1', 'hal', '2026-11-23', 'issued', 't1', 'A', 1, 'dispenser', '2026-11-23T09:00:00.000Z', NULL),
      (5, 'e2', 'c2', 'hal', '2026-11-23', 'called', 't1', NULL, NULL, NULL, '2026-11-23T09:01:00.000Z', NULL),
      (7, 'e3', 'c3', 'hal', '2026-11-23', 'undone', 't1', NULL, NULL, NULL, '2026-11-23T09:02:00.000Z', 'e2');
    INSERT INTO hall_ticket VALUES ('t1', 'hal', '2026-11-23', 'A', 1, 'dispenser', 3, 'waiting', NULL, '2026-11-23T09:00:00.000Z',
      NULL, 0, NULL, 0, NULL, 'e1', 3, 'afspraak', '2026-11-23T09:10:00.000Z');
  `);
  const events = () =>
    db.prepare('SELECT seq, event_id, kind, undoes, appointment FROM hall_event ORDER BY seq').all();
  const tickets = () => db.prepare('SELECT * FROM hall_ticket').all();
  const before = [events(), tickets()];
  migrate(
    db,
    migrations.filter(({ version }) => version <= 171),
    testKey,
  );
  expect([events(), tickets()]).toEqual(before);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(() => db.exec(`DELETE FROM hall_event`)).toThrow('append-only');
  db.exec(`INSERT INTO hall_event (event_id, command_id, location, day, kind, ticket_id, reason, at)
    VALUES ('e4', 'c4', 'hal', '2026-11-23', 'cancelled', 't1', 'checkInUndone', '2026-11-23T09:03:00.000Z')`);
  expect(events().at(-1)).toMatchObject({ seq: 8, kind: 'cancelled' });
  db.close();
});
