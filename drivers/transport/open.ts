import { assertNever } from '../../shared/lib/assert-never.ts';
import type { Clock } from '../clock.ts';
import type { Endpoint, Limits, Transport } from '../driver.ts';
import { openHid } from './hid.ts';
import { openHidTcp } from './hid-tcp.ts';
import { openSerial, type SerialOptions } from './serial.ts';
import { openTcp } from './tcp.ts';
import { listPlugged } from './plugged.ts';
import { findUsb } from './usb.ts';
import { openUsbPrinter } from './usb-printer.ts';

/** Opens the transport an endpoint names; rejects with a DeviceFault. */
export type OpenTransport = (endpoint: Endpoint, clock: Clock, limits: Limits) => Promise<Transport>;

/** The transports of this computer. */
export const openTransport: OpenTransport = async (endpoint, clock, limits) => {
  switch (endpoint.kind) {
    case 'serial':
      return openSerial(serialOptions(endpoint.path, endpoint), clock, limits);
    case 'usb-serial':
      return openSerial(
        serialOptions(findUsb(endpoint, await listPlugged('serial')), endpoint),
        clock,
        limits,
      );
    case 'tcp':
      return openTcp(endpoint.host, endpoint.port, clock, limits);
    case 'usb-printer':
      return openUsbPrinter(findUsb(endpoint, await listPlugged('printer')), clock);
    case 'hid':
      return openHid(endpoint.path, clock, limits);
    case 'usb-hid':
      return openHid(findUsb(endpoint, await listPlugged('hid')), clock, limits);
    case 'hid-tcp':
      return openHidTcp(endpoint.host, endpoint.port, clock, limits);
    default:
      return assertNever(endpoint);
  }
};

function serialOptions(
  path: string,
  endpoint: Extract<Endpoint, { kind: 'serial' | 'usb-serial' }>,
): SerialOptions {
  const { baudRate, rtscts = false, parity = 'none', stopBits = 1 } = endpoint;
  return { path, baudRate, rtscts, parity, stopBits };
}
