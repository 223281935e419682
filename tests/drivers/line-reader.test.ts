import { afterEach, expect, test } from 'vitest';
import { startSimulator } from '../../drivers/simulators/start.ts';
import type { DeviceBinding } from '../../shared/contract/device-protocol.ts';
import { startHost } from './helpers/host.ts';
import { scratchLink } from './helpers/scratch.ts';
import { CODE_NL, LICENCE_NL, PASSPORT_NL, TD1_ICAO, TD2_ICAO } from './helpers/specimens.ts';

const stops: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function lineReader(settings: DeviceBinding['settings'] = {}, set: readonly string[] = []) {
  const scratch = scratchLink();
  const simulator = await startSimulator('line-reader', { link: scratch.link });
  for (const line of set) await simulator.command(line);
  const host = startHost('document-reader', 'line-reader', simulator.endpoints, {
    settings,
  });
  stops.push(
    () => host.stop(),
    () => simulator.stop(),
    () => scratch.remove(),
  );
  const scan = (lines: readonly string[]) => simulator.command(`scan ${lines.join(' ')}`);
  /** Without a handshake the driver is ready before the cable carries anything. */
  const idle = async () => {
    await host.status('idle');
    await expect.poll(() => simulator.command('cable')).toBe('connected');
  };
  return { simulator, host, scan, idle };
}

test.each([
  ['as it comes', {}, '- cr -'],
  ['CR LF', { separator: 'crlf' }, '- crlf -'],
  ['LF', { separator: 'lf' }, '- lf -'],
  ['STX and ETX', { prefix: '02', suffix: '03' }, '02 cr 03'],
  ['FS in front, an extra CR behind', { prefix: '1c', separator: 'cr', suffix: '0D 0D' }, '1c cr 0d'],
])('documents of all layouts are read on a serial port: %s', async (_what, settings, format) => {
  const { simulator, host, scan, idle } = await lineReader(settings, [`format ${format}`]);
  await idle();
  for (const lines of [PASSPORT_NL, TD1_ICAO, TD2_ICAO, LICENCE_NL]) {
    await scan(lines);
    expect((await host.message('documentRead')).lines).toEqual(lines);
  }
  await simulator.command('split');
  await scan(TD1_ICAO.with(2, 'ERIKSSON<<ANNA<<<<<<<<<<<<<<<<'));
  expect((await host.message('documentRead')).lines[2]).toMatch(/^ERIKSSON<<ANNA<</);
});

test('the same document twice within five seconds is one event', async () => {
  const { host, scan, idle } = await lineReader();
  await idle();
  await scan(PASSPORT_NL);
  await scan(PASSPORT_NL);
  await scan(TD1_ICAO);
  await scan(PASSPORT_NL);
  await scan(LICENCE_NL);
  await host.message('documentRead');
  await host.message('documentRead');
  expect((await host.message('documentRead')).lines).toEqual(LICENCE_NL);
  expect(host.count('documentRead')).toBe(3);
});

test('the code on the back gives the burgerservicenummer; another code is refused without its text', async () => {
  const { simulator, host, idle } = await lineReader();
  await idle();
  await simulator.command(`code ${CODE_NL}`);
  expect((await host.message('codeScanned')).bsn).toBe(CODE_NL);
  for (const other of ['999999991', `BSN ${CODE_NL}`, 'https://www.rvig.nl/', '12345678']) {
    await simulator.command(`code ${other}`);
    expect(await host.message('documentUnreadable')).toEqual({
      type: 'documentUnreadable',
      role: 'document-reader',
      why: 'code',
    });
  }
  expect(host.count('codeScanned')).toBe(1);
});

test('reading is switched on when it connects, and off when Waarmee lets go', async () => {
  const { simulator, host, scan, idle } = await lineReader({ enable: '1b 45', disable: '1b 44' }, [
    'gate 1b45 1b44',
  ]);
  await idle();
  await expect.poll(() => simulator.command('gate')).toBe('open');
  await scan(PASSPORT_NL);
  expect((await host.message('documentRead')).lines).toEqual(PASSPORT_NL);
  await host.stop();
  await expect.poll(() => simulator.command('gate')).toBe('closed');
});

test.each([
  ['prefix', 'STX'],
  ['suffix', '0'],
  ['separator', 'tab'],
  ['idleMs', 5],
  ['speed', 9600],
])('a wrong setting is refused with its name: %s', async (name, value) => {
  const { host } = await lineReader({ [name]: value });
  const status = await host.status('error');
  expect(status).toMatchObject({ reason: 'illegal', detail: expect.stringContaining('settings.') });
  expect(status.detail).toContain(name === 'speed' ? 'speed' : name);
});

test('the driver is for readers and scanners, not for printers', async () => {
  const host = startHost('receipt-printer', 'line-reader', {
    main: { kind: 'tcp', host: '127.0.0.1', port: 9 },
  });
  stops.push(() => host.stop());
  expect(await host.status('error')).toMatchObject({
    reason: 'illegal',
    detail: expect.stringMatching(/^driver: /),
  });
});

test('the silence after which a message ends is a setting: slow bytes are one message, a pause makes two', async () => {
  const { simulator, host, scan, idle } = await lineReader({ idleMs: 2000, suffix: '03', prefix: '02' }, [
    'format 02 cr 03',
  ]);
  await idle();
  await simulator.command('split 1');
  await scan(PASSPORT_NL);
  expect((await host.message('documentRead')).lines).toEqual(PASSPORT_NL);
  await simulator.command('whole');
  await simulator.command('cut-short');
  await scan(TD1_ICAO);
  expect((await host.message('documentUnreadable')).why).toBe('layout');
});
