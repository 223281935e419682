import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSimulator } from '../../drivers/simulators/start.ts';
import type { SimulatorKind } from '../../drivers/simulators/simulator.ts';
import { testFolder } from '../helpers/store.ts';
import { fastClock } from './helpers/fast-clock.ts';
import { startHost, type TestHost } from './helpers/host.ts';
import { scratchLink } from './helpers/scratch.ts';

// What a camera on a serial line must survive, row by row of the failure table; unplug and half a picture are in serial-camera.test.ts.

async function camera(kind: SimulatorKind = 'camera', speed = 10, link?: string) {
  const simulator = await startSimulator(kind, link === undefined ? { tcp: 0 } : { link });
  const host = startHost('camera', 'vc0706', simulator.endpoints, { clock: fastClock(speed) });
  onTestFinished(async () => {
    await host.stop();
    await simulator.stop();
  });
  const folder = testFolder();
  const see = async (size: number) => {
    const bytes = Buffer.concat([Buffer.from('ffd8', 'hex'), randomBytes(size), Buffer.from('ffd9', 'hex')]);
    const file = path.join(folder, `${size}.jpg`);
    writeFileSync(file, bytes);
    await simulator.command(`see ${file}`);
    return bytes.toString('base64');
  };
  return { simulator, host, see };
}
const take = (host: TestHost, taskId = 'p1', deadlineMs = 300_000) =>
  host.task(taskId, { kind: 'capturePhoto' }, deadlineMs);

test('garbage bytes in front of an answer are passed over', async () => {
  const { simulator, host, see } = await camera();
  await host.status('idle');
  const jpeg = await see(900);
  await simulator.command('noise 300');
  take(host);
  expect(await host.end()).toMatchObject({ outcome: 'done', value: { jpeg } });
});

test('the end of a part that comes only after the next question never gets into the picture', async () => {
  const { simulator, host, see } = await camera();
  await host.status('idle');
  const jpeg = await see(1500);
  await simulator.command('late trailer 2');
  take(host);
  expect(await host.end()).toMatchObject({ outcome: 'done', value: { jpeg } });
});

test('a stuck camera: the photo fails, the port is opened anew, and the next photo is made', async () => {
  const { simulator, host, see } = await camera('camera', 50);
  await host.status('idle');
  const jpeg = await see(900);
  await simulator.command('mute');
  take(host);
  expect(await host.end()).toMatchObject({ outcome: 'failed', reason: 'timeout' });
  await host.status('error');
  await simulator.command('unmute');
  await host.status('idle');
  take(host, 'p2');
  expect(await host.end()).toMatchObject({ outcome: 'done', value: { jpeg } });
});

test('the same picture twice is asked once more, and given when the camera has no other', async () => {
  const { host, see } = await camera();
  await host.status('idle');
  const jpeg = await see(900);
  for (const id of ['p1', 'p2']) {
    take(host, id);
    expect(await host.end()).toMatchObject({ outcome: 'done', value: { jpeg } });
  }
});

test('reconnection: the whole set-up again, and the picture of before is not the one of now', async () => {
  const { simulator, host, see } = await camera();
  await host.status('idle');
  await see(900);
  take(host);
  await host.end();
  await simulator.command('unplug');
  await host.status('gone');
  const jpeg = await see(1200);
  await simulator.command('replug');
  await host.status('idle');
  take(host, 'p2');
  expect(await host.end()).toMatchObject({ outcome: 'done', value: { jpeg } });
});

test('a wrong device on the port is refused', async () => {
  const { host } = await camera('fingerprint-reader');
  expect(['illegal', 'timeout']).toContain((await host.status('error')).reason);
});

test('a slow line: a picture of 6000 bytes at 9600 baud, with its progress', async () => {
  const { simulator, host, see } = await camera('camera', 1);
  await host.status('idle');
  const jpeg = await see(6000);
  await simulator.command('baud 9600');
  const started = Date.now();
  take(host);
  expect(await host.end()).toMatchObject({ outcome: 'done', value: { jpeg } });
  expect(Date.now() - started).toBeGreaterThan(6000);
  const told = host.mail.all.flatMap((message) =>
    message.type === 'taskStage' ? (message.stage.percent ?? []) : [],
  );
  expect(new Set(told).size).toBeGreaterThan(8);
});

test('a power cycle behind a line that stays: the set-up again', async () => {
  const { simulator, host, see } = await camera();
  await host.status('idle');
  await simulator.command('power-cycle');
  expect((await host.status('gone')).detail).toContain('without power');
  await host.status('idle');
  const jpeg = await see(900);
  take(host);
  expect(await host.end()).toMatchObject({ outcome: 'done', value: { jpeg } });
});

test('a second program gets "in use", and the first goes on', async () => {
  const { link, remove } = scratchLink();
  onTestFinished(remove);
  const { simulator, host, see } = await camera('camera', 10, link);
  await host.status('idle');
  const second = startHost('camera', 'vc0706', simulator.endpoints, { clock: fastClock(10) });
  onTestFinished(() => second.stop());
  expect((await second.status('error')).reason).toBe('inUse');
  const jpeg = await see(900);
  take(host);
  expect(await host.end()).toMatchObject({ outcome: 'done', value: { jpeg } });
});
