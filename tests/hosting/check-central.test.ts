import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { Config } from '../../electron/core/settings/config-schema.ts';
import { checkCentralSide } from '../../electron/hosting/check-central.ts';
import { PRACTICE_SECRETS, practiceConfig } from '../../electron/hosting/practice-config.ts';
import { systemClock } from '../../electron/hosting/system.ts';
import { startPractice } from '../../electron/practice/index.ts';
import { errandPlace } from '../helpers/errand.ts';
import { testFolder } from '../helpers/store.ts';

const resources = path.resolve(import.meta.dirname, '../../resources');
const nowhere = { main: { kind: 'tcp', host: '127.0.0.1', port: 9 } } as const;

/** A configuration of the practice servers, over TLS, with its secrets in a data folder. */
async function plan() {
  const practice = await startPractice({
    databaseFile: ':memory:',
    personsFile: path.join(resources, 'testdata/brp-testpersonen.json'),
    clock: systemClock,
    port: 0,
  });
  onTestFinished(() => practice.stop());
  const dataDir = testFolder();
  const { credentials, origin } = practice;
  const secrets = {
    [PRACTICE_SECRETS.zgw]: credentials.zgwSecret,
    [PRACTICE_SECRETS.klantinteracties]: credentials.klantinteractiesToken,
    [PRACTICE_SECRETS.brp]: credentials.brpApiKey,
    [PRACTICE_SECRETS.notify]: credentials.notifyApiKey,
  };
  writeFileSync(path.join(dataDir, 'secrets.json'), JSON.stringify({ storeKey: '0'.repeat(64), secrets }), {
    mode: 0o600,
  });
  writeFileSync(path.join(dataDir, 'ca.pem'), practice.authority ?? '');
  const raw = practiceConfig({
    origin,
    zgwClientId: credentials.zgwClientId,
    displayPort: 0,
    receiptPrinter: nowhere,
    ticketDispenser: nowhere,
    documentReader: nowhere,
    codeScanner: nowhere,
  });
  const config = Config.parse({ ...raw, central: { ...raw.central, caFile: 'ca.pem' }, devices: [] });
  return { practice, plan: { config, configDir: dataDir, dataDir } };
}

test('a configuration with which all is well', async () => {
  const { plan: good } = await plan();
  const { ok, lines } = await checkCentralSide(good, resources, errandPlace(good.dataDir));
  expect(lines.slice(0, 6).map((line) => line.replace(/-?[01] s$/, 'N s'))).toEqual([
    'goed  Zaken API, klok N s',
    'goed  Documenten API, klok N s',
    'goed  Catalogi API, klok N s',
    'goed  Klantinteracties API, klok N s',
    'goed  BRP, klok N s',
    'goed  NotifyNL, klok N s',
  ]);
  expect(lines).toContain('goed  Verhuizing doorgeven (BALIE-VERHUIZING)');
  expect(lines.at(-1)).toBe('Alles is in orde.');
  expect(ok).toBe(true);
});

test('what is wrong stands under its system, with what to do; products are not called good', async () => {
  const { practice, plan: good } = await plan();
  practice.faults.set('catalogi', { chances: { serverError: 1 } });
  const { ok, lines } = await checkCentralSide(good, resources, errandPlace(good.dataDir));
  expect(ok).toBe(false);
  expect(lines.slice(2, 5)).toEqual([
    expect.stringMatching(/^FOUT  Catalogi API/),
    '        De server heeft een storing (503).',
    '        Wat te doen: Doe de controle later opnieuw. Blijft het, meld het dan aan de beheerder van het systeem.',
  ]);
  expect(lines).toContain(
    '?     Verhuizing doorgeven (BALIE-VERHUIZING): niet gecontroleerd, de catalogus antwoordt niet',
  );
  expect(lines.at(-1)).toMatch(/^Niet in orde: 1\. Niet gecontroleerd: \d+\./);
});

test('without a configuration, or without secrets, there is nothing to check with', async () => {
  const { plan: good } = await plan();
  await expect(
    checkCentralSide({ ...good, config: null, configDir: null }, resources, errandPlace(good.dataDir)),
  ).rejects.toThrow('--config BESTAND');
  const empty = testFolder();
  await expect(checkCentralSide({ ...good, dataDir: empty }, resources, errandPlace(empty))).rejects.toThrow(
    `Er staan geen geheimen in ${empty}`,
  );
});
