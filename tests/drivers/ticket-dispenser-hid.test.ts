import { expect, onTestFinished, test } from 'vitest';
import { startSimulator } from '../../drivers/simulators/start.ts';
import { fastClock } from './helpers/fast-clock.ts';
import { startHost, ticket } from './helpers/host.ts';

const KINDS = [
  ['gamepad', 'escpos-gamepad'],
  ['keyboard-encoder', 'escpos-keyboard'],
] as const;

async function dispenser(
  kind: (typeof KINDS)[number][0],
  driver: (typeof KINDS)[number][1],
  options: Parameters<typeof startHost>[3] = {},
) {
  const printer = await startSimulator('receipt-printer', { tcp: 0 });
  const buttons = await startSimulator(kind, { tcp: 0 });
  const endpoints = { printer: printer.endpoints['main']!, buttons: buttons.endpoints['main']! };
  const host = startHost('ticket-dispenser', driver, endpoints, options);
  onTestFinished(async () => {
    await host.stop();
    await Promise.all([printer.stop(), buttons.stop()]);
  });
  return { printer, buttons, host };
}

test.each(KINDS)('a press on a %s is one event, also with a worn contact', async (kind, driver) => {
  const { printer, buttons, host } = await dispenser(kind, driver);
  expect((await host.status('idle')).identity).toMatch(/^TM-T88V \+ (gamepad buttons|keyboard keys)$/);
  await buttons.command('press 2');
  expect((await host.message('buttonPressed')).button).toBe(2);
  await buttons.command('bounce 4');
  expect((await host.message('buttonPressed')).button).toBe(4);
  await buttons.command('press 1');
  expect((await host.message('buttonPressed')).button).toBe(1);
  expect(host.count('buttonPressed')).toBe(3);
  host.print('job-1', ticket('B7'));
  expect((await host.message('printed')).outcome).toBe('confirmed');
  expect(printer.printed()[0]).toContain('B7');
});

test.each(KINDS)('a button held on a %s is one press, then stuck, then free', async (kind, driver) => {
  const { buttons, host } = await dispenser(kind, driver, { clock: fastClock(20) });
  await host.status('idle');
  await buttons.command('hold 1');
  await host.status('idle', (status) => status.conditions.includes('buttonStuck'));
  await buttons.command('release 1');
  await host.status('idle', (status) => !status.conditions.includes('buttonStuck'));
  expect(host.count('buttonPressed')).toBe(1);
});

test.each(KINDS)('a button that is down when a %s comes back is no press', async (kind, driver) => {
  const { buttons, host } = await dispenser(kind, driver, { clock: fastClock(2) });
  await host.status('idle');
  await buttons.command('hold 1');
  await host.message('buttonPressed');
  await buttons.command('unplug');
  await host.status('gone');
  await buttons.command('replug');
  await host.status('idle');
  // It tells nothing until something changes; then two are down, and which of them is new nobody knows.
  await buttons.command('hold 2');
  await buttons.command('release 1');
  await buttons.command('press 3');
  expect((await host.message('buttonPressed')).button).toBe(3);
  expect(host.count('buttonPressed')).toBe(2);
});

test('reports that hold no such buttons are told as a wrong setting', async () => {
  const { buttons, host } = await dispenser('gamepad', 'escpos-gamepad', { settings: { firstBit: 100 } });
  await host.status('idle');
  for (let i = 0; i < 20; i += 1) await buttons.command('again');
  expect(await host.status('error')).toMatchObject({
    reason: 'illegal',
    detail: expect.stringContaining('8 bytes'),
  });
});

test('wrong keys are refused by name of the setting', async () => {
  const { host } = await dispenser('keyboard-encoder', 'escpos-keyboard', { settings: { keys: 'F1;' } });
  expect((await host.status('error')).detail).toContain('settings.keys');
});
