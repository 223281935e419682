import type { DeviceTaskEnd } from '../shared/contract/device-task.ts';
import type { PrintResult } from './driver.ts';
import type { TestReading } from './health-check.ts';

/** Ids that start so belong to a test: what comes of them is the test's alone. */
export const TEST = 'test/';

/** Whether a job or task is a test. */
export const isTest = (id: string): boolean => id.startsWith(TEST);

/** Brings what a device gives during a test to the test instead of to the application. */
export interface DeviceTests {
  /** Starts a job or task under a test id; its end is the answer. */
  start<End extends PrintResult | DeviceTaskEnd>(id: string, begin: () => void): Promise<End>;
  /** A job or task ended; true when it was a test's. */
  ended(id: string, end: PrintResult | DeviceTaskEnd): boolean;
  /** The next document; it stays unread by others until the signal aborts. Rejects never. */
  nextReading(signal: AbortSignal): Promise<TestReading>;
  /** Every press of a button; it goes to nobody else until the signal aborts. */
  onPressed(listener: (button: number) => void, signal: AbortSignal): void;
  /** A button was pressed; true when a test took it. */
  pressed(button: number): boolean;
  /** A document was read; true when a test took it. */
  read(reading: TestReading): boolean;
}

/** The tests of one device, none running. */
export function createDeviceTests(): DeviceTests {
  const running = new Map<string, (end: never) => void>();
  const pressers = new Set<(button: number) => void>();
  const readers = new Set<(reading: TestReading) => void>();
  return {
    start: (id, begin) =>
      new Promise((resolve) => {
        running.set(id, resolve);
        begin();
      }),
    ended(id, end) {
      running.get(id)?.(end as never);
      running.delete(id);
      return isTest(id);
    },
    nextReading: (signal) =>
      new Promise((resolve) => {
        readers.add(resolve);
        signal.addEventListener('abort', () => readers.delete(resolve), { once: true });
      }),
    onPressed(listener, signal) {
      pressers.add(listener);
      signal.addEventListener('abort', () => pressers.delete(listener), { once: true });
    },
    pressed(button) {
      for (const listener of pressers) listener(button);
      return pressers.size > 0;
    },
    read(reading) {
      for (const resolve of readers) resolve(reading);
      return readers.size > 0;
    },
  };
}

/** The form of a machine readable zone, which says nothing of the person: lines and letters per line (ICAO 9303). */
export function layoutOf(lines: readonly string[]): string {
  return `${lines.length} x ${lines[0]?.length ?? 0}`;
}
