import { afterEach, expect, test } from 'vitest';
import { startSimulator } from '../../drivers/simulators/start.ts';
import type { DeviceBinding, DeviceRole } from '../../shared/contract/device-protocol.ts';
import { fastClock } from './helpers/fast-clock.ts';
import { startHost } from './helpers/host.ts';
import { scratchLink } from './helpers/scratch.ts';
import { CODE_NL, PASSPORT_2021, PASSPORT_NL, TD1_ICAO } from './helpers/specimens.ts';

const stops: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function scanner(
  settings: DeviceBinding['settings'] = {},
  options: { role?: DeviceRole; set?: readonly string[]; factor?: number } = {},
) {
  const scratch = scratchLink();
  const simulator = await startSimulator('code-scanner', { link: scratch.link });
  for (const line of options.set ?? []) await simulator.command(line);
  const host = startHost(options.role ?? 'code-scanner', 'honeywell-scanner', simulator.endpoints, {
    settings,
    clock: fastClock(options.factor ?? 10),
  });
  stops.push(
    () => host.stop(),
    () => simulator.stop(),
    () => scratch.remove(),
  );
  const scan = (lines: readonly string[]) => simulator.command(`scan ${lines.join(' ')}`);
  /** Without a handshake the driver is ready before the cable carries anything. */
  const idle = async () => {
    const status = await host.status('idle');
    await expect.poll(() => simulator.command('cable')).toBe('connected');
    return status;
  };
  return { simulator, host, scan, idle };
}

test('a scanner reads documents by OCR and the code on their back, under either role', async () => {
  for (const role of ['code-scanner', 'document-reader'] as const) {
    const { simulator, host, scan, idle } = await scanner({}, { role });
    await idle();
    await scan(PASSPORT_2021);
    expect(await host.message('documentRead')).toEqual({ type: 'documentRead', role, lines: PASSPORT_2021 });
    await simulator.command(`code ${CODE_NL}`);
    expect(await host.message('codeScanned')).toEqual({ type: 'codeScanned', role, bsn: CODE_NL });
  }
});

test('menu commands are sent at each connection and must be taken', async () => {
  const { simulator, host, scan, idle } = await scanner({ menu: 'OCRENA0;OCRENA2' });
  expect((await idle()).identity).toBe('Honeywell');
  await scan(PASSPORT_NL);
  expect((await host.message('documentRead')).lines).toEqual(PASSPORT_NL);
  await simulator.command('unplug');
  await host.status('gone');
  await simulator.command('replug');
  await idle();
});

test.each([
  ['NOSUCH1', 'does not know it'],
  ['OCRENAX', 'refuses its value'],
])('menu command %s: the scanner %s', async (menu, why) => {
  const { host } = await scanner({ menu });
  expect(await host.status('error')).toMatchObject({
    reason: 'illegal',
    detail: expect.stringContaining(why),
  });
});

test('another device in its place is refused: it does not answer a menu command', async () => {
  const printer = await startSimulator('receipt-printer', { tcp: 0 });
  const host = startHost('code-scanner', 'honeywell-scanner', printer.endpoints, {
    settings: { menu: 'OCRENA0' },
    clock: fastClock(10),
  });
  stops.push(
    () => host.stop(),
    () => printer.stop(),
  );
  expect(['timeout', 'illegal']).toContain((await host.status('error')).reason);
});

test('with the trigger in our hands, it is pressed again after each reading', async () => {
  const { simulator, host, scan, idle } = await scanner(
    { trigger: 'host' },
    { set: ['trigger-only'], factor: 20 },
  );
  await idle();
  for (const lines of [PASSPORT_NL, TD1_ICAO]) {
    // A scanner sees what is held before it as long as it is there.
    const before = host.count('documentRead');
    const held = setInterval(() => void scan(lines), 20);
    expect((await host.message('documentRead')).lines).toEqual(lines);
    clearInterval(held);
    expect(host.count('documentRead')).toBe(before + 1);
  }
  await simulator.command('help');
});

test('no digit of a code stays in the trace or in a status', async () => {
  const { simulator, host, idle } = await scanner();
  await idle();
  await simulator.command(`code ${CODE_NL}`);
  await host.message('codeScanned');
  const entries = host.host.session('code-scanner')!.trace('main')!.entries();
  const text = Buffer.concat(entries.map((entry) => entry.bytes)).toString('latin1');
  expect(text).toContain('x'.repeat(9));
  expect(text).not.toMatch(/\d/);
  const statuses = host.mail.all.filter((message) => message.type === 'status');
  expect(JSON.stringify(statuses)).not.toContain(CODE_NL);
});
