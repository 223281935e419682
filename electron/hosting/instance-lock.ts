import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { HostError } from './host-error.ts';

/** Kept while one host uses a data folder. */
export interface InstanceLock {
  release(): void;
}

/**
 * Takes the data folder for this process, so that no second Waarmee opens the same store. A lock left behind by a
 * process that no longer lives is taken over. Throws HostError when a living one has it.
 */
export function takeInstanceLock(file: string, isAlive: (pid: number) => boolean = pidIsAlive): InstanceLock {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (create(file)) return { release: () => release(file) };
    const holder = holderOf(file);
    // Our own number can only be there from a run before the last restart of the machine.
    if (holder !== undefined && holder !== process.pid && isAlive(holder))
      throw new HostError('Waarmee is al gestart op deze pc. Gebruik het venster dat open staat.');
    rmSync(file, { force: true });
  }
  throw new HostError(`De gegevensmap is niet vrij te krijgen (${file}). Sluit andere vensters van Waarmee.`);
}

function create(file: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, `${process.pid}\n`);
    closeSync(handle);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8').trim());
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function release(file: string): void {
  if (holderOf(file) === process.pid) rmSync(file, { force: true });
}

function pidIsAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
