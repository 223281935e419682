import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../drivers/clock.ts';
import { createPlugWatch, foldersOf } from '../../../drivers/transport/plug-watch.ts';
import { manualClock } from '../helpers/manual-clock.ts';

test('a device that appears in a watched folder is told, once for all its events', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'waarmee-dev-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const watch = createPlugWatch(systemClock);
  let told = 0;
  const first = new Promise<void>((resolve) => {
    const forget = watch.onChange(() => {
      told += 1;
      resolve();
    }, [folder]);
    onTestFinished(forget);
  });
  for (const name of ['ttyUSB0', 'ttyUSB0.lock', 'by-path']) writeFileSync(path.join(folder, name), '');
  await first;
  expect(told).toBe(1);
});

test('elsewhere it is worth looking again every four seconds, while somebody waits', () => {
  const clock = manualClock();
  const watch = createPlugWatch(clock, 'win32');
  let told = 0;
  const forget = watch.onChange(() => (told += 1));
  expect(watch.certain).toBe(false);
  clock.advance(3999);
  expect(told).toBe(0);
  clock.advance(8001);
  expect(told).toBe(3);
  forget();
  clock.advance(60_000);
  expect(told).toBe(3);
});

test('only folders outside /dev need a watch of their own', () => {
  expect(
    foldersOf(
      ['/dev/ttyUSB0', '/dev/serial/by-path/x', 'COM3', '/tmp/a/port'].map((each) => ({
        kind: 'hid',
        path: each,
      })),
    ),
  ).toEqual(['/dev/serial/by-path', '/tmp/a']);
});
