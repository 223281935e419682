import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../../drivers/clock.ts';
import { openTransport } from '../../../drivers/transport/open.ts';
import { openUsbPrinter } from '../../../drivers/transport/usb-printer.ts';

// On a real printer of the kernel: tests/guest. Here a file stands where the device should be.
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'waarmee-lp-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a printer that is not there is said as such', async () => {
  const limits = { deadlineMs: 1000, signal: new AbortController().signal };
  await expect(openUsbPrinter(path.join(folder, 'lp9'), systemClock)).rejects.toMatchObject({
    reason: 'noHardware',
  });
  await expect(
    openTransport({ kind: 'usb-printer', vendorId: '1209', productId: 'ffff' }, systemClock, limits),
  ).rejects.toMatchObject({ reason: 'noHardware' });
});

test('a device that left its path is no longer alive', async () => {
  const file = path.join(folder, 'lp0');
  writeFileSync(file, '');
  const transport = await openUsbPrinter(file, systemClock);
  expect(await transport.checkAlive()).toBe(true);
  rmSync(file);
  expect(await transport.checkAlive()).toBe(false);
  await transport.close();
  await expect(
    transport.write(Uint8Array.of(1), { deadlineMs: 1000, signal: new AbortController().signal }),
  ).rejects.toMatchObject({ reason: 'closed' });
});
