import { expect, test } from 'vitest';
import { listSysfs } from '../../../drivers/transport/sysfs.ts';
import { fakeSysfs } from '../helpers/fake-sysfs.ts';

test('serial ports come with the USB device above them and its socket', async () => {
  const sys = fakeSysfs();
  sys.serial('ttyACM0', {
    socket: '1-1.4',
    vendorId: '2b78',
    productId: '0005',
    serial: 'A1',
    product: 'ID BOX',
  });
  sys.board('ttyS0', '4');
  sys.board('ttyS1', '0');
  sys.board('tty1', '4');
  expect(await listSysfs('serial', sys.root)).toEqual([
    {
      path: '/dev/ttyACM0',
      vendorId: '2b78',
      productId: '0005',
      serialNumber: 'A1',
      name: 'ID BOX',
      usbPort: '1-1.4',
    },
    { path: '/dev/ttyS0' },
  ]);
});

test('HID devices are listed, keyboards and mice are marked', async () => {
  const sys = fakeSysfs();
  sys.hid('hidraw10', { socket: '1-2', vendorId: '056a', productId: '00a8', product: 'STU-540' });
  sys.hid('hidraw2', { socket: '1-3', vendorId: '056a', productId: '00a8', product: 'STU-540' });
  sys.hid('hidraw1', { socket: '1-5', vendorId: '046d', productId: 'c31c' }, '05010906a101');
  sys.hid('hidraw3', { socket: '1-6', vendorId: '046d', productId: 'c077' }, '05010902a101');
  const listed = await listSysfs('hid', sys.root);
  expect(listed.filter(({ isInput }) => isInput).map(({ path }) => path)).toEqual([
    '/dev/hidraw1',
    '/dev/hidraw3',
  ]);
  expect(listed.filter(({ isInput }) => !isInput)).toMatchObject([
    { path: '/dev/hidraw2', vendorId: '056a', productId: '00a8', name: 'STU-540', usbPort: '1-3' },
    { path: '/dev/hidraw10', usbPort: '1-2' },
  ]);
});

test('a system without these folders has no devices', async () => {
  expect(await listSysfs('serial', '/nowhere')).toEqual([]);
  expect(await listSysfs('hid', '/nowhere')).toEqual([]);
});
