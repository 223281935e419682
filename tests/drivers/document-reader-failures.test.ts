import { afterEach, describe, expect, test } from 'vitest';
import { startSimulator } from '../../drivers/simulators/start.ts';
import { cpuShareAtRest } from './helpers/at-rest.ts';
import { fastClock } from './helpers/fast-clock.ts';
import { startHost } from './helpers/host.ts';
import { scratchLink } from './helpers/scratch.ts';
import { LICENCE_NL, PASSPORT_2021, PASSPORT_NL, TD1_ICAO, TD3_ICAO } from './helpers/specimens.ts';

/** The column "MRZ" of the failure table (what each driver must survive), row by row, on the Elyctis reader. */
const stops: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function reader(factor = 10, kind: 'document-reader' | 'line-reader' = 'document-reader') {
  const scratch = scratchLink();
  const simulator = await startSimulator(kind, { link: scratch.link });
  const driver = kind === 'line-reader' ? kind : 'elyctis';
  const host = startHost('document-reader', driver, simulator.endpoints, {
    clock: fastClock(factor),
    ...(kind === 'line-reader' && { settings: { idleMs: 2000 } }),
  });
  stops.push(
    () => host.stop(),
    () => simulator.stop(),
    () => scratch.remove(),
  );
  await host.status('idle');
  const scan = (lines: readonly string[]) => simulator.command(`scan ${lines.join(' ')}`);
  return { simulator, host, scan };
}

test('unplug in the middle of a reading: the half is dropped, and it is armed again on its return', async () => {
  const { simulator, host, scan } = await reader();
  await simulator.command('vanish');
  await scan(PASSPORT_NL);
  await host.status('gone');
  await simulator.command('replug');
  expect((await host.message('documentRead')).lines).toEqual(PASSPORT_NL);
  expect(host.count('documentUnreadable')).toBe(0);
});

test('garbage bytes, also between readings and answers: a resync and a zone that was read whole', async () => {
  const { simulator, host, scan } = await reader();
  await simulator.command('noise 30');
  await host.status('idle', (status) => status.conditions.includes('noise'));
  // An I in the noise starts a message that never comes; two seconds later they agree again.
  await simulator.command('raw 490040ff80');
  await scan(PASSPORT_NL);
  expect((await host.message('documentRead')).lines).toEqual(PASSPORT_NL);
});

test('a partial frame: nothing of it is shown, and the next reading is whole', async () => {
  const { simulator, host, scan } = await reader();
  await simulator.command('cut-short');
  await scan(TD1_ICAO);
  expect((await host.message('documentRead')).lines).toEqual(TD1_ICAO);
  expect(host.count('documentUnreadable')).toBe(0);
});

test('a length that is not its own is not waited for', async () => {
  const { simulator, host, scan } = await reader();
  await simulator.command('wrong-length');
  await scan(PASSPORT_NL);
  expect((await host.message('documentRead')).lines).toEqual(PASSPORT_NL);
});

test('a stuck device: without an answer to V the port is opened anew', async () => {
  const { simulator, host, scan } = await reader(20);
  await simulator.command('mute');
  expect(await host.status('error')).toMatchObject({ reason: 'timeout' });
  await simulator.command('unmute');
  await host.status('idle');
  await scan(PASSPORT_NL);
  expect((await host.message('documentRead')).lines).toEqual(PASSPORT_NL);
});

test('a duplicate scan is one event: not removed, laid down again, or sent again by the reader', async () => {
  const { simulator, host, scan } = await reader();
  await scan(PASSPORT_NL);
  await host.message('documentRead');
  await simulator.command('repeat');
  await simulator.command('remove');
  await scan(PASSPORT_NL);
  await simulator.command('remove');
  await scan(TD3_ICAO);
  expect((await host.message('documentRead')).lines).toEqual(TD3_ICAO);
  expect(host.count('documentRead')).toBe(2);
});

test('reconnection: the handshake again, then the document that lies there', async () => {
  const { simulator, host, scan } = await reader();
  await simulator.command('unplug');
  await host.status('gone');
  await scan(PASSPORT_NL);
  await simulator.command('replug');
  expect((await host.message('documentRead')).lines).toEqual(PASSPORT_NL);
  const trace = host.host.session('document-reader')!.trace('main')!.entries();
  const asked = trace.filter(({ direction }) => direction === 'sent').map(({ bytes }) => bytes[0]!);
  expect(String.fromCharCode(...asked.slice(-7))).toBe('\0CVWRTC');
});

test('a wrong device on the port is refused by its answer to V', async () => {
  const scratch = scratchLink();
  const scanner = await startSimulator('line-reader', { link: scratch.link });
  const host = startHost('document-reader', 'elyctis', scanner.endpoints, { clock: fastClock(10) });
  stops.push(
    () => host.stop(),
    () => scanner.stop(),
    () => scratch.remove(),
  );
  expect((await host.status('error')).reason).toBe('timeout');
});

test('a slow reader: three seconds of recognising letters is no failure', async () => {
  const { simulator, host, scan } = await reader(2);
  await simulator.command('slow 1500');
  await scan(LICENCE_NL);
  expect((await host.message('documentRead')).lines).toEqual(LICENCE_NL);
  expect(host.mail.all.some((each) => each.type === 'status' && each.status.state === 'error')).toBe(false);
});

test('a power cycle behind a line that stays: continuous mode is put on again', async () => {
  const { simulator, host, scan } = await reader(20);
  await simulator.command('power-cycle');
  await scan(PASSPORT_NL);
  expect((await host.message('documentRead')).lines).toEqual(PASSPORT_NL);
});

test('a second program gets "in use", and the first goes on', async () => {
  const { simulator, host, scan } = await reader();
  const second = startHost('document-reader', 'elyctis', simulator.endpoints, { clock: fastClock(10) });
  stops.unshift(() => second.stop());
  expect((await second.status('error')).reason).toBe('inUse');
  await scan(PASSPORT_NL);
  expect((await host.message('documentRead')).lines).toEqual(PASSPORT_NL);
});

test('a reading that nobody asked for in front of an answer disturbs neither', async () => {
  const { simulator, host, scan } = await reader();
  await scan(PASSPORT_NL);
  await host.message('documentRead');
  await simulator.command('remove');
  await simulator.command('interrupt');
  host.host.handle({ type: 'checkHealth', role: 'document-reader', requestId: 'a', level: 'external' });
  expect(await host.message('health')).toMatchObject({ ok: true, detail: 'OCR 5.04.01' });
});

test('firmware that does not know the licence command still reads all the rest', async () => {
  const { simulator, host, scan } = await reader(20);
  await simulator.command('forget L');
  await scan(LICENCE_NL);
  expect((await host.message('documentUnreadable')).why).toBe('empty');
  await simulator.command('remove');
  await scan(PASSPORT_2021);
  expect((await host.message('documentRead')).lines).toEqual(PASSPORT_2021);
});

describe('fifty unplugs in the middle of a message, on a real pseudo-terminal', () => {
  test.each(['document-reader', 'line-reader'] as const)(
    '%s: never half a document, always back, and the process at rest',
    async (kind) => {
      const { simulator, host, scan } = await reader(20, kind);
      for (let round = 0; round < 50; round += 1) {
        await simulator.command('vanish');
        await scan(round % 2 === 0 ? PASSPORT_NL : TD1_ICAO);
        await host.status('gone');
        await simulator.command('remove').catch(() => {});
        await simulator.command('replug');
        await host.status('idle');
      }
      const whole = [PASSPORT_NL, TD1_ICAO].map(String);
      const told = host.mail.all.flatMap((each) =>
        each.type === 'documentRead' ? [String(each.lines)] : [],
      );
      expect(told.filter((lines) => !whole.includes(lines))).toEqual([]);
      await expect.poll(() => simulator.command('cable')).toBe('connected');
      await scan(TD3_ICAO);
      expect(String((await host.message('documentRead')).lines)).toBe(String(TD3_ICAO));
      expect(await cpuShareAtRest()).toBeLessThan(0.5);
    },
    120_000,
  );
});
