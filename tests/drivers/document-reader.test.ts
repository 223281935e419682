import { afterEach, expect, test } from 'vitest';
import { startSimulator } from '../../drivers/simulators/start.ts';
import { fastClock } from './helpers/fast-clock.ts';
import { startHost } from './helpers/host.ts';
import { scratchLink } from './helpers/scratch.ts';
import { LICENCE_NL, PASSPORT_NL, TD1_ICAO, TD3_ICAO } from './helpers/specimens.ts';

const stops: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function reader(place: 'tcp' | 'link', factor = 10) {
  const scratch = place === 'link' ? scratchLink() : undefined;
  const simulator = await startSimulator('document-reader', scratch ? { link: scratch.link } : { tcp: 0 });
  const host = startHost('document-reader', 'elyctis', simulator.endpoints, { clock: fastClock(factor) });
  stops.push(
    () => host.stop(),
    () => simulator.stop(),
    () => scratch?.remove(),
  );
  const scan = async (lines: readonly string[]) => {
    await simulator.command(`scan ${lines.join(' ')}`);
  };
  return { simulator, host, scan };
}

test('passports, cards and licences are read from a serial reader, one after the other', async () => {
  const { simulator, host, scan } = await reader('link');
  expect((await host.status('idle')).identity).toBe('ID BOX Scanner OCR 5.04.01');
  for (const lines of [PASSPORT_NL, TD1_ICAO, TD3_ICAO, LICENCE_NL]) {
    await scan(lines);
    expect((await host.message('documentRead')).lines).toEqual(lines);
    await simulator.command('remove');
  }
});

test('a document that stays in the slot, or is laid down twice within five seconds, is one event', async () => {
  const { simulator, host, scan } = await reader('tcp');
  await host.status('idle');
  await scan(PASSPORT_NL);
  await host.message('documentRead');
  await simulator.command('remove');
  await scan(PASSPORT_NL);
  await simulator.command('remove');
  await scan(TD3_ICAO);
  expect((await host.message('documentRead')).lines).toEqual(TD3_ICAO);
  expect(host.count('documentRead')).toBe(2);
});

test('a wrong check digit, another layout and a blank document are told apart, without the text', async () => {
  const { simulator, host, scan } = await reader('tcp');
  await host.status('idle');
  await scan([PASSPORT_NL[0]!, PASSPORT_NL[1]!.replace('6503101', '6503102')]);
  expect(await host.message('documentUnreadable')).toEqual({
    type: 'documentUnreadable',
    role: 'document-reader',
    why: 'checkDigit',
  });
  await scan([PASSPORT_NL[1]!, PASSPORT_NL[0]!]);
  expect((await host.message('documentUnreadable')).why).toBe('layout');
  await simulator.command('blank');
  expect((await host.message('documentUnreadable')).why).toBe('empty');
  expect(host.count('documentRead')).toBe(0);
});

test('a reading that stops halfway gives nothing, and the next one is read', async () => {
  const { simulator, host, scan } = await reader('tcp');
  await host.status('idle');
  await simulator.command('cut-short');
  await scan(PASSPORT_NL);
  // The document is still in the slot: once reader and driver agree again, it is read whole.
  expect((await host.message('documentRead')).lines).toEqual(PASSPORT_NL);
  expect(host.count('documentUnreadable')).toBe(0);
});

test('garbage and single bytes do not hinder', async () => {
  const { simulator, host, scan } = await reader('tcp');
  await simulator.command('split');
  await host.status('idle');
  await simulator.command('noise 100');
  await host.status('idle', (status) => status.conditions.includes('noise'));
  await scan(PASSPORT_NL);
  expect((await host.message('documentRead')).lines).toEqual(PASSPORT_NL);
});

test('after unplugging, the reader is armed again', async () => {
  const { simulator, host, scan } = await reader('link');
  await host.status('idle');
  await simulator.command('unplug');
  await host.status('gone');
  await simulator.command('replug');
  await host.status('idle');
  await scan(PASSPORT_NL);
  expect((await host.message('documentRead')).lines).toEqual(PASSPORT_NL);
});

test('a reader that stops answering is an error and comes back', async () => {
  const { simulator, host, scan } = await reader('tcp', 20);
  await host.status('idle');
  await simulator.command('mute');
  expect((await host.status('error')).reason).toBe('timeout');
  await simulator.command('unmute');
  await host.status('idle');
  await scan(PASSPORT_NL);
  expect((await host.message('documentRead')).lines).toEqual(PASSPORT_NL);
});

test('another device in its place is refused', async () => {
  const printer = await startSimulator('receipt-printer', { tcp: 0 });
  const host = startHost('document-reader', 'elyctis', printer.endpoints, { clock: fastClock(10) });
  stops.push(
    () => host.stop(),
    () => printer.stop(),
  );
  expect((await host.status('error')).reason).toBe('timeout');
});

test('no letter of a document stays in the trace or in a status', async () => {
  const { host, scan } = await reader('tcp');
  await host.status('idle');
  await scan(PASSPORT_NL);
  await host.message('documentRead');
  const trace = host.host.session('document-reader')!.trace('main')!.entries();
  const text = Buffer.concat(
    trace.filter((entry) => entry.direction === 'received').map((entry) => entry.bytes),
  );
  expect(text.length).toBeGreaterThan(100);
  expect(text.toString('latin1')).not.toMatch(/BRUIJN|999999990|SPECI/);
  const statuses = host.mail.all.filter((message) => message.type === 'status');
  expect(JSON.stringify(statuses)).not.toMatch(/BRUIJN|999999990|SPECI/);
});
