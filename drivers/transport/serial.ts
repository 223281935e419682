import { stat } from 'node:fs/promises';
import { SerialPort } from 'serialport';
import type { Clock } from '../clock.ts';
import { asFault, DeviceFault, type Limits, type Transport } from '../driver.ts';
import { createLinkEnd } from './link-end.ts';
import { writeWithin } from './write-within.ts';

export interface SerialOptions {
  readonly path: string;
  readonly baudRate: number;
  /** RTS/CTS flow control; a printer with DTR/DSR needs a cable that brings its DTR to our CTS. */
  readonly rtscts?: boolean;
  /** None when left out. */
  readonly parity?: 'none' | 'even' | 'odd';
  /** One when left out. */
  readonly stopBits?: 1 | 2;
}

/**
 * Opens a serial port (8 data bits). Rejects with `inUse`, `noPermission`, `noHardware` or `timeout`.
 *
 * The port object is used for one connection and never opened again: serialport keeps what was written while closed and
 * sends it after reopening, which would print an old ticket.
 */
export async function openSerial(options: SerialOptions, clock: Clock, limits: Limits): Promise<Transport> {
  const port = new SerialPort({ ...options, autoOpen: false, lock: true });
  const end = createLinkEnd();
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  // Before open: closing a stuck port emits 'error', and without a listener the process dies.
  port.on('error', (error) => {
    end.lose(new DeviceFault('offline', error.message));
    void closePort(port, clock);
  });
  port.on('close', (error?: Error | null) =>
    end.lose(new DeviceFault('offline', error?.message ?? 'the port was closed')),
  );
  // Always: without a listener nothing is read, and an unplug is never noticed.
  port.on('data', (chunk: Buffer) => {
    for (const listener of listeners) listener(chunk);
  });
  await openPort(port, clock, limits);
  // Modem lines are optional: pseudo-terminals and some adapters refuse them.
  port.set({ dtr: true, rts: true }, () => {});
  const identity = await pathIdentity(options.path);

  return {
    name: options.path,
    write(bytes, writeLimits) {
      if (!port.isOpen) end.lose(new DeviceFault('offline', 'the port is not open'));
      return writeWithin(
        clock,
        writeLimits,
        end,
        (done) => port.write(Buffer.from(bytes), done),
        () => void closePort(port, clock),
      );
    },
    onBytes: (listener) => void listeners.push(listener),
    onGone: (listener) => void end.onGone(listener),
    async checkAlive() {
      if (end.ended || !port.isOpen) return false;
      return identity === undefined || (await pathIdentity(options.path)) === identity;
    },
    async close() {
      end.finish();
      await closePort(port, clock);
    },
  };
}

function openPort(port: SerialPort, clock: Clock, limits: Limits): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (fault: DeviceFault) => {
      cancel();
      limits.signal.removeEventListener('abort', abort);
      reject(fault);
    };
    const giveUp = (fault: DeviceFault) => {
      // The open call cannot be called back: close the port as soon as it succeeds after all.
      port.once('open', () => void closePort(port, clock));
      fail(fault);
    };
    const abort = () => giveUp(asFault(limits.signal.reason));
    const cancel = clock.after(limits.deadlineMs, () =>
      giveUp(new DeviceFault('timeout', `${port.path} did not open in ${limits.deadlineMs} ms`)),
    );
    limits.signal.addEventListener('abort', abort, { once: true });
    port.open((error) => {
      if (error) return fail(openFault(port.path, error));
      cancel();
      limits.signal.removeEventListener('abort', abort);
      resolve();
    });
  });
}

/** What the text of a failed open means; serialport gives no codes. */
export function openFault(path: string, error: Error): DeviceFault {
  const text = error.message;
  if (/cannot lock port|access denied|resource busy/i.test(text)) {
    return new DeviceFault('inUse', `${path} is in use by another program (${text})`);
  }
  if (/permission denied|EACCES|operation not permitted/i.test(text)) {
    return new DeviceFault('noPermission', `no permission to open ${path} (${text})`);
  }
  if (/no such (file|device)|file not found|ENOENT|ENXIO|input\/output error/i.test(text)) {
    return new DeviceFault('noHardware', `${path} is not there (${text})`);
  }
  return new DeviceFault('failure', `${path} did not open (${text})`);
}

/** Resolves when closed, or after two seconds: a close that hangs must not hold up the next attempt. */
function closePort(port: SerialPort, clock: Clock): Promise<void> {
  if (!port.isOpen) return Promise.resolve();
  return new Promise((resolve) => {
    const cancel = clock.after(2000, resolve);
    port.close(() => {
      cancel();
      resolve();
    });
  });
}

/**
 * What tells one plugged device from the next at the same path. serialport can miss a hang-up for ever (its read loop
 * then spins), so the watchdog compares this. Only what udev leaves alone while a device stays plugged: no times of
 * change, no links. Undefined where paths are no files (Windows).
 */
async function pathIdentity(path: string): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined;
  try {
    const device = await stat(path);
    return [device.dev, device.ino, device.rdev].join(':');
  } catch {
    return 'gone';
  }
}
