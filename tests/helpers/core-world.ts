import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type Core, type CoreDeps, createCore } from '../../electron/core/create-core.ts';
import { Config } from '../../electron/core/settings/config-schema.ts';
import { PRACTICE_SECRETS, practiceConfig } from '../../electron/hosting/practice-config.ts';
import { type Practice, startPractice } from '../../electron/practice/index.ts';
import { createTestClock, type TestClock } from './clock.ts';
import { createTestIds } from './ids.ts';
import { createLocalDevices } from './local-devices.ts';
import { createTestLog, type TestLog } from './log.ts';
import { checkpointWorker, placeEmptyStore, testFolder, testKey } from './store.ts';

const root = path.join(import.meta.dirname, '../..');

export interface World {
  readonly core: Core;
  readonly deps: CoreDeps;
  readonly practice: Practice;
  readonly clock: TestClock;
  readonly log: TestLog;
}

/** The registries of the practice environment, and what a core beside them is started with. */
export async function startWorld(): Promise<Omit<World, 'core'>> {
  const clock = createTestClock();
  const log = createTestLog();
  const practice = await startPractice({
    databaseFile: ':memory:',
    personsFile: path.join(root, 'resources/testdata/brp-testpersonen.json'),
    clock,
    port: 0,
    tls: false,
  });
  onTestFinished(() => practice.stop());
  const nowhere = { main: { kind: 'tcp', host: '127.0.0.1', port: 9 } } as const;
  const { credentials } = practice;
  const secrets = new Map<string, string>([
    [PRACTICE_SECRETS.zgw, credentials.zgwSecret],
    [PRACTICE_SECRETS.klantinteracties, credentials.klantinteractiesToken],
    [PRACTICE_SECRETS.brp, credentials.brpApiKey],
    [PRACTICE_SECRETS.agenda, credentials.agendaToken],
  ]);
  const places = {
    receiptPrinter: nowhere,
    ticketDispenser: nowhere,
    documentReader: nowhere,
    codeScanner: nowhere,
  };
  const { zgwClientId } = credentials;
  const dataDir = testFolder();
  placeEmptyStore(path.join(dataDir, 'waarmee.db'));
  const deps: CoreDeps = {
    config: Config.parse({
      ...practiceConfig({ origin: practice.origin, zgwClientId, displayPort: 0, ...places }),
      devices: [],
    }),
    dataDir,
    storeKey: testKey,
    clock,
    ids: createTestIds('world'),
    log,
    secrets: { read: (name) => secrets.get(name) },
    resourcesDir: path.join(root, 'resources'),
    fontsDir: path.join(root, 'resources/fonts'),
    logoFile: null,
    checkpointWorker,
    spawnDevices: null,
    localDevices: createLocalDevices(),
    practice: null,
    practiceAccounts: true,
    displays: { url: () => null, list: () => [], refresh: () => false },
    version: '0',
    checkOutputs: true,
  };
  return { deps, practice, clock, log };
}

/** A whole application beside the practice registries, without devices; ids and clock are the same in every run. */
export async function startCoreWorld(): Promise<World> {
  const world = await startWorld();
  const core = await createCore(world.deps);
  onTestFinished(() => core.stop());
  return { ...world, core };
}
