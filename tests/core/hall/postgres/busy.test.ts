import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../../electron/hosting/system.ts';
import { createTestClock } from '../../../helpers/clock.ts';
import { openTestStore } from '../../../helpers/store.ts';
import { act, callNext, good, refusal, take } from '../engine-bench.ts';
import { openHall, postgresOfFile, until } from './hall-bench.ts';

const cluster = postgresOfFile();

/** Somebody else who holds on to what a statement locks, until `release`. */
async function holdOn(database: string, statement: string) {
  const client = new pg.Client(cluster().asAdmin(database));
  await client.connect();
  onTestFinished(() => client.end());
  await client.query(`BEGIN; SET search_path = waarmee; ${statement}`);
  return { release: () => client.query('ROLLBACK') };
}

test('a visitor whom somebody holds on to: the counter is told in two seconds, and the same click works later', async () => {
  const server = await cluster().hall();
  const hall = await openHall(server, systemClock);
  await take(hall);
  const { ticketId } = await callNext(hall);
  const held = await holdOn(
    server.database,
    `SELECT 1 FROM hall_ticket WHERE ticket_id = '${ticketId}' FOR UPDATE`,
  );
  const action = { ...act(), ticketId };
  const begun = performance.now();
  expect(refusal(await hall.noShow(action))).toBe('hallUnavailable');
  expect(performance.now() - begun).toBeLessThan(2_500);
  expect(hall.link().kind).toBe('connected');
  expect((await hall.current(1))?.state).toBe('called');
  await held.release();
  expect(good(await hall.noShow(action)).state).toBe('noShow');
});

test('a counter that somebody holds on to calls nobody, and nobody is lost', async () => {
  const server = await cluster().hall();
  const hall = await openHall(server, systemClock);
  const { ticketId } = await take(hall);
  const held = await holdOn(
    server.database,
    `SELECT pg_advisory_xact_lock(hashtextextended('stadhuis/1', 0))`,
  );
  const action = act();
  expect(refusal(await hall.callNext(action))).toBe('hallUnavailable');
  expect((await hall.queue(1)).waiting).toHaveLength(1);
  await held.release();
  expect(good(await hall.callNext(action))?.ticketId).toBe(ticketId);
});

test('the dispenser goes on with its stock when somebody holds on to the numbers, and the hall hears of it', async () => {
  const server = await cluster().hall();
  const hall = await openHall(server, systemClock);
  await take(hall);
  const held = await holdOn(server.database, 'LOCK TABLE hall_event IN SHARE MODE');
  expect((await take(hall)).number).toBe('A002');
  await held.release();
  expect((await take(hall)).number).toBe('A003');
  const rows = await cluster().admin(server.database, 'SELECT ticket_id FROM waarmee.hall_ticket');
  expect(rows).toHaveLength(3);
});

test('the end of a visit that can not be told now is told later, and not set aside', async () => {
  const server = await cluster().hall();
  const store = openTestStore();
  const hall = await openHall(server, systemClock, { store });
  await take(hall);
  const { ticketId } = await callNext(hall);
  const held = await holdOn(
    server.database,
    `SELECT 1 FROM hall_ticket WHERE ticket_id = '${ticketId}' FOR UPDATE`,
  );
  expect(store.atomically(() => hall.finishInStore({ ...act(), ticketId }))).toBe(true);
  const waiting = async () =>
    (
      await cluster().admin(
        server.database,
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )
    ).length;
  // It tried to tell it, and gave up waiting.
  await until(async () => (await waiting()) > 0);
  await until(async () => (await waiting()) === 0, 10_000);
  const pending = () => store.db.prepare('SELECT problem FROM hall_pending').all();
  expect(pending()).toEqual([{ problem: null }]);
  expect(await hall.current(1)).toBeNull();
  await held.release();
  await take(hall);
  expect(pending()).toEqual([]);
  const rows = await cluster().admin(
    server.database,
    `SELECT state FROM waarmee.hall_ticket WHERE ticket_id = '${ticketId}'`,
  );
  expect(rows).toEqual([{ state: 'finished' }]);
});

test('answers to commands of long ago are removed, those of late stay', async () => {
  const server = await cluster().hall();
  const clock = createTestClock();
  const hall = await openHall(server, clock);
  await take(hall);
  await cluster().admin(
    server.database,
    `INSERT INTO waarmee.hall_command SELECT 'oud-' || n, 'callNext 1 ', 'null', '2026-01-01T09:00:00.000Z' FROM generate_series(1, 1200) AS n`,
  );
  const count = async () =>
    (await cluster().admin(server.database, 'SELECT count(*)::int AS n FROM waarmee.hall_command'))[0]?.['n'];
  expect(await count()).toBe(1_201);
  await until(async () => {
    await clock.advance(10_000);
    return (await count()) === 1;
  }, 10_000);
});

test('an engine that was stopped says that its database is away', async () => {
  const hall = await openHall(await cluster().hall(), systemClock);
  await take(hall);
  await hall.stop();
  expect(hall.link()).toMatchObject({ kind: 'away' });
  expect(refusal(await hall.callNext(act()))).toBe('hallUnavailable');
});
