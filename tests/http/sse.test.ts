import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { frame, type SseConnection, SseHub } from '../../electron/http/sse.ts';
import { createTestClock, type TestClock } from '../helpers/clock.ts';

const BIG = 'x'.repeat(256 * 1024);

/** A real server with a client that does not read until told to. */
async function slowReader(
  maxBufferedBytes: number,
): Promise<{ hub: SseHub; stream: SseConnection; client: Socket; clock: TestClock }> {
  const clock = createTestClock();
  const hub = new SseHub({ clock, heartbeatMs: 1000, maxConnections: 10, maxBufferedBytes });
  const attached = Promise.withResolvers<SseConnection>();
  const server = createServer((_request, response) => {
    const stream = hub.attach(response, {});
    if (stream) attached.resolve(stream);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.on('error', () => undefined);
  client.pause();
  client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  onTestFinished(async () => {
    hub.stop();
    client.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { hub, stream: await attached.promise, client, clock };
}

test('a frame carries its event and every line of its data', () => {
  expect(frame('a\nb\r\nc', 'board')).toBe('event: board\ndata: a\ndata: b\ndata: c\n\n');
  expect(frame('{}')).toBe('data: {}\n\n');
});

test('a slow display is sent the newest state only, and nothing of what it missed', async () => {
  const { stream, client } = await slowReader(64 * 1024 * 1024);
  // Fill what the two kernels keep, so that the rest must wait here.
  for (let i = 0; i < 40; i += 1) stream.send(frame(BIG));
  for (let i = 0; i < 1000; i += 1) stream.sendLatest(frame(`state ${i} of ${BIG}`));
  stream.sendLatest(frame('newest state'));
  let seen = '';
  const arrived = new Promise<void>((resolve) => {
    client.on('data', (chunk) => {
      seen = seen.slice(-200) + chunk.toString();
      expect(seen).not.toContain('state 998');
      if (seen.includes('newest state')) resolve();
    });
  });
  client.resume();
  await arrived;
});

test('a window that does not read its events is cut off before it costs much memory', async () => {
  const { hub, stream } = await slowReader(1024 * 1024);
  const closed = new Promise<void>((resolve) => stream.onClose(resolve));
  for (let i = 0; i < 100; i += 1) stream.send(frame(BIG));
  await closed;
  expect(hub.size).toBe(0);
});

test('a stream that takes nothing during two beats is let go', async () => {
  const { hub, stream, clock } = await slowReader(64 * 1024 * 1024);
  const closed = new Promise<void>((resolve) => stream.onClose(resolve));
  for (let i = 0; i < 40; i += 1) stream.send(frame(BIG));
  await clock.advance(1000);
  expect(hub.size).toBe(1);
  await clock.advance(1000);
  await closed;
  expect(hub.size).toBe(0);
});
