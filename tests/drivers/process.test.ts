import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startSimulator } from '../../drivers/simulators/start.ts';
import {
  DeviceBinding,
  type DeviceCommand,
  type DeviceMessage,
} from '../../shared/contract/device-protocol.ts';
import { createMailbox, ticket } from './helpers/host.ts';

const MODULE = path.resolve(import.meta.dirname, '../../drivers/process.ts');
const stops: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function deviceProcess() {
  const child: ChildProcess = fork(MODULE, [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
  stops.push(() => void child.kill('SIGKILL'));
  const mail = createMailbox();
  let errors = '';
  child.stderr!.on('data', (chunk) => (errors += chunk));
  child.on('message', (raw) => mail.push(raw as DeviceMessage));
  await mail.next((message): message is DeviceMessage => message.type === 'ready');
  const send = (command: DeviceCommand) => void child.send(command);
  return {
    child,
    mail,
    send,
    errors: () => once(child.stderr!, 'end').then(() => errors),
    exit: once(child, 'exit').then(([code]) => code),
  };
}

test('a command that does not fit the contract is refused by field, without its content, and does no harm', async () => {
  const { child, mail, send, errors, exit } = await deviceProcess();
  child.send({
    type: 'print',
    role: 'receipt-printer',
    jobId: 'j',
    document: { blocks: 'GEHEIM' },
    deadlineMs: 1000,
  });
  send({ type: 'checkHealth', role: 'receipt-printer', requestId: 'r', level: 'internal' });
  await mail.next((message): message is DeviceMessage => message.type === 'health');
  send({ type: 'stop' });
  const said = await errors();
  expect(await exit).toBe(0);
  expect(said).toContain('document.blocks');
  expect(said).not.toContain('GEHEIM');
});

test('the process ends when its parent lets go', async () => {
  const { child, exit } = await deviceProcess();
  child.disconnect();
  expect(await exit).toBe(0);
});

test('stopping in the middle of a job tells that its outcome is unknown before the process ends', async () => {
  const printer = await startSimulator('receipt-printer', { tcp: 0 });
  stops.push(() => printer.stop());
  const { mail, send, exit } = await deviceProcess();
  const binding = DeviceBinding.parse({
    role: 'receipt-printer',
    driver: 'escpos',
    endpoints: printer.endpoints,
  });
  send({ type: 'configure', bindings: [binding] });
  await mail.next(
    (message): message is DeviceMessage => message.type === 'status' && message.status.state === 'idle',
  );
  await printer.command('paper out-after 2');
  send({ type: 'print', role: 'receipt-printer', jobId: 'j', document: ticket('A1'), deadlineMs: 60_000 });
  await mail.next(
    (message): message is DeviceMessage =>
      message.type === 'status' && message.status.conditions.includes('paperOut'),
  );
  send({ type: 'stop' });
  expect(await exit).toBe(0);
  expect(mail.all.filter((message) => message.type === 'printed')).toMatchObject([
    { jobId: 'j', outcome: 'unknown' },
  ]);
  expect(mail.all.at(-1)).toMatchObject({ type: 'status', status: { state: 'closed' } });
});
