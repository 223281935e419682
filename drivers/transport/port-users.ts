import { access, constants, readdir, readFile, readlink, stat } from 'node:fs/promises';
import path from 'node:path';

/** How a device file can be used now, as far as can be told without opening it. */
export type PortUse = 'free' | 'inUse' | 'noPermission' | 'unknown';

/** Who has which device, looked up once for a whole list. */
export type LookUpUse = (devicePath: string) => Promise<PortUse>;

/**
 * Looks without touching the device, because opening a port pulses its modem lines. Linux tells locks of every user
 * (serial programs lock their port) and the open files of the same user; elsewhere the answer is `unknown`.
 */
export async function portUsers(own: ReadonlySet<string>): Promise<LookUpUse> {
  if (process.platform !== 'linux') return async () => 'unknown';
  const [locked, opened] = await Promise.all([lockedInodes(), openedBySameUser()]);
  return async (devicePath) => {
    if (own.has(devicePath)) return 'free';
    const allowed = await access(devicePath, constants.R_OK | constants.W_OK).then(
      () => true,
      () => false,
    );
    if (!allowed) return 'noPermission';
    const inode = await stat(devicePath).then(
      ({ ino }) => String(ino),
      () => '',
    );
    const marked = await hasLockFile(devicePath);
    return locked.has(inode) || opened.has(devicePath) || marked ? 'inUse' : 'free';
  };
}

/** /proc/locks: `1: FLOCK ADVISORY WRITE 4711 00:05:1234 0 EOF`. */
async function lockedInodes(): Promise<ReadonlySet<string>> {
  const text = await readFile('/proc/locks', 'utf8').catch(() => '');
  return new Set([...text.matchAll(/FLOCK.* [0-9a-f]+:[0-9a-f]+:(\d+) /g)].map(([, inode]) => inode ?? ''));
}

async function openedBySameUser(): Promise<ReadonlySet<string>> {
  const opened = new Set<string>();
  const processes = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  await Promise.all(
    processes
      .filter((id) => id !== String(process.pid))
      .map(async (id) => {
        const folder = path.join('/proc', id, 'fd');
        for (const name of await readdir(folder).catch(() => [])) {
          const target = await readlink(path.join(folder, name)).catch(() => '');
          if (target.startsWith('/dev/')) opened.add(target);
        }
      }),
  );
  return opened;
}

/** The lock files of older programs (Filesystem Hierarchy Standard 5.9), as long as the program lives. */
async function hasLockFile(devicePath: string): Promise<boolean> {
  const text = await readFile(`/var/lock/LCK..${path.basename(devicePath)}`, 'utf8').catch(() => undefined);
  const holder = Number(text?.trim().split(/\s+/)[0]);
  if (!Number.isInteger(holder) || holder <= 0) return false;
  return stat(`/proc/${holder}`).then(
    () => true,
    () => false,
  );
}
