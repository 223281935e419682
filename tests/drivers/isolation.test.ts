import { fork } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSimulator } from '../../drivers/simulators/start.ts';
import type { SimulatorKind } from '../../drivers/simulators/simulator.ts';
import {
  DeviceBinding,
  type DeviceCommand,
  type DeviceMessage,
} from '../../shared/contract/device-protocol.ts';
import { PrintDocument } from '../../shared/domain/print-document.ts';
import { createMailbox } from './helpers/host.ts';

const MODULE = path.resolve(import.meta.dirname, '../../drivers/process.ts');
/** An answer comes in milliseconds; this much is for a computer that is busy with other things. */
const IN_TIME_MS = 1000;

/** The real device process with these devices. */
async function startProcess(bindings: readonly DeviceBinding[]) {
  const child = fork(MODULE, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const mail = createMailbox();
  child.on('message', (raw) => mail.push(raw as DeviceMessage));
  const send = (command: DeviceCommand) => void child.send(command);
  const of = <Type extends DeviceMessage['type']>(
    type: Type,
    also: (message: Extract<DeviceMessage, { type: Type }>) => boolean = () => true,
  ) =>
    mail.next(
      (message): message is Extract<DeviceMessage, { type: Type }> =>
        message.type === type && also(message as Extract<DeviceMessage, { type: Type }>),
    );
  await of('ready');
  send({ type: 'configure', bindings: [...bindings] });
  /** How long the dispenser takes to answer, in milliseconds; the worst of ten times. */
  async function slowestAnswer() {
    let worst = 0;
    for (let turn = 0; turn < 10; turn += 1) {
      const requestId = `turn ${turn}`;
      const asked = performance.now();
      send({ type: 'checkHealth', role: 'ticket-dispenser', requestId, level: 'external' });
      const answer = await of('health', (message) => message.requestId === requestId);
      expect(answer.ok).toBe(true);
      worst = Math.max(worst, performance.now() - asked);
    }
    return worst;
  }
  return { send, of, slowestAnswer };
}

async function simulated(role: SimulatorKind, driver: string) {
  const simulator = await startSimulator(role, { tcp: 0 });
  onTestFinished(() => simulator.stop());
  const binding = DeviceBinding.parse({ role, driver, endpoints: simulator.endpoints });
  return { simulator, binding };
}

test('a printer that takes nothing, a reader that babbles at full speed, and the dispenser answers in time', async () => {
  const printer = await simulated('receipt-printer', 'escpos');
  const reader = await simulated('document-reader', 'elyctis');
  const dispenser = await simulated('ticket-dispenser', 'escpos-numato');
  const { send, of, slowestAnswer } = await startProcess([
    printer.binding,
    reader.binding,
    dispenser.binding,
  ]);
  for (const idle = new Set<string>(); idle.size < 3; ) {
    const { status } = await of('status', ({ status: told }) => told.state === 'idle');
    idle.add(status.role);
  }
  await printer.simulator.command('stall');
  // More than the buffers of the system hold, so that the write itself is stuck.
  const blocks = Array.from({ length: 190 }, () => ({ kind: 'text', text: 'x'.repeat(500) }));
  send({
    type: 'print',
    role: 'receipt-printer',
    jobId: 'stuck',
    document: PrintDocument.parse({ blocks }),
    deadlineMs: 60_000,
  });
  // 921600 baud is 92 kilobytes a second: the fastest line there is.
  const babbling = new AbortController();
  const babble = (async () => {
    while (!babbling.signal.aborted) {
      await reader.simulator.command('noise 9000');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  await of(
    'status',
    ({ status }) => status.role === 'document-reader' && status.conditions.includes('noise'),
  );
  expect(await slowestAnswer()).toBeLessThan(IN_TIME_MS);
  await reader.simulator.command('unplug');
  expect(await slowestAnswer()).toBeLessThan(IN_TIME_MS);
  babbling.abort();
  await babble;
});

test('a device that sends megabytes is let go before it slows another, and says so', async () => {
  const flood = createServer((socket) => {
    const chunk = Buffer.alloc(64 * 1024, 0xff);
    const pour = () => {
      while (socket.writable && socket.write(chunk));
    };
    socket.on('drain', pour);
    socket.on('error', () => {});
    pour();
  });
  await new Promise<void>((resolve) => flood.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void flood.close());
  const address = flood.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const dispenser = await simulated('ticket-dispenser', 'escpos-numato');
  const flooding = DeviceBinding.parse({
    role: 'document-reader',
    driver: 'elyctis',
    endpoints: { main: { kind: 'tcp', host: '127.0.0.1', port: address.port } },
  });
  const { of, slowestAnswer } = await startProcess([flooding, dispenser.binding]);
  const told = await of(
    'status',
    ({ status }) => status.role === 'document-reader' && status.state === 'error',
  );
  expect(told.status.detail).toContain('sends more than any device does');
  await of('status', ({ status }) => status.role === 'ticket-dispenser' && status.state === 'idle');
  expect(await slowestAnswer()).toBeLessThan(IN_TIME_MS);
});
