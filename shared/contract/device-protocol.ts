import { z } from 'zod';
import { PrintDocument } from '../domain/print-document.ts';
import { DeviceBinding, DeviceRole } from './device-binding.ts';
import {
  ButtonReport,
  DriverCard,
  FoundDevice,
  HealthCode,
  HealthLevel,
  TraceLine,
} from './device-discovery.ts';
import { DeviceErrorReason } from './device-error.ts';
import { DeviceTask, DeviceTaskEnd, DeviceTaskStage, TaskSteer } from './device-task.ts';

export { DeviceBinding, DeviceRole, Endpoint } from './device-binding.ts';

const RequestId = z.string().max(64);

/**
 * The messages between the application and the device process; both sides parse what they receive.
 * States, error reasons and print outcomes carry the names of UnifiedPOS, which suppliers know.
 */
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
  z.strictObject({
    type: z.literal('task'),
    role: DeviceRole,
    taskId: z.string().max(64),
    task: DeviceTask,
    deadlineMs: z.int().min(100).max(600_000),
  }),
  z.strictObject({ type: z.literal('cancelTask'), role: DeviceRole, taskId: z.string().max(64) }),
  z.strictObject({
    type: z.literal('steerTask'),
    role: DeviceRole,
    taskId: z.string().max(64),
    steer: TaskSteer,
  }),
  z.strictObject({
    type: z.literal('checkHealth'),
    role: DeviceRole,
    requestId: RequestId,
    level: HealthLevel,
  }),
  /** What is plugged in, and the drivers there are. */
  z.strictObject({ type: z.literal('discover'), requestId: RequestId }),
  /** What passed over the lines of a device, redacted. */
  z.strictObject({ type: z.literal('trace'), role: DeviceRole, requestId: RequestId }),
  /** Talks to a device as if it were bound, and lets go of it again. */
  z.strictObject({ type: z.literal('try'), requestId: RequestId, binding: DeviceBinding }),
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
    why: z.enum(['empty', 'checkDigit', 'layout', 'code']),
  }),
  /** `bsn`: from the QR code on the back of a document, the 11-proef verified. Never logged, masked in traces. */
  z.strictObject({ type: z.literal('codeScanned'), role: DeviceRole, bsn: z.string().regex(/^\d{9}$/) }),
  z.strictObject({
    type: z.literal('health'),
    role: DeviceRole,
    requestId: z.string(),
    ok: z.boolean(),
    code: HealthCode,
    /** What the device said, or technical words for IT; may be empty. */
    detail: z.string().max(500),
    buttons: ButtonReport.optional(),
  }),
  z.strictObject({
    type: z.literal('discovered'),
    requestId: z.string(),
    found: z.array(FoundDevice).max(200),
    drivers: z.array(DriverCard),
  }),
  z.strictObject({
    type: z.literal('traced'),
    role: DeviceRole,
    requestId: z.string(),
    lines: z.array(TraceLine),
  }),
  z.strictObject({
    type: z.literal('tried'),
    role: DeviceRole,
    requestId: z.string(),
    ok: z.boolean(),
    identity: z.string().max(200).optional(),
    reason: DeviceErrorReason.optional(),
    detail: z.string().max(500),
  }),
  /** Something was plugged in or out. */
  z.strictObject({ type: z.literal('plugged') }),
]);
export type DeviceMessage = z.infer<typeof DeviceMessage>;
