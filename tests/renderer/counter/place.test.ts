import { expect, test } from 'vitest';
import { placeText, typedPlace, withLine } from '../../../renderer/counter/panels/devices/place.ts';

test.each([
  ['/dev/ttyS0', { kind: 'serial', path: '/dev/ttyS0', baudRate: 9600 }],
  [' COM3 ', { kind: 'serial', path: 'COM3', baudRate: 9600 }],
  ['192.0.2.20:9100', { kind: 'tcp', host: '192.0.2.20', port: 9100 }],
  ['printer.hal.example:9100', { kind: 'tcp', host: 'printer.hal.example', port: 9100 }],
  ['[2001:db8::1]:9100', { kind: 'tcp', host: '2001:db8::1', port: 9100 }],
])('%s is a place', (text, endpoint) => {
  expect(typedPlace(text, ['serial'])).toEqual(endpoint);
});

test.each(['', 'printer', '192.0.2.20', '192.0.2.20:0', 'host:99999', 'COM 3'])('"%s" is none', (text) => {
  expect(typedPlace(text, ['serial'])).toBeUndefined();
});

test('a device of the HID bus alone is reached by HID', () => {
  expect(typedPlace('/dev/hidraw0', ['hid'])).toEqual({ kind: 'hid', path: '/dev/hidraw0' });
  expect(typedPlace('127.0.0.1:4000', ['hid'])).toEqual({ kind: 'hid-tcp', host: '127.0.0.1', port: 4000 });
});

test('only a serial line has a speed', () => {
  const line = { baudRate: 38_400, parity: 'odd', rtscts: true } as const;
  const usb = { kind: 'usb-serial', vendorId: '0403', productId: '6001', baudRate: 9600 } as const;
  expect(withLine(usb, line)).toEqual({ ...usb, ...line });
  expect(withLine({ kind: 'hid', path: 'x' }, line)).toEqual({ kind: 'hid', path: 'x' });
  expect(placeText(withLine({ ...usb, usbPort: '1-2' }, line))).toBe('USB 0403:6001 (1-2) 38400');
});
