import { expect, test } from 'vitest';
import { discover } from '../../drivers/discovery.ts';
import { drivers } from '../../drivers/registry.ts';
import type { PortUse } from '../../drivers/transport/port-users.ts';
import type { PluggedDevice } from '../../drivers/transport/usb.ts';
import { DeviceBinding } from '../../shared/contract/device-protocol.ts';

const reader = { vendorId: '2b78', productId: '0005' };
const adapter = { vendorId: '0403', productId: '6001' };

function look(
  serial: readonly PluggedDevice[],
  options: {
    hid?: readonly PluggedDevice[];
    bound?: { binding: DeviceBinding; open: boolean }[];
    use?: PortUse;
  } = {},
) {
  return discover({
    listPlugged: async (kind) => ({ serial, hid: options.hid ?? [], printer: [] })[kind],
    drivers,
    bound: options.bound ?? [],
    lookUpUse: async (own) => async (path) => (own.has(path) ? 'free' : (options.use ?? 'free')),
  });
}

test('a device is known by its USB identity and bound by its serial number', async () => {
  const found = await look([{ path: '/dev/ttyACM0', ...reader, serialNumber: 'A1', name: 'ID BOX' }]);
  expect(found).toMatchObject([
    {
      kind: 'serial',
      name: 'ID BOX',
      endpoint: { kind: 'usb-serial', ...reader, serialNumber: 'A1' },
      fits: [{ driver: 'elyctis', role: 'document-reader', endpoint: 'main' }],
      twin: false,
      state: 'free',
    },
  ]);
});

test('two of a kind without numbers are bound by their sockets, or by path where no socket is told', async () => {
  const bySocket = await look([
    { path: '/dev/ttyUSB0', ...adapter, usbPort: '1-1' },
    { path: '/dev/ttyUSB1', ...adapter, usbPort: '1-2' },
  ]);
  expect(bySocket).toMatchObject([
    { twin: true, endpoint: { kind: 'usb-serial', usbPort: '1-1' } },
    { twin: true, endpoint: { kind: 'usb-serial', usbPort: '1-2' } },
  ]);
  const byPath = await look([
    { path: 'COM3', ...adapter },
    { path: 'COM4', ...adapter },
  ]);
  expect(byPath).toMatchObject([
    { endpoint: { kind: 'serial', path: 'COM3' } },
    { endpoint: { kind: 'serial', path: 'COM4' } },
  ]);
});

test('the same number on both, as cheap adapters have it, tells nothing', async () => {
  const found = await look([
    { path: '/dev/ttyUSB0', ...adapter, usbPort: '1-1', serialNumber: '0001' },
    { path: '/dev/ttyUSB1', ...adapter, usbPort: '1-2', serialNumber: '0001' },
  ]);
  expect(found[1]?.endpoint).toEqual({
    kind: 'usb-serial',
    ...adapter,
    usbPort: '1-2',
    baudRate: 9600,
  });
});

test('a role, another program and a missing permission are told as such', async () => {
  const binding = DeviceBinding.parse({
    role: 'document-reader',
    driver: 'elyctis',
    endpoints: { main: { kind: 'usb-serial', ...reader } },
  });
  const plugged = [{ path: '/dev/ttyACM0', ...reader }];
  const bound = await look(plugged, { bound: [{ binding, open: true }], use: 'inUse' });
  expect(bound).toMatchObject([{ state: 'bound', boundTo: 'document-reader' }]);
  const taken = await look(plugged, { bound: [{ binding, open: false }], use: 'inUse' });
  expect(taken).toMatchObject([{ state: 'inUse', boundTo: 'document-reader' }]);
  expect(await look(plugged, { use: 'noPermission' })).toMatchObject([
    { state: 'noPermission', boundTo: null },
  ]);
});

test('keyboards and mice are left out, but for one that a driver knows', async () => {
  const hid = [
    { path: '/dev/hidraw0', vendorId: '046d', productId: 'c31c', isInput: true },
    { path: '/dev/hidraw1', vendorId: 'd209', productId: '0301', isInput: true },
  ];
  expect(await look([], { hid })).toMatchObject([
    { path: '/dev/hidraw1', fits: [{ driver: 'escpos-keyboard' }] },
  ]);
});

test('a bus that cannot be listed leaves the other be', async () => {
  const found = await discover({
    listPlugged: async (kind) => {
      if (kind === 'hid') throw new Error('no HID library');
      return kind === 'serial' ? [{ path: 'COM1' }] : [];
    },
    drivers,
    bound: [],
    lookUpUse: async () => async () => 'unknown',
  });
  expect(found).toMatchObject([{ path: 'COM1', state: 'unknown', fits: [], vendorId: null }]);
});
