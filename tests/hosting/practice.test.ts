import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { appFiles } from '../../electron/hosting/app-files.ts';
import { keepDisplays } from '../../electron/hosting/display-keeper.ts';
import { type Host, startHost } from '../../electron/hosting/host.ts';
import { openLogFile } from '../../electron/hosting/log-file.ts';
import { practiceConfig, refuseOutside } from '../../electron/hosting/practice-config.ts';
import { systemClock } from '../../electron/hosting/system.ts';
import { forkDeviceProcess } from '../../electron/core/devices/index.ts';
import type { Caller } from '../../electron/core/handlers.ts';
import type { PracticeState } from '../../shared/contract/workstation.ts';
import { isRsin } from '../../shared/domain/bsn.ts';
import { createTestClock } from '../helpers/clock.ts';
import { createTestLog } from '../helpers/log.ts';
import { testFolder, testKey } from '../helpers/store.ts';
import { pagesFolder, send } from '../http/helpers.ts';

const tcp = { kind: 'tcp', host: '127.0.0.1', port: 4712 } as const;
const places = {
  origin: 'http://127.0.0.1:4711',
  zgwClientId: 'oefenen',
  receiptPrinter: { main: tcp },
  ticketDispenser: { printer: tcp, buttons: tcp },
  documentReader: { main: tcp },
  displayPort: 0,
};
const clerk: Caller = { audience: 'counter', client: 'window-1', counter: 1 };

async function startPracticeHost(): Promise<{
  host: Host;
  call: (name: string, input?: unknown) => Promise<unknown>;
}> {
  const dataDir = path.join(testFolder(), 'oefenen');
  mkdirSync(dataDir);
  const entry = new URL('../../electron/serve.ts', import.meta.url).href;
  const files = { ...appFiles(entry, null), rendererDir: pagesFolder() };
  const host = await startHost({
    config: null,
    configDir: null,
    dataDir,
    storeKey: testKey,
    secrets: { read: () => undefined },
    files,
    clock: systemClock,
    log: openLogFile(path.join(dataDir, 'waarmee.log')),
    spawnDevices: () => forkDeviceProcess(files.deviceProcess),
    displayPort: null,
    version: '0.0.0-test',
  });
  onTestFinished(() => host.stop());
  const call = async (name: string, input: unknown = {}): Promise<unknown> => {
    const result = await host.core.dispatch(name, input, clerk);
    if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
    return result.value;
  };
  await call('session.login', { loginName: 'medewerker', passphrase: 'oefenen-aan-de-balie' });
  return { host, call };
}

test('the practice municipality is made up and leaves this PC nowhere', () => {
  const config = practiceConfig(places);
  expect(isRsin(config.municipality.rsin)).toBe(true);
  expect(config.hall.groups.map(({ letter, button }) => `${letter}${button}`)).toEqual([
    'P1',
    'R2',
    'U3',
    'V4',
    'O5',
  ]);
});

test.each([
  ['central.zgw.zakenUrl', { ...places, origin: 'https://zaken.example' }],
  ['central.zgw.zakenUrl', { ...places, origin: 'http://127.0.0.1.evil.example:80' }],
  ['devices.receipt-printer.main', { ...places, receiptPrinter: { main: { ...tcp, host: '192.0.2.1' } } }],
  [
    'devices.document-reader.main',
    { ...places, documentReader: { main: { kind: 'serial', path: '/dev/ttyS0', baudRate: 9600 } as const } },
  ],
])('practice refuses an address outside: %s', (key, changed) => {
  expect(() => practiceConfig(changed)).toThrow(key);
});

test('practice refuses displays on the network', () => {
  const config = practiceConfig(places);
  expect(() => refuseOutside({ ...config, display: { ...config.display, interface: '0.0.0.0' } })).toThrow(
    'display.interface',
  );
});

test('a press on the practice button goes by the wire: a ticket is printed and waits on the display', async () => {
  const { host, call } = await startPracticeHost();
  await expect
    .poll(async () => JSON.stringify(await call('devices.list')).match(/"state":"idle"/g)?.length, {
      timeout: 10_000,
    })
    .toBe(3);
  await call('practice.pressButton', { button: 1 });
  await expect
    .poll(
      async () =>
        ((await call('practice.state')) as PracticeState).printed.map(({ role, text }) => [
          role,
          /P\d{3}/.test(text),
        ]),
      { timeout: 10_000 },
    )
    .toEqual([['ticket-dispenser', true]]);
  expect(await host.displays.firstTry).toBeNull();
  const display = await send(new URL(host.displays.url() ?? '').origin, { path: '/board' });
  expect(JSON.parse(display.body)).toMatchObject({
    waiting: [{ name: 'Paspoort en ID-kaart', count: 1 }, {}, {}, {}, {}],
  });
});

test('a document on the practice reader is read by the wire and taken away again', async () => {
  const { call } = await startPracticeHost();
  await expect
    .poll(async () => JSON.stringify(await call('devices.list')).match(/"state":"idle"/g)?.length, {
      timeout: 10_000,
    })
    .toBe(3);
  const state = (await call('practice.state')) as PracticeState;
  expect(JSON.stringify(state.persons)).not.toMatch(/\d{9}/);
  await call('practice.layDocument', { personId: state.persons[0]?.personId ?? '' });
  expect(((await call('practice.state')) as PracticeState).documentOnReader).toBe(true);
  await expect
    .poll(async () => ((await call('practice.state')) as PracticeState).documentOnReader, { timeout: 10_000 })
    .toBe(false);
});

test('an unplugged practice printer is gone for the counter too, and comes back', async () => {
  const { call } = await startPracticeHost();
  const printer = async () =>
    JSON.stringify(await call('devices.list')).match(
      /"receipt-printer","driver":"escpos","state":"(\w+)"/,
    )?.[1];
  await expect.poll(printer, { timeout: 10_000 }).toBe('idle');
  await call('practice.unplug', { role: 'receipt-printer', plugged: false });
  await expect.poll(printer, { timeout: 10_000 }).not.toBe('idle');
  await call('practice.unplug', { role: 'receipt-printer', plugged: true });
  await expect.poll(printer, { timeout: 14_000 }).toBe('idle');
}, 30_000);

test('the second counter has a server, and so a cookie, of its own', async () => {
  const { host, call } = await startPracticeHost();
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

test('a display server that can not start is tried again every half minute, while the rest goes on', async () => {
  const clock = createTestClock();
  let free = false;
  let stops = 0;
  const keeper = keepDisplays(
    async () => {
      if (!free) throw Object.assign(new Error('taken'), { code: 'EADDRINUSE' });
      return {
        url: 'http://127.0.0.1:8090/display',
        connected: () => 0,
        stop: async () => void (stops += 1),
      };
    },
    clock,
    createTestLog(),
  );
  expect([await keeper.firstTry, keeper.url()]).toEqual(['EADDRINUSE', null]);
  await clock.advance(30_000);
  expect(keeper.url()).toBeNull();
  free = true;
  await clock.advance(30_000);
  expect(keeper.url()).toBe('http://127.0.0.1:8090/display');
  await keeper.stop();
  expect(stops).toBe(1);
});
