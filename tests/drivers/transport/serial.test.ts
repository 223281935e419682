import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../../drivers/clock.ts';
import { DeviceFault, type Limits } from '../../../drivers/driver.ts';
import { type Line, openLine } from '../../../drivers/simulators/line.ts';
import { openFault, openSerial } from '../../../drivers/transport/serial.ts';
import { findUsb } from '../../../drivers/transport/usb.ts';
import { scratchLink } from '../helpers/scratch.ts';

const stops: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
const limits = (deadlineMs = 5000): Limits => ({ deadlineMs, signal: new AbortController().signal });

async function port(): Promise<{ line: Line; path: string }> {
  const { link, remove } = scratchLink();
  const line = await openLine({ link });
  stops.push(() => line.stop(), remove);
  return { line, path: link };
}
const open = (path: string) => openSerial({ path, baudRate: 9600 }, systemClock, limits());

test('all byte values pass both ways', async () => {
  const { line, path } = await port();
  const all = Uint8Array.from({ length: 256 }, (_, index) => index);
  const far: number[] = [];
  const near: number[] = [];
  const arrived = (bytes: number[], chunk: Uint8Array) => bytes.push(...chunk) >= 256;
  const transport = await open(path);
  const there = new Promise<void>((resolve) => line.onBytes((chunk) => arrived(far, chunk) && resolve()));
  const back = new Promise<void>((resolve) =>
    transport.onBytes((chunk) => arrived(near, chunk) && resolve()),
  );
  await transport.write(all, limits());
  line.send(all);
  await Promise.all([there, back]);
  expect(far).toEqual([...all]);
  expect(near).toEqual([...all]);
  await transport.close();
});

test('an unplug is told once; a write afterwards is refused and never sent later', async () => {
  const { line, path } = await port();
  const transport = await open(path);
  const faults: DeviceFault[] = [];
  const gone = new Promise<void>((resolve) =>
    transport.onGone((fault) => {
      faults.push(fault);
      resolve();
    }),
  );
  await line.unplug();
  // The event can be missed (serialport's read loop); then the watchdog sees it.
  if (!(await transport.checkAlive())) await Promise.race([gone, transport.close()]);
  else await gone;
  await expect(transport.write(Uint8Array.of(1), limits())).rejects.toBeInstanceOf(DeviceFault);
  expect(faults.length).toBeLessThanOrEqual(1);
  const late: number[] = [];
  await line.replug();
  line.onBytes((chunk) => late.push(...chunk));
  const again = await open(path);
  const arrived = new Promise<void>((resolve) => line.onBytes(() => resolve()));
  await again.write(Uint8Array.of(0x55), limits());
  await arrived;
  expect(late).toEqual([0x55]);
  await again.close();
});

test('the watchdog sees that another device has taken the place of the one that was opened', async () => {
  const { line, path } = await port();
  const transport = await open(path);
  expect(await transport.checkAlive()).toBe(true);
  await line.unplug();
  // Takes the number of the pseudo-terminal that went, so that the next one differs.
  await port();
  await line.replug();
  expect(await transport.checkAlive()).toBe(false);
  await transport.close();
});

test('a device that takes no bytes loses the link at the write deadline', async () => {
  const { line, path } = await port();
  const transport = await open(path);
  line.setReading(false);
  const gone = new Promise<DeviceFault>((resolve) => transport.onGone(resolve));
  // More than every buffer on the way holds together.
  const write = transport.write(new Uint8Array(32 * 1024 * 1024), limits(300));
  await expect(write).rejects.toMatchObject({ reason: 'timeout' });
  expect((await gone).reason).toBe('timeout');
  await expect(transport.write(Uint8Array.of(1), limits())).rejects.toMatchObject({ reason: 'timeout' });
  await transport.close();
});

test('a second program on the same port hears that it is in use', async () => {
  const { path } = await port();
  const transport = await open(path);
  await expect(open(path)).rejects.toMatchObject({ reason: 'inUse' });
  await transport.close();
  const again = await open(path);
  await again.close();
});

test.each([
  ['Error: No such file or directory, cannot open /dev/ttyUSB9', 'noHardware'],
  ['Opening COM3: File not found', 'noHardware'],
  ['Error: Permission denied, cannot open /dev/ttyUSB0', 'noPermission'],
  ['Error Resource temporarily unavailable Cannot lock port', 'inUse'],
  ['Opening COM3: Access denied', 'inUse'],
  ['something new', 'failure'],
])('%s means %s', (text, reason) => {
  expect(openFault('port', new Error(text)).reason).toBe(reason);
});

test('a USB device is found by its identity, in either case of the digits', () => {
  const ports = [
    { path: '/dev/ttyS0' },
    { path: '/dev/ttyACM0', vendorId: '2b78', productId: '0005', serialNumber: 'A' },
    { path: '/dev/ttyACM1', vendorId: '2B78', productId: '0005', serialNumber: 'B' },
  ];
  const usb = { vendorId: '2B78', productId: '0005' };
  expect(findUsb({ ...usb, serialNumber: 'B' }, ports)).toBe('/dev/ttyACM1');
  expect(() => findUsb(usb, ports)).toThrow(expect.objectContaining({ reason: 'illegal' }));
  expect(() => findUsb({ ...usb, productId: '0010' }, ports)).toThrow(
    expect.objectContaining({ reason: 'noHardware' }),
  );
});
