import { expect, onTestFinished, test } from 'vitest';
import { createSqliteHall } from '../../../../electron/core/hall/sqlite-hall.ts';
import { withHallServer } from '../../../../electron/core/hall/postgres/at-once.ts';
import type { HallServer, Run } from '../../../../electron/core/hall/postgres/hall-database.ts';
import { moveHall } from '../../../../electron/core/hall/postgres/move.ts';
import { rebuildPostgresHall } from '../../../../electron/core/hall/postgres/rebuild.ts';
import { createTestClock } from '../../../helpers/clock.ts';
import { createIds } from '../../../../electron/hosting/system.ts';
import { openTestStore } from '../../../helpers/store.ts';
import { hallConfig } from '../config.ts';
import { act, callNext, good, take, undoable } from '../engine-bench.ts';
import { openHall, postgresOfFile } from './hall-bench.ts';

const cluster = postgresOfFile();

/** A day in full swing on one workstation, after a day that is over. */
async function busyHall() {
  const clock = createTestClock('2026-11-22T10:00:00Z');
  const store = openTestStore({ clock });
  const engine = createSqliteHall({ store, clock, ids: createIds(), config: hallConfig() });
  onTestFinished(() => engine.stop());
  await take(engine);
  good(await engine.finish({ ...act(), ticketId: (await callNext(engine)).ticketId }));
  await clock.advance(24 * 3_600_000);
  for (const group of ['A', 'B', 'A', 'B', 'B']) await take(engine, group);
  const away = await callNext(engine, 2);
  good(await engine.noShow({ ...act(2), ticketId: away.ticketId }));
  good(await engine.startWithoutTicket({ ...act(3), group: 'A' }));
  await callNext(engine, 2);
  good(await engine.undo({ ...act(2), actionId: await undoable(engine, 2) }));
  const action = act(1);
  const called = good(await engine.callNext(action));
  if (!called) throw new Error('nobody waits');
  return { clock, store, engine, action, called };
}

type Hall = Awaited<ReturnType<typeof busyHall>>;

const move = (server: HallServer, { store }: Pick<Hall, 'store'>, keep = true) =>
  withHallServer(server, (run) => moveHall(run, { store, location: 'stadhuis', keep }));

/** A queue without what is of one engine: its revision and the ids of its undo. */
async function seen({ queue, board }: Hall['engine']) {
  const { revision: _revision, undo: _undo, ...rest } = await queue(1);
  const { revision: _board, ...shown } = await board();
  return { ...rest, board: shown };
}

test('a day in full swing goes on in the database: same queue, same visitors at the counters, next numbers, same answers', async () => {
  const hall = await busyHall();
  const before = await seen(hall.engine);
  const server = await cluster().hall();
  expect(await move(server, hall)).toEqual({ outcome: 'moved', events: 14, tickets: 7, unreadable: [] });

  const shared = await openHall(server, hall.clock);
  expect(await seen(shared)).toEqual(before);
  expect((await take(shared, 'A')).number).toBe('A004');
  expect((await take(shared, 'B')).number).toBe('B004');
  // A click that was repeated because its answer was lost.
  expect(good(await shared.callNext(hall.action))?.ticketId).toBe(hall.called.ticketId);
  good(await shared.finish({ ...act(1), ticketId: hall.called.ticketId }));
  const days = { from: '2026-11-22', to: '2026-11-22' };
  expect(await shared.history(days)).toEqual(await hall.engine.history(days));
  const rebuilt = await withHallServer(server, (run) =>
    rebuildPostgresHall(run, 'stadhuis', { mend: false }),
  );
  expect(rebuilt.days).toEqual([]);
});

test('a second time nothing is done, also when the database went on', async () => {
  const hall = await busyHall();
  const server = await cluster().hall();
  await move(server, hall);
  const shared = await openHall(server, hall.clock);
  await take(shared, 'A');
  await callNext(shared, 2);
  const before = await seen(shared);
  expect(await move(server, hall)).toEqual({ outcome: 'thereAlready', events: 14 });
  expect(await seen(shared)).toEqual(before);
  expect((await take(shared, 'A')).number).toBe('A005');
});

test('cut off in the middle nothing is there, and the next run takes all of it', async () => {
  const hall = await busyHall();
  const server = await cluster().hall();
  const count = async (table: string) =>
    (await cluster().admin(server.database, `SELECT count(*)::int AS n FROM waarmee.${table}`))[0]?.['n'];
  let cutAt = 1;
  let statements = 0;
  const cut =
    (run: Run): Run =>
    async (statement) => {
      statements += 1;
      if (statements === cutAt) {
        // Like a plug that is pulled: the server ends the session, nobody says goodbye.
        await cluster().admin(
          server.database,
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'waarmee_hall' AND datname = '${server.database}'`,
        );
      }
      return run(statement);
    };
  const attempt = () => {
    statements = 0;
    return withHallServer(server, (run) =>
      moveHall(cut(run), { store: hall.store, location: 'stadhuis', keep: true }),
    );
  };
  const rows = async () => [
    await count('hall_event'),
    await count('hall_ticket'),
    await count('hall_command'),
    await count('hall_number'),
  ];
  let answer = await attempt().catch(() => null);
  for (; answer === null; answer = await attempt().catch(() => null)) {
    expect(await rows()).toEqual([0, 0, 0, 0]);
    cutAt += 1;
  }
  expect(answer.outcome).toBe('moved');
  expect(cutAt).toBeGreaterThan(10);
  expect([await count('hall_event'), await count('hall_ticket')]).toEqual([14, 7]);
});

test('only looking changes nothing', async () => {
  const hall = await busyHall();
  const server = await cluster().hall();
  expect(await move(server, hall, false)).toMatchObject({ outcome: 'moved', events: 14, tickets: 7 });
  expect(await cluster().admin(server.database, 'SELECT * FROM waarmee.hall_event')).toEqual([]);
  expect(await move(server, hall)).toMatchObject({ outcome: 'moved' });
});

test('a database that has other tickets of the same day is left as it is, its day named', async () => {
  const hall = await busyHall();
  const server = await cluster().hall();
  const shared = await openHall(server, hall.clock);
  await take(shared, 'B');
  const before = await seen(shared);
  expect(await move(server, hall)).toEqual({ outcome: 'refused', days: ['2026-11-23'] });
  expect(await seen(shared)).toEqual(before);
  const rows = await cluster().admin(server.database, `SELECT day FROM waarmee.hall_event`);
  expect(rows).toEqual([{ day: '2026-11-23' }]);
});

test('a file that went on after it was moved is refused: nobody is called twice', async () => {
  const hall = await busyHall();
  const server = await cluster().hall();
  await move(server, hall);
  await take(hall.engine, 'A');
  expect(await move(server, hall)).toEqual({ outcome: 'refused', days: ['2026-11-23'] });
});

test('another location in the database is no hindrance and is not touched', async () => {
  const hall = await busyHall();
  const server = await cluster().hall();
  const elsewhere = await openHall(server, hall.clock, {
    config: { ...hallConfig(), location: { id: 'wijkpost', name: 'Wijkpost' } },
  });
  await take(elsewhere, 'A');
  expect(await move(server, hall)).toMatchObject({ outcome: 'moved', tickets: 7 });
  expect((await take(elsewhere, 'A')).number).toBe('A002');
  expect((await elsewhere.queue(1)).waiting).toHaveLength(2);
});

test('a large hall is taken over in its order', async () => {
  const clock = createTestClock();
  const store = openTestStore({ clock });
  const engine = createSqliteHall({ store, clock, ids: createIds(), config: hallConfig() });
  onTestFinished(() => engine.stop());
  for (let count = 0; count < 1_300; count += 1) await take(engine, count % 3 === 0 ? 'B' : 'A');
  const server = await cluster().hall();
  expect(await move(server, { store })).toMatchObject({ outcome: 'moved', events: 1_300 });
  const shared = await openHall(server, clock);
  const numbers = async (of: typeof engine) => (await of.queue(1)).waiting.map(({ number }) => number);
  expect(await numbers(shared)).toEqual(await numbers(engine));
});

test('who checked in for an appointment keeps it, and checks in nobody twice', async () => {
  const clock = createTestClock();
  const store = openTestStore({ clock });
  const engine = createSqliteHall({ store, clock, ids: createIds(), config: hallConfig() });
  onTestFinished(() => engine.stop());
  const appointment = { reference: 'afspraak-1', at: '2026-11-23T09:15:00.000Z' };
  const checkIn = (of: typeof engine) =>
    of.issue({ commandId: act().commandId, group: 'A', origin: 'clerk', staffId: null, appointment });
  const ticket = good(await checkIn(engine));
  const server = await cluster().hall();
  expect(await move(server, { store })).toMatchObject({ outcome: 'moved', tickets: 1 });
  const shared = await openHall(server, clock);
  expect((await shared.checkedIn()).get('afspraak-1')).toEqual(ticket);
  expect(good(await checkIn(shared)).ticketId).toBe(ticket.ticketId);
});
