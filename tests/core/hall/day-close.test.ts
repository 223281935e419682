import { onTestFinished, expect, test } from 'vitest';
import { createDayClose } from '../../../electron/core/hall/day-close.ts';
import { createSqliteHall } from '../../../electron/core/hall/sqlite-hall.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { createTestIds } from '../../helpers/ids.ts';
import { createTestLog } from '../../helpers/log.ts';
import { openTestStore } from '../../helpers/store.ts';
import { hallConfig } from './config.ts';
import { act, callNext, good, take } from './engine-bench.ts';

const MINUTE = 60_000;

/** A hall at ten on a Monday morning, in winter; `visited`: the tickets with an open visit. */
function openHall(closingTime?: string) {
  const clock = createTestClock();
  const base = hallConfig();
  const config = { ...base, hall: { ...base.hall, ...(closingTime && { closingTime }) } };
  const engine = createSqliteHall({ store: openTestStore({ clock }), clock, ids: createTestIds(), config });
  const visited = new Set<string>();
  const audited: string[] = [];
  const start = () => {
    const closing = createDayClose({
      engine,
      clock,
      config,
      log: createTestLog(),
      audit: { record: ({ action, detail }) => void audited.push(`${action} ${detail}`) },
      seats: () => [],
      hasOpenVisit: (ticketId) => visited.has(ticketId),
    });
    onTestFinished(() => closing.stop());
    return closing;
  };
  onTestFinished(() => engine.stop());
  const left = async (day = '2026-11-23') =>
    (await engine.leftOver({ from: day, to: day })).map(({ number }) => number);
  return { clock, engine, visited, audited, start, left };
}

test('what is left of a day is closed after midnight; who is at a counter with a visit is not', async () => {
  const { clock, engine, visited, audited, start, left } = openHall();
  start();
  const { ticketId } = await take(engine);
  await take(engine);
  await callNext(engine);
  visited.add(ticketId);
  clock.jumpTo('2026-11-23T22:59:00.000Z');
  await clock.advance(0);
  expect(await left()).toEqual(['A001', 'A002']);
  expect(audited).toEqual([]);
  await clock.advance(6 * MINUTE);
  expect(await left()).toEqual(['A001']);
  expect((await engine.current(1))?.ticketId).toBe(ticketId);
  expect(audited).toEqual(['hall.dayClosed 1']);
  await clock.advance(60 * MINUTE);
  expect(audited).toEqual(['hall.dayClosed 1']);
  visited.delete(ticketId);
  await clock.advance(5 * MINUTE);
  expect(await left()).toEqual([]);
  expect(await engine.current(1)).toBeNull();
});

test('a PC that was off over night closes yesterday at its start, and not today', async () => {
  const { clock, engine, start, left } = openHall();
  await take(engine);
  clock.jumpTo('2026-11-24T06:30:00.000Z');
  const early = await take(engine);
  start();
  await clock.advance(0);
  expect(await left()).toEqual([]);
  expect(await left('2026-11-24')).toEqual([early.number]);
});

test('at the closing time the day is closed once; who gets a number later is helped', async () => {
  const { clock, engine, start, left } = openHall('18:00');
  start();
  await take(engine);
  clock.jumpTo('2026-11-23T16:58:00.000Z');
  await clock.advance(0);
  expect(await left()).toEqual(['A001']);
  await clock.advance(7 * MINUTE);
  expect(await left()).toEqual([]);
  const late = await take(engine);
  await clock.advance(30 * MINUTE);
  expect(await left()).toEqual([late.number]);
  clock.jumpTo('2026-11-24T06:00:00.000Z');
  await clock.advance(5 * MINUTE);
  expect(await left()).toEqual([]);
});

test('the closing of today says what is left, and closes it for whom asked it', async () => {
  const { engine, visited, start, left } = openHall();
  const closing = start();
  const held = await take(engine);
  await callNext(engine);
  good(await engine.hold({ ...act(), ticketId: held.ticketId, wish: { note: '', heldBy: 'Joke Jansen' } }));
  const { ticketId } = await take(engine);
  await callNext(engine);
  visited.add(ticketId);
  await take(engine);
  expect(await closing.leftOver()).toEqual({ waiting: 1, held: 1, noShow: 0, atCounter: 1 });
  expect(await closing.closeToday('teamleider-1')).toBe(2);
  expect(await left()).toEqual(['A002']);
});
