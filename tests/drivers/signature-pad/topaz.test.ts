import { afterEach, expect, test } from 'vitest';
import type { DeviceTask } from '../../../shared/contract/device-task.ts';
import type { Place } from '../../../drivers/simulators/line.ts';
import type { Simulator } from '../../../drivers/simulators/simulator.ts';
import { startSimulator } from '../../../drivers/simulators/start.ts';
import { startHost, type TestHost } from '../helpers/host.ts';
import { scratchLink } from '../helpers/scratch.ts';
import { signatureOf } from './pad-host.ts';

const SIGN: DeviceTask = { kind: 'captureSignature', lines: ['Verhuizing'], language: 'nl' };
const stops: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function plugged(place: Place = { tcp: 0 }, settings = {}): Promise<TestHost & { pad: Simulator }> {
  const pad = await startSimulator('topaz-pad', place);
  stops.push(() => pad.stop());
  await pad.command('pace 2000');
  const host = startHost('signature-pad', 'topaz', pad.endpoints, { settings });
  stops.push(() => host.stop());
  await host.status('idle');
  return { ...host, pad };
}

const steer = (host: TestHost, which: 'accept' | 'again') =>
  host.host.handle({ type: 'steerTask', role: 'signature-pad', taskId: 'a', steer: which });

async function asked(host: TestHost): Promise<void> {
  host.task('a', SIGN);
  expect((await host.stage('waitingForPerson')).steered).toBe(true);
}

/** A signature of 240 reports, with the hand coming and going: until most of it is in, for the pad tells no end. */
async function signs(host: TestHost & { pad: Simulator }): Promise<void> {
  const heard = async () => {
    host.host.handle({ type: 'checkHealth', role: 'signature-pad', requestId: '1', level: 'external' });
    return Number(/Topaz: (\d+) reports/.exec((await host.message('health')).detail)?.[1] ?? 0);
  };
  const before = await heard();
  await host.pad.command('sign');
  await host.stage('signing');
  await expect.poll(heard, { timeout: 10_000 }).toBeGreaterThan(before + 200);
}

test('the visitor signs on a pad without a screen over a serial port; the clerk agrees in the window', async () => {
  const { link, remove } = scratchLink();
  stops.push(remove);
  const host = await plugged({ link }, { serial: 'T-1' });
  expect(host.pad.endpoints['main']).toMatchObject({ baudRate: 19_200, parity: 'odd' });
  await asked(host);
  await signs(host);
  steer(host, 'accept');
  const { padSerial, complete, svg } = await signatureOf(host);
  expect({ padSerial, complete }).toEqual({ padSerial: 'T-1', complete: true });
  expect(svg).toContain('<path');
});

test('nothing or a dot is no signature, and "opnieuw" begins again', async () => {
  const host = await plugged();
  await asked(host);
  steer(host, 'accept');
  await host.stage('again');
  await host.pad.command('dot');
  await host.stage('signing');
  steer(host, 'accept');
  await host.stage('again');
  await signs(host);
  steer(host, 'again');
  await host.stage('again');
  await signs(host);
  steer(host, 'accept');
  expect((await signatureOf(host)).padSerial).toBeNull();
});

test('unplugged while signing: no signature, and it goes on when it is back', async () => {
  const host = await plugged();
  await asked(host);
  await host.pad.command('sign');
  await host.stage('signing');
  await host.pad.command('unplug');
  expect(await host.end()).toMatchObject({ outcome: 'failed', reason: 'offline' });
  await host.status('gone');
  await host.pad.command('replug');
  await host.status('idle');
  await asked(host);
  host.host.handle({ type: 'cancelTask', role: 'signature-pad', taskId: 'a' });
  expect(await host.end()).toEqual({ outcome: 'cancelled', by: 'clerk' });
});

test('bytes that come one by one and a report of noise change nothing; much garbage is told', async () => {
  const host = await plugged();
  await host.pad.command('split');
  await asked(host);
  await host.pad.command('zap');
  await signs(host);
  steer(host, 'accept');
  expect((await signatureOf(host)).complete).toBe(true);
  await host.pad.command('whole');
  await host.pad.command('raw 010203040506070809101112131415161718192021222324');
  expect((await host.status('idle', ({ conditions }) => conditions.includes('noise'))).conditions).toEqual([
    'noise',
  ]);
});

test('the trace holds no place and no force', async () => {
  const host = await plugged();
  await asked(host);
  await signs(host);
  const kept = host.host.session('signature-pad')?.trace('main')?.entries() ?? [];
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.every(({ bytes }) => bytes.every((byte) => byte === 0 || byte >= 0x80))).toBe(true);
});
