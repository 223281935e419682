import { expect, onTestFinished, test } from 'vitest';
import { createPersonalDataSweep } from '../../../electron/core/hall/index.ts';
import { openLocalHall } from '../../../electron/core/hall/postgres/local-hall.ts';
import { createSqliteHall } from '../../../electron/core/hall/sqlite-hall.ts';
import { rebuildSqliteHall } from '../../../electron/core/hall/sqlite-rebuild.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { createTestIds } from '../../helpers/ids.ts';
import { openTestStore } from '../../helpers/store.ts';
import { hallConfig } from './config.ts';
import { take } from './engine-bench.ts';
import { PERSONAL, personalDay, withoutReference } from './long-ago.ts';

const DAY = { from: '2026-11-23', to: '2026-11-23' };

async function hallOfADay() {
  const clock = createTestClock();
  const store = openTestStore({ clock });
  const engine = createSqliteHall({ store, clock, ids: createTestIds(), config: hallConfig() });
  onTestFinished(() => engine.stop());
  await personalDay(engine, '2026-11-23T09:00:00.000Z');
  const kept = () =>
    JSON.stringify(
      ['hall_event', 'hall_ticket'].map((table) => store.db.prepare(`SELECT * FROM ${table}`).all()),
    );
  const sweep = createPersonalDataSweep(store, 30);
  const removed = () => store.atomically(() => sweep.removeBatch(clock.now()));
  return { clock, store, engine, kept, removed };
}

test('after the days of the retention nobody is named, and the figures and a rebuild are as before', async () => {
  const { clock, store, engine, kept, removed } = await hallOfADay();
  const figures = withoutReference(await engine.history(DAY));
  clock.jumpTo('2026-12-23T09:00:00.000Z');
  const today = await take(engine);
  expect(removed()).toBe(0);
  for (const personal of PERSONAL) expect(kept()).toContain(personal);

  clock.jumpTo('2026-12-24T09:00:00.000Z');
  // All but the press on the dispenser.
  expect(removed()).toBe(6);
  expect(removed()).toBe(0);
  for (const personal of PERSONAL) expect(kept()).not.toContain(personal);
  expect(withoutReference(await engine.history(DAY))).toEqual(figures);
  expect(rebuildSqliteHall(store, 'stadhuis', { mend: false })).toMatchObject({ tickets: 3, days: [] });
  expect(await engine.ticket(today.ticketId)).toEqual(today);
});

test('what the shared hall could not take is forgotten in time, and what it still has to take is not', async () => {
  const { clock, store, removed } = await hallOfADay();
  const local = openLocalHall(store, 'stadhuis');
  for (const commandId of ['refused', 'not yet sent']) {
    const who = { ticketId: 't1', counter: 1, staffId: 'medewerker-1', undoes: null, details: {} };
    const when = { day: '2026-11-23', at: '2026-11-23T09:00:00.000Z' };
    const event = { eventId: commandId, commandId, kind: 'finished', ...who, ...when } as const;
    store.atomically(() => local.add({ request: 'finish', event }));
  }
  store.atomically(() => local.setAside('refused', 'notFound'));
  const pending = () => store.db.prepare('SELECT command_id FROM hall_pending ORDER BY seq').pluck().all();
  clock.jumpTo('2026-12-23T09:00:00.000Z');
  removed();
  expect(pending()).toEqual(['refused', 'not yet sent']);
  clock.jumpTo('2026-12-24T09:00:00.000Z');
  removed();
  expect(removed()).toBe(1);
  expect(pending()).toEqual(['not yet sent']);
});

test.each([
  ["UPDATE hall_event SET kind = 'finished'"],
  ['UPDATE hall_event SET staff_id = NULL'],
  ["UPDATE hall_event SET staff_id = NULL, appointment = NULL, wish = json_replace(wish, '$.note', '')"],
  [
    "UPDATE hall_event SET staff_id = NULL, appointment = NULL, wish = json_replace(wish, '$.note', '', '$.heldBy', NULL, '$.colleague', NULL), at = ''",
  ],
  ['DELETE FROM hall_event'],
])('an event is not changed or removed otherwise: %s', async (statement) => {
  const { store } = await hallOfADay();
  expect(() => store.db.exec(statement)).toThrow('append-only');
});
