import { expect, test } from 'vitest';
import type { Endpoint, Transport } from '../../../drivers/driver.ts';
import { startSimulator } from '../../../drivers/simulators/start.ts';
import { createTrace, type Trace, type TraceEntry, withTrace } from '../../../drivers/trace.ts';
import { openTransport } from '../../../drivers/transport/open.ts';
import { openReplay, type ReplayEntry } from '../../../drivers/transport/replay.ts';
import { startHost } from '../helpers/host.ts';
import { PASSPORT_NL } from '../helpers/specimens.ts';

const limits = { deadlineMs: 1000, signal: new AbortController().signal };
const entry = (direction: TraceEntry['direction'], ...bytes: number[]): ReplayEntry => ({
  direction,
  bytes: Uint8Array.from(bytes),
});

test('a recorded reading plays back to the driver without a device', async () => {
  let trace: Trace | undefined;
  const recording = async (
    endpoint: Endpoint,
    ...rest: [Parameters<typeof openTransport>[1], typeof limits]
  ): Promise<Transport> => {
    trace = createTrace(rest[0], () => (_, bytes) => bytes);
    return withTrace(await openTransport(endpoint, ...rest), trace);
  };
  const simulator = await startSimulator('document-reader', { tcp: 0 });
  const live = startHost('document-reader', 'elyctis', simulator.endpoints, { openTransport: recording });
  await live.status('idle');
  await simulator.command(`scan ${PASSPORT_NL.join(' ')}`);
  await live.message('documentRead');
  await live.stop();
  await simulator.stop();

  const replayed = startHost('document-reader', 'elyctis', simulator.endpoints, {
    openTransport: async () => openReplay(trace!.entries()),
  });
  expect((await replayed.message('documentRead')).lines).toEqual(PASSPORT_NL);
  await replayed.stop();
});

test('answers come when what was sent before them was sent again, however it is cut', async () => {
  const transport = openReplay([
    entry('sent', 1, 2, 3),
    entry('received', 9),
    entry('sent', 4),
    entry('received', 8),
  ]);
  const received: number[] = [];
  transport.onBytes((bytes) => received.push(...bytes));
  await transport.write(Uint8Array.of(1, 2), limits);
  expect(received).toEqual([]);
  await transport.write(Uint8Array.of(3, 4), limits);
  await Promise.resolve();
  expect(received).toEqual([9, 8]);
});

test('other bytes than recorded lose the link and say where', async () => {
  const transport = openReplay([entry('sent', 1, 2, 3)]);
  await expect(transport.write(Uint8Array.of(1, 7), limits)).rejects.toMatchObject({
    reason: 'illegal',
    message: 'the recording has other bytes in entry 0, byte 1',
  });
  expect(await transport.checkAlive()).toBe(false);
});
