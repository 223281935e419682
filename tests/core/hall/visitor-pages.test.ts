import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { createEvents } from '../../../electron/core/events.ts';
import { createHall } from '../../../electron/core/hall/index.ts';
import { Config } from '../../../electron/core/settings/config-schema.ts';
import { VisitorPlace } from '../../../shared/contract/visitor-place.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { createTestIds } from '../../helpers/ids.ts';
import { createTestLog } from '../../helpers/log.ts';
import { openTestStore } from '../../helpers/store.ts';
import { hallConfig } from './config.ts';
import { act, good } from './engine-bench.ts';

const PAGE = { url: 'https://hal.test/', directions: { 2: 'left' } };

function openHall(visitorPage: { url: string } | null = PAGE) {
  const clock = createTestClock('2026-11-23T09:00:00.000Z');
  const store = openTestStore({ clock });
  const base = hallConfig();
  const config = Config.parse({ ...base, display: { ...base.display, ...(visitorPage && { visitorPage }) } });
  const hall = createHall({
    log: createTestLog(),
    store,
    clock,
    ids: createTestIds(),
    config,
    events: createEvents(store.afterCommit),
  });
  onTestFinished(() => hall.stop());
  const take = async (group = 'A') => good(await hall.selfService.issue({ commandId: randomUUID(), group }));
  const find = (page: string | null) =>
    hall.visitorPages.find(new URL(page ?? '').pathname.replace('/w/', ''));
  return { clock, store, hall, take, find };
}

test('the address is of this ticket alone, is not its id, and is the same when it is asked again', async () => {
  const { take, hall } = openHall();
  const [one, two] = [await take(), await take()];
  expect(one.page).toMatch(/^https:\/\/hal\.test\/w\/[\w-]{22}$/);
  expect(two.page).not.toBe(one.page);
  expect(one.page).not.toContain(one.ticket.ticketId);
  const commandId = randomUUID();
  const pages = [1, 2].map(() => hall.selfService.issue({ commandId, group: 'A' }));
  const [first, again] = await Promise.all(pages);
  expect(first && good(first).page).toBe(again && good(again).page);
});

test('without a web address in the configuration there is no page', async () => {
  const { take } = openHall(null);
  expect((await take()).page).toBeNull();
});

test('a visitor sees his place, his counter and where it is, and when it is over', async () => {
  const { take, find, hall } = openHall();
  const [first, second] = [await take(), await take()];
  await take('B');
  expect(await find(second.page)).toMatchObject({
    number: 'A002',
    state: 'waiting',
    before: 1,
    expected: null,
    counter: null,
  });
  good(await hall.engine.callNext(act(2)));
  expect(await find(first.page)).toMatchObject({
    state: 'called',
    counter: 2,
    direction: 'left',
    before: null,
  });
  expect(await find(second.page)).toMatchObject({ state: 'waiting', before: 0 });
  const { ticketId } = first.ticket;
  good(await hall.engine.noShow({ ...act(2), ticketId }));
  expect(await find(first.page)).toMatchObject({ state: 'missed', counter: null, direction: null });
  good(await hall.engine.recall({ ...act(3), ticketId }));
  expect(await find(first.page)).toMatchObject({ state: 'called', counter: 3, direction: null });
  good(await hall.engine.hold({ ...act(3), ticketId, wish: { note: 'Formulier invullen' } }));
  expect(await find(first.page)).toMatchObject({ state: 'held', counter: 3 });
  good(await hall.engine.resume({ ...act(3), ticketId }));
  good(await hall.engine.finish({ ...act(3), ticketId }));
  expect(await find(first.page)).toMatchObject({ state: 'done', counter: null });
});

test('an address ends with the day, and one that was made up was never there', async () => {
  const { take, find, clock, hall } = openHall();
  const { page } = await take();
  expect(await hall.visitorPages.find('a'.repeat(22))).toBeNull();
  clock.jumpTo('2026-11-23T22:59:59.000Z');
  expect(await find(page)).not.toBeNull();
  clock.jumpTo('2026-11-23T23:00:01.000Z');
  expect(await find(page)).toBeNull();
});

test('however many look, the hall is read once after each change', async () => {
  const { take, find, hall } = openHall();
  const { page } = await take();
  let reads = 0;
  const { today } = hall.engine;
  Object.assign(hall.engine, {
    today: () => {
      reads += 1;
      return today();
    },
  });
  await Promise.all(Array.from({ length: 50 }, () => find(page)));
  expect(reads).toBe(1);
  await take();
  await Promise.all(Array.from({ length: 50 }, () => find(page)));
  expect(reads).toBe(2);
});

test('who comes by appointment has no place in the order of arrival', async () => {
  const { find, hall } = openHall();
  const appointment = { reference: 'afspraak-1', at: '2026-11-23T09:30:00.000Z' };
  const by = { commandId: randomUUID(), group: 'A', origin: 'dispenser', staffId: null } as const;
  const { page } = good(await hall.issue({ ...by, appointment }));
  expect(await find(page)).toMatchObject({ state: 'waiting', before: null, expected: null });
});

test('what is told has no place for anything about a person', async () => {
  expect(Object.keys(VisitorPlace.shape).sort()).toEqual([
    'awaySince',
    'before',
    'counter',
    'direction',
    'expected',
    'now',
    'number',
    'state',
  ]);
  const { take, find } = openHall();
  const told = await find((await take()).page);
  expect(VisitorPlace.parse(told)).toEqual(told);
});
