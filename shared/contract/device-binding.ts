import { z } from 'zod';

export const DeviceRole = z.enum([
  'receipt-printer',
  'ticket-dispenser',
  'document-reader',
  'code-scanner',
  'signature-pad',
  'camera',
  'fingerprint-reader',
  'payment-terminal',
]);
export type DeviceRole = z.infer<typeof DeviceRole>;

/** Not 8N1; some pads and terminals want odd parity or two stop bits. */
const framing = {
  parity: z.enum(['none', 'even', 'odd']).optional(),
  stopBits: z.union([z.literal(1), z.literal(2)]).optional(),
};

const UsbId = z
  .string()
  .regex(/^[0-9a-f]{4}$/i)
  .describe('vier hexadecimale cijfers, zoals 04b8');

/** Which USB device: by what it is, and of two of a kind by its serial number or else the socket that it is plugged in. */
const Usb = {
  vendorId: UsbId,
  productId: UsbId,
  serialNumber: z.string().min(1).max(200).optional(),
  /** The socket as Linux names it (bus, then the port of each hub): 1-2 or 3-1.4. */
  usbPort: z
    .string()
    .regex(/^\d+-\d+(\.\d+)*$/)
    .describe('een USB-poort zoals 1-2 of 3-1.4')
    .optional(),
};

/** Where a device is: a serial port or HID device by path or USB identity, or a TCP address. */
export const Endpoint = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('serial'),
    path: z.string().min(1),
    baudRate: z.int().min(300).max(921_600).default(9600),
    rtscts: z.boolean().optional(),
    ...framing,
  }),
  z.strictObject({
    kind: z.literal('usb-serial'),
    ...Usb,
    baudRate: z.int().min(300).max(921_600).default(9600),
    /** Hardware flow control: without it a long ticket loses text on a slow printer. */
    rtscts: z.boolean().optional(),
    ...framing,
  }),
  /** A printer of the USB printer class: on Linux alone, where it is /dev/usb/lpN. */
  z.strictObject({ kind: z.literal('usb-printer'), ...Usb }),
  z.strictObject({ kind: z.literal('tcp'), host: z.string().min(1), port: z.int().min(1).max(65_535) }),
  z.strictObject({ kind: z.literal('hid'), path: z.string().min(1) }),
  z.strictObject({
    kind: z.literal('usb-hid'),
    ...Usb,
  }),
  /** HID reports of a simulated device over TCP (drivers/protocol/hid-tunnel.ts). */
  z.strictObject({ kind: z.literal('hid-tcp'), host: z.string().min(1), port: z.int().min(1).max(65_535) }),
]);
export type Endpoint = z.infer<typeof Endpoint>;

/** One role of the workstation bound to a driver; `endpoints` by the names the driver asks for (most: `main`). */
export const DeviceBinding = z.strictObject({
  role: DeviceRole,
  driver: z.string().min(1).max(40),
  endpoints: z.record(z.string(), Endpoint),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});
export type DeviceBinding = z.infer<typeof DeviceBinding>;
