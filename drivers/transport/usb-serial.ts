import { SerialPort } from 'serialport';
import { DeviceFault } from '../driver.ts';

/** The USB identity of a serial device; hexadecimal ids of four digits. */
export interface UsbIdentity {
  readonly vendorId: string;
  readonly productId: string;
  readonly serialNumber?: string | undefined;
}

/** What SerialPort.list() tells about a port, as far as it matters here. */
export interface ListedPort {
  readonly path: string;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
  readonly serialNumber?: string | undefined;
}

/** The path of the plugged device with this identity. Rejects with `noHardware`, or `illegal` when two fit. */
export async function findUsbSerial(
  usb: UsbIdentity,
  list: () => Promise<ListedPort[]> = () => SerialPort.list(),
) {
  const same = (a: string | undefined, b: string) => a?.toLowerCase() === b.toLowerCase();
  const found = (await list()).filter(
    (port) =>
      same(port.vendorId, usb.vendorId) &&
      same(port.productId, usb.productId) &&
      (usb.serialNumber === undefined || port.serialNumber === usb.serialNumber),
  );
  const name = `USB ${usb.vendorId}:${usb.productId}`;
  const [only] = found;
  if (!only) throw new DeviceFault('noHardware', `${name} is not plugged in`);
  if (found.length > 1) {
    const paths = found.map((port) => port.path).join(', ');
    throw new DeviceFault(
      'illegal',
      `${name} is plugged in more than once (${paths}); set its serial number`,
    );
  }
  return only.path;
}
