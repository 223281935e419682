import type { FoundDevice, HealthCode } from '../../../shared/contract/device-discovery.ts';
import type { DeviceRole, DeviceStatus, Endpoint } from '../../../shared/contract/device-protocol.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';

/** The Dutch of the terminal; the counter window has its own texts. */
export const HEALTH: Readonly<Record<HealthCode, string>> = {
  connected: 'is verbonden',
  answers: 'antwoordt',
  notConnected: 'is niet verbonden',
  notBound: 'is niet ingesteld',
  noAnswer: 'geeft geen antwoord',
  processDown: 'de apparaten starten opnieuw',
  failed: 'de proef is niet gelukt',
  noTest: 'heeft geen proef',
  busy: 'is bezig',
  printed: 'de proef is afgedrukt',
  printedProbably: 'de proef is verstuurd: kijk of hij er goed uit komt',
  printUnknown: 'onbekend of de proef is afgedrukt: kijk bij de printer',
  documentRead: 'het document is goed gelezen en niet bewaard',
  documentUnreadable: 'het document kon niet worden gelezen',
  signed: 'de handtekening is ontvangen en weer gewist',
  photoTaken: 'de foto is ontvangen en weer gewist',
  fingerRead: 'de vinger is gelezen, het beeld is gewist',
  buttonsPressed: 'elke knop kwam aan',
  buttonsMissing: 'niet elke knop kwam aan',
  cancelled: 'de proef is afgebroken',
  nothingDone: 'er gebeurde niets binnen de tijd',
};

/** What a person has to do for a test that asks for one. */
export const DO_NOW: Readonly<Partial<Record<DeviceRole, string>>> = {
  'receipt-printer': 'kijk naar de proefafdruk',
  'ticket-dispenser': 'druk op elke knop, één keer; niemand trekt hiermee een nummer',
  'document-reader': 'leg nu een document op de lezer',
  'code-scanner': 'lees nu een code',
  'signature-pad': 'zet nu een handtekening op het pad en kies akkoord',
  'fingerprint-reader': 'leg nu een vinger op de lezer',
};

export const STATE: Readonly<Record<DeviceStatus['state'], string>> = {
  closed: 'uit',
  opening: 'start',
  idle: 'gereed',
  busy: 'bezig',
  error: 'storing',
  gone: 'niet verbonden',
};

export const FOUND: Readonly<Record<FoundDevice['state'], string>> = {
  free: 'vrij',
  bound: 'van Waarmee',
  inUse: 'in gebruik door een ander programma',
  noPermission: 'geen toegang: zet resources/udev/70-waarmee.rules in /etc/udev/rules.d',
  unknown: 'aangesloten',
};

export const KIND: Readonly<Record<FoundDevice['kind'], string>> = {
  serial: 'serieel',
  hid: 'HID',
  printer: 'USB-printer',
};

/** Where a device is, on one line. */
export function placeOf(endpoint: Endpoint): string {
  switch (endpoint.kind) {
    case 'serial':
      return `${endpoint.path}, ${endpoint.baudRate} baud`;
    case 'hid':
      return endpoint.path;
    case 'tcp':
    case 'hid-tcp':
      return `${endpoint.host}:${endpoint.port}`;
    case 'usb-serial':
    case 'usb-printer':
    case 'usb-hid': {
      const { kind, vendorId, productId, serialNumber, usbPort } = endpoint;
      return [`${kind} ${vendorId}:${productId}`, serialNumber, usbPort]
        .filter((part) => part !== undefined)
        .join(', ');
    }
    default:
      return assertNever(endpoint);
  }
}
