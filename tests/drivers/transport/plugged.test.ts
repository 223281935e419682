import { expect, test } from 'vitest';
import { oncePerDevice } from '../../../drivers/transport/plugged.ts';
import { findUsb } from '../../../drivers/transport/usb.ts';

const pad = (col: number, instance: string, usagePage: number) => ({
  path: `\\\\?\\HID#VID_056A&PID_00A8&Col0${col}#7&${instance}&0&000${col - 1}#{4d1e55b2-f16f-11cf-88cb-001111000030}`,
  vendorId: '056a',
  productId: '00a8',
  usagePage,
});

test('the collections of one device on Windows are one device, of which the maker’s own one is opened', () => {
  const listed = [pad(1, '1a2b', 0x0d), pad(2, '1a2b', 0xff0d), pad(3, '1a2b', 0xff00), pad(1, '9f8e', 0x0d)];
  expect(oncePerDevice(listed).map(({ path }) => path)).toEqual([listed[1]?.path, listed[3]?.path]);
});

test('two of a kind are told apart by their number, or by their socket', () => {
  const kind = { vendorId: '056A', productId: '00a8' };
  const plugged = [
    { ...kind, path: '/dev/hidraw0', usbPort: '1-1', serialNumber: 'X' },
    { ...kind, path: '/dev/hidraw1', usbPort: '1-2', serialNumber: 'Y' },
  ];
  expect(findUsb({ ...kind, serialNumber: 'Y' }, plugged)).toBe('/dev/hidraw1');
  expect(findUsb({ ...kind, usbPort: '1-1' }, plugged)).toBe('/dev/hidraw0');
  expect(() => findUsb(kind, plugged)).toThrow(/more than once.*usbPort/);
  expect(() => findUsb({ ...kind, serialNumber: 'Z' }, plugged)).toThrow(/not plugged in/);
});
