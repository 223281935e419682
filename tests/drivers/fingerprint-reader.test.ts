import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { fingerPicture, fingerQuality } from '../../drivers/fingerprint-reader/finger-image.ts';
import { zfm20Redactor } from '../../drivers/fingerprint-reader/zfm20.ts';
import { createZfmParser, ZFM_PACKET, zfmPacket } from '../../drivers/protocol/zfm20.ts';
import { startSimulator } from '../../drivers/simulators/start.ts';
import type { DeviceBinding } from '../../shared/contract/device-protocol.ts';
import { cpuShareAtRest } from './helpers/at-rest.ts';
import { fastClock } from './helpers/fast-clock.ts';
import { startHost, type TestHost } from './helpers/host.ts';
import { scratchLink } from './helpers/scratch.ts';

const stops: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const PURPOSE = { purpose: 'proef met de lezer' };

async function reader(settings: DeviceBinding['settings'] = PURPOSE, link?: string, speed = 10) {
  const simulator = await startSimulator('fingerprint-reader', link === undefined ? { tcp: 0 } : { link });
  const host = startHost('fingerprint-reader', 'zfm20', simulator.endpoints, {
    settings,
    clock: fastClock(speed),
  });
  stops.push(
    () => host.stop(),
    () => simulator.stop(),
  );
  return { simulator, host };
}
const capture = (host: TestHost, taskId: string) =>
  host.host.handle({
    type: 'task',
    role: 'fingerprint-reader',
    taskId,
    task: { kind: 'captureFinger' },
    deadlineMs: 300_000,
  });
const stage = async (host: TestHost, name: string) => {
  for (;;) if ((await host.message('taskStage')).stage.name === name) return;
};
const end = async (host: TestHost) => (await host.message('taskEnded')).end;

test('without a purpose the reader does not start', async () => {
  const { host } = await reader({});
  expect(await host.status('error')).toMatchObject({
    reason: 'illegal',
    detail: expect.stringContaining('purpose'),
  });
});

test('a finger is placed, judged, read and lifted', async () => {
  // No deadline passes on a busy machine either.
  const { simulator, host } = await reader(PURPOSE, undefined, 1);
  await host.status('idle');
  capture(host, 'f1');
  await stage(host, 'placeFinger');
  await simulator.command('finger messy');
  await stage(host, 'again');
  await simulator.command('finger off');
  await stage(host, 'placeFinger');
  await simulator.command('finger on');
  await stage(host, 'reading');
  await stage(host, 'liftFinger');
  await simulator.command('finger off');
  const ended = await end(host);
  if (ended.outcome !== 'done' || ended.value.kind !== 'finger') throw new Error(`it ended ${ended.outcome}`);
  expect(ended.value.quality).toBeGreaterThan(20);
  const png = Buffer.from(ended.value.png, 'base64');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([256, 288]);
  const data = png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8);
  expect(inflateSync(data)).toHaveLength(257 * 288);
});

test.each(['corrupt sum', 'stop after 5'])('%s: the picture is asked again', async (trouble) => {
  const { simulator, host } = await reader();
  await host.status('idle');
  await simulator.command(trouble);
  capture(host, 'f1');
  await stage(host, 'placeFinger');
  await simulator.command('finger on');
  await stage(host, 'reading');
  await stage(host, 'liftFinger');
  await simulator.command('finger off');
  expect((await end(host)).outcome).toBe('done');
});

test('the clerk stops it, an unplug ends it, and another password is said as such', async () => {
  const { simulator, host } = await reader();
  await host.status('idle');
  capture(host, 'f1');
  await stage(host, 'placeFinger');
  host.host.handle({ type: 'cancelTask', role: 'fingerprint-reader', taskId: 'f1' });
  expect(await end(host)).toEqual({ outcome: 'cancelled', by: 'clerk' });
  capture(host, 'f2');
  await stage(host, 'placeFinger');
  await simulator.command('unplug');
  expect(await end(host)).toMatchObject({ outcome: 'failed', reason: 'offline' });
  await simulator.command('password 0000002a');
  await simulator.command('replug');

  expect((await host.status('error')).reason).toBe('noPermission');
});

test('unplugged fifty times with a finger on it, on a pseudo-terminal: no finger is kept, and at rest after it', async () => {
  const scratch = scratchLink();
  stops.push(scratch.remove);
  const { simulator, host } = await reader(PURPOSE, scratch.link, 4);
  await host.status('idle');
  for (let at = 1; at <= 50; at += 1) {
    capture(host, `f${at}`);
    await stage(host, 'placeFinger');
    await simulator.command('finger on');
    if (at % 2 === 0) await stage(host, 'reading');
    await simulator.command('unplug');
    // Half a packet in flight is heard of before the hang-up.
    expect(await end(host)).toMatchObject({
      outcome: 'failed',
      reason: expect.stringMatching(/^(offline|timeout)$/),
    });
    await simulator.command('finger off');
    await simulator.command('replug');
    await host.status('idle');
  }
  expect(JSON.stringify(host.mail.all)).not.toContain('"png"');
  expect(await cpuShareAtRest()).toBeLessThan(0.5);
});

test('packets come out at every split, with noise before them; a wrong sum is none', () => {
  const packets = Buffer.concat([
    zfmPacket(ZFM_PACKET.acknowledge, [0]),
    zfmPacket(ZFM_PACKET.data, [0xef, 0x01, 0xff]),
    zfmPacket(ZFM_PACKET.lastData, [7]),
  ]);
  const stream = Buffer.concat([Buffer.from('efef00', 'hex'), packets]);
  for (let at = 0; at <= stream.length; at += 1) {
    const parser = createZfmParser();
    const found = [...parser.push(stream.subarray(0, at)), ...parser.push(stream.subarray(at))];
    expect(found.map(({ kind }) => kind)).toEqual([7, 2, 8]);
    expect(parser.garbage).toBe(3);
  }
  const damaged = Buffer.from(packets);
  damaged[damaged.length - 1] = 0;
  expect(createZfmParser().push(damaged)).toHaveLength(2);
  // Grow R503 manual: verify password 0.
  expect(Buffer.from(zfmPacket(1, [0x13, 0, 0, 0, 0])).toString('hex')).toBe(
    'ef01ffffffff010007130000000 0001b'.replace(' ', ''),
  );
});

test('no bytes make the parser throw or hold more than a packet', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 400 })), (chunks) => {
      const parser = createZfmParser();
      for (const chunk of chunks) parser.push(chunk);
    }),
  );
});

test('a picture of an unknown size is none, an empty glass is worth nothing, and nothing of it is traced', () => {
  expect(fingerPicture(new Uint8Array(100))).toBeUndefined();
  const empty = fingerPicture(new Uint8Array(18_432).fill(0xff));
  expect(empty && [empty.width, fingerQuality(empty)]).toEqual([192, 0]);
  const data = zfmPacket(
    ZFM_PACKET.data,
    Array.from({ length: 128 }, (_, at) => at + 1),
  );
  for (let at = 0; at < data.length; at += 1) {
    const redact = zfm20Redactor();
    const [head, tail] = [redact('received', data.subarray(0, at)), redact('received', data.subarray(at))];
    expect([...head, ...tail].slice(9).some((byte) => byte > 0 && byte < 129)).toBe(false);
  }
});
