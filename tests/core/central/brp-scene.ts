import { readFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type Brp, createBrp, createCentralHealth } from '../../../electron/core/central/index.ts';
import type { Config } from '../../../electron/core/settings/config-schema.ts';
import type { Store } from '../../../electron/core/store/index.ts';
import { startPractice } from '../../../electron/practice/index.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { createTestIds } from '../../helpers/ids.ts';
import { createTestLog, type TestLog } from '../../helpers/log.ts';
import { openTestStore } from '../../helpers/store.ts';
import { type Gateway, openGateway } from '../sync/gateway.ts';

const personsFile = path.resolve(import.meta.dirname, '../../../resources/testdata/brp-testpersonen.json');

export interface BrpScene {
  readonly brp: Brp;
  readonly gateway: Gateway;
  readonly store: Store;
  readonly log: TestLog;
  /** How many requests reached the BRP. */
  readonly seen: () => number;
  /** The burgerservicenummers of all test persons. */
  readonly numbers: readonly string[];
}

/** The BRP of the practice environment, with the client in front of it. Everything ends with the test. */
export async function openBrpScene(
  headers: Readonly<Record<string, string>> = {},
  purposes: Config['central']['brp']['purposes'] = {},
): Promise<BrpScene> {
  const clock = createTestClock();
  const practice = await startPractice({ databaseFile: ':memory:', personsFile, clock, port: 0, tls: false });
  onTestFinished(() => practice.stop());
  const gateway = await openGateway(() => practice.origin);
  const store = openTestStore({ clock });
  const log = createTestLog();
  const brp = createBrp({
    config: { url: `${gateway.origin}/haalcentraal/api/brp`, secretName: 'brp', headers, purposes },
    timeoutSeconds: 5,
    secrets: { read: () => practice.credentials.brpApiKey },
    store,
    clock,
    ids: createTestIds(),
    log,
    health: createCentralHealth(clock),
  });
  onTestFinished(() => brp.stop());
  const persons = JSON.parse(readFileSync(personsFile, 'utf8')) as readonly { burgerservicenummer: string }[];
  return {
    brp,
    gateway,
    store,
    log,
    seen: () => gateway.seen.length,
    numbers: persons.map(({ burgerservicenummer }) => burgerservicenummer),
  };
}
