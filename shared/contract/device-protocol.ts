import { z } from 'zod';
import { PrintDocument } from '../domain/print-document.ts';
import { DeviceErrorReason } from './device-error.ts';
import { DeviceTask, DeviceTaskEnd, DeviceTaskStage } from './device-task.ts';

/**
 * The messages between the application and the device process; both sides parse what they receive.
 * States, error reasons and print outcomes carry the names of UnifiedPOS, which suppliers know.
 */
export const DeviceRole = z.enum([
  'receipt-printer',
  'ticket-dispenser',
  'document-reader',
  'signature-pad',
  'camera',
  'fingerprint-reader',
  'payment-terminal',
]);
export type DeviceRole = z.infer<typeof DeviceRole>;

/** Not 8N1; some pads and terminals want odd parity or two stop bits. */
const framing = {
  parity: z.enum(['none', 'even', 'odd']).optional(),
  stopBits: z.union([z.literal(1), z.literal(2)]).optional(),
};

const UsbId = z.string().regex(/^[0-9a-f]{4}$/i);

/** Where a device is: a serial port or HID device by path or USB identity, or a TCP address. */
export const Endpoint = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('serial'),
    path: z.string().min(1),
    baudRate: z.int().min(300).max(921_600).default(9600),
    rtscts: z.boolean().optional(),
    ...framing,
  }),
  z.strictObject({
    kind: z.literal('usb-serial'),
    vendorId: UsbId,
    productId: UsbId,
    serialNumber: z.string().min(1).optional(),
    baudRate: z.int().min(300).max(921_600).default(9600),
    /** Hardware flow control: without it a long ticket loses text on a slow printer. */
    rtscts: z.boolean().optional(),
    ...framing,
  }),
  /** A printer of the USB printer class: on Linux alone, where it is /dev/usb/lpN. */
  z.strictObject({
    kind: z.literal('usb-printer'),
    vendorId: UsbId,
    productId: UsbId,
    serialNumber: z.string().min(1).optional(),
  }),
  z.strictObject({ kind: z.literal('tcp'), host: z.string().min(1), port: z.int().min(1).max(65_535) }),
  z.strictObject({ kind: z.literal('hid'), path: z.string().min(1) }),
  z.strictObject({
    kind: z.literal('usb-hid'),
    vendorId: UsbId,
    productId: UsbId,
    serialNumber: z.string().min(1).optional(),
  }),
  /** HID reports of a simulated device over TCP (drivers/protocol/hid-tunnel.ts). */
  z.strictObject({ kind: z.literal('hid-tcp'), host: z.string().min(1), port: z.int().min(1).max(65_535) }),
]);
export type Endpoint = z.infer<typeof Endpoint>;

/** One role of the workstation bound to a driver; `endpoints` by the names the driver asks for (most: `main`). */
export const DeviceBinding = z.strictObject({
  role: DeviceRole,
  driver: z.string().min(1).max(40),
  endpoints: z.record(z.string(), Endpoint),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});
export type DeviceBinding = z.infer<typeof DeviceBinding>;

export const DeviceCondition = z.enum([
  'paperNearEnd',
  'paperOut',
  'coverOpen',
  'cutterError',
  'unrecoverable',
  'buttonStuck',
  'ticketNotTaken',
  'noise',
]);
export type DeviceCondition = z.infer<typeof DeviceCondition>;

export const DeviceStatus = z.strictObject({
  role: DeviceRole,
  driver: z.string(),
  state: z.enum(['closed', 'opening', 'idle', 'busy', 'error', 'gone']),
  reason: DeviceErrorReason.optional(),
  /** Technical detail for IT, without personal data. */
  detail: z.string().max(500).optional(),
  conditions: z.array(DeviceCondition),
  /** UTC, ISO 8601: since when each of `conditions` holds without a break; left out when there are none. */
  conditionSince: z.partialRecord(DeviceCondition, z.iso.datetime()).optional(),
  /** Model and firmware as the device tells them. */
  identity: z.string().max(200).optional(),
  /** UTC, ISO 8601: since when the device is in this state. */
  since: z.iso.datetime(),
});
export type DeviceStatus = z.infer<typeof DeviceStatus>;

/** confirmed: the printer said so; probable: it consumed the job; unknown: ask the clerk, never print again by itself. */
export const PrintOutcome = z.enum(['confirmed', 'probable', 'unknown', 'failed', 'cancelled']);
export type PrintOutcome = z.infer<typeof PrintOutcome>;

export const DeviceCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('configure'), bindings: z.array(DeviceBinding) }),
  z.strictObject({
    type: z.literal('print'),
    role: DeviceRole,
    jobId: z.string().max(64),
    document: PrintDocument,
    deadlineMs: z.int().min(100).max(120_000),
  }),
  z.strictObject({ type: z.literal('cancel'), role: DeviceRole, jobId: z.string().max(64) }),
  z.strictObject({ type: z.literal('openDrawer'), role: DeviceRole }),
  z.strictObject({
    type: z.literal('task'),
    role: DeviceRole,
    taskId: z.string().max(64),
    task: DeviceTask,
    deadlineMs: z.int().min(100).max(600_000),
  }),
  z.strictObject({ type: z.literal('cancelTask'), role: DeviceRole, taskId: z.string().max(64) }),
  z.strictObject({
    type: z.literal('checkHealth'),
    role: DeviceRole,
    requestId: z.string().max(64),
    level: z.enum(['internal', 'external']),
  }),
  z.strictObject({ type: z.literal('stop') }),
]);
export type DeviceCommand = z.infer<typeof DeviceCommand>;

export const DeviceMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('status'), status: DeviceStatus }),
  z.strictObject({
    type: z.literal('printed'),
    role: DeviceRole,
    jobId: z.string(),
    outcome: PrintOutcome,
    detail: z.string().max(500).optional(),
  }),
  z.strictObject({
    type: z.literal('taskStage'),
    role: DeviceRole,
    taskId: z.string(),
    stage: DeviceTaskStage,
  }),
  z.strictObject({ type: z.literal('taskEnded'), role: DeviceRole, taskId: z.string(), end: DeviceTaskEnd }),
  z.strictObject({ type: z.literal('buttonPressed'), role: DeviceRole, button: z.int().min(1).max(64) }),
  /** `lines`: the machine readable zone as read, layout and all check digits verified. */
  z.strictObject({
    type: z.literal('documentRead'),
    role: DeviceRole,
    lines: z.array(z.string().max(44)).min(1).max(3),
  }),
  z.strictObject({
    type: z.literal('documentUnreadable'),
    role: DeviceRole,
    why: z.enum(['empty', 'checkDigit', 'layout']),
  }),
  z.strictObject({
    type: z.literal('health'),
    role: DeviceRole,
    requestId: z.string(),
    ok: z.boolean(),
    detail: z.string().max(500),
  }),
]);
export type DeviceMessage = z.infer<typeof DeviceMessage>;
