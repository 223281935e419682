import { z } from 'zod';
import { DeviceErrorReason } from './device-error.ts';

/**
 * Work that a device does with a person in front of it, one at a time per device: it takes long, tells where it is, can
 * be cancelled, and ends exactly once. Paper is not a task: see print jobs.
 */
export const DeviceTask = z.discriminatedUnion('kind', [
  /** `lines`: what is signed (product, name, date), as shown on the pad. */
  z.strictObject({
    kind: z.literal('captureSignature'),
    lines: z.array(z.string().min(1).max(120)).min(1).max(6),
    language: z.enum(['nl', 'en']).default('nl'),
  }),
  z.strictObject({ kind: z.literal('capturePhoto') }),
  z.strictObject({ kind: z.literal('captureFinger') }),
  z.strictObject({ kind: z.literal('pay'), amountCents: z.int().min(1).max(999_999_99) }),
  /** What became of the last payment: asked when its outcome is unknown; never pays. */
  z.strictObject({ kind: z.literal('lastPayment') }),
  /** The pulse to the cash drawer on the receipt printer. */
  z.strictObject({ kind: z.literal('openDrawer') }),
]);
export type DeviceTask = z.infer<typeof DeviceTask>;

/** Where a task is, for the window; `percent` where it can be told. */
export const DeviceTaskStage = z.strictObject({
  name: z.enum([
    'preparing',
    'waitingForPerson',
    'signing',
    'placeFinger',
    'liftFinger',
    'again',
    'reading',
    'presentCard',
    'enterPin',
    'authorising',
  ]),
  percent: z.int().min(0).max(100).optional(),
  /** The device has no buttons of its own: the window offers what a task can be told (TaskSteer). */
  steered: z.boolean().optional(),
});
export type DeviceTaskStage = z.infer<typeof DeviceTaskStage>;

/** What the clerk can tell a running task for the visitor: take it as it is now, or begin again. */
export const TaskSteer = z.enum(['accept', 'again']);
export type TaskSteer = z.infer<typeof TaskSteer>;

const Picture = z.string().max(4_000_000);

/** What a task gives. Pictures are base64; they stay in memory and are wiped with the step that asked for them. */
export const DeviceTaskValue = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('signature'),
    png: Picture,
    svg: z.string().max(1_000_000),
    padSerial: z.string().max(100).nullable(),
    /** False when the pad reported lost samples: the picture may miss parts of the ink. */
    complete: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('photo'), jpeg: Picture }),
  z.strictObject({ kind: z.literal('finger'), png: Picture, quality: z.int().min(0).max(100) }),
  /** The pulse was given; no printer tells whether a drawer hangs on it. */
  z.strictObject({ kind: z.literal('drawerPulse') }),
  z.strictObject({
    kind: z.literal('payment'),
    result: z.enum(['paid', 'declined']),
    amountCents: z.int().min(0).nullable(),
    /** The terminal's own number of the payment, and its clock then (`MM-DD HH:MM:SS`). */
    traceNumber: z.string().max(40).nullable(),
    at: z.string().max(20).nullable(),
    /** Why it was declined, as the terminal's code; for the supplier of the terminal. */
    code: z.string().max(20).nullable(),
    /** The card receipt, line by line, where the terminal does not print it itself. */
    receipt: z.array(z.string().max(60)).max(100),
  }),
]);
export type DeviceTaskValue = z.infer<typeof DeviceTaskValue>;

/** How a task ended. `unknown`: it may have happened (a payment): ask the device, never do it again by itself. */
export const DeviceTaskEnd = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('done'), value: DeviceTaskValue }),
  z.strictObject({ outcome: z.literal('cancelled'), by: z.enum(['visitor', 'clerk']) }),
  z.strictObject({
    outcome: z.literal('failed'),
    reason: DeviceErrorReason,
    detail: z.string().max(500),
  }),
  z.strictObject({ outcome: z.literal('unknown'), detail: z.string().max(500) }),
]);
export type DeviceTaskEnd = z.infer<typeof DeviceTaskEnd>;
