import { z } from 'zod';
import { SyncReason } from '../domain/sync-reason.ts';
import { SYNC_STEPS } from '../domain/sync-step.ts';
import { SystemProblem } from '../domain/system-problem.ts';
import { Phone } from './hand-over.ts';
import { MessageChannel } from './messages.ts';
import { CommandId, call, Done, Id, Instant, Nothing, push } from './call.ts';
import { ButtonReport, HealthCode, HealthLevel } from './device-discovery.ts';
import { DeviceRole, DeviceStatus } from './device-protocol.ts';

export const PrintJob = z.strictObject({
  jobId: Id,
  role: DeviceRole,
  kind: z.enum(['receipt', 'ticket']),
  /** What the clerk recognises it by: a ticket number or a receipt number. */
  label: z.string(),
  state: z.enum(['waiting', 'printing', 'confirmed', 'probable', 'unknown', 'failed', 'cancelled']),
  createdAt: Instant,
});
export type PrintJob = z.infer<typeof PrintJob>;

export const deviceCalls = {
  'devices.list': call('devices.list', {
    audience: ['counter'],
    access: 'clerk',
    input: Nothing,
    output: z.strictObject({
      devices: z.array(DeviceStatus),
      /** Jobs that want the clerk's eye: unknown, failed or stale. */ jobs: z.array(PrintJob),
      /** Whether this counter has a cash drawer that can be opened. */
      cashDrawer: z.boolean(),
      /** What IT has to mend in the configuration: lines in Dutch with key, value and what is expected. */
      problems: z.array(z.string()),
    }),
  }),
  /** The clerk's answer to "is de bon eruit gekomen?", or to an old job: printed, print again, or drop it. */
  'devices.settlePrint': call('devices.settlePrint', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({
      commandId: CommandId,
      jobId: Id,
      answer: z.enum(['printed', 'printAgain', 'drop']),
    }),
    output: Done,
  }),
  /** Opens the cash drawer; written in the audit log. */
  'devices.openDrawer': call('devices.openDrawer', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId }),
    output: Done,
  }),
  /** A picture of the camera on a serial line, base64; kept nowhere. Fails with `cameraFailed` and the device's reason as detail. */
  'devices.takePhoto': call('devices.takePhoto', {
    audience: ['counter'],
    access: 'clerk',
    input: Nothing,
    output: z.strictObject({ jpeg: z.string() }),
  }),
  'devices.check': call('devices.check', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ role: DeviceRole, level: HealthLevel.default('external') }),
    output: z.strictObject({
      ok: z.boolean(),
      code: HealthCode,
      detail: z.string(),
      buttons: ButtonReport.optional(),
    }),
  }),
};

export const devicePushes = {
  'devices.changed': push('devices.changed', { audience: ['counter'], data: Nothing }),
};

/** One question to a central system and its answer, with documents and numbers of persons left out. */
export const CentralExchange = z.strictObject({
  method: z.string(),
  url: z.string(),
  /** Of HTTP; null when no answer came. */
  status: z.int().nullable(),
  sent: z.string(),
  received: z.string(),
});
export type CentralExchange = z.infer<typeof CentralExchange>;

const CentralName = z.enum(['zaken', 'documenten', 'catalogi', 'klantinteracties', 'brp', 'notify']);

export const SyncItem = z.strictObject({
  itemId: Id,
  kind: z.enum(['zaak', 'klantcontact', 'verification', 'notification']),
  /** Zaak number or receipt number; never a person. */
  label: z.string(),
  state: z.enum(['queued', 'sending', 'parked', 'done']),
  /** What is being made, or was when it was put off. */
  step: z.enum(SYNC_STEPS).nullable(),
  attempts: z.int(),
  nextAttemptAt: Instant.nullable(),
  /** Why it is parked or was put off. */
  reason: SyncReason.nullable(),
  createdAt: Instant,
  /** A pick-up whose zaak could not be found or closed: a clerk may give it another number. */
  canCorrect: z.boolean(),
  /** Of a message to a visitor: how it goes. */
  channel: MessageChannel.nullable(),
  /** Name of the colleague who sorts it out. */
  assignedTo: z.string().nullable(),
});
export type SyncItem = z.infer<typeof SyncItem>;

export const syncCalls = {
  'sync.status': call('sync.status', {
    audience: ['counter'],
    access: 'clerk',
    input: Nothing,
    output: z.strictObject({
      online: z.boolean(),
      queued: z.int(),
      parked: z.int(),
      /** Of all that waits or is parked. */
      oldestAt: Instant.nullable(),
      /** Since when nothing came through, or nothing of the one item that is held up longest; null when nothing waits. */
      waitsSince: Instant.nullable(),
      /** The system that this item waits for while others come through; null when nothing at all comes through. */
      waitsFor: CentralName.nullable(),
      /** Which central systems answered last, and since when not. */
      systems: z.array(
        z.strictObject({
          name: CentralName,
          reachable: z.boolean().nullable(),
          since: Instant.nullable(),
          problem: SystemProblem.nullable(),
        }),
      ),
      items: z.array(SyncItem),
    }),
  }),
  /** What is done of an item, what was asked last and what came back, and who could sort it out. */
  'sync.inspect': call('sync.inspect', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ itemId: Id }),
    output: z.strictObject({
      done: z.array(z.enum(SYNC_STEPS)),
      exchange: CentralExchange.nullable(),
      /** The text that was refused because it is too long; null when it is held up for something else. */
      tooLong: z.string().nullable(),
      /** The number to call back that was refused; null when it is held up for something else. */
      phone: z.string().nullable(),
      assignedTo: Id.nullable(),
      colleagues: z.array(z.strictObject({ staffId: Id, name: z.string() })),
    }),
  }),
  /** Makes the text shorter for which an item is held up, and sends it; the record keeps all of the text. */
  'sync.shorten': call('sync.shorten', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId, itemId: Id, text: z.string().trim().min(1).max(1000) }),
    output: Done,
  }),
  /** Says which colleague sorts an item out; null: nobody in particular. */
  'sync.assign': call('sync.assign', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId, itemId: Id, staffId: Id.nullable() }),
    output: Done,
  }),
  /** Tries all that waits for a central system at once, and does not wait for the next attempt. */
  'sync.tryNow': call('sync.tryNow', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId }),
    output: Done,
  }),
  'sync.retry': call('sync.retry', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId, itemId: Id }),
    output: Done,
  }),
  /** Ends a message to a visitor whose address is erased, so that it can't be sent any more. */
  'sync.end': call('sync.end', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId, itemId: Id }),
    output: Done,
  }),
  /** Gives a pick-up that is held up the right zaak number, and sends it. */
  'sync.correct': call('sync.correct', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({
      commandId: CommandId,
      itemId: Id,
      zaakIdentificatie: z.string().trim().min(1).max(40),
    }),
    output: Done,
  }),
  /** Gives the number to call back that was refused its right digits, and sends it; the record keeps the first. */
  'sync.correctPhone': call('sync.correctPhone', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId, itemId: Id, phone: Phone }),
    output: Done,
  }),
  /** Gives a message to a visitor that is held up another address in the same channel, and sends it. */
  'sync.correctAddress': call('sync.correctAddress', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId, itemId: Id, address: z.string().max(254) }),
    output: Done,
  }),
};

export const syncPushes = {
  'sync.changed': push('sync.changed', { audience: ['counter'], data: Nothing }),
};

/** The devices that practice mode simulates. */
export const PracticeRole = z.enum([
  'receipt-printer',
  'ticket-dispenser',
  'document-reader',
  'payment-terminal',
  'code-scanner',
  'signature-pad',
]);
export type PracticeRole = z.infer<typeof PracticeRole>;

export const PaperState = z.enum(['ok', 'near', 'out']);
/** The way to the practice registries: it works, loses part of the traffic, or is away. */
const PracticeNetwork = z.enum(['up', 'unreliable', 'away']);
export const PracticeState = z.strictObject({
  buttons: z.array(z.strictObject({ button: z.int(), label: z.string() })),
  persons: z.array(z.strictObject({ personId: Id, label: z.string(), note: z.string() })),
  documentOnReader: z.boolean(),
  paper: z.strictObject({ receiptPrinter: PaperState, ticketDispenser: PaperState }),
  network: PracticeNetwork,
  /** What the screen of the signature pad shows (PNG, base64). */
  pad: z.base64(),
  /** What the practice NotifyNL took, newest first: nobody gets it. */
  messages: z.array(
    z.strictObject({
      messageId: Id,
      at: Instant,
      to: z.string(),
      subject: z.string().nullable(),
      text: z.string(),
    }),
  ),
  /** Each paper that came out, newest first: its text, and how it looks (PNG, base64). */
  printed: z.array(z.strictObject({ role: DeviceRole, at: Instant, text: z.string(), png: z.base64() })),
});
export type PracticeState = z.infer<typeof PracticeState>;

export const practiceCalls = {
  'practice.state': call('practice.state', {
    audience: ['counter'],
    access: 'clerk',
    input: Nothing,
    output: PracticeState,
  }),
  'practice.pressButton': call('practice.pressButton', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ button: z.int().min(1).max(64) }),
    output: Done,
  }),
  'practice.layDocument': call('practice.layDocument', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ personId: Id }),
    output: Done,
  }),
  /** Holds the back of a person's document before the scanner: the code with the burgerservicenummer. */
  'practice.scanCode': call('practice.scanCode', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ personId: Id }),
    output: Done,
  }),
  'practice.setPaper': call('practice.setPaper', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ role: z.enum(['receipt-printer', 'ticket-dispenser']), paper: PaperState }),
    output: Done,
  }),
  /** What the visitor does at the payment terminal. */
  'practice.card': call('practice.card', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ action: z.enum(['pay', 'pin', 'decline', 'cancel']) }),
    output: Done,
  }),
  /** What the visitor does at the signature pad: writes, or presses what stands on its screen. */
  'practice.pad': call('practice.pad', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ action: z.enum(['sign', 'accept', 'again', 'cancel']) }),
    output: Done,
  }),
  'practice.setNetwork': call('practice.setNetwork', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ network: PracticeNetwork }),
    output: Done,
  }),
  'practice.unplug': call('practice.unplug', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ role: PracticeRole, plugged: z.boolean() }),
    output: Done,
  }),
  /** A one-time address for a second counter window, to practise with two. */
  'practice.secondCounter': call('practice.secondCounter', {
    audience: ['counter'],
    access: 'clerk',
    input: Nothing,
    output: z.strictObject({ url: z.url(), counter: z.int() }),
  }),
};

export const practicePushes = {
  'practice.changed': push('practice.changed', { audience: ['counter'], data: Nothing }),
};
