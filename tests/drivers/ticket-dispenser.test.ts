import { afterEach, expect, test } from 'vitest';
import { startSimulator } from '../../drivers/simulators/start.ts';
import { fastClock } from './helpers/fast-clock.ts';
import { startHost, ticket } from './helpers/host.ts';
import { scratchLink } from './helpers/scratch.ts';

const stops: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function dispenser(place: 'tcp' | 'link', options: Parameters<typeof startHost>[3] = {}) {
  const scratch = place === 'link' ? scratchLink() : undefined;
  const simulator = await startSimulator('ticket-dispenser', scratch ? { link: scratch.link } : { tcp: 0 });
  const host = startHost('ticket-dispenser', 'escpos-numato', simulator.endpoints, options);
  stops.push(
    () => host.stop(),
    () => simulator.stop(),
    () => scratch?.remove(),
  );
  return { simulator, host };
}

test('a press on a serial dispenser is one event, and the ticket comes out', async () => {
  const { simulator, host } = await dispenser('link');
  expect((await host.status('idle')).identity).toBe('TM-T88V + Numato GPIO 00000008');
  await simulator.command('press 2');
  expect(await host.message('buttonPressed')).toMatchObject({ role: 'ticket-dispenser', button: 2 });
  host.print('job-1', ticket('B7'));
  expect((await host.message('printed')).outcome).toBe('confirmed');
  expect(simulator.printed()[0]).toContain('B7');
  await simulator.command('press 1');
  expect((await host.message('buttonPressed')).button).toBe(1);
  expect(host.count('buttonPressed')).toBe(2);
});

test('a held button is one press, after ten seconds stuck, and free again when let go', async () => {
  const { simulator, host } = await dispenser('tcp', { clock: fastClock(20) });
  await host.status('idle');
  await simulator.command('hold 1');
  await host.message('buttonPressed');
  await host.status('idle', (status) => status.conditions.includes('buttonStuck'));
  await simulator.command('release 1');
  await host.status('idle', (status) => !status.conditions.includes('buttonStuck'));
  expect(host.count('buttonPressed')).toBe(1);
});

test('a button that is down when the dispenser comes back is no press', async () => {
  const { simulator, host } = await dispenser('link', { clock: fastClock(5) });
  await host.status('idle');
  await simulator.command('hold 1');
  await host.message('buttonPressed');
  await simulator.command('unplug');
  await host.status('gone');
  await simulator.command('replug');
  await host.status('idle');
  await simulator.command('hold 2');
  expect((await host.message('buttonPressed')).button).toBe(2);
  expect(host.count('buttonPressed')).toBe(2);
});

test('unplugged while a ticket is printing: unknown, and no second ticket after the return', async () => {
  const { simulator, host } = await dispenser('link', { clock: fastClock(5) });
  await host.status('idle');
  await simulator.command('paper out-after 2');
  host.print('job-1', ticket('A12'), 60_000);
  await host.status('busy', (status) => status.conditions.includes('paperOut'));
  await simulator.command('unplug');
  expect((await host.message('printed')).outcome).toBe('unknown');
  await simulator.command('paper ok');
  await simulator.command('replug');
  await host.status('idle');
  expect(simulator.printed().filter((text) => !text.includes('torn off'))).toEqual([]);
});

test('buttons that go while a ticket is printing do not make that ticket unknown', async () => {
  const { simulator, host } = await dispenser('link', { clock: fastClock(5) });
  await host.status('idle');
  await simulator.command('paper out-after 2');
  host.print('job-1', ticket('A12'), 60_000);
  await host.status('busy', (status) => status.conditions.includes('paperOut'));
  await simulator.command('unplug buttons');
  host.host.handle({ type: 'checkHealth', role: 'ticket-dispenser', requestId: 'r', level: 'external' });
  expect((await host.message('health')).ok).toBe(false);
  await simulator.command('paper ok');
  expect((await host.message('printed')).outcome).toBe('confirmed');
  await host.status('gone');
  await simulator.command('replug buttons');
  await host.status('idle');
  expect(simulator.printed()).toHaveLength(1);
});

test('two cables swapped are refused', async () => {
  const simulator = await startSimulator('ticket-dispenser', { tcp: 0 });
  const { printer, buttons } = simulator.endpoints;
  const swapped = { printer: buttons!, buttons: printer! };
  const host = startHost('ticket-dispenser', 'escpos-numato', swapped, { clock: fastClock(10) });
  stops.push(
    () => host.stop(),
    () => simulator.stop(),
  );
  expect((await host.status('error')).detail).toContain('not an ESC/POS printer');
});

test('presses survive garbage and bytes that come one by one', async () => {
  const { simulator, host } = await dispenser('tcp');
  await simulator.command('split');
  await host.status('idle');
  await simulator.command('noise 50');
  await simulator.command('press 3');
  expect((await host.message('buttonPressed')).button).toBe(3);
});

test('a missing endpoint is told by name', async () => {
  const { simulator } = await dispenser('tcp');
  const host = startHost('ticket-dispenser', 'escpos-numato', { printer: simulator.endpoints['printer']! });
  expect(await host.status('error')).toMatchObject({
    reason: 'illegal',
    detail: 'endpoints.buttons: ontbreekt — verwacht: de sleutels printer, buttons',
  });
  await host.stop();
});
