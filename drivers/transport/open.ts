import { assertNever } from '../../shared/lib/assert-never.ts';
import type { Clock } from '../clock.ts';
import type { Endpoint, Limits, Transport } from '../driver.ts';
import { listHid, openHid } from './hid.ts';
import { openHidTcp } from './hid-tcp.ts';
import { openSerial, type SerialOptions } from './serial.ts';
import { openTcp } from './tcp.ts';
import { listUsbPrinters, openUsbPrinter } from './usb-printer.ts';
import { findUsb, listUsbSerial } from './usb.ts';

/** Opens the transport an endpoint names; rejects with a DeviceFault. */
export type OpenTransport = (endpoint: Endpoint, clock: Clock, limits: Limits) => Promise<Transport>;

/** The transports of this computer. */
export const openTransport: OpenTransport = async (endpoint, clock, limits) => {
  switch (endpoint.kind) {
    case 'serial':
      return openSerial(serialOptions(endpoint.path, endpoint), clock, limits);
    case 'usb-serial':
      return openSerial(serialOptions(findUsb(endpoint, await listUsbSerial()), endpoint), clock, limits);
    case 'tcp':
      return openTcp(endpoint.host, endpoint.port, clock, limits);
    case 'usb-printer':
      return openUsbPrinter(findUsb(endpoint, await listUsbPrinters()), clock);
    case 'hid':
      return openHid(endpoint.path, clock, limits);
    case 'usb-hid':
      return openHid(findUsb(endpoint, (await listHid()).map(plugged)), clock, limits);
    case 'hid-tcp':
      return openHidTcp(endpoint.host, endpoint.port, clock, limits);
    default:
      return assertNever(endpoint);
  }
};

function plugged({ path, vendorId, productId, serialNumber }: Awaited<ReturnType<typeof listHid>>[number]) {
  const hex = (id: number) => id.toString(16).padStart(4, '0');
  return { path, vendorId: hex(vendorId), productId: hex(productId), serialNumber };
}

function serialOptions(
  path: string,
  endpoint: Extract<Endpoint, { kind: 'serial' | 'usb-serial' }>,
): SerialOptions {
  const { baudRate, rtscts = false, parity = 'none', stopBits = 1 } = endpoint;
  return { path, baudRate, rtscts, parity, stopBits };
}
