import { expect, onTestFinished, test } from 'vitest';
import { createEvents } from '../../../electron/core/events.ts';
import { createHall, publicBoard } from '../../../electron/core/hall/index.ts';
import { Config } from '../../../electron/core/settings/config-schema.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { createTestIds } from '../../helpers/ids.ts';
import { createTestLog } from '../../helpers/log.ts';
import { openTestStore } from '../../helpers/store.ts';
import { hallConfig } from './config.ts';
import { act, callNext, good, take } from './engine-bench.ts';

function openBoards(sensitive: boolean) {
  const clock = createTestClock();
  const store = openTestStore({ clock });
  const base = hallConfig();
  const groups = base.hall.groups.map((group) => ({
    ...group,
    sensitive: sensitive && group.letter === 'B',
  }));
  const config = Config.parse({ ...base, hall: { ...base.hall, groups } });
  const events = createEvents(store.afterCommit);
  const hall = createHall({ log: createTestLog(), store, clock, ids: createTestIds(), config, events });
  onTestFinished(() => hall.stop());
  return { engine: hall.engine, whole: hall.board, shown: publicBoard(hall.board, config) };
}

test('of a sensitive group the displays know nothing, waiting or called, but a number and its counter', async () => {
  const { engine, whole, shown } = openBoards(true);
  const { ticketId } = await take(engine, 'B');
  await take(engine, 'A');
  const waiting = await shown.current();
  expect(waiting.waiting.map(({ letter }) => letter)).toEqual(['A']);
  expect(JSON.stringify(waiting)).not.toMatch(/Burgerzaken|B001/);
  good(await engine.callChosen({ ...act(2), ticketId, reason: 'agreed' }));
  const called = await shown.current();
  expect(called.called).toMatchObject([{ number: 'B001', counter: 2 }]);
  expect(JSON.stringify(called)).not.toContain('Burgerzaken');
  // The kiosk has to offer it.
  expect((await whole.current()).waiting.map(({ name }) => name)).toContain('Burgerzaken');
});

test('without such a group the displays know them all, and hear of each change', async () => {
  const { engine, whole, shown } = openBoards(false);
  let changes = 0;
  shown.onChange(() => (changes += 1));
  await take(engine, 'B');
  await callNext(engine);
  expect(changes).toBe(2);
  expect(await shown.current()).toEqual(await whole.current());
});
