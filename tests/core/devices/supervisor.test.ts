import { expect, test } from 'vitest';
import type { DeviceChannel } from '../../../electron/core/devices/device-channel.ts';
import { superviseDevices } from '../../../electron/core/devices/supervisor.ts';
import type { Log } from '../../../electron/core/ports.ts';
import {
  DeviceBinding,
  type DeviceCommand,
  type DeviceMessage,
} from '../../../shared/contract/device-protocol.ts';
import type { DeviceTask } from '../../../shared/contract/device-task.ts';
import { manualClock } from '../../drivers/helpers/manual-clock.ts';
import { ticket } from '../../drivers/helpers/host.ts';

const BINDING = DeviceBinding.parse({
  role: 'receipt-printer',
  driver: 'escpos',
  endpoints: { main: { kind: 'tcp', host: '127.0.0.1', port: 9100 } },
});

/** A device process in the hand of the test. */
function scriptedChannel() {
  const sent: DeviceCommand[] = [];
  let hear: (raw: unknown) => void = () => {};
  let exit: (why: string) => void = () => {};
  let killed = false;
  const channel: DeviceChannel = {
    send: (message) => void sent.push(message),
    onMessage: (listener) => {
      hear = listener;
    },
    onExit: (listener) => {
      exit = listener;
    },
    kill() {
      killed = true;
      exit('ended by SIGKILL');
    },
  };
  return {
    channel,
    sent,
    say: (raw: unknown) => hear(raw),
    exit: (why: string) => exit(why),
    killed: () => killed,
  };
}

function supervised(firstAfterMs = 0) {
  const clock = manualClock();
  const channels: ReturnType<typeof scriptedChannel>[] = [];
  const lines: string[] = [];
  const note = (event: string, fields = {}) => void lines.push(`${event} ${JSON.stringify(fields)}`);
  const log: Log = { info: note, warn: note, error: note };
  const messages: DeviceMessage[] = [];
  const link = superviseDevices({
    spawn() {
      const made = scriptedChannel();
      channels.push(made);
      return made.channel;
    },
    bindings: [BINDING],
    firstAfterMs,
    clock,
    log,
  });
  link.onMessage((message) => messages.push(message));
  return { link, clock, channels, lines, messages };
}

const status = (state: string) => ({
  type: 'status',
  status: {
    role: 'receipt-printer',
    driver: 'escpos',
    state,
    conditions: [],
    since: '2026-11-23T09:00:00.000Z',
  },
});

test('the first process can wait for the window; stopped before, it never comes', async () => {
  const { channels, link, clock } = supervised(700);
  expect(link.statuses()).toMatchObject([{ state: 'opening' }]);
  clock.advance(699);
  expect(channels).toHaveLength(0);
  clock.advance(1);
  expect(channels).toHaveLength(1);

  const early = supervised(700);
  await early.link.stop();
  early.clock.advance(10_000);
  expect(early.channels).toHaveLength(0);
});

test('a new process gets the bindings as soon as it is ready', () => {
  const { channels, link } = supervised();
  expect(link.send({ type: 'cancel', role: 'receipt-printer', jobId: 'A1' })).toBe(false);
  channels[0]!.say({ type: 'ready' });
  expect(channels[0]!.sent).toEqual([{ type: 'configure', bindings: [BINDING] }]);
  expect(link.send({ type: 'cancel', role: 'receipt-printer', jobId: 'A1' })).toBe(true);
  channels[0]!.say(status('idle'));
  expect(link.statuses()).toMatchObject([{ state: 'idle' }]);
});

test('while the process is down every role is gone, with the cause; then it is started and configured again', () => {
  const { channels, link, clock } = supervised();
  channels[0]!.say({ type: 'ready' });
  channels[0]!.say(status('idle'));
  channels[0]!.exit('ended by SIGSEGV');
  expect(link.statuses()).toMatchObject([
    { state: 'gone', reason: 'noService', detail: 'the device process ended by SIGSEGV' },
  ]);
  expect(link.send({ type: 'cancel', role: 'receipt-printer', jobId: 'A1' })).toBe(false);
  clock.advance(250);
  channels[1]!.say({ type: 'ready' });
  expect(channels[1]!.sent).toEqual([{ type: 'configure', bindings: [BINDING] }]);
});

test('a task that was not answered ends with the process: a payment may have been made', () => {
  const { link, channels, messages } = supervised();
  channels[0]!.say({ type: 'ready' });
  const send = (taskId: string, task: DeviceTask) =>
    link.send({ type: 'task', role: 'receipt-printer', taskId, task, deadlineMs: 1000 });
  send('photo', { kind: 'capturePhoto' });
  send('paid', { kind: 'pay', amountCents: 100 });
  send('ended', { kind: 'capturePhoto' });
  const end = { outcome: 'cancelled', by: 'visitor' } as const;
  channels[0]!.say({ type: 'taskEnded', role: 'receipt-printer', taskId: 'ended', end });
  channels[0]!.exit('ended by SIGSEGV');
  const ends = messages.flatMap((message) =>
    message.type === 'taskEnded' ? [[message.taskId, message.end.outcome]] : [],
  );
  expect(ends).toEqual([
    ['ended', 'cancelled'],
    ['photo', 'failed'],
    ['paid', 'unknown'],
  ]);
});

test('a print job that was not answered is unknown when the process dies, and is not sent again', () => {
  const { channels, link, clock, messages } = supervised();
  channels[0]!.say({ type: 'ready' });
  link.send({
    type: 'print',
    role: 'receipt-printer',
    jobId: 'job-1',
    document: ticket('A1'),
    deadlineMs: 1000,
  });
  link.send({
    type: 'print',
    role: 'receipt-printer',
    jobId: 'job-2',
    document: ticket('A2'),
    deadlineMs: 1000,
  });
  channels[0]!.say({ type: 'printed', role: 'receipt-printer', jobId: 'job-1', outcome: 'confirmed' });
  channels[0]!.exit('ended with code 1');
  const printed = messages.filter((message) => message.type === 'printed');
  expect(printed.map(({ jobId, outcome }) => [jobId, outcome])).toEqual([
    ['job-1', 'confirmed'],
    ['job-2', 'unknown'],
  ]);
  clock.advance(250);
  channels[1]!.say({ type: 'ready' });
  expect(channels[1]!.sent.filter((command) => command.type === 'print')).toEqual([]);
});

test('pauses grow while the process keeps dying and are short again after a healthy run', () => {
  const { channels, clock } = supervised();
  channels[0]!.exit('ended with code 1');
  clock.advance(250);
  channels[1]!.exit('ended with code 1');
  clock.advance(999);
  expect(channels).toHaveLength(2);
  clock.advance(1);
  expect(channels).toHaveLength(3);
  channels[2]!.say({ type: 'ready' });
  for (let second = 0; second < 31; second += 1) {
    clock.advance(1000);
    if (channels[2]!.sent.at(-1)?.type === 'checkHealth') {
      channels[2]!.say({
        type: 'health',
        role: 'receipt-printer',
        requestId: 'supervisor-pulse',
        ok: true,
        code: 'connected',
        detail: '',
      });
    }
  }
  channels[2]!.exit('ended with code 1');
  clock.advance(250);
  expect(channels).toHaveLength(4);
});

test('a process that hangs is ended and replaced', () => {
  const { channels, clock } = supervised();
  channels[0]!.say({ type: 'ready' });
  clock.advance(10_000);
  expect(channels[0]!.killed()).toBe(true);
  clock.advance(250);
  expect(channels).toHaveLength(2);
});

test('a process that never becomes ready is ended', () => {
  const { channels, clock } = supervised();
  clock.advance(10_000);
  expect(channels[0]!.killed()).toBe(true);
});

test('a bad message is logged by its type only and changes nothing', () => {
  const { channels, link, lines, messages } = supervised();
  channels[0]!.say({ type: 'ready' });
  const before = link.statuses();
  channels[0]!.say({ type: 'documentRead', role: 'document-reader', lines: ['P<NLDGEHEIM'.repeat(9)] });
  channels[0]!.say('GEHEIM');
  channels[0]!.say({ type: 'GEHEIM 999999990' });
  expect(lines.filter((line) => line.startsWith('devices.badMessage'))).toEqual([
    'devices.badMessage {"messageType":"documentRead"}',
    'devices.badMessage {"messageType":"string"}',
    'devices.badMessage {"messageType":"object"}',
  ]);
  expect(link.statuses()).toEqual(before);
  expect(messages).toEqual([]);
});

test('new bindings survive a restart, and a role that is no longer bound is forgotten', () => {
  const { channels, link, clock } = supervised();
  channels[0]!.say({ type: 'ready' });
  link.send({ type: 'configure', bindings: [] });
  expect(link.statuses()).toEqual([]);
  channels[0]!.say(status('closed'));
  expect(link.statuses()).toEqual([]);
  channels[0]!.exit('ended with code 1');
  clock.advance(250);
  channels[1]!.say({ type: 'ready' });
  expect(channels[1]!.sent).toEqual([{ type: 'configure', bindings: [] }]);
});

test('stop asks first and kills after five seconds; nothing is started again', async () => {
  const { channels, link, clock } = supervised();
  channels[0]!.say({ type: 'ready' });
  const stopped = link.stop();
  expect(channels[0]!.sent.at(-1)).toEqual({ type: 'stop' });
  clock.advance(5000);
  expect(channels[0]!.killed()).toBe(true);
  await stopped;
  clock.advance(60_000);
  expect(channels).toHaveLength(1);
});

test('a listener that fails keeps the message from nobody, and does not reach the process', () => {
  const { channels, link, messages, lines } = supervised();
  link.onMessage(() => {
    throw new TypeError('a burst listener');
  });
  const after: string[] = [];
  link.onMessage(({ type }) => after.push(type));
  channels[0]!.say({ type: 'ready' });
  channels[0]!.say(status('idle'));
  expect(messages.at(-1)).toMatchObject({ type: 'status', status: { state: 'idle' } });
  expect(after).toContain('status');
  expect(lines).toContain('devices.listenerFailed {"messageType":"status","error":"TypeError"}');
});
