import { expect, test } from 'vitest';
import type { HallServer } from '../../../../electron/core/hall/postgres/hall-database.ts';
import type { PostgresHall } from '../../../../electron/core/hall/postgres/postgres-hall.ts';
import type { Conflict } from '../../../../electron/core/hall/postgres/replay.ts';
import { systemClock } from '../../../../electron/hosting/system.ts';
import { createTestClock } from '../../../helpers/clock.ts';
import { openTestStore } from '../../../helpers/store.ts';
import { act, good, refusal, take, undoable } from '../engine-bench.ts';
import { openHall, postgresOfFile, startHall, until } from './hall-bench.ts';

// It is stopped as by a power cut: what was committed has to be on its disk.
const cluster = postgresOfFile({ durable: true });

/** What the database knows, in order: what happened to which number. */
async function eventsIn({ database }: HallServer): Promise<readonly string[]> {
  const rows = await cluster().admin(
    database,
    `SELECT e.kind || ' ' || (t.facts ->> 'group') || (t.facts ->> 'ordinal') AS what
     FROM waarmee.hall_event AS e JOIN waarmee.hall_ticket AS t USING (ticket_id) ORDER BY e.seq`,
  );
  return rows.map((row) => String(row['what']));
}

const isAway = (hall: PostgresHall) => until(() => hall.link().kind === 'away', 10_000);
const isBack = (hall: PostgresHall) => until(() => hall.link().kind === 'connected', 20_000);

test.each([
  ['stopped', () => cluster().stop(), () => cluster().start()],
  ['hanging', () => cluster().freeze(), () => cluster().thaw()],
])(
  'with the database %s a counter and a dispenser go on, and all of it is there once afterwards',
  async (_, leave, comeBack) => {
    const server = await cluster().hall();
    const store = openTestStore();
    const dispenser = await openHall(server, systemClock);
    const counter = await openHall(server, systemClock, { store });
    for (let count = 0; count < 3; count += 1) await take(dispenser);
    const first = good(await counter.callNext(act()));
    if (!first) throw new Error('nobody waits');
    const { waiting } = await counter.queue(1);
    expect(waiting.map(({ number }) => number)).toEqual(['A002', 'A003']);

    leave();
    const noticed = await Promise.all([isAway(counter), isAway(dispenser)]);
    expect(Math.max(...noticed)).toBeLessThan(5_000);
    const queue = await counter.queue(1);
    const board = await dispenser.board();
    expect([queue.awaySince, board.awaySince].map((since) => Date.parse(since ?? ''))).not.toContain(NaN);
    expect(queue).toMatchObject({ current: { number: 'A001' }, waiting, undo: null });
    expect(board).toMatchObject({ called: [{ number: 'A001', counter: 1 }] });

    // The visitor of this counter, to the end; another one is not called.
    const { ticketId } = first;
    good(await counter.recall({ ...act(), ticketId }));
    counter.arriveInStore({ counter: 1, staffId: 'medewerker-1', ticketId });
    const party = { persons: 3, also: ['B'] };
    expect(good(await counter.setParty({ ...act(), ticketId, party }))).toMatchObject(party);
    const other = waiting[0]?.ticketId ?? '';
    expect(refusal(await counter.setParty({ ...act(), ticketId: other, party }))).toBe('hallUnavailable');
    const split = { ...act(), ticketId, persons: 1, group: 'B' };
    expect(refusal(await counter.split(split))).toBe('hallUnavailable');
    expect(refusal(await counter.callNext(act()))).toBe('hallUnavailable');
    const finish = { ...act(), ticketId };
    expect(store.atomically(() => counter.finishInStore(finish))).toBe(true);
    expect(store.atomically(() => counter.finishInStore(finish))).toBe(true);
    expect(await counter.current(1)).toBeNull();
    // Walk-ins, with a second click.
    const start = { ...act(), group: 'B' };
    const walkIn = good(await counter.startWithoutTicket(start));
    expect(good(await counter.startWithoutTicket(start)).ticketId).toBe(walkIn.ticketId);
    expect(refusal(await counter.startWithoutTicket({ ...act(), group: 'B' }))).toBe('visitRunning');
    good(await counter.finish({ ...act(), ticketId: walkIn.ticketId }));
    const second = good(await counter.startWithoutTicket({ ...act(), group: 'A' }));
    // The dispenser goes on with the numbers that it has.
    const press = { commandId: act().commandId, group: 'A', origin: 'dispenser', staffId: null } as const;
    expect(good(await dispenser.issue(press)).number).toBe('A004');
    expect(good(await dispenser.issue(press)).number).toBe('A004');
    expect((await take(dispenser)).number).toBe('A005');
    expect((await take(dispenser, 'B')).number).toBe('B001');

    // The power goes at the counter too.
    await counter.stop();
    const restarted = startHall(server, systemClock, { store });
    expect(await restarted.current(1)).toMatchObject({ ticketId: second.ticketId, number: second.number });
    expect((await restarted.queue(1)).waiting).toEqual(waiting);

    comeBack();
    await Promise.all([isBack(restarted), isBack(dispenser)]);
    await until(async () => (await restarted.queue(1)).waiting.length === 5);
    expect((await restarted.queue(1)).awaySince).toBeNull();
    const events = await eventsIn(server);
    const [one, two] = ['B10101', 'A10102'];
    expect(events.filter((what) => /A1$|1010\d$/.test(what))).toEqual([
      'issued A1',
      'called A1',
      'recalled A1',
      'arrived A1',
      'changed A1',
      'finished A1',
      `walkIn ${one}`,
      `finished ${one}`,
      `walkIn ${two}`,
    ]);
    expect(events.filter((what) => what.startsWith('issued')).toSorted()).toEqual(
      ['A1', 'A2', 'A3', 'A4', 'A5', 'B1'].map((number) => `issued ${number}`),
    );
    expect(events).toHaveLength(14);
    good(await restarted.finish({ ...act(), ticketId: second.ticketId }));
    expect(good(await restarted.callNext(act()))?.number).toBe('A002');
  },
  60_000,
);

test('while the database is away a visitor is sent on with his number, and waits there when it is back', async () => {
  const server = await cluster().hall();
  const store = openTestStore();
  const counter = await openHall(server, systemClock, { store });
  const { ticketId } = await take(counter);
  good(await counter.callNext(act()));
  cluster().stop();
  await isAway(counter);
  const sendOn = { ...act(), ticketId, group: 'B' };
  expect(refusal(store.atomically(() => counter.sendOnInStore({ ...sendOn, group: 'Z' })))).toBe(
    'invalidInput',
  );
  good(store.atomically(() => counter.sendOnInStore(sendOn)));
  good(store.atomically(() => counter.sendOnInStore(sendOn)));
  expect(await counter.current(1)).toBeNull();
  cluster().start();
  await isBack(counter);
  await until(async () => (await eventsIn(server)).length === 3);
  expect(await eventsIn(server)).toEqual(['issued B1', 'called B1', 'transferred B1']);
  expect(good(await counter.callNext(act()))).toMatchObject({ number: 'A001', group: 'B' });
});

test('the end of a visit that another counter has is not taken', async () => {
  const server = await cluster().hall();
  const store = openTestStore();
  const first = await openHall(server, systemClock, { store });
  const second = await openHall(server, systemClock);
  const { ticketId } = await take(first);
  await until(async () => (await second.queue(2)).waiting.length === 1);
  good(await second.callNext(act(2)));
  await until(async () => (await first.queue(1)).waiting.length === 0);
  expect(store.atomically(() => first.finishInStore({ ...act(1), ticketId }))).toBe(false);
  expect(await second.current(2)).toMatchObject({ ticketId });
});

test('a call that was carried out but answered too late is put back when the counter went on, and that is noted', async () => {
  const server = await cluster().hall();
  const conflicts: Conflict[] = [];
  const counter = await openHall(server, systemClock, { conflict: (one) => conflicts.push(one) });
  const { ticketId } = await take(counter);
  cluster().freeze();
  expect(refusal(await counter.callNext(act()))).toBe('hallUnavailable');
  const walkIn = good(await counter.startWithoutTicket({ ...act(), group: 'B' }));
  cluster().thaw();
  await isBack(counter);
  await until(async () => (await counter.queue(1)).current?.ticketId === walkIn.ticketId);
  await until(async () => (await counter.queue(1)).waiting.length === 1);
  const events = await eventsIn(server);
  // The claim came before the walk-in, or found the counter taken.
  const late = ['issued A1', 'called A1', 'putBack A1', 'walkIn B10101'];
  expect([late, ['issued A1', 'walkIn B10101']]).toContainEqual(events);
  const noted = { what: 'walkIn', why: `${ticketId} back to the hall` };
  expect(conflicts).toMatchObject(events.length === late.length ? [noted] : []);
});

test('what another did meanwhile with the same visitor stays, and what was done here is noted', async () => {
  const server = await cluster().hall();
  const conflicts: Conflict[] = [];
  const store = openTestStore();
  const first = await openHall(server, systemClock, { store });
  const { ticketId } = await take(first);
  good(await first.callNext(act()));
  cluster().stop();
  await isAway(first);
  good(await first.noShow({ ...act(), ticketId, reason: 'visitorLeft' }));
  await first.stop();
  cluster().start();
  // The clerk went on at another PC, as the same counter.
  const other = await openHall(server, systemClock);
  good(await other.finish({ ...act(), ticketId }));
  await openHall(server, systemClock, { store, conflict: (one) => conflicts.push(one) });
  expect(conflicts).toMatchObject([{ ticketId, what: 'noShow', why: 'visitFinished' }]);
  expect(await eventsIn(server)).toEqual(['issued A1', 'called A1', 'finished A1']);
});

test('a dispenser whose database went away in the evening has numbers when the hall opens', async () => {
  const server = await cluster().hall();
  const clock = createTestClock('2026-11-23T16:00:00.000Z');
  const store = openTestStore({ clock });
  const hall = await openHall(server, clock, { store });
  expect((await take(hall)).number).toBe('A001');
  const leased = () => store.db.prepare("SELECT 1 FROM hall_stock WHERE day = '2026-11-24'").all().length;
  await until(() => leased() === 2);
  cluster().stop();
  await isAway(hall);
  expect((await take(hall)).number).toBe('A002');
  clock.jumpTo('2026-11-24T07:30:00.000Z');
  expect((await take(hall)).number).toBe('A001');
  expect((await take(hall, 'B')).number).toBe('B001');
  expect((await take(hall)).number).toBe('A002');
  await hall.stop();

  cluster().start();
  const back = await openHall(server, clock, { store });
  await until(async () => (await back.queue(1)).waiting.length === 3);
  const waiting = (await back.queue(1)).waiting.map(({ number }) => number);
  expect(waiting).toEqual(['A001', 'B001', 'A002']);
  expect((await take(back)).number).toBe('A003');
});

test('nothing can be taken back while the database is away: the clerk is told why, and afterwards it is too late or done', async () => {
  const server = await cluster().hall();
  const hall = await openHall(server, systemClock);
  await take(hall);
  good(await hall.callNext(act()));
  const actionId = await undoable(hall);
  cluster().stop();
  await isAway(hall);
  expect((await hall.queue(1)).undo).toBeNull();
  const action = { ...act(), actionId };
  expect(refusal(await hall.undo(action))).toBe('hallUnavailable');
  cluster().start();
  await isBack(hall);
  const answer = await hall.undo(action);
  expect(answer.ok ? 'done' : answer.error.code).toMatch(/^(done|undoTooLate)$/);
  expect((await hall.queue(1)).current === null).toBe(answer.ok);
});
