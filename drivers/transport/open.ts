import { assertNever } from '../../shared/lib/assert-never.ts';
import type { Clock } from '../clock.ts';
import type { Endpoint, Limits, Transport } from '../driver.ts';
import { openSerial, type SerialOptions } from './serial.ts';
import { openTcp } from './tcp.ts';
import { findUsbSerial } from './usb-serial.ts';

/** Opens the transport an endpoint names; rejects with a DeviceFault. */
export type OpenTransport = (endpoint: Endpoint, clock: Clock, limits: Limits) => Promise<Transport>;

/** The transports of this computer. */
export const openTransport: OpenTransport = async (endpoint, clock, limits) => {
  switch (endpoint.kind) {
    case 'serial':
      return openSerial(serialOptions(endpoint.path, endpoint), clock, limits);
    case 'usb-serial':
      return openSerial(serialOptions(await findUsbSerial(endpoint), endpoint), clock, limits);
    case 'tcp':
      return openTcp(endpoint.host, endpoint.port, clock, limits);
    default:
      return assertNever(endpoint);
  }
};

function serialOptions(
  path: string,
  endpoint: { baudRate: number; rtscts?: boolean | undefined },
): SerialOptions {
  return { path, baudRate: endpoint.baudRate, rtscts: endpoint.rtscts ?? false };
}
