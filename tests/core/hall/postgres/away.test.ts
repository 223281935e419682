import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../../electron/hosting/system.ts';
import { createTestLog } from '../../../helpers/log.ts';
import { openTestStore } from '../../../helpers/store.ts';
import { act, callNext, good, refusal, take } from '../engine-bench.ts';
import { openHall, postgresOfFile, until } from './hall-bench.ts';

// With fsync: a server that is ended at once must have what it said it has.
const cluster = postgresOfFile({ durable: true });
/** A counter says within so many milliseconds that the hall is away. */
const NOTICED_MS = 5000;

/** Two workstations on one hall, with a visitor at the first and one who waits; and the database as it answers now. */
async function twoCounters() {
  const server = await cluster().hall();
  const store = openTestStore({ clock: systemClock });
  const first = await openHall(server, systemClock, { store });
  const second = await openHall(server, systemClock);
  await take(first);
  const waiting = await take(first);
  const visit = await callNext(first, 1);
  await until(async () => (await second.queue(2)).waiting.length === 1);
  return { server, store, first, second, visit, waiting };
}

test.each([
  ['refuses connections', () => cluster().stop(), () => cluster().start()],
  ['hangs without a word', () => cluster().freeze(), () => cluster().thaw()],
])(
  'a database that %s: noticed in five seconds, the visit is finished all the same, and told on return',
  { timeout: 60_000 },
  async (_, leave, comeBack) => {
    const { server, store, first, second, visit, waiting } = await twoCounters();
    leave();
    let isBack = false;
    const back = () => {
      if (!isBack) comeBack();
      isBack = true;
    };
    onTestFinished(back);
    const noticed = await until(async () => (await first.queue(1)).awaySince !== null, NOTICED_MS);
    expect(noticed).toBeLessThan(NOTICED_MS);

    // What was known stays in sight, on the displays too; nobody new is called, and nobody waits for an answer.
    expect((await first.queue(1)).waiting.map(({ number }) => number)).toEqual([waiting.number]);
    expect((await first.board()).called.map(({ number }) => number)).toEqual([visit.number]);
    const asked = performance.now();
    expect(refusal(await first.callNext(act(1)))).toBe('hallUnavailable');
    expect(performance.now() - asked).toBeLessThan(2500);

    const end = { ...act(1), ticketId: visit.ticketId };
    expect(store.atomically(() => first.finishInStore(end))).toBe(true);
    expect(await first.current(1)).toBeNull();
    expect((await first.board()).called).toEqual([]);
    const ended = new Date().toISOString();

    back();
    await until(async () => (await first.queue(1)).awaySince === null, 15_000);
    await until(async () => (await second.board()).called.length === 0, 15_000);
    const events = await cluster().admin(
      server.database,
      'SELECT kind, counter, at <= $$' + ended + '$$ AS "inTime" FROM waarmee.hall_event ORDER BY seq',
    );
    expect(events.map(({ kind }) => kind)).toEqual(['issued', 'issued', 'called', 'finished']);
    expect(events.at(-1)).toEqual({ kind: 'finished', counter: 1, inTime: true });
    expect(store.db.prepare('SELECT count(*) AS n FROM hall_pending').get()).toEqual({ n: 0 });
    const other = good(await second.callNext(act(2)));
    expect(other?.number).toBe(waiting.number);
  },
);

test('an end that was not told before the program stopped is told by its next start, once', {
  timeout: 60_000,
}, async () => {
  const { server, store, first, visit } = await twoCounters();
  cluster().stop();
  let isBack = false;
  onTestFinished(() => {
    if (!isBack) cluster().start();
  });
  await until(async () => (await first.queue(1)).awaySince !== null, NOTICED_MS);
  const end = { ...act(1), ticketId: visit.ticketId };
  for (let twice = 0; twice < 2; twice += 1) store.atomically(() => first.finishInStore(end));
  await first.stop();
  cluster().start();
  isBack = true;
  const again = await openHall(server, systemClock, { store });
  await until(() => store.db.prepare('SELECT count(*) AS n FROM hall_pending').pluck().get() === 0);
  expect(await again.current(1)).toBeNull();
  const finished = await cluster().admin(
    server.database,
    `SELECT count(*)::int AS n FROM waarmee.hall_event WHERE kind = 'finished'`,
  );
  expect(finished).toEqual([{ n: 1 }]);
});

test('the end of a visit that another counter has is not taken', async () => {
  const { store, first, second, visit } = await twoCounters();
  good(await first.putBack({ ...act(1), ticketId: visit.ticketId }));
  await until(async () => (await second.queue(2)).waiting.length === 2);
  expect(good(await second.callNext(act(2)))?.ticketId).toBe(visit.ticketId);
  await until(async () => (await first.ticket(visit.ticketId))?.counter === 2);
  const end = { ...act(1), ticketId: visit.ticketId };
  expect(store.atomically(() => first.finishInStore(end))).toBe(false);
});

test('an end that the database refuses is logged and not told again', async () => {
  const { server, waiting } = await twoCounters();
  const store = openTestStore({ clock: systemClock });
  const end = { ...act(1), ticketId: waiting.ticketId };
  store.db
    .prepare('INSERT INTO hall_pending (command_id, action, at) VALUES (?, ?, ?)')
    .run(end.commandId, JSON.stringify(end), new Date().toISOString());
  const log = createTestLog();
  await openHall(server, systemClock, { store, log });
  await until(() => store.db.prepare('SELECT count(*) FROM hall_pending').pluck().get() === 0);
  expect(log.lines).toContainEqual(
    expect.objectContaining({
      event: 'hall.endRefused',
      fields: { ticketId: waiting.ticketId, code: 'noVisit' },
    }),
  );
});
