import { expect, test } from 'vitest';
import { createDeviceHost } from '../../drivers/device-host.ts';
import { DeviceFault, type Driver, type DriverContext, type Transport } from '../../drivers/driver.ts';
import type { DriverEntry } from '../../drivers/registry.ts';
import {
  DeviceBinding,
  type DeviceCondition,
  type DeviceMessage,
} from '../../shared/contract/device-protocol.ts';
import { createMailbox, ticket } from './helpers/host.ts';
import { manualClock } from './helpers/manual-clock.ts';

const bind = (port: number, driver = 'fake') =>
  DeviceBinding.parse({
    role: 'receipt-printer',
    driver,
    endpoints: { main: { kind: 'tcp', host: '127.0.0.1', port } },
  });

/** A host whose link and driver are in the hand of the test. */
function fakeHost(options: { open?: () => void; print?: Driver['print'] } = {}) {
  const clock = manualClock();
  const mail = createMailbox();
  const opened: number[] = [];
  const lost: ((fault: DeviceFault) => void)[] = [];
  let alive = true;
  let emit: DriverContext['emit'] = () => {};
  const entry: DriverEntry = {
    name: 'fake',
    role: 'receipt-printer',
    endpoints: ['main'],
    redactor: () => (_, bytes) => bytes,
    problems: () => [],
    settingsSchema: () => ({}),
    prepare: () => (context) => {
      emit = context.emit;
      return {
        start: async () => ({ identity: 'Fake 1' }),
        checkHealth: async () => 'fine',
        ...(options.print ? { print: options.print } : {}),
      };
    },
  };
  const host = createDeviceHost({
    send: mail.push,
    clock,
    drivers: [entry],
    openTransport: async (endpoint): Promise<Transport> => {
      if (endpoint.kind === 'tcp') opened.push(endpoint.port);
      options.open?.();
      return {
        name: 'fake',
        write: async () => {},
        onBytes: () => {},
        onGone: (listener) => void lost.push(listener),
        checkAlive: async () => alive,
        close: async () => {},
      };
    },
  });
  const status = (state: string) =>
    mail.next(
      (message): message is DeviceMessage => message.type === 'status' && message.status.state === state,
    );
  const configure = (...bindings: DeviceBinding[]) => host.handle({ type: 'configure', bindings });
  const conditions = (...now: DeviceCondition[]) => {
    emit({ type: 'conditions', conditions: now });
    return host.session('receipt-printer')?.status();
  };
  return { host, clock, mail, opened, lost, status, configure, conditions, die: () => (alive = false) };
}

/** Lets everything that is already decided happen. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('attempts come after 0.5, 1, 2, 5 and 10 seconds, then every 10', async () => {
  const { clock, opened, configure, status } = fakeHost({
    open() {
      throw new DeviceFault('noHardware', 'not there');
    },
  });
  configure(bind(1));
  expect(await status('gone')).toMatchObject({ status: { reason: 'noHardware', detail: 'not there' } });
  for (const wait of [500, 1000, 2000, 5000, 10_000, 10_000, 10_000]) {
    const before = opened.length;
    clock.advance(wait - 1);
    await settle();
    expect(opened).toHaveLength(before);
    clock.advance(1);
    await settle();
    expect(opened).toHaveLength(before + 1);
  }
});

test('a port that dies without an event is seen by the watchdog within a second, and opened anew', async () => {
  const { clock, opened, configure, status, die } = fakeHost();
  configure(bind(1));
  await status('idle');
  die();
  clock.advance(1000);
  expect(await status('gone')).toMatchObject({ status: { reason: 'offline' } });
  await settle();
  clock.advance(500);
  await status('idle');
  expect(opened).toHaveLength(2);
});

test('a binding that did not change keeps its connection; a changed one is closed and opened', async () => {
  const { opened, configure, status, mail } = fakeHost();
  configure(bind(1));
  await status('idle');
  configure(bind(1));
  await status('idle');
  expect(opened).toEqual([1]);
  configure(bind(2));
  await status('closed');
  await status('idle');
  expect(opened).toEqual([1, 2]);
  configure();
  await status('closed');
  expect(mail.all.at(-1)).toMatchObject({ status: { state: 'closed' } });
});

test('each condition tells since when it holds, apart from the state', async () => {
  const { clock, configure, status, conditions } = fakeHost();
  const at = (minutes: number) => `2026-11-23T09:0${minutes}:00.000Z`;
  configure(bind(1));
  await status('idle');
  clock.advance(60_000);
  conditions('paperNearEnd');
  clock.advance(60_000);
  expect(conditions('paperNearEnd', 'paperOut')).toMatchObject({
    since: at(0),
    conditionSince: { paperNearEnd: at(1), paperOut: at(2) },
  });
  expect(conditions()).not.toHaveProperty('conditionSince');
  clock.advance(60_000);
  expect(conditions('paperOut')).toMatchObject({ since: at(0), conditionSince: { paperOut: at(3) } });
});

test('unknown drivers, drivers for another role and roles without a device are told', async () => {
  const { host, configure, status, mail } = fakeHost();
  configure(bind(1, 'nobody'));
  expect(await status('error')).toMatchObject({
    status: { reason: 'illegal', detail: expect.stringContaining('driver: "nobody" — verwacht: een van ') },
  });
  host.handle({
    type: 'print',
    role: 'ticket-dispenser',
    jobId: 'j',
    document: ticket('A1'),
    deadlineMs: 1000,
  });
  expect(mail.all.at(-1)).toMatchObject({ type: 'printed', jobId: 'j', outcome: 'failed' });
  host.handle({ type: 'checkHealth', role: 'ticket-dispenser', requestId: 'r', level: 'internal' });
  expect(mail.all.at(-1)).toMatchObject({ type: 'health', requestId: 'r', ok: false });
});

test('a driver that throws while printing makes the job unknown, not lost', async () => {
  const { host, configure, status, mail } = fakeHost({
    print: async () => {
      throw new TypeError('bug');
    },
  });
  configure(bind(1));
  await status('idle');
  host.handle({
    type: 'print',
    role: 'receipt-printer',
    jobId: 'j',
    document: ticket('A1'),
    deadlineMs: 1000,
  });
  const printed = await mail.next((message): message is DeviceMessage => message.type === 'printed');
  expect(printed).toMatchObject({ outcome: 'unknown', detail: 'TypeError' });
});

test('a job whose turn comes after its deadline fails unsent', async () => {
  const finish: (() => void)[] = [];
  const { host, clock, configure, status, mail } = fakeHost({
    print: () => new Promise((resolve) => finish.push(() => resolve({ outcome: 'confirmed' }))),
  });
  configure(bind(1));
  await status('idle');
  for (const jobId of ['first', 'second']) {
    host.handle({ type: 'print', role: 'receipt-printer', jobId, document: ticket('A1'), deadlineMs: 1000 });
  }
  clock.advance(1000);
  finish[0]!();
  await settle();
  const outcomes = mail.all
    .filter((message) => message.type === 'printed')
    .map(({ jobId, outcome }) => [jobId, outcome]);
  expect(outcomes).toEqual([
    ['first', 'confirmed'],
    ['second', 'failed'],
  ]);
});
