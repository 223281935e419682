import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Clock } from '../clock.ts';
import { asFault, DeviceFault, type Transport } from '../driver.ts';
import { pause } from '../inbox.ts';
import { createLinkEnd } from './link-end.ts';

/** How often a printer is asked whether it has something to say: usblp has no event for it. Milliseconds. */
const READ_EVERY_MS = 25;
const WRITE_AGAIN_MS = 10;

/**
 * A printer of the USB printer class, as a line of bytes (USB Device Class Definition for Printing Devices 1.1: one pipe
 * out, one in). Opened without waiting, because a plain write blocks a thread until the printer reads. Rejects with
 * `noHardware`, `noPermission` or `inUse`.
 */
export async function openUsbPrinter(path: string, clock: Clock): Promise<Transport> {
  const file = await open(path, constants.O_RDWR | constants.O_NONBLOCK).catch((error: unknown) =>
    Promise.reject(openFault(path, error)),
  );
  const end = createLinkEnd();
  const life = new AbortController();
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  const identity = await deviceNumber(path);
  let turn: Promise<unknown> = Promise.resolve();

  const lose = (fault: DeviceFault) => {
    end.lose(fault);
    life.abort(fault);
  };
  const reading = readOn(file, clock, life.signal, (bytes) => {
    for (const listener of listeners) listener(bytes);
  }).catch((error: unknown) => lose(offline(path, error)));

  /** Writes what the printer takes, and waits a moment while it takes nothing. */
  async function writeAll(bytes: Uint8Array, signal: AbortSignal) {
    for (let at = 0; at < bytes.length; ) {
      signal.throwIfAborted();
      const { bytesWritten } = await file.write(bytes, at).catch(unlessBusy);
      at += bytesWritten;
      if (bytesWritten === 0) await pause(clock, WRITE_AGAIN_MS, signal);
    }
  }

  return {
    name: path,
    write(bytes, limits) {
      const written = turn.then(async () => {
        if (end.ended) throw end.fault ?? new DeviceFault('closed', 'the link is closed');
        const overdue = new AbortController();
        const cancel = clock.after(limits.deadlineMs, () =>
          overdue.abort(new DeviceFault('timeout', `the device took no bytes for ${limits.deadlineMs} ms`)),
        );
        try {
          await writeAll(bytes, AbortSignal.any([limits.signal, life.signal, overdue.signal]));
        } catch (error) {
          // Half a command may have left.
          const fault = error instanceof DeviceFault ? error : offline(path, error);
          lose(fault);
          throw fault;
        } finally {
          cancel();
        }
      });
      turn = written.catch(() => {});
      return written;
    },
    onBytes: (listener) => void listeners.push(listener),
    onGone: (listener) => void end.onGone(listener),
    checkAlive: async () => !end.ended && (await deviceNumber(path)) === identity,
    async close() {
      end.finish();
      life.abort(new DeviceFault('closed', 'the link is closed'));
      await Promise.all([reading, turn]);
      await file.close().catch(() => {});
    },
  };
}

async function readOn(
  file: FileHandle,
  clock: Clock,
  life: AbortSignal,
  onBytes: (bytes: Uint8Array) => void,
): Promise<void> {
  const chunk = Buffer.alloc(1024);
  while (!life.aborted) {
    const { bytesRead } = await file.read(chunk, 0, chunk.length).catch(unlessBusy);
    if (bytesRead > 0) onBytes(Buffer.from(chunk.subarray(0, bytesRead)));
    else await pause(clock, READ_EVERY_MS, life).catch(() => {});
  }
}

/** Nothing now, as against something wrong. */
function unlessBusy(error: unknown): { readonly bytesRead: 0; readonly bytesWritten: 0 } {
  if (codeOf(error) === 'EAGAIN') return { bytesRead: 0, bytesWritten: 0 };
  throw error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function offline(path: string, error: unknown): DeviceFault {
  return new DeviceFault('offline', `${path}: ${asFault(error).message}`);
}

function openFault(path: string, error: unknown): DeviceFault {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM')
    return new DeviceFault('noPermission', `no permission to open ${path} (${code})`);
  if (code === 'EBUSY') return new DeviceFault('inUse', `${path} is in use by another program (${code})`);
  if (['ENOENT', 'ENODEV', 'ENXIO'].includes(code))
    return new DeviceFault('noHardware', `${path} is not there (${code})`);
  return new DeviceFault('failure', `${path} did not open (${code})`);
}

async function deviceNumber(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ rdev }) => rdev,
    () => undefined,
  );
}
