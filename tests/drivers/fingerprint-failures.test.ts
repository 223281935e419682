import { expect, onTestFinished, test } from 'vitest';
import { startSimulator } from '../../drivers/simulators/start.ts';
import type { SimulatorKind } from '../../drivers/simulators/simulator.ts';
import { fastClock } from './helpers/fast-clock.ts';
import { startHost, type TestHost } from './helpers/host.ts';
import { scratchLink } from './helpers/scratch.ts';

// What a fingerprint reader must survive, row by row of the failure table; unplug is in fingerprint-reader.test.ts.

const settings = { purpose: 'proef met de lezer' };

async function reader(kind: SimulatorKind = 'fingerprint-reader', speed = 10, link?: string) {
  const simulator = await startSimulator(kind, link === undefined ? { tcp: 0 } : { link });
  const host = startHost('fingerprint-reader', 'zfm20', simulator.endpoints, {
    settings,
    clock: fastClock(speed),
  });
  onTestFinished(async () => {
    await host.stop();
    await simulator.stop();
  });
  const press = async (taskId: string) => {
    host.task(taskId, { kind: 'captureFinger' }, 300_000);
    await host.stage('placeFinger');
    await simulator.command('finger on');
    await host.stage('reading');
    await host.stage('liftFinger');
    await simulator.command('finger off');
    return host.end();
  };
  return { simulator, host, press };
}
const isRead = { outcome: 'done', value: { kind: 'finger' } };
const capture = (host: TestHost, taskId: string) => host.task(taskId, { kind: 'captureFinger' }, 300_000);

test('garbage bytes in front of an answer are passed over', async () => {
  const { simulator, host, press } = await reader();
  await host.status('idle');
  await simulator.command('noise 200');
  expect(await press('f1')).toMatchObject(isRead);
});

test('a stuck reader: after three questions without an answer the port is opened anew', async () => {
  const { simulator, host, press } = await reader();
  await host.status('idle');
  await simulator.command('mute');
  for (const id of ['f1', 'f2', 'f3']) {
    capture(host, id);
    expect(await host.end()).toMatchObject({ outcome: 'failed', reason: 'timeout' });
  }
  await host.status('error');
  await simulator.command('unmute');
  await host.status('idle');
  expect(await press('f4')).toMatchObject(isRead);
});

test('a finger that stays on the glass is not read twice: it is asked to be lifted', async () => {
  const { simulator, host } = await reader();
  await host.status('idle');
  await simulator.command('finger on');
  capture(host, 'f1');
  await host.stage('liftFinger');
  await simulator.command('finger off');
  await host.stage('placeFinger');
  expect(
    host.mail.all.some((message) => message.type === 'taskStage' && message.stage.name === 'reading'),
  ).toBe(false);
});

test('reconnection: password and parameters again', async () => {
  const { simulator, host, press } = await reader();
  await host.status('idle');
  await simulator.command('unplug');
  await host.status('gone');
  await simulator.command('replug');
  await host.status('idle');
  expect(await press('f1')).toMatchObject(isRead);
});

test('a power cycle behind a line that stays is heard, and the password is given again', async () => {
  const { simulator, host, press } = await reader();
  await host.status('idle');
  await simulator.command('power-cycle');
  expect((await host.status('gone')).detail).toContain('without power');
  await host.status('idle');
  expect(await press('f1')).toMatchObject(isRead);
});

test('a wrong device on the port is refused', async () => {
  const { host } = await reader('camera');
  expect(['illegal', 'timeout']).toContain((await host.status('error')).reason);
});

test('a slow line: a picture that takes seconds is no failure', async () => {
  const { simulator, host, press } = await reader('fingerprint-reader', 1);
  await host.status('idle');
  await simulator.command('baud 115200');
  const started = Date.now();
  expect(await press('f1')).toMatchObject(isRead);
  expect(Date.now() - started).toBeGreaterThan(3000);
});

test('a second program gets "in use", and the first goes on', async () => {
  const { link, remove } = scratchLink();
  onTestFinished(remove);
  const { simulator, host, press } = await reader('fingerprint-reader', 10, link);
  await host.status('idle');
  const second = startHost('fingerprint-reader', 'zfm20', simulator.endpoints, {
    settings,
    clock: fastClock(10),
  });
  onTestFinished(() => second.stop());
  expect((await second.status('error')).reason).toBe('inUse');
  expect(await press('f1')).toMatchObject(isRead);
});
