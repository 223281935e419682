import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { createEvents } from '../../../electron/core/events.ts';
import { createHall } from '../../../electron/core/hall/index.ts';
import { createWaitForecast } from '../../../electron/core/hall/wait-forecast.ts';
import { Config } from '../../../electron/core/settings/config-schema.ts';
import type { DeviceRole } from '../../../shared/contract/device-protocol.ts';
import { BoardSnapshot } from '../../../shared/contract/hall.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { createTestIds } from '../../helpers/ids.ts';
import { createTestLog } from '../../helpers/log.ts';
import { openTestStore } from '../../helpers/store.ts';
import { hallConfig } from './config.ts';
import { act, callNext, good, take } from './engine-bench.ts';

const MINUTE = 60_000;

/** A hall with groups A and B, at ten o'clock in Amsterdam; B needs a camera when asked for. */
function openHall({ camera = false, attended = [] as readonly number[] } = {}) {
  const clock = createTestClock('2026-11-23T09:00:00.000Z');
  const store = openTestStore({ clock });
  const base = hallConfig();
  const needs = { devices: ['camera'], skills: [] };
  const groups = base.hall.groups.map((group) =>
    camera && group.letter === 'B' ? { ...group, needs } : group,
  );
  const config = Config.parse({ ...base, hall: { ...base.hall, groups } });
  const working = new Set<DeviceRole>(['camera']);
  const events = createEvents(store.afterCommit);
  const equipment = {
    working: () => working,
    broken: () => new Set<DeviceRole>(),
    onChange: () => () => undefined,
  };
  const hall = createHall({
    log: createTestLog(),
    store,
    clock,
    ids: createTestIds(),
    config,
    events,
    equipment,
    seats: () => attended.map((counter) => ({ counter, name: 'Medewerker', locked: false })),
  });
  onTestFinished(() => hall.stop());
  const { engine } = hall;
  /** A visit of so many minutes at a counter. */
  async function visit(minutes: number, counter = 1, group = 'A'): Promise<void> {
    await take(engine, group);
    const { ticketId } = await callNext(engine, counter);
    await clock.advance(minutes * MINUTE);
    good(await engine.finish({ ...act(counter), ticketId }));
  }
  const board = async () => BoardSnapshot.parse(await hall.board.current());
  const expected = async () => (await board()).waiting.map((group) => group.expected);
  return { ...hall, clock, working, visit, expected };
}

test('nobody can know before five visits were measured, and after that everybody is told', async () => {
  const { visit, expected, clock } = openHall();
  for (let count = 0; count < 4; count += 1) await visit(10);
  expect(await expected()).toEqual([null, null]);
  await visit(10);
  await clock.advance(5_000);
  // Nobody waits, the counter is free.
  expect(await expected()).toEqual([
    { fromMinutes: 0, toMinutes: 5 },
    { fromMinutes: 0, toMinutes: 5 },
  ]);
});

test('four before a visitor at one busy counter; half of it at two', async () => {
  const { visit, engine, expected, clock } = openHall();
  for (let count = 0; count < 5; count += 1) await visit(10);
  for (const group of ['A', 'A', 'B', 'A', 'A']) await take(engine, group);
  await callNext(engine);
  await clock.advance(5_000);
  // 5 ends of ten minutes: 50 - 1.2816 * sqrt(5) * 5 = 35.7 and 64.3 minutes.
  expect(await expected()).toEqual([
    { fromMinutes: 35, toMinutes: 65 },
    { fromMinutes: 35, toMinutes: 65 },
  ]);
  await callNext(engine, 2);
  await clock.advance(5_000);
  // 3 before him, 4 ends at two counters: (40 - 1.2816 * 2 * 5) / 2 = 13.6 and 26.4 minutes.
  expect((await expected())[0]).toEqual({ fromMinutes: 10, toMinutes: 30 });
});

test('the ticket says the wait of its own visitor, who is not before himself', async () => {
  const { visit, selfService, clock, engine } = openHall();
  for (let count = 0; count < 5; count += 1) await visit(10);
  await take(engine, 'B');
  await callNext(engine);
  await clock.advance(5_000);
  const first = good(await selfService.issue({ commandId: randomUUID(), group: 'A' }));
  const second = good(await selfService.issue({ commandId: randomUUID(), group: 'A' }));
  // 1 and 2 ends: 10 -+ 6.4, 20 -+ 9.06.
  expect(first).toMatchObject({ waitingBefore: 0, expected: { fromMinutes: 0, toMinutes: 20 } });
  expect(second).toMatchObject({ waitingBefore: 1, expected: { fromMinutes: 10, toMinutes: 30 } });
});

test('the visits of yesterday count until there are enough of today, but counters are open today', async () => {
  const { visit, expected, clock } = openHall();
  for (let count = 0; count < 8; count += 1) await visit(10);
  clock.jumpTo('2026-11-24T08:00:00.000Z');
  expect(await expected()).toEqual([null, null]);
  await visit(5);
  await clock.advance(5_000);
  expect((await expected())[0]).toEqual({ fromMinutes: 0, toMinutes: 5 });
});

test('a clerk who sits ready before the first call of the day is an open counter', async () => {
  const attended: number[] = [];
  const { visit, expected, clock } = openHall({ attended });
  for (let count = 0; count < 5; count += 1) await visit(10);
  clock.jumpTo('2026-11-24T08:00:00.000Z');
  expect(await expected()).toEqual([null, null]);
  attended.push(1);
  await clock.advance(5_000);
  expect((await expected())[0]).toEqual({ fromMinutes: 0, toMinutes: 5 });
});

test('a counter whose camera is down does not count for who needs one', async () => {
  const { visit, expected, clock, working } = openHall({ camera: true });
  for (let count = 0; count < 5; count += 1) await visit(10);
  await clock.advance(5_000);
  expect(await expected()).toEqual([
    { fromMinutes: 0, toMinutes: 5 },
    { fromMinutes: 0, toMinutes: 5 },
  ]);
  working.delete('camera');
  expect(await expected()).toEqual([{ fromMinutes: 0, toMinutes: 5 }, null]);
});

test('displays hear within a minute that the last counter closed, and nothing while nothing changes', async () => {
  const { visit, board, clock } = openHall();
  for (let count = 0; count < 5; count += 1) await visit(10);
  await clock.advance(MINUTE);
  let told = 0;
  board.onChange(() => (told += 1));
  await clock.advance(13 * MINUTE);
  expect(told).toBe(0);
  await clock.advance(2 * MINUTE);
  expect(told).toBe(1);
  expect((await board.current()).waiting[0]?.expected).toBeNull();
});

test('a history that cannot be read is nobody knows, and is tried again', async () => {
  const clock = createTestClock();
  let asked = 0;
  const forecast = createWaitForecast({
    engine: {
      history: () => {
        asked += 1;
        return Promise.reject(new Error('away'));
      },
      historyToday: () => Promise.resolve([]),
    },
    config: hallConfig(),
    clock,
    devicesAt: () => new Set(),
  });
  expect((await forecast.now())('A', new Map())).toBeNull();
  await forecast.now();
  expect(asked).toBe(1);
  await clock.advance(5_000);
  await forecast.now();
  expect(asked).toBe(2);
});
