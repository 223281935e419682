import { z } from 'zod';
import { DeviceRole, Endpoint } from './device-binding.ts';

/** On which bus the system lists a device: serial ports, HID, or the USB printer class (Linux). */
export const FoundKind = z.enum(['serial', 'hid', 'printer']);
export type FoundKind = z.infer<typeof FoundKind>;

/** A driver that knows this kind of device: by its USB identity. */
const Fit = z.strictObject({ driver: z.string(), role: DeviceRole, endpoint: z.string() });

/**
 * Who has a device that is plugged in: a role of this application, another program, nobody, or nobody can tell without
 * opening it (`unknown`, outside Linux). `noPermission`: this user may not open it.
 */
export const FoundState = z.enum(['free', 'bound', 'inUse', 'noPermission', 'unknown']);
export type FoundState = z.infer<typeof FoundState>;

/** A device that is plugged in now. */
export const FoundDevice = z.strictObject({
  kind: FoundKind,
  /** What the system calls it today; another day it can be another device. */
  path: z.string().max(500),
  /** Maker and product as the device tells them; empty when it does not. */
  name: z.string().max(200),
  vendorId: z.string().nullable(),
  productId: z.string().nullable(),
  serialNumber: z.string().nullable(),
  /** The USB socket; null where the system does not tell. */
  usbPort: z.string().nullable(),
  /** How to bind it, so that it is found again and not taken for another of its kind. */
  endpoint: Endpoint,
  /** Another device of the same kind is plugged in as well. */
  twin: z.boolean(),
  fits: z.array(Fit),
  state: FoundState,
  boundTo: DeviceRole.nullable(),
});
export type FoundDevice = z.infer<typeof FoundDevice>;

/** One setting of a driver, as a form needs it. */
export const DriverSetting = z.strictObject({
  name: z.string(),
  kind: z.enum(['text', 'number', 'yesNo', 'choice']),
  choices: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
});
export type DriverSetting = z.infer<typeof DriverSetting>;

/** What one can choose: a driver, the role it fills and what it must be connected to. */
export const DriverCard = z.strictObject({
  name: z.string(),
  role: DeviceRole,
  endpoints: z.array(z.strictObject({ name: z.string(), kinds: z.array(FoundKind) })),
  settings: z.array(DriverSetting),
});
export type DriverCard = z.infer<typeof DriverCard>;

/**
 * The three grades of UnifiedPOS: what we know without asking (internal), what the device answers (external), and
 * something that a person sees or does, such as a test print (interactive).
 */
export const HealthLevel = z.enum(['internal', 'external', 'interactive']);
export type HealthLevel = z.infer<typeof HealthLevel>;

/** The outcome of a health check; each has a text in the window. */
export const HealthCode = z.enum([
  'connected',
  'answers',
  'notConnected',
  'notBound',
  'noAnswer',
  'processDown',
  'failed',
  'noTest',
  'busy',
  'printed',
  'printedProbably',
  'printUnknown',
  'documentRead',
  'documentUnreadable',
  'signed',
  'photoTaken',
  'fingerRead',
  'buttonsPressed',
  'buttonsMissing',
  'cancelled',
  'nothingDone',
]);
export type HealthCode = z.infer<typeof HealthCode>;

/** What came of the buttons that a person was asked to press, each once: in the order in which they came, and what did not. */
export const ButtonReport = z.strictObject({
  pressed: z.array(z.int().min(1)),
  missing: z.array(z.int().min(1)),
});
export type ButtonReport = z.infer<typeof ButtonReport>;

/** One chunk that passed over a line. `at`: UTC, ISO 8601. */
export const TraceLine = z.strictObject({
  at: z.iso.datetime(),
  endpoint: z.string().max(40),
  /** Counts the connections of this endpoint, from 1. */
  connection: z.int().min(1),
  direction: z.enum(['sent', 'received']),
  /** The bytes; what must not be kept is masked, and then `redacted` is true. */
  hex: z.string().regex(/^([0-9a-f]{2})*$/),
  redacted: z.boolean().optional(),
  /** A feature report of a HID device; one received without bytes: the device refused. */
  feature: z.boolean().optional(),
});
export type TraceLine = z.infer<typeof TraceLine>;
