import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { createAudit } from '../../electron/core/audit/index.ts';
import { createSqliteHall } from '../../electron/core/hall/sqlite-hall.ts';
import { openStore, type Store } from '../../electron/core/store/index.ts';
import { isErrand, runErrand } from '../../electron/hosting/errand.ts';
import { runHallTool } from '../../electron/hosting/hall-tool/run.ts';
import { takeInstanceLock } from '../../electron/hosting/instance-lock.ts';
import { parseHostOptions } from '../../electron/hosting/host-options.ts';
import { planHost } from '../../electron/hosting/prepare-host.ts';
import { openSecretsFile } from '../../electron/hosting/secrets-file.ts';
import { createIds, systemClock } from '../../electron/hosting/system.ts';
import { act, callNext, take } from '../core/hall/engine-bench.ts';
import { hallConfig } from '../core/hall/config.ts';
import { openHall } from '../core/hall/postgres/hall-bench.ts';
import { errandPlace } from '../helpers/errand.ts';
import { HALL_PASSWORD, type PostgresCluster, startPostgres } from '../helpers/postgres.ts';
import { checkpointWorker, testFolder } from '../helpers/store.ts';

let folder: string;
let data: string;
let config: string;
beforeEach(() => {
  folder = testFolder();
  data = path.join(folder, 'gegevens');
  config = path.join(folder, 'config.json');
  mkdirSync(data, { mode: 0o700 });
});

let cluster: PostgresCluster;
beforeAll(async () => {
  cluster = await startPostgres();
});
afterAll(() => cluster.remove());

async function run(...args: string[]) {
  const lines: string[] = [];
  const code = await runHallTool([...args, '--config', config, '--data', data], {
    facts: { platform: 'linux', env: { XDG_CONFIG_HOME: folder }, home: folder },
    checkpointWorker,
    say: (line) => lines.push(line),
  });
  return { code, text: lines.join('\n') };
}

/** Writes a configuration of a real hall with this engine. */
function configure(engine: object = { kind: 'sqlite' }): void {
  const { hall, ...rest } = hallConfig();
  writeFileSync(config, JSON.stringify({ ...rest, hall: { ...hall, engine } }));
}

/** The file of the workstation, as Waarmee makes it, with what `work` does in it. */
async function inFile<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const file = path.join(data, 'waarmee.db');
  const { storeKey } = openSecretsFile(path.join(data, 'secrets.json'), file);
  const store = openStore({ file, key: storeKey, checkpointWorker, clock: systemClock });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const openDay = () =>
  inFile(async (store) => {
    const hall = createSqliteHall({ store, clock: systemClock, ids: createIds(), config: hallConfig() });
    for (const group of ['A', 'B', 'A']) await take(hall, group);
    await callNext(hall);
    await hall.stop();
  });

const actions = () =>
  inFile(async (store) =>
    createAudit({ store, clock: systemClock })
      .list({ limit: 10 })
      .map(({ action }) => action),
  );

async function shared() {
  const server = await cluster.hall();
  const secrets = JSON.stringify({
    storeKey: openSecretsFile(
      path.join(data, 'secrets.json'),
      path.join(data, 'waarmee.db'),
    ).storeKey.toString('hex'),
    secrets: { wachtruimte: HALL_PASSWORD },
  });
  writeFileSync(path.join(data, 'secrets.json'), secrets, { mode: 0o600 });
  const { host, port, database, user } = server;
  configure({ kind: 'postgresql', host, port, database, user, secretName: 'wachtruimte' });
  return server;
}

test('rebuild says that all is well, or what differed and that it was put right', async () => {
  configure();
  await openDay();
  expect(await run('rebuild')).toEqual({
    code: 0,
    text: '3 nummers afgeleid uit 4 gebeurtenissen.\nAlles klopt: er was niets anders.',
  });
  await inFile(async ({ db }) =>
    db.exec(
      "DELETE FROM hall_ticket WHERE group_letter = 'B'; UPDATE hall_ticket SET counter = 5 WHERE state = 'called'",
    ),
  );
  const dry = await run('rebuild', '--dry-run');
  expect(dry.code).toBe(1);
  expect(dry.text).toMatch(/A001 \([\w-]+\): counter was 5, is 1$/m);
  expect(dry.text).toMatch(/B001 \([\w-]+\): ontbrak$/m);
  expect(dry.text).toMatch(/Er is niets veranderd\. Zonder --dry-run wordt dit rechtgezet\.$/);
  const mended = await run('rebuild');
  expect(mended.code).toBe(1);
  expect(mended.text).toMatch(/Wat anders was, is rechtgezet/);
  expect((await run('rebuild')).code).toBe(0);
  expect(await actions()).toEqual(['hall.rebuilt']);
});

test('while Waarmee runs on the folder nothing is mended or moved, but looking is allowed', async () => {
  configure();
  await openDay();
  const lock = takeInstanceLock(path.join(data, 'waarmee.lock'));
  // A lock of this very process counts as left behind, so it gets the number of one that lives.
  writeFileSync(path.join(data, 'waarmee.lock'), `${process.ppid}\n`);
  onTestFinished(() => lock.release());
  const refused = 'Waarmee draait op deze gegevensmap. Er is niets gedaan. Sluit Waarmee eerst.';
  await expect(run('rebuild')).rejects.toThrow(refused);
  expect((await run('rebuild', '--dry-run')).code).toBe(0);
  await shared();
  await expect(run('move')).rejects.toThrow(refused);
});

test('move takes the hall to the database of the configuration, once, and rebuild then looks there', async () => {
  configure();
  await openDay();
  await expect(run('move')).rejects.toThrow('hall.engine in de configuratie is geen postgresql');
  const server = await shared();
  expect((await run('move', '--dry-run')).text).toMatch(/^Over te brengen: 3 nummers met 4 gebeurtenissen\./);
  const moved = await run('move');
  expect(moved).toMatchObject({ code: 0 });
  expect(moved.text).toMatch(/^Overgebracht: 3 nummers met 4 gebeurtenissen\./);
  expect((await run('move')).text).toMatch(/^De wachtruimte was al overgebracht: alle 4 gebeurtenissen/);
  expect(await actions()).toEqual(['hall.moved']);

  const hall = await openHall(server, systemClock);
  expect((await hall.current(1))?.number).toBe('A001');
  expect((await take(hall, 'A')).number).toBe('A003');
  expect((await hall.callNext(act(2))).ok).toBe(true);

  expect((await run('rebuild')).text).toMatch(/Alles klopt/);
  await cluster.admin(server.database, `DELETE FROM waarmee.hall_ticket WHERE facts ->> 'group' = 'B'`);
  expect((await run('rebuild')).text).toMatch(/B001 \([\w-]+\): ontbrak/);
  expect((await run('rebuild')).code).toBe(0);
});

test('move refuses a database with other tickets of today, with the day', async () => {
  configure();
  await openDay();
  const server = await shared();
  const hall = await openHall(server, systemClock);
  await take(hall, 'A');
  const { code, text } = await run('move');
  expect(code).toBe(1);
  expect(text).toMatch(/^De database heeft al andere nummers van deze locatie op: \d{4}-\d\d-\d\d\./);
});

test('a database that is away, a wrong word and a missing file are each said, with what is safe', async () => {
  configure();
  await expect(run('rebuild')).rejects.toThrow(`Er is nog geen gegevensbestand in ${data}.`);
  await expect(run('verhuis')).rejects.toThrow('verhuis: dit woord hoort hier niet');
  await expect(run('move', 'nu')).rejects.toThrow('nu: dit woord hoort hier niet');
  await expect(run('move', '--dry')).rejects.toThrow('--dry: deze optie bestaat niet');
  await openDay();
  await shared();
  configure({ kind: 'postgresql', host: '127.0.0.1', port: 1, database: 'weg', secretName: 'wachtruimte' });
  await expect(run('move')).rejects.toThrow(
    /De database van de wachtruimte \(127\.0\.0\.1:1\/weg\) deed het niet: .*Wat niet klaar was, is niet gebeurd/,
  );
  expect((await run('help')).text).toMatch(/npm run hall -- rebuild/);
});

test('the same as an option of the program itself, with the secrets that it keeps', async () => {
  configure();
  await openDay();
  const facts = { platform: 'linux', env: {}, home: folder } as const;
  const errand = (...args: string[]) => {
    const options = parseHostOptions([...args, '--config', config, '--data', data]);
    expect(isErrand(options)).toBe(true);
    const files = { checkpointWorker, resourcesDir: folder };
    return runErrand(options, planHost(options, facts), files, {
      ...errandPlace(data),
      input: Readable.from([]),
    });
  };
  expect(await errand('--hall', 'rebuild', '--dry-run')).toEqual({
    exitCode: 0,
    text: '3 nummers afgeleid uit 4 gebeurtenissen.\nAlles klopt: er was niets anders.',
  });
  await expect(errand('--hall', 'move')).rejects.toThrow('hall.engine in de configuratie is geen postgresql');
  expect(() => errand('--hall', 'weg')).toThrow('--hall: weg — kies rebuild of move');
});
