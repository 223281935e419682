import path from 'node:path';
import { expect, test } from 'vitest';
import { createAudit } from '../../electron/core/audit/index.ts';
import { openStore } from '../../electron/core/store/index.ts';
import { openSecretsFile } from '../../electron/hosting/secrets-file.ts';
import { systemClock } from '../../electron/hosting/system.ts';
import { verifyAudit } from '../../electron/hosting/verify-audit.ts';
import { errandPlace } from '../helpers/errand.ts';
import { checkpointWorker, testFolder } from '../helpers/store.ts';

async function folderWithLog(tamper: string) {
  const folder = testFolder();
  const file = path.join(folder, 'waarmee.db');
  const { storeKey } = openSecretsFile(path.join(folder, 'secrets.json'), file);
  const store = openStore({ file, key: storeKey, checkpointWorker, clock: systemClock });
  const audit = createAudit({ store, clock: systemClock });
  for (const recordId of ['v1', 'v2', 'v3'])
    audit.record({ who: 'clerk', action: 'visits.identify', recordType: 'visit', recordId, detail: '' });
  store.db.exec(tamper);
  await store.close();
  return folder;
}

test('a log that nobody touched is whole', async () => {
  const folder = await folderWithLog('');
  expect(await verifyAudit(errandPlace(folder))).toEqual({
    intact: true,
    line: 'Het logboek is heel: 3 regels, en elke regel sluit aan op de vorige.',
  });
});

test('a changed log is told, with the line at which it breaks', async () => {
  const folder = await folderWithLog(
    "DROP TRIGGER audit_is_append_only_update; UPDATE audit SET who = 'somebody else' WHERE seq = 2",
  );
  const verdict = await verifyAudit(errandPlace(folder));
  expect(verdict.intact).toBe(false);
  expect(verdict.line).toMatch(/^Het logboek is veranderd: regel 2 /);
});

test('a folder without a database is named', async () => {
  const folder = testFolder();
  await expect(verifyAudit(errandPlace(folder))).rejects.toThrow(
    `Er is nog geen gegevensbestand in ${folder}.`,
  );
});
