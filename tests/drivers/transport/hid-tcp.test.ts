import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../../drivers/clock.ts';
import type { DeviceFault, Limits } from '../../../drivers/driver.ts';
import { createHidFrameParser, hidFrame } from '../../../drivers/protocol/hid-tunnel.ts';
import { hidOnLine, type HidReports } from '../../../drivers/simulators/hid-device.ts';
import { openLine } from '../../../drivers/simulators/line.ts';
import { openTransport } from '../../../drivers/transport/open.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
const limits = (deadlineMs = 5000): Limits => ({ deadlineMs, signal: new AbortController().signal });

async function hidDevice(reports: HidReports) {
  const line = await openLine({ tcp: 0 });
  stops.push(() => line.stop());
  if (line.endpoint.kind !== 'tcp') throw new Error('expected a TCP line');
  const hid = hidOnLine((bytes) => line.send(bytes));
  line.onBytes((chunk) => hid.receive(reports, chunk));
  const transport = await openTransport({ ...line.endpoint, kind: 'hid-tcp' }, systemClock, limits());
  stops.push(() => transport.close());
  if (!transport.features) throw new Error('expected feature reports');
  return { line, hid, transport, features: transport.features };
}

test('feature reports are asked and set, one after the other, also byte by byte', async () => {
  const set: number[][] = [];
  const { line, features } = await hidDevice({
    getFeature: (id, size) => Uint8Array.from({ length: size }, (_, at) => (at === 0 ? id : at)),
    setFeature: (report) => set.push([...report]) > 0,
  });
  line.setSplit(true);
  const [first, , second] = await Promise.all([
    features.get(0x08, 17, limits()),
    features.set(Uint8Array.of(0x21, 1), limits()),
    features.get(0x09, 300, limits()),
  ]);
  expect([first[0], first.length]).toEqual([0x08, 17]);
  expect([second[0], second.length]).toEqual([0x09, 300]);
  expect(set).toEqual([[0x21, 1]]);
});

test('a report that is refused is a failure, and the link stays', async () => {
  const { features, transport } = await hidDevice({ getFeature: () => undefined, setFeature: () => false });
  await expect(features.get(0x0e, 2, limits())).rejects.toMatchObject({ reason: 'failure' });
  await expect(features.set(Uint8Array.of(0x0e, 1), limits())).rejects.toMatchObject({ reason: 'failure' });
  expect(await transport.checkAlive()).toBe(true);
});

test('input reports come whole, and an unplug is told', async () => {
  const { line, hid, transport } = await hidDevice({ getFeature: () => undefined, setFeature: () => true });
  const read = new Promise<Uint8Array>((resolve) => transport.onBytes(resolve));
  hid.input(Uint8Array.of(1, 2, 3));
  expect([...(await read)]).toEqual([1, 2, 3]);
  const gone = new Promise<DeviceFault>((resolve) => transport.onGone(resolve));
  await line.unplug();
  expect((await gone).reason).toBe('offline');
});

test('a device without an answer ends at the deadline', async () => {
  const { line, features } = await hidDevice({ getFeature: () => undefined, setFeature: () => true });
  line.setReading(false);
  await expect(features.get(0x03, 5, limits(50))).rejects.toMatchObject({ reason: 'timeout' });
});

test('frames come out the same at every split', () => {
  const stream = Buffer.concat([
    hidFrame('input', Uint8Array.of(7)),
    hidFrame('feature', Buffer.alloc(300, 9)),
  ]);
  for (let at = 0; at <= stream.length; at += 1) {
    const parser = createHidFrameParser();
    const frames = [...parser.push(stream.subarray(0, at)), ...parser.push(stream.subarray(at))];
    expect(frames.map(({ type, bytes }) => [type, bytes.length])).toEqual([
      ['input', 1],
      ['feature', 300],
    ]);
  }
});
