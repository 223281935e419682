import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { createAudit } from '../../electron/core/audit/index.ts';
import { createProcessingLog } from '../../electron/core/central/processing-log.ts';
import { openStore } from '../../electron/core/store/index.ts';
import { runErrand } from '../../electron/hosting/errand.ts';
import { exportProcessingLog } from '../../electron/hosting/export-processing-log.ts';
import { parseHostOptions } from '../../electron/hosting/host-options.ts';
import { openSecretsFile } from '../../electron/hosting/secrets-file.ts';
import { systemClock } from '../../electron/hosting/system.ts';
import { errandPlace } from '../helpers/errand.ts';
import { checkpointWorker, testFolder } from '../helpers/store.ts';

function open(folder: string) {
  const file = path.join(folder, 'waarmee.db');
  const { storeKey } = openSecretsFile(path.join(folder, 'secrets.json'), file);
  return openStore({ file, key: storeKey, checkpointWorker, clock: systemClock });
}

/** A data folder in which a clerk asked the BRP on three days. */
async function folderWithLog() {
  const folder = testFolder();
  const store = open(folder);
  store.db.exec(
    `INSERT INTO staff (staff_id, login_name, name, role, passphrase, created_at)
     VALUES ('s1', 'j.jansen', '=Joke "Jo" Jansen', 'clerk', 'x', '2026-11-01T00:00:00.000Z')`,
  );
  for (const [staffId, day, subject] of [
    ['s1', '22', '999990019'],
    ['s1', '23', '999993653'],
    ['gone', '24', '999993653'],
  ] as const)
    createProcessingLog(store)([
      {
        traceId: `t${day}`,
        activity: 'brp.raadplegen',
        purpose: 'balie: identificatie',
        staffId,
        visitId: 'v1',
        zaakIdentificatie: null,
        subject,
        outcome: 'shown',
        startedAt: `2026-11-${day}T09:00:00.000Z`,
        endedAt: `2026-11-${day}T09:00:01.000Z`,
      },
    ]);
  await store.close();
  return folder;
}

test('who asked, when, why and about whom stands in a file of its user alone; the audit log notes it', async () => {
  const folder = await folderWithLog();
  const file = path.join(folder, 'log.csv');
  const said = await exportProcessingLog(errandPlace(folder), {
    file,
    from: '2026-11-23',
    to: '2026-11-24',
    about: null,
  });
  expect(said).toMatch(/^2 regels geschreven/);
  expect(readFileSync(file, 'utf8').split('\r\n')).toEqual([
    '"begin","einde","activiteit","doel","medewerker","naam_medewerker","burgerservicenummer","uitkomst","zaak","bezoek","trace"',
    '"2026-11-23T09:00:00.000Z","2026-11-23T09:00:01.000Z","brp.raadplegen","balie: identificatie","j.jansen","\'=Joke ""Jo"" Jansen","999993653","shown","","v1","t23"',
    '"2026-11-24T09:00:00.000Z","2026-11-24T09:00:01.000Z","brp.raadplegen","balie: identificatie","gone","","999993653","shown","","v1","t24"',
    '',
  ]);
  expect(process.platform === 'win32' || (statSync(file).mode & 0o777) === 0o600).toBe(true);
  const store = open(folder);
  const audit = createAudit({ store, clock: systemClock });
  expect(audit.list({ limit: 1 })).toMatchObject([
    {
      who: 'waarmee',
      action: 'processingLog.exported',
      recordId: '2026-11-23/2026-11-24',
      detail: '2 regels',
    },
  ]);
  expect(audit.verify().intact).toBe(true);
  await store.close();
});

test('without a period all of it is written; a file that is there stays as it is', async () => {
  const folder = await folderWithLog();
  const file = path.join(folder, 'log.csv');
  const all = { file, from: null, to: null, about: null };
  expect(await exportProcessingLog(errandPlace(folder), all)).toMatch(/^3 regels/);
  await expect(exportProcessingLog(errandPlace(folder), all)).rejects.toThrow('is er al');
});

test('only the lines about one person, whose number comes on standard input; the audit log does not tell who that is', async () => {
  const folder = await folderWithLog();
  const file = path.join(folder, 'log.csv');
  const options = parseHostOptions(['--export-processing-log', file, '--about']);
  const plan = { config: null, configDir: null, dataDir: folder };
  const run = (...typed: string[]) =>
    runErrand(
      options,
      plan,
      { checkpointWorker, resourcesDir: folder },
      { ...errandPlace(folder), input: Readable.from(typed) },
    );
  for (const typed of [[], ['\n999990019\n'], ['999990018\n']])
    await expect(run(...typed)).rejects.toThrow(/^--about: .*geen burgerservicenummer/);
  expect(existsSync(file)).toBe(false);
  expect(await run('9999', '90019\r\nmeer')).toMatchObject({
    exitCode: 0,
    text: expect.stringMatching(/^1 regels/),
  });
  expect(readFileSync(file, 'utf8').match(/"t\d\d"/g)).toEqual(['"t22"']);
  const store = open(folder);
  const [noted] = createAudit({ store, clock: systemClock }).list({ limit: 1 });
  expect(noted?.detail).toBe('1 regels over één persoon');
  expect(JSON.stringify(noted)).not.toContain('999990019');
  await store.close();
});

test('a line that was put at another person is told, and hides no other line', async () => {
  const folder = await folderWithLog();
  const store = open(folder);
  store.db.exec(`
    DROP TRIGGER processing_log_is_append_only;
    UPDATE processing_log SET subject = (SELECT subject FROM processing_log WHERE seq = 1) WHERE seq = 2;
  `);
  await store.close();
  const file = path.join(folder, 'log.csv');
  const wanted = { file, from: null, to: null, about: null };
  expect(await exportProcessingLog(errandPlace(folder), wanted)).toContain('Van 1 is niet te lezen');
  expect(readFileSync(file, 'utf8').match(/"(?:\d{9}|onleesbaar)"/g)).toEqual([
    '"999990019"',
    '"onleesbaar"',
    '"999993653"',
  ]);
});

test('a folder without a database is named', async () => {
  const folder = testFolder();
  const wanted = { file: path.join(folder, 'log.csv'), from: null, to: null, about: null };
  await expect(exportProcessingLog(errandPlace(folder), wanted)).rejects.toThrow(
    `Er is nog geen gegevensbestand in ${folder}.`,
  );
});
