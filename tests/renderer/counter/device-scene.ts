import type { CallOutput } from '../../../shared/contract/index.ts';

const reader = {
  kind: 'serial',
  path: '/dev/ttyACM0',
  name: 'Elyctis ID BOX',
  vendorId: '2b78',
  productId: '0005',
  serialNumber: 'A1',
  usbPort: '1-1',
  endpoint: { kind: 'usb-serial', vendorId: '2b78', productId: '0005', serialNumber: 'A1', baudRate: 9600 },
  twin: false,
  fits: [{ driver: 'elyctis', role: 'document-reader', endpoint: 'main' }],
  state: 'free',
  boundTo: null,
} as const;

/** A reader that nobody uses, an adapter that another program has, and a pad without rights. */
export const SETUP: CallOutput<'devices.setup'> = {
  bound: [
    {
      binding: {
        role: 'receipt-printer',
        driver: 'escpos',
        endpoints: { main: { kind: 'tcp', host: '192.0.2.20', port: 9100 } },
        settings: { columns: 42 },
      },
      source: 'workstation',
      replaces: true,
    },
  ],
  found: [
    {
      ...reader,
      path: '/dev/ttyUSB0',
      name: 'FT232R USB UART',
      vendorId: '0403',
      productId: '6001',
      serialNumber: null,
      endpoint: { kind: 'usb-serial', vendorId: '0403', productId: '6001', baudRate: 9600 },
      fits: [],
      state: 'inUse',
      twin: true,
    },
    { ...reader, fits: [...reader.fits] },
    {
      ...reader,
      kind: 'hid',
      path: '/dev/hidraw0',
      name: 'Wacom STU-540',
      endpoint: { kind: 'usb-hid', vendorId: '056a', productId: '00a8' },
      fits: [{ driver: 'wacom-stu', role: 'signature-pad', endpoint: 'main' }],
      state: 'noPermission',
    },
  ],
  drivers: [
    {
      name: 'escpos',
      role: 'receipt-printer',
      endpoints: [{ name: 'main', kinds: ['serial', 'printer'] }],
      settings: [
        { name: 'profile', kind: 'choice', choices: ['epson-tm-t88', 'plain'], default: 'epson-tm-t88' },
        { name: 'columns', kind: 'number', minimum: 32, maximum: 48 },
      ],
    },
    {
      name: 'elyctis',
      role: 'document-reader',
      endpoints: [{ name: 'main', kinds: ['serial'] }],
      settings: [],
    },
    {
      name: 'wacom-stu',
      role: 'signature-pad',
      endpoints: [{ name: 'main', kinds: ['hid'] }],
      settings: [],
    },
  ],
  process: {
    running: true,
    ended: 2,
    lastEnd: { at: '2026-11-23T09:40:00.000Z', why: 'ended by SIGSEGV' },
  },
};
