import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openSettingsFile } from '../../electron/hosting/settings-file.ts';
import { appFiles } from '../../electron/hosting/app-files.ts';
import { type Host, startHost } from '../../electron/hosting/host.ts';
import { openLogFile } from '../../electron/hosting/log-file.ts';
import { systemClock } from '../../electron/hosting/system.ts';
import { forkDeviceProcess } from '../../electron/core/devices/index.ts';
import type { Caller } from '../../electron/core/handlers.ts';
import type { PracticeState } from '../../shared/contract/workstation.ts';
import { testKey } from '../helpers/store.ts';
import { send } from '../http/helpers.ts';

const clerk: Caller = { audience: 'counter', client: 'window-1', counter: 1 };

let host: Host;
let folder: string;

async function call(name: string, input: unknown = {}): Promise<unknown> {
  const result = await host.core.dispatch(name, input, clerk);
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
  return result.value;
}
const practice = async () => (await call('practice.state')) as PracticeState;
const states = async () => {
  const { devices } = (await call('devices.list')) as { devices: { role: string; state: string }[] };
  return Object.fromEntries(devices.map(({ role, state }) => [role, state]));
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'waarmee-practice-'));
  const files = {
    ...appFiles(new URL('../../electron/serve.ts', import.meta.url).href, null),
    rendererDir: pages(folder),
  };
  host = await startHost({
    config: null,
    configDir: null,
    dataDir: folder,
    storeKey: testKey,
    secrets: { read: () => undefined },
    files,
    clock: systemClock,
    log: openLogFile(path.join(folder, 'waarmee.log')),
    spawnDevices: () => forkDeviceProcess(files.deviceProcess),
    displayPort: null,
    settings: openSettingsFile(path.join(folder, 'settings.json')),
    version: '0.0.0-test',
  });
  await call('session.login', { loginName: 'medewerker', passphrase: 'oefenen-aan-de-balie' });
  const allIdle = async () => Object.values(await states()).every((state) => state === 'idle');
  await vi.waitUntil(allIdle, { timeout: 30_000, interval: 50 });
});

afterAll(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Pages in miniature: this test looks at what lies behind them. */
function pages(parent: string): string {
  const root = path.join(parent, 'renderer');
  mkdirSync(root);
  for (const page of ['counter.html', 'display.html'])
    writeFileSync(path.join(root, page), '<!doctype html>');
  return root;
}

test('a press on the practice button goes by the wire: a ticket is printed and waits on the display', async () => {
  await call('practice.pressButton', { button: 1 });
  await expect
    .poll(async () => (await practice()).printed.map(({ role, text }) => [role, /P\d{3}/.test(text)]), {
      timeout: 10_000,
    })
    .toEqual([['ticket-dispenser', true]]);
  expect(await host.displays.firstTry).toBeNull();
  const display = await send(new URL(host.displays.current()?.url ?? '').origin, { path: '/board' });
  expect(JSON.parse(display.body)).toMatchObject({
    waiting: [{ name: 'Paspoort en ID-kaart', count: 1 }, {}, {}, {}, {}],
  });
});

test('the practice persons are named without a burgerservicenummer, and an unknown one is refused', async () => {
  const { persons } = await practice();
  expect(persons.length).toBeGreaterThan(5);
  expect(JSON.stringify(persons)).not.toMatch(/\d{9}/);
  await expect(call('practice.layDocument', { personId: 'persoon-99' })).rejects.toThrow(
    'practice.layDocument: internal',
  );
  expect((await practice()).documentOnReader).toBe(false);
});

test('an unplugged practice printer is gone for the counter too, and comes back', async () => {
  await call('practice.unplug', { role: 'receipt-printer', plugged: false });
  await expect.poll(async () => (await states())['receipt-printer'], { timeout: 15_000 }).not.toBe('idle');
  await call('practice.unplug', { role: 'receipt-printer', plugged: true });
  await expect.poll(async () => (await states())['receipt-printer'], { timeout: 15_000 }).toBe('idle');
});

test('paper that runs out on the practice printer is what the counter sees', async () => {
  await call('practice.setPaper', { role: 'receipt-printer', paper: 'out' });
  expect((await practice()).paper).toEqual({ receiptPrinter: 'out', ticketDispenser: 'ok' });
  await expect
    .poll(async () => JSON.stringify(await call('devices.list')), { timeout: 15_000 })
    .toContain('paperOut');
  await call('practice.setPaper', { role: 'receipt-printer', paper: 'ok' });
});

test('the second counter has a server, and so a cookie, of its own', async () => {
  const first = await host.startLoopback(0);
  const second = (await call('practice.secondCounter')) as { url: string; counter: number };
  expect(second.counter).toBe(2);
  expect(new URL(second.url).origin).not.toBe(first.origin);
  expect(host.ownOrigins()).toContain(new URL(second.url).origin);
  const cookies = await Promise.all(
    [first.mintLink({ counter: 1 }), second.url].map(async (link) => {
      const { origin, pathname, search } = new URL(link);
      return (await send(origin, { path: pathname + search })).headers['set-cookie']?.[0]?.split('=')[0];
    }),
  );
  expect(new Set(cookies).size).toBe(2);
});
