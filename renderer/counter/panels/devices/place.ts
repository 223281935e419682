import type { FoundKind } from '../../../../shared/contract/device-discovery.ts';
import type { Endpoint } from '../../../../shared/contract/device-protocol.ts';
import { assertNever } from '../../../../shared/lib/assert-never.ts';

/** Where a device is, in one short text for IT. */
export function placeText(endpoint: Endpoint): string {
  switch (endpoint.kind) {
    case 'serial':
      return `${endpoint.path} ${endpoint.baudRate}`;
    case 'usb-serial':
      return `${usbText(endpoint)} ${endpoint.baudRate}`;
    case 'usb-hid':
    case 'usb-printer':
      return usbText(endpoint);
    case 'hid':
      return endpoint.path;
    case 'tcp':
    case 'hid-tcp':
      return `${endpoint.host}:${endpoint.port}`;
    default:
      return assertNever(endpoint);
  }
}

function usbText(usb: Extract<Endpoint, { vendorId: string }>): string {
  const which = usb.serialNumber ?? usb.usbPort;
  return `USB ${usb.vendorId}:${usb.productId}${which === undefined ? '' : ` (${which})`}`;
}

/** How a serial line is spoken. */
export interface LineSettings {
  readonly baudRate: number;
  readonly parity: 'none' | 'even' | 'odd';
  readonly rtscts: boolean;
}

/**
 * A typed place as an endpoint: a host with its port, or the path of a port. Undefined when it is neither. A device that
 * is only known on the HID bus is reached by HID.
 */
export function typedPlace(text: string, kinds: readonly FoundKind[]): Endpoint | undefined {
  const typed = text.trim();
  const isHid = kinds.every((kind) => kind === 'hid');
  const [, host, port] = /^([a-z0-9.-]+|\[[0-9a-f:]+\]):(\d{1,5})$/i.exec(typed) ?? [];
  if (host !== undefined && Number(port) >= 1 && Number(port) <= 65_535)
    return { kind: isHid ? 'hid-tcp' : 'tcp', host: host.replace(/[[\]]/g, ''), port: Number(port) };
  if (!/^(\/\S+|COM\d{1,3}|\\\\\?\\\S+)$/i.test(typed)) return undefined;
  return isHid ? { kind: 'hid', path: typed } : { kind: 'serial', path: typed, baudRate: 9600 };
}

/** The same endpoint with the settings of its line, where it has one. */
export function withLine(endpoint: Endpoint, line: LineSettings): Endpoint {
  if (endpoint.kind !== 'serial' && endpoint.kind !== 'usb-serial') return endpoint;
  const { baudRate, parity, rtscts } = line;
  return { ...endpoint, baudRate, ...(rtscts && { rtscts }), ...(parity !== 'none' && { parity }) };
}
