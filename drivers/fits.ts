import type { FoundKind } from '../shared/contract/device-discovery.ts';
import { STU_PRODUCTS, WACOM } from './protocol/wacom-stu-models.ts';

/** A USB identity that a driver knows; hexadecimal ids of four digits, without products every one of the maker. */
export interface UsbFit {
  /** The endpoint of the driver on which the device belongs. */
  readonly endpoint: string;
  readonly kind: FoundKind;
  readonly vendorId: string;
  readonly productIds?: readonly string[];
}

/** Elyctis ID BOX: 0005 is serial, 0010 keyboard and serial (mrz-readers.md 1). */
export const ELYCTIS_FITS: readonly UsbFit[] = [
  { endpoint: 'main', kind: 'serial', vendorId: '2b78', productIds: ['0005', '0010'] },
];

/** Makers of receipt and kiosk printers, as a serial port or of the USB printer class: Epson, Custom, Star. */
export const printerFits = (endpoint: string): readonly UsbFit[] =>
  ['04b8', '0dd4', '0519'].flatMap((vendorId) => [
    { endpoint, kind: 'serial', vendorId },
    { endpoint, kind: 'printer', vendorId },
  ]);

/** The Wacom STU pads (wacom-stu.md 1). */
export const STU_FITS: readonly UsbFit[] = [
  { endpoint: 'main', kind: 'hid', vendorId: WACOM, productIds: Object.keys(STU_PRODUCTS) },
];

/** Numato's USB GPIO modules. */
export const NUMATO_FITS: readonly UsbFit[] = [{ endpoint: 'buttons', kind: 'serial', vendorId: '2a19' }];

/** Makers of encoders for buttons, generally known: DragonRise's gamepads, Ultimarc's keyboards. Others are chosen by hand. */
export const GAMEPAD_FITS: readonly UsbFit[] = [{ endpoint: 'buttons', kind: 'hid', vendorId: '0079' }];
export const KEYBOARD_FITS: readonly UsbFit[] = [{ endpoint: 'buttons', kind: 'hid', vendorId: 'd209' }];

/** Whether a plugged device is what a fit describes. */
export function isFit(
  fit: UsbFit,
  kind: UsbFit['kind'],
  device: { readonly vendorId?: string | undefined; readonly productId?: string | undefined },
): boolean {
  return (
    fit.kind === kind &&
    fit.vendorId === device.vendorId?.toLowerCase() &&
    (fit.productIds === undefined || fit.productIds.includes(device.productId?.toLowerCase() ?? ''))
  );
}
