import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../../drivers/clock.ts';
import type { DeviceFault, Limits } from '../../../drivers/driver.ts';
import { openLine } from '../../../drivers/simulators/line.ts';
import { openTcp } from '../../../drivers/transport/tcp.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
const limits = (deadlineMs = 5000): Limits => ({ deadlineMs, signal: new AbortController().signal });

async function device() {
  const line = await openLine({ tcp: 0 });
  stops.push(() => line.stop());
  if (line.endpoint.kind !== 'tcp') throw new Error('expected a TCP line');
  return { line, port: line.endpoint.port };
}

test('a connection that the device ends is told, and takes no more bytes', async () => {
  const { line, port } = await device();
  const transport = await openTcp('127.0.0.1', port, systemClock, limits());
  expect(await transport.checkAlive()).toBe(true);
  const gone = new Promise<DeviceFault>((resolve) => transport.onGone(resolve));
  await line.unplug();
  expect((await gone).reason).toBe('offline');
  expect(await transport.checkAlive()).toBe(false);
  await expect(transport.write(Uint8Array.of(1), limits())).rejects.toMatchObject({ reason: 'offline' });
});

test('nobody at the address is offline', async () => {
  const { line, port } = await device();
  await line.unplug();
  await expect(openTcp('127.0.0.1', port, systemClock, limits())).rejects.toMatchObject({
    reason: 'offline',
  });
});

test('closing it ourselves is not told as a loss', async () => {
  const { port } = await device();
  const transport = await openTcp('127.0.0.1', port, systemClock, limits());
  let told = 0;
  transport.onGone(() => (told += 1));
  await transport.close();
  await expect(transport.write(Uint8Array.of(1), limits())).rejects.toMatchObject({ reason: 'closed' });
  expect(told).toBe(0);
});

test('a device that takes no bytes loses the link at the write deadline', async () => {
  const { line, port } = await device();
  const transport = await openTcp('127.0.0.1', port, systemClock, limits());
  line.setReading(false);
  await expect(transport.write(new Uint8Array(64 * 1024 * 1024), limits(200))).rejects.toMatchObject({
    reason: 'timeout',
  });
});

test('an aborted attempt ends at once with the reason of the signal', async () => {
  const { port } = await device();
  const stop = new AbortController();
  const attempt = openTcp('127.0.0.1', port, systemClock, { deadlineMs: 5000, signal: stop.signal });
  stop.abort(new Error('stopped'));
  await expect(attempt).rejects.toMatchObject({ message: 'stopped' });
});
