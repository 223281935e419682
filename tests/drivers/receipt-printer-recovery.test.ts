import { afterEach, expect, test } from 'vitest';
import { startSimulator } from '../../drivers/simulators/start.ts';
import { fastClock } from './helpers/fast-clock.ts';
import { startHost, ticket } from './helpers/host.ts';
import { scratchLink } from './helpers/scratch.ts';

const stops: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function printerOnPort(options: Parameters<typeof startHost>[3] = {}) {
  const { link, remove } = scratchLink();
  const printer = await startSimulator('receipt-printer', { link });
  const host = startHost('receipt-printer', 'escpos', printer.endpoints, options);
  stops.push(
    () => host.stop(),
    () => printer.stop(),
    remove,
  );
  return { printer, host, link };
}

test('a receipt comes out of a serial port', async () => {
  const { printer, host } = await printerOnPort();
  expect((await host.status('idle')).identity).toBe('TM-T88V');
  host.print('job-1');
  expect((await host.message('printed')).outcome).toBe('confirmed');
  expect(printer.printed()).toHaveLength(1);
});

test('a job for a printer that is away fails at once: nothing was sent', async () => {
  const { printer, host } = await printerOnPort({ clock: fastClock(5) });
  await host.status('idle');
  await printer.command('unplug');
  await host.status('gone');
  host.print('job-1');
  expect(await host.message('printed')).toMatchObject({
    outcome: 'failed',
    detail: expect.stringContaining('nothing was sent'),
  });
  await printer.command('replug');
  await host.status('idle');
  expect(printer.printed()).toEqual([]);
});

test('every one of fifty unplugs is noticed, also right after traffic', async () => {
  const { printer, host } = await printerOnPort({ clock: fastClock(10) });
  for (let round = 0; round < 50; round += 1) {
    await host.status('idle');
    host.host.handle({
      type: 'checkHealth',
      role: 'receipt-printer',
      requestId: `r${round}`,
      level: 'external',
    });
    await printer.command('unplug');
    await host.status('gone');
    await printer.command('replug');
  }
  expect((await host.status('idle')).identity).toBe('TM-T88V');
});

test('a printer that stops answering becomes an error, and comes back when it answers', async () => {
  const { printer, host } = await printerOnPort({ clock: fastClock(10) });
  await host.status('idle');
  await printer.command('mute');
  expect(await host.status('error')).toMatchObject({ reason: 'timeout' });
  await printer.command('unmute');
  await host.status('idle');
});

test('a port that another program has open is told as in use', async () => {
  const { host, printer } = await printerOnPort();
  await host.status('idle');
  const second = startHost('receipt-printer', 'escpos', printer.endpoints);
  expect(await second.status('error')).toMatchObject({ reason: 'inUse' });
  await second.stop();
});

test('a port that is not there is gone', async () => {
  const { link, remove } = scratchLink();
  const host = startHost('receipt-printer', 'escpos', {
    main: { kind: 'serial', path: link, baudRate: 9600 },
  });
  stops.push(() => host.stop(), remove);
  expect(await host.status('gone')).toMatchObject({ reason: 'noHardware' });
});

test('another device on the port is refused and named as such', async () => {
  const reader = await startSimulator('document-reader', { tcp: 0 });
  const host = startHost('receipt-printer', 'escpos', reader.endpoints, { clock: fastClock(10) });
  stops.push(
    () => host.stop(),
    () => reader.stop(),
  );
  const status = await host.status('error');
  expect(status.reason).toBe('timeout');
  expect(status.detail).toContain('not an ESC/POS printer');
});

test('another model than the one that was set is refused', async () => {
  const { host } = await printerOnPort({ settings: { model: 'TM-m30' } });
  const status = await host.status('error');
  expect(status).toMatchObject({ reason: 'illegal', detail: expect.stringContaining('TM-T88V') });
});

test('garbage on the line is counted, told and survived', async () => {
  const { printer, host } = await printerOnPort({ clock: fastClock(10) });
  await host.status('idle');
  await printer.command('noise 200');
  await host.status('idle', (status) => status.conditions.includes('noise'));
  host.print('job-1', ticket('A12'), 60_000);
  expect((await host.message('printed')).outcome).toBe('confirmed');
  await host.status('idle', (status) => !status.conditions.includes('noise'));
});

test('wrong settings are refused by name of the field', async () => {
  const { host } = await printerOnPort({ settings: { columns: 3 } });
  const status = await host.status('error');
  expect(status.reason).toBe('illegal');
  expect(status.detail).toContain('settings.columns');
});
