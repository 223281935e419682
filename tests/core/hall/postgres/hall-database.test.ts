import { onTestFinished, expect, test } from 'vitest';
import pg from 'pg';
import type { HallServer } from '../../../../electron/core/hall/postgres/hall-database.ts';
import { createPostgresHall } from '../../../../electron/core/hall/postgres/postgres-hall.ts';
import { createIds, systemClock } from '../../../../electron/hosting/system.ts';
import { makeCertificates } from '../../../../electron/practice/certificates.ts';
import { createTestLog } from '../../../helpers/log.ts';
import { openTestStore } from '../../../helpers/store.ts';
import { hallConfig } from '../config.ts';
import { act, good, take } from '../engine-bench.ts';
import { openHall, postgresOfFile, until } from './hall-bench.ts';

const { authority, key, certificate } = makeCertificates();
const secure = postgresOfFile({ tls: { key, cert: certificate } });
const plain = postgresOfFile();

/** Why a workstation with this configuration stays away, after it tried at least twice. */
async function whyAway(server: HallServer) {
  const log = createTestLog();
  const hall = createPostgresHall({
    server,
    store: openTestStore(),
    clock: systemClock,
    ids: createIds(),
    config: hallConfig(),
    log,
  });
  onTestFinished(() => hall.stop());
  const begun = performance.now();
  await until(() => performance.now() - begun > 1_000);
  const link = hall.link();
  expect(await hall.callNext(act())).toMatchObject({ ok: false, error: { code: 'hallUnavailable' } });
  return link.kind === 'away' ? link.why : link.kind;
}

test('many workstations that start at once on an empty database make its tables once', async () => {
  const server = await plain().hall();
  const halls = await Promise.all(Array.from({ length: 8 }, () => openHall(server, systemClock)));
  const tickets = await Promise.all(halls.map((hall) => take(hall)));
  expect(new Set(tickets.map(({ number }) => number)).size).toBe(8);
  const steps = await plain().admin(
    server.database,
    'SELECT version FROM waarmee.hall_schema ORDER BY version',
  );
  expect(steps.length).toBeGreaterThan(1);
  expect(steps).toEqual(steps.map((_, index) => ({ version: index + 1 })));
});

test('tables of a newer version are left alone', async () => {
  const server = await plain().hall();
  await (await openHall(server, systemClock)).stop();
  await plain().admin(server.database, 'INSERT INTO waarmee.hall_schema (version) VALUES (99)');
  expect(await whyAway(server)).toBe('newer');
  expect(await plain().admin(server.database, 'SELECT count(*)::int FROM waarmee.hall_event')).toEqual([
    { count: 0 },
  ]);
});

test('a wrong password is told apart from a server that is not there', async () => {
  const server = await plain().hall();
  expect(await whyAway({ ...server, password: 'verkeerd' })).toBe('refused');
  expect(await whyAway({ ...server, port: 1 })).toBe('unreachable');
});

test.each([
  ['make a table in the schema of everybody', 'CREATE TABLE public.x (a int)'],
  ['make a schema', 'CREATE SCHEMA eigen'],
  ['make a database', 'CREATE DATABASE eigen'],
  ['make a role', 'CREATE ROLE eigen'],
  ['read a table that is not of the hall', 'SELECT * FROM beheer.geheim'],
  ['read passwords', 'SELECT rolpassword FROM pg_authid'],
  ['read a file of the server', "SELECT pg_read_file('postgresql.conf')"],
  ['start a program on the server', "COPY (SELECT 1) TO PROGRAM 'true'"],
  ['use temporary tables', 'CREATE TEMP TABLE x (a int)'],
  [
    'stop the session of another',
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $$beheer$$',
  ],
])('the role of the hall may not %s', async (_, statement) => {
  const server = await plain().hall();
  await plain().admin(server.database, 'CREATE SCHEMA beheer; CREATE TABLE beheer.geheim (a int)');
  const other = new pg.Client(plain().asAdmin(server.database));
  await other.connect();
  const client = new pg.Client({ ...server, ssl: false });
  await client.connect();
  onTestFinished(async () => {
    await client.end();
    await other.end();
  });
  await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
});

test('an event that happened is not changed or removed', async () => {
  const server = await plain().hall();
  await take(await openHall(server, systemClock));
  const client = new pg.Client({ ...server, ssl: false });
  await client.connect();
  onTestFinished(() => client.end());
  for (const statement of [
    "UPDATE hall_event SET kind = 'called'",
    'DELETE FROM hall_event',
    'TRUNCATE hall_event',
  ])
    await expect(client.query(statement)).rejects.toThrow('append-only');
});

test('with the authority of its certificate a server is reached over TLS', async () => {
  const server = await secure().hall({ ca: authority });
  const hall = await openHall(server, systemClock);
  good(await hall.callNext(act()));
  const [row] = await secure().admin(
    server.database,
    `SELECT ssl, version FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE usename = 'waarmee_hall' AND datname = '${server.database}'`,
  );
  expect(row).toMatchObject({ ssl: true, version: 'TLSv1.3' });
});

test('a server with a certificate of somebody else, for another host, or without TLS gets no password', async () => {
  const server = await secure().hall({ ca: authority });
  expect(await whyAway({ ...server, ca: makeCertificates().authority })).toBe('unreachable');
  // 127.0.0.2 is the same server, but not the name in the certificate.
  expect(await whyAway({ ...server, host: '127.0.0.2' })).toBe('unreachable');
  expect(await whyAway({ ...(await plain().hall()), ca: authority })).toBe('unreachable');
});
