import { afterEach, expect, test } from 'vitest';
import { startSimulator } from '../../drivers/simulators/start.ts';
import type { Simulator } from '../../drivers/simulators/simulator.ts';
import type { DeviceBinding } from '../../shared/contract/device-protocol.ts';
import type { DeviceTask } from '../../shared/contract/device-task.ts';
import { cpuShareAtRest } from './helpers/at-rest.ts';
import { fastClock } from './helpers/fast-clock.ts';
import { startHost, type TestHost } from './helpers/host.ts';
import { scratchLink } from './helpers/scratch.ts';

const stops: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

type Options = { settings?: DeviceBinding['settings']; speed?: number; link?: string };

async function terminal({ settings = {}, speed = 1, link }: Options = {}) {
  const simulator = await startSimulator('payment-terminal', link === undefined ? { tcp: 0 } : { link });
  const host = startHost('payment-terminal', 'zvt', simulator.endpoints, {
    settings: link === undefined ? settings : { line: 'serial', ...settings },
    clock: fastClock(speed),
  });
  stops.push(
    () => host.stop(),
    () => simulator.stop(),
  );
  await host.status('idle');
  return { simulator, host };
}
const start = (host: TestHost, taskId: string, task: DeviceTask, deadlineMs = 300_000) =>
  host.host.handle({ type: 'task', role: 'payment-terminal', taskId, task, deadlineMs });
const pay = (host: TestHost, taskId = 'p1') => start(host, taskId, { kind: 'pay', amountCents: 4120 });
const end = async (host: TestHost) => (await host.message('taskEnded')).end;
const paid = async (simulator: Simulator) => simulator.command('state');
const stage = async (host: TestHost, name: string) => {
  for (;;) if ((await host.message('taskStage')).stage.name === name) return;
};

test('a payment tells its stages and its trace number, and is made once', async () => {
  const { simulator, host } = await terminal();
  pay(host);
  await stage(host, 'presentCard');
  await simulator.command('pin');
  await stage(host, 'enterPin');
  await simulator.command('pay');
  expect(await end(host)).toEqual({
    outcome: 'done',
    value: {
      kind: 'payment',
      result: 'paid',
      amountCents: 4120,
      traceNumber: '000001',
      at: expect.stringMatching(/^\d\d-\d\d \d\d:\d\d:\d\d$/),
      code: null,
      receipt: ['KASSENBELEG', 'EUR 41.20', 'BEZAHLT'],
    },
  });
  expect(await paid(simulator)).toBe('idle, paid 1: 4120');
});

test('the same over a serial line, with frames and acknowledgements, byte by byte', async () => {
  const { link, remove } = scratchLink();
  stops.push(remove);
  const { simulator, host } = await terminal({ link });
  await simulator.command('split');
  pay(host);
  await stage(host, 'presentCard');
  await simulator.command('pay');
  expect(await end(host)).toMatchObject({ outcome: 'done', value: { result: 'paid', amountCents: 4120 } });
  expect(await paid(simulator)).toBe('idle, paid 1: 4120');
});

test('declined, and ended by the visitor, are told apart', async () => {
  const { simulator, host } = await terminal();
  await simulator.command('visitor declined');
  pay(host, 'p1');
  expect(await end(host)).toMatchObject({ outcome: 'done', value: { result: 'declined', code: '65' } });
  await simulator.command('visitor cancels');
  pay(host, 'p2');
  expect(await end(host)).toEqual({ outcome: 'cancelled', by: 'visitor' });
});

test('the clerk stops it; a card that was faster counts', async () => {
  const { simulator, host } = await terminal();
  pay(host, 'p1');
  await stage(host, 'presentCard');
  host.host.handle({ type: 'cancelTask', role: 'payment-terminal', taskId: 'p1' });
  expect(await end(host)).toEqual({ outcome: 'cancelled', by: 'clerk' });
  pay(host, 'p2');
  await stage(host, 'presentCard');
  await simulator.command('pay');
  host.host.handle({ type: 'cancelTask', role: 'payment-terminal', taskId: 'p2' });
  expect(await end(host)).toMatchObject({ value: { result: 'paid' } });
});

test('the answer is lost: unknown, never paid again, and the terminal tells it afterwards', async () => {
  const { simulator, host } = await terminal({ speed: 50 });
  await simulator.command('answer lost');
  pay(host);
  await stage(host, 'presentCard');
  await simulator.command('pay');
  expect((await end(host)).outcome).toBe('unknown');
  start(host, 'q1', { kind: 'lastPayment' });
  expect(await end(host)).toMatchObject({
    value: { result: 'paid', amountCents: 4120, traceNumber: '000001' },
  });
  expect(await paid(simulator)).toBe('idle, paid 1: 4120');
});

test('a terminal that does not tell its last payment leaves it to people', async () => {
  const { simulator, host } = await terminal();
  start(host, 'q1', { kind: 'lastPayment' });
  expect(await end(host)).toMatchObject({ outcome: 'failed' });
  await simulator.command('visitor pays');
  pay(host);
  await end(host);
  await simulator.command('repeat off');
  start(host, 'q2', { kind: 'lastPayment' });
  expect(await end(host)).toMatchObject({ outcome: 'failed', reason: 'failure' });
});

test.each(['over the network', 'on a pseudo-terminal'])(
  'unplugged fifty times while the visitor pays, %s: unknown each time, paid once, and at rest after it',
  async (where) => {
    const scratch = scratchLink();
    stops.push(scratch.remove);
    const on = where === 'over the network' ? {} : { link: scratch.link };
    const { simulator, host } = await terminal({ speed: 10, ...on });
    for (let at = 1; at <= 50; at += 1) {
      pay(host, `p${at}`);
      await stage(host, 'presentCard');
      await simulator.command('unplug');
      await simulator.command('pay');
      expect((await end(host)).outcome).toBe('unknown');
      await simulator.command('replug');
      await host.status('idle');
      start(host, `q${at}`, { kind: 'lastPayment' });
      expect(await end(host)).toMatchObject({
        value: { result: 'paid', traceNumber: String(at).padStart(6, '0') },
      });
      expect(await paid(simulator)).toMatch(new RegExp(`^idle, paid ${at}:`));
    }
    expect(await cpuShareAtRest()).toBeLessThan(0.5);
  },
);

test('a terminal that says nothing at all does not hold the clerk up', async () => {
  const { simulator, host } = await terminal({ speed: 200 });
  await simulator.command('mute');
  pay(host);
  expect((await end(host)).outcome).toBe('unknown');
});

test('what is not a terminal is said as such', async () => {
  const simulator = await startSimulator('receipt-printer', { tcp: 0 });
  const host = startHost('payment-terminal', 'zvt', simulator.endpoints, { clock: fastClock(20) });
  stops.push(
    () => host.stop(),
    () => simulator.stop(),
  );
  expect((await host.status('error')).reason).toBe('timeout');
});
