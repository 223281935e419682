import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isWholeJpeg, vc0706 } from '../../drivers/protocol/vc0706.ts';
import { startSimulator } from '../../drivers/simulators/start.ts';
import { cpuShareAtRest } from './helpers/at-rest.ts';
import { fastClock } from './helpers/fast-clock.ts';
import { startHost, type TestHost } from './helpers/host.ts';
import { scratchLink } from './helpers/scratch.ts';

const stops: (() => Promise<void> | void)[] = [];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'waarmee-camera-'));
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Bytes between the marks of a JPEG; the protocol looks no further. */
function picture(name: string, size: number): { readonly file: string; readonly base64: string } {
  const bytes = Buffer.concat([Buffer.from('ffd8', 'hex'), randomBytes(size), Buffer.from('ffd9', 'hex')]);
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return { file, base64: bytes.toString('base64') };
}

async function camera(link?: string) {
  const simulator = await startSimulator('camera', link === undefined ? { tcp: 0 } : { link });
  const host = startHost('camera', 'vc0706', simulator.endpoints, { clock: fastClock(10) });
  stops.push(
    () => host.stop(),
    () => simulator.stop(),
  );
  await host.status('idle');
  return { simulator, host };
}
const take = (host: TestHost, taskId: string) =>
  host.host.handle({
    type: 'task',
    role: 'camera',
    taskId,
    task: { kind: 'capturePhoto' },
    deadlineMs: 300_000,
  });
const end = async (host: TestHost) => (await host.message('taskEnded')).end;

test('a picture above 64 KB comes over whole, with its progress', async () => {
  const { simulator, host } = await camera();
  const { file, base64 } = picture('large.jpg', 70_001);
  await simulator.command(`see ${file}`);
  take(host, 'p1');
  expect(await end(host)).toEqual({ outcome: 'done', value: { kind: 'photo', jpeg: base64 } });
  const percents = host.mail.all.flatMap((message) =>
    message.type === 'taskStage' ? (message.stage.percent ?? []) : [],
  );
  expect(percents.at(-1)).toBe(100);
  expect(percents).toEqual([...percents].sort((a, b) => a - b));
});

test('over a serial line too', async () => {
  const { link, remove } = scratchLink();
  stops.push(remove);
  const { simulator, host } = await camera(link);
  const { file, base64 } = picture('small.jpg', 3000);
  await simulator.command(`see ${file}`);
  take(host, 'p1');
  expect(await end(host)).toMatchObject({ value: { jpeg: base64 } });
});

test.each(['lose 9', 'drop trailer', 'motion on'])('%s: the same part is asked again', async (trouble) => {
  const { simulator, host } = await camera();
  const { file, base64 } = picture('photo.jpg', 5000);
  await simulator.command(`see ${file}`);
  await simulator.command(trouble);
  take(host, 'p1');
  expect(await end(host)).toMatchObject({ outcome: 'done', value: { jpeg: base64 } });
});

test('each photo is a new one, and half a picture is none', async () => {
  const { simulator, host } = await camera();
  const [one, two] = [picture('one.jpg', 900), picture('two.jpg', 900)];
  await simulator.command(`see ${one.file}`);
  take(host, 'p1');
  expect(await end(host)).toMatchObject({ value: { jpeg: one.base64 } });
  await simulator.command(`see ${two.file}`);
  take(host, 'p2');
  expect(await end(host)).toMatchObject({ value: { jpeg: two.base64 } });
  const half = path.join(folder, 'half.jpg');
  writeFileSync(half, Buffer.from('ffd800112233', 'hex'));
  await simulator.command(`see ${half}`);
  take(host, 'p3');
  expect(await end(host)).toMatchObject({ outcome: 'failed', reason: 'failure' });
});

test('a camera that says no, and one that is unplugged, end the photo with the reason', async () => {
  const { simulator, host } = await camera();
  await simulator.command('refuse on');
  take(host, 'p1');
  expect(await end(host)).toMatchObject({
    outcome: 'failed',
    detail: expect.stringContaining('not possible now'),
  });
  await simulator.command('refuse off');
  await simulator.command(`see ${picture('large.jpg', 200_000).file}`);
  take(host, 'p2');
  await host.mail.next(
    (message): message is Extract<typeof message, { type: 'taskStage' }> =>
      message.type === 'taskStage' && message.stage.name === 'reading',
  );
  await simulator.command('unplug');
  expect(await end(host)).toMatchObject({ outcome: 'failed', reason: 'offline' });
});

test('unplugged fifty times while a picture comes over, on a pseudo-terminal: no half picture, and at rest after it', async () => {
  const scratch = scratchLink();
  stops.push(scratch.remove);
  const { simulator, host } = await camera(scratch.link);
  const large = picture('large.jpg', 60_000);
  const small = picture('small.jpg', 900);
  let cut = 0;
  for (let at = 1; at <= 50; at += 1) {
    await simulator.command(`see ${large.file}`);
    take(host, `p${at}`);
    // On a busy machine the hurried clock can end the photo before its first byte.
    const begun = await host.mail.next(
      (message): message is Extract<typeof message, { type: 'taskStage' | 'taskEnded' }> =>
        (message.type === 'taskStage' && message.taskId === `p${at}` && message.stage.name === 'reading') ||
        (message.type === 'taskEnded' && message.taskId === `p${at}`),
    );
    await simulator.command('unplug');
    const ended = begun.type === 'taskEnded' ? begun.end : await end(host);
    expect(ended).toMatchObject({ outcome: 'failed', reason: expect.stringMatching(/^(offline|timeout)$/) });
    if (begun.type === 'taskStage') cut += 1;
    await simulator.command('replug');
    await host.status('idle');
  }
  expect(cut).toBeGreaterThan(25);
  await simulator.command(`see ${small.file}`);
  take(host, 'last');
  expect(await end(host)).toEqual({ outcome: 'done', value: { kind: 'photo', jpeg: small.base64 } });
  expect(await cpuShareAtRest()).toBeLessThan(0.5);
});

test('commands are those of the manual', () => {
  expect(Buffer.from(vc0706.readPart(0x01_02_03, 512)).toString('hex')).toBe(
    '5600320c000a0001020300000200000a',
  );
  expect(Buffer.from(vc0706.takePicture()).toString('hex')).toBe('5600360100');
  expect(isWholeJpeg(Buffer.from('ffd8aaffd9', 'hex'))).toBe(true);
  expect(isWholeJpeg(Buffer.from('ffd8ffd8aa', 'hex'))).toBe(false);
});
