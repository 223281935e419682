import { afterEach, expect, test } from 'vitest';
import { startSimulator } from '../../drivers/simulators/start.ts';
import type { Simulator } from '../../drivers/simulators/simulator.ts';
import { fastClock } from './helpers/fast-clock.ts';
import { startHost, type TestHost, ticket } from './helpers/host.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function printerOnTcp(
  options: Parameters<typeof startHost>[3] = {},
): Promise<{ printer: Simulator; host: TestHost }> {
  const printer = await startSimulator('receipt-printer', { tcp: 0 });
  const host = startHost('receipt-printer', 'escpos', printer.endpoints, options);
  stops.push(
    () => host.stop(),
    () => printer.stop(),
  );
  return { printer, host };
}

test('a printer tells its model and becomes idle', async () => {
  const { host } = await printerOnTcp();
  const status = await host.status('idle');
  expect(status.identity).toBe('TM-T88V');
  expect(status.conditions).toEqual([]);
});

test('a ticket is confirmed by the process id, with the text on the paper', async () => {
  const { printer, host } = await printerOnTcp();
  await host.status('idle');
  host.print('job-1');
  await host.status('busy');
  expect(await host.message('printed')).toMatchObject({ jobId: 'job-1', outcome: 'confirmed' });
  await host.status('idle');
  expect(printer.printed()).toHaveLength(1);
  expect(printer.printed()[0]).toContain('A12');
  expect(printer.printed()[0]).not.toContain('<unknown');
});

test('the same answers arrive byte by byte', async () => {
  const { printer, host } = await printerOnTcp();
  await printer.command('split');
  await host.status('idle');
  host.print('job-1');
  expect((await host.message('printed')).outcome).toBe('confirmed');
});

test('a job id that comes twice is printed once and gets the same outcome', async () => {
  const { printer, host } = await printerOnTcp();
  await host.status('idle');
  host.print('job-1');
  host.print('job-1');
  await host.message('printed');
  host.print('job-1');
  expect(await host.message('printed')).toMatchObject({ jobId: 'job-1', outcome: 'confirmed' });
  expect(printer.printed()).toHaveLength(1);
});

test('jobs wait for each other and come out in order', async () => {
  const { printer, host } = await printerOnTcp();
  await host.status('idle');
  for (const number of ['A1', 'A2', 'A3']) host.print(number, ticket(number));
  for (const number of ['A1', 'A2', 'A3']) {
    expect(await host.message('printed')).toMatchObject({ jobId: number, outcome: 'confirmed' });
  }
  expect(printer.printed().map((text) => /A\d/.exec(text)?.[0])).toEqual(['A1', 'A2', 'A3']);
});

test('a printer without process ids that took the whole job is probable', async () => {
  const { printer, host } = await printerOnTcp({ settings: { profile: 'plain' } });
  await host.status('idle');
  host.print('job-1');
  expect((await host.message('printed')).outcome).toBe('probable');
  expect(printer.printed()).toHaveLength(1);
});

test('a process id that stays away makes a consumed job probable', async () => {
  const { printer, host } = await printerOnTcp({ clock: fastClock(10) });
  await host.status('idle');
  await printer.command('ids off');
  host.print('job-1', ticket('A12'), 60_000);
  expect((await host.message('printed')).outcome).toBe('probable');
});

test('without paper nothing is sent and the job fails', async () => {
  const { printer, host } = await printerOnTcp();
  await host.status('idle');
  await printer.command('paper out');
  await host.status('idle', (status) => status.conditions.includes('paperOut'));
  host.print('job-1');
  expect(await host.message('printed')).toMatchObject({
    outcome: 'failed',
    detail: expect.stringContaining('paperOut'),
  });
  await printer.command('paper ok');
  await host.status('idle', (status) => status.conditions.length === 0);
  expect(printer.printed()).toEqual([]);
});

test('paper that ends in the middle of a job is told, and the job is confirmed once there is new paper', async () => {
  const { printer, host } = await printerOnTcp();
  await host.status('idle');
  await printer.command('paper out-after 2');
  host.print('job-1');
  await host.status('busy', (status) => status.conditions.includes('paperOut'));
  expect(host.count('printed')).toBe(0);
  await printer.command('paper ok');
  expect((await host.message('printed')).outcome).toBe('confirmed');
  expect(printer.printed()).toHaveLength(1);
});

test('paper that stays away until the deadline makes the job unknown, and the rest never comes out', async () => {
  const { printer, host } = await printerOnTcp();
  await host.status('idle');
  await printer.command('paper out-after 2');
  host.print('job-1', ticket('A12'), 700);
  const printed = await host.message('printed');
  expect(printed.outcome).toBe('unknown');
  expect(printed.detail).toContain('paperOut');
  await printer.command('paper ok');
  await host.status('idle', (status) => status.conditions.length === 0);
  host.print('job-2', ticket('A13'));
  expect(await host.message('printed')).toMatchObject({ jobId: 'job-2', outcome: 'confirmed' });
  expect(printer.printed().filter((text) => !text.includes('torn off'))).toHaveLength(1);
  expect(printer.printed().at(-1)).toContain('A13');
});

test('a cancelled job is taken out of the printer', async () => {
  const { printer, host } = await printerOnTcp();
  await host.status('idle');
  await printer.command('paper out-after 1');
  host.print('job-1');
  host.print('job-2', ticket('A13'));
  await host.status('busy', (status) => status.conditions.includes('paperOut'));
  host.host.handle({ type: 'cancel', role: 'receipt-printer', jobId: 'job-2' });
  expect(await host.message('printed')).toMatchObject({ jobId: 'job-2', outcome: 'cancelled' });
  host.host.handle({ type: 'cancel', role: 'receipt-printer', jobId: 'job-1' });
  expect(await host.message('printed')).toMatchObject({ jobId: 'job-1', outcome: 'cancelled' });
  await printer.command('paper ok');
  await host.status('idle', (status) => status.conditions.length === 0);
  expect(printer.printed().join()).not.toContain('A12');
});

test('a printer without paper is accepted as it is, and prints once there is paper', async () => {
  const printer = await startSimulator('receipt-printer', { tcp: 0 });
  await printer.command('paper out');
  const host = startHost('receipt-printer', 'escpos', printer.endpoints);
  stops.push(
    () => host.stop(),
    () => printer.stop(),
  );
  expect((await host.status('idle')).conditions).toEqual(['paperOut']);
  await printer.command('paper ok');
  await host.status('idle', (status) => status.conditions.length === 0);
  host.print('job-1');
  expect((await host.message('printed')).outcome).toBe('confirmed');
});

test('low paper, an open cover and a jammed cutter are told and taken back', async () => {
  const { printer, host } = await printerOnTcp({ clock: fastClock(5) });
  await host.status('idle');
  for (const [wrong, right, condition] of [
    ['paper near', 'paper ok', 'paperNearEnd'],
    ['cover open', 'cover closed', 'coverOpen'],
    ['cutter error', 'cutter ok', 'cutterError'],
  ] as const) {
    await printer.command(wrong);
    expect((await host.status('idle', (status) => status.conditions.length > 0)).conditions).toEqual([
      condition,
    ]);
    await printer.command(right);
    await host.status('idle', (status) => status.conditions.length === 0);
  }
});

const openDrawer = (host: TestHost) =>
  host.host.handle({
    type: 'task',
    role: 'receipt-printer',
    taskId: 'drawer',
    task: { kind: 'openDrawer' },
    deadlineMs: 3000,
  });

test('the cash drawer gets its pulse, also when a receipt is on its way', async () => {
  const { printer, host } = await printerOnTcp();
  await host.status('idle');
  host.print('job-1');
  openDrawer(host);
  expect(await host.message('taskEnded')).toMatchObject({ end: { outcome: 'done' } });
  expect(host.count('printed')).toBe(1);
  host.print('job-2', ticket('A13'));
  await host.message('printed');
  expect(await printer.command('state')).toContain('drawer pulses 1');
});

test('a printer that can print nothing gets no pulse that would come later', async () => {
  const { printer, host } = await printerOnTcp();
  await host.status('idle');
  await printer.command('paper out');
  openDrawer(host);
  expect(await host.message('taskEnded')).toMatchObject({ end: { outcome: 'failed', reason: 'offline' } });
  await printer.command('paper ok');
  host.print('job-1');
  await host.message('printed');
  expect(await printer.command('state')).toContain('drawer pulses 0');
});

test('no drawer can hang on a kiosk printer', async () => {
  const { host } = await printerOnTcp({ settings: { profile: 'custom-kiosk' } });
  await host.status('idle');
  openDrawer(host);
  expect(await host.message('taskEnded')).toMatchObject({ end: { outcome: 'failed', reason: 'illegal' } });
});

test('a Star printer in Star mode is named as such', async () => {
  const printer = await startSimulator('receipt-printer', { tcp: 0 });
  await printer.command('language star');
  const settings = { profile: 'star-escpos' };
  const host = startHost('receipt-printer', 'escpos', printer.endpoints, { clock: fastClock(5), settings });
  stops.push(
    () => host.stop(),
    () => printer.stop(),
  );
  expect(await host.status('error')).toMatchObject({
    reason: 'illegal',
    detail: expect.stringContaining('Star mode'),
  });
  await printer.command('language escpos');
  await host.status('idle');
});

test('a health check asks the printer itself', async () => {
  const { printer, host } = await printerOnTcp();
  await host.status('idle');
  host.host.handle({ type: 'checkHealth', role: 'receipt-printer', requestId: 'r1', level: 'external' });
  expect(await host.message('health')).toMatchObject({ requestId: 'r1', ok: true, detail: 'ok' });
  await printer.command('mute');
  host.host.handle({ type: 'checkHealth', role: 'receipt-printer', requestId: 'r2', level: 'external' });
  expect(await host.message('health')).toMatchObject({ requestId: 'r2', ok: false });
});

test('the buttons and paper of a kiosk printer: a ticket nobody takes is told and taken back', async () => {
  const { printer, host } = await printerOnTcp({
    clock: fastClock(20),
    settings: { profile: 'custom-kiosk', retractAfterSeconds: 20 },
  });
  await host.status('idle');
  host.print('job-1', ticket('A12'), 120_000);
  expect((await host.message('printed')).outcome).toBe('probable');
  await host.status('idle', (status) => status.conditions.includes('ticketNotTaken'));
  await host.status('idle', (status) => status.conditions.length === 0);
  expect(await printer.command('state')).toContain('ticket in mouth false');
});
