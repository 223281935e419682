import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { DeviceChannel } from '../../../electron/core/devices/device-channel.ts';
import { forkDeviceProcess } from '../../../electron/core/devices/fork-channel.ts';
import { superviseDevices } from '../../../electron/core/devices/supervisor.ts';
import { systemClock } from '../../../drivers/clock.ts';
import { startSimulator } from '../../../drivers/simulators/start.ts';
import { DeviceBinding } from '../../../shared/contract/device-protocol.ts';
import { createMailbox, ticket } from '../../drivers/helpers/host.ts';

const MODULE = path.resolve(import.meta.dirname, '../../../drivers/process.ts');
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

async function supervisedPrinter() {
  const printer = await startSimulator('receipt-printer', { tcp: 0 });
  const channels: DeviceChannel[] = [];
  const mail = createMailbox();
  const link = superviseDevices({
    spawn() {
      const channel = forkDeviceProcess(MODULE);
      channels.push(channel);
      return channel;
    },
    bindings: [
      DeviceBinding.parse({ role: 'receipt-printer', driver: 'escpos', endpoints: printer.endpoints }),
    ],
    clock: systemClock,
    log: quiet,
  });
  link.onMessage(mail.push);
  stops.push(
    () => link.stop(),
    () => printer.stop(),
  );
  const state = (wanted: string) =>
    mail.next(
      (message): message is typeof message => message.type === 'status' && message.status.state === wanted,
    );
  const printed = () => mail.next((message): message is typeof message => message.type === 'printed');
  const print = (jobId: string) =>
    link.send({ type: 'print', role: 'receipt-printer', jobId, document: ticket(jobId), deadlineMs: 10_000 });
  return { printer, link, channels, state, printed, print };
}

test('a killed device process comes back by itself, and its job is unknown and not printed again', async () => {
  const { printer, channels, state, printed, print } = await supervisedPrinter();
  await state('idle');
  print('A1');
  expect(await printed()).toMatchObject({ jobId: 'A1', outcome: 'confirmed' });
  await printer.command('paper out-after 2');
  print('A2');
  await state('busy');
  channels[0]!.kill();
  expect(await printed()).toMatchObject({ jobId: 'A2', outcome: 'unknown' });
  await state('gone');
  await printer.command('paper ok');
  await state('idle');
  print('A3');
  expect(await printed()).toMatchObject({ jobId: 'A3', outcome: 'confirmed' });
  expect(channels).toHaveLength(2);
  expect(printer.printed().filter((text) => /A[12]/.test(text) && !text.includes('torn off'))).toHaveLength(
    1,
  );
  expect(printer.printed().at(-1)).toContain('A3');
});

test('stop ends the device process by itself, without a kill', async () => {
  const { link, channels, state } = await supervisedPrinter();
  await state('idle');
  const why = new Promise((resolve) => channels[0]!.onExit(resolve));
  await link.stop();
  expect(await why).toBe('ended with code 0');
});

test('a process that ends by itself is an exit with its code, told once and also to who asks later', async () => {
  const channel = forkDeviceProcess(path.resolve(import.meta.dirname, 'exits-with-3.ts'));
  expect(await new Promise((resolve) => channel.onExit(resolve))).toBe('ended with code 3');
  expect(await new Promise((resolve) => channel.onExit(resolve))).toBe('ended with code 3');
  channel.send({ type: 'stop' });
  channel.kill();
});
