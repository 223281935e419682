import { readdir, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { FoundKind } from '../../shared/contract/device-discovery.ts';
import type { PluggedDevice } from './usb.ts';

/** Serial ports that a device can be on; consoles and pseudo-terminals are not among them. */
const SERIAL = /^tty(S|ACM|USB|AMA|XRUSB)\d+$/;
/** Report descriptors of keyboards and mice start so (HID usage tables, generic desktop 1: 2, 6 and 7). */
const POINTER_OR_KEYBOARD = /^0501090[267]/;

const CLASSES = {
  serial: { folder: 'tty', read: serialPort },
  hid: { folder: 'hidraw', read: hidDevice },
  printer: { folder: 'usbmisc', read: usbPrinter },
} as const;

/**
 * What Linux itself knows of the serial ports, HID devices and USB printers that are plugged in. Reads a few small files: no program
 * is started and no device is touched. Gives nothing where there is no such folder; never throws.
 */
export async function listSysfs(kind: FoundKind, root = '/sys'): Promise<PluggedDevice[]> {
  const { folder: name, read } = CLASSES[kind];
  const folder = path.join(root, 'class', name);
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(names.map((name) => read(path.join(folder, name), name, root)));
  return found
    .filter((device) => device !== undefined)
    .sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }));
}

async function usbPrinter(folder: string, name: string, root: string): Promise<PluggedDevice | undefined> {
  const device = await realpath(path.join(folder, 'device')).catch(() => undefined);
  if (device === undefined || !/^lp\d+$/.test(name)) return undefined;
  return { path: `/dev/usb/${name}`, ...(await usbAbove(device, root)) };
}

async function serialPort(folder: string, name: string, root: string): Promise<PluggedDevice | undefined> {
  if (!SERIAL.test(name)) return undefined;
  const device = await realpath(path.join(folder, 'device')).catch(() => undefined);
  // The kernel reserves names for ports that the board does not have.
  if (device === undefined || (await text(path.join(folder, 'type'))) === '0') return undefined;
  return { path: `/dev/${name}`, ...(await usbAbove(device, root)) };
}

async function hidDevice(folder: string, name: string, root: string): Promise<PluggedDevice | undefined> {
  const device = await realpath(path.join(folder, 'device')).catch(() => undefined);
  if (device === undefined) return undefined;
  const descriptor = await readFile(path.join(device, 'report_descriptor')).catch(() => Buffer.alloc(0));
  const facts = new Map(
    ((await text(path.join(device, 'uevent'))) ?? '').split('\n').map((line) => {
      const [key = '', ...value] = line.split('=');
      return [key, value.join('=')];
    }),
  );
  // HID_ID=0003:0000056A:000000A8 is bus, vendor, product.
  const [, vendor, product] = (facts.get('HID_ID') ?? '').toLowerCase().split(':');
  return {
    path: `/dev/${name}`,
    vendorId: vendor?.slice(-4),
    productId: product?.slice(-4),
    serialNumber: facts.get('HID_UNIQ') || undefined,
    name: facts.get('HID_NAME') || undefined,
    ...(POINTER_OR_KEYBOARD.test(descriptor.subarray(0, 4).toString('hex')) && { isInput: true }),
    ...(await usbAbove(device, root)),
  };
}

/** The USB device of which this is a part: the nearest folder above that has its ids. Its name is its socket. */
async function usbAbove(device: string, root: string): Promise<Partial<PluggedDevice>> {
  const top = await realpath(root).catch(() => root);
  for (let at = device; at.length > top.length; at = path.dirname(at)) {
    const vendorId = await text(path.join(at, 'idVendor'));
    if (vendorId === undefined) continue;
    const part = (name: string) => text(path.join(at, name));
    const [productId, serialNumber, manufacturer, product] = await Promise.all([
      part('idProduct'),
      part('serial'),
      part('manufacturer'),
      part('product'),
    ]);
    return {
      vendorId,
      productId,
      serialNumber: serialNumber || undefined,
      name: [manufacturer, product].filter(Boolean).join(' ') || undefined,
      usbPort: path.basename(at),
    };
  }
  return {};
}

function text(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').then(
    (content) => content.trim(),
    () => undefined,
  );
}
