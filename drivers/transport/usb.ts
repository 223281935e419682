import { DeviceFault, type UsbIds } from '../driver.ts';

/** Which device on USB is meant. */
export interface UsbIdentity extends UsbIds {
  /** The socket: for two of a kind without a serial number. */
  readonly usbPort?: string | undefined;
}

/** A device that is plugged in, as far as it matters here. */
export interface PluggedDevice {
  readonly path: string;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
  readonly serialNumber?: string | undefined;
  /** Maker and product. */
  readonly name?: string | undefined;
  readonly usbPort?: string | undefined;
  /** A keyboard or mouse: of no interest, unless a driver knows it. */
  readonly isInput?: boolean | undefined;
}

/** True when both are of the same kind: the same maker and product. */
export function sameKind(
  a: { readonly vendorId?: string | undefined; readonly productId?: string | undefined },
  b: { readonly vendorId?: string | undefined; readonly productId?: string | undefined },
): boolean {
  const same = (x: string | undefined, y: string | undefined) =>
    x !== undefined && x.toLowerCase() === y?.toLowerCase();
  return same(a.vendorId, b.vendorId) && same(a.productId, b.productId);
}

/** The path of the plugged device with this identity. Throws `noHardware`, or `illegal` when two fit. */
export function findUsb(usb: UsbIdentity, plugged: readonly PluggedDevice[]): string {
  const paths = new Set(
    plugged
      .filter(
        (device) =>
          sameKind(device, usb) &&
          (usb.serialNumber === undefined || device.serialNumber === usb.serialNumber) &&
          (usb.usbPort === undefined || device.usbPort === usb.usbPort),
      )
      .map(({ path }) => path),
  );
  const name = `USB ${usb.vendorId}:${usb.productId}`;
  const [only] = paths;
  if (only === undefined) throw new DeviceFault('noHardware', `${name} is not plugged in`);
  if (paths.size > 1) {
    throw new DeviceFault(
      'illegal',
      `${name} is plugged in more than once (${[...paths].join(', ')}); set its serial number or usbPort`,
    );
  }
  return only;
}
