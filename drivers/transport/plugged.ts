import { SerialPort } from 'serialport';
import type { FoundKind } from '../../shared/contract/device-discovery.ts';
import { listHid, usbIds } from './hid.ts';
import { listSysfs } from './sysfs.ts';
import type { PluggedDevice } from './usb.ts';

/** Lists what is plugged in of one kind; rejects with a DeviceFault when the system does not tell. */
export type ListPlugged = (kind: FoundKind) => Promise<readonly PluggedDevice[]>;

/** The serial ports, HID devices and, on Linux, USB printers of this computer; pseudo-terminals are not among them. */
export const listPlugged: ListPlugged = async (kind) => {
  if (process.platform === 'linux') return listSysfs(kind);
  if (kind === 'printer') return [];
  if (kind === 'hid') return oncePerDevice((await listHid()).map(hidDevice));
  return (await SerialPort.list()).map(({ path, vendorId, productId, serialNumber, ...port }) => ({
    path,
    vendorId: vendorId?.toLowerCase(),
    productId: productId?.toLowerCase(),
    serialNumber,
    name: [port.manufacturer, 'friendlyName' in port ? port.friendlyName : undefined]
      .filter((word) => typeof word === 'string')
      .join(' '),
  }));
};

type ListedHid = Awaited<ReturnType<typeof listHid>>[number];
/** Usage pages from here on are the maker's own (HID usage tables): there the commands of a device are. */
const MAKERS_OWN = 0xff00;

function hidDevice(device: ListedHid): PluggedDevice & { readonly usagePage: number } {
  return {
    path: device.path,
    ...usbIds(device),
    name: [device.manufacturer, device.product].filter(Boolean).join(' '),
    usagePage: device.usagePage ?? 0,
  };
}

/**
 * Windows lists a HID device once per collection (`...&col01#...`): the same device. What is left is the collection with
 * the maker's own reports, or else the first.
 */
export function oncePerDevice(
  listed: readonly (PluggedDevice & { readonly usagePage: number })[],
): PluggedDevice[] {
  const devices = new Map<string, (typeof listed)[number]>();
  for (const device of listed) {
    // The instance number after the collection differs per collection in its last group alone.
    const key = device.path.replace(/&col\d+/i, '').replace(/&\d{4}#/, '#');
    const known = devices.get(key);
    if (!known || (known.usagePage < MAKERS_OWN && device.usagePage >= MAKERS_OWN)) devices.set(key, device);
  }
  return [...devices.values()];
}
