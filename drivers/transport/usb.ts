import { SerialPort } from 'serialport';
import { DeviceFault } from '../driver.ts';

/** The USB identity of a device; hexadecimal ids of four digits. */
export interface UsbIdentity {
  readonly vendorId: string;
  readonly productId: string;
  readonly serialNumber?: string | undefined;
}

/** A device that is plugged in, as far as it matters here. */
export interface PluggedDevice {
  readonly path: string;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
  readonly serialNumber?: string | undefined;
}

/** The serial ports of this computer that the system lists; pseudo-terminals are not among them. */
export const listUsbSerial = (): Promise<readonly PluggedDevice[]> => SerialPort.list();

/** The path of the plugged device with this identity. Throws `noHardware`, or `illegal` when two fit. */
export function findUsb(usb: UsbIdentity, plugged: readonly PluggedDevice[]): string {
  const same = (a: string | undefined, b: string) => a?.toLowerCase() === b.toLowerCase();
  const paths = new Set(
    plugged
      .filter(
        (device) =>
          same(device.vendorId, usb.vendorId) &&
          same(device.productId, usb.productId) &&
          (usb.serialNumber === undefined || device.serialNumber === usb.serialNumber),
      )
      .map(({ path }) => path),
  );
  const name = `USB ${usb.vendorId}:${usb.productId}`;
  const [only] = paths;
  if (only === undefined) throw new DeviceFault('noHardware', `${name} is not plugged in`);
  if (paths.size > 1) {
    throw new DeviceFault(
      'illegal',
      `${name} is plugged in more than once (${[...paths].join(', ')}); set its serial number`,
    );
  }
  return only;
}
