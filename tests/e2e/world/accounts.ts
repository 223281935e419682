import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hashPassphrase } from '../../../electron/core/session/passphrase.ts';
import { createStaffStore } from '../../../electron/core/session/staff-store.ts';
import { openStore } from '../../../electron/core/store/index.ts';
import { createIds, systemClock } from '../../../electron/hosting/system.ts';
import { ADMINISTRATOR, CLERK, SECOND_CLERK } from './staff.ts';

/** Opens the stores of all towns of this process, in hex. */
export const STORE_KEY = randomBytes(32).toString('hex');

let withAccounts: Promise<Buffer> | undefined;

/** Gives a workstation that did not start yet its accounts; made once, because making them by the window takes a second. */
export async function placeAccounts(dataDir: string): Promise<void> {
  withAccounts ??= makeStore();
  await writeFile(path.join(dataDir, 'waarmee.db'), await withAccounts, { mode: 0o600 });
}

async function makeStore(): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'waarmee-e2e-'));
  const file = path.join(folder, 'waarmee.db');
  const store = openStore({
    file,
    key: Buffer.from(STORE_KEY, 'hex'),
    checkpointWorker: new URL('../../../electron/core/store/checkpoint-worker.ts', import.meta.url),
    clock: systemClock,
  });
  const staff = createStaffStore(store);
  const ids = createIds();
  for (const [{ name, loginName, passphrase }, role] of [
    [ADMINISTRATOR, 'administrator'],
    [CLERK, 'clerk'],
    [SECOND_CLERK, 'clerk'],
  ] as const) {
    const account = { staffId: ids.uuid(), loginName, name, role, active: true };
    staff.add(account, await hashPassphrase(passphrase), systemClock.now());
  }
  await store.close();
  const made = await readFile(file);
  await rm(folder, { recursive: true });
  return made;
}
