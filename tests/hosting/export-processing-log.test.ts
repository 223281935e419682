import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createAudit } from '../../electron/core/audit/index.ts';
import { openStore } from '../../electron/core/store/index.ts';
import { exportProcessingLog } from '../../electron/hosting/export-processing-log.ts';
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
  const insert = store.db.prepare(
    `INSERT INTO processing_log (trace_id, activity, purpose, staff_id, visit_id, subject, outcome, started_at, ended_at)
     VALUES (?, 'brp.raadplegen', 'balie: identificatie', ?, 'v1', '999993653', 'shown', ?, ?)`,
  );
  for (const [staff, day] of [
    ['s1', '22'],
    ['s1', '23'],
    ['gone', '24'],
  ])
    insert.run(`t${day}`, staff, `2026-11-${day}T09:00:00.000Z`, `2026-11-${day}T09:00:01.000Z`);
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
  });
  expect(said).toMatch(/^2 regels geschreven/);
  expect(readFileSync(file, 'utf8').split('\r\n')).toEqual([
    '"begin","einde","activiteit","doel","medewerker","naam_medewerker","burgerservicenummer","uitkomst","bezoek","trace"',
    '"2026-11-23T09:00:00.000Z","2026-11-23T09:00:01.000Z","brp.raadplegen","balie: identificatie","j.jansen","\'=Joke ""Jo"" Jansen","999993653","shown","v1","t23"',
    '"2026-11-24T09:00:00.000Z","2026-11-24T09:00:01.000Z","brp.raadplegen","balie: identificatie","gone","","999993653","shown","v1","t24"',
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
  const all = { file, from: null, to: null };
  expect(await exportProcessingLog(errandPlace(folder), all)).toMatch(/^3 regels/);
  await expect(exportProcessingLog(errandPlace(folder), all)).rejects.toThrow('is er al');
});

test('a folder without a database is named', async () => {
  const folder = testFolder();
  const wanted = { file: path.join(folder, 'log.csv'), from: null, to: null };
  await expect(exportProcessingLog(errandPlace(folder), wanted)).rejects.toThrow(
    `Er is nog geen gegevensbestand in ${folder}.`,
  );
});
