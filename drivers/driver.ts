import type { DeviceErrorReason } from '../shared/contract/device-error.ts';
import type { ButtonReport, HealthCode } from '../shared/contract/device-discovery.ts';
import type { DeviceCondition, PrintOutcome } from '../shared/contract/device-protocol.ts';
import type {
  DeviceTask,
  DeviceTaskEnd,
  DeviceTaskStage,
  TaskSteer,
} from '../shared/contract/device-task.ts';
import type { PrintDocument } from '../shared/domain/print-document.ts';
import type { Clock } from './clock.ts';

export type { Endpoint } from '../shared/contract/device-protocol.ts';

/** What went wrong with a device. `reason` carries the UnifiedPOS name; `message` is for IT, without personal data. */
export class DeviceFault extends Error {
  readonly reason: DeviceErrorReason;

  constructor(reason: DeviceErrorReason, message: string) {
    super(message.slice(0, 500));
    this.name = 'DeviceFault';
    this.reason = reason;
  }
}

/** Any thrown value as a fault; what is not a fault already becomes `failure`. */
export function asFault(error: unknown): DeviceFault {
  if (error instanceof DeviceFault) return error;
  return new DeviceFault('failure', error instanceof Error ? error.message : String(error));
}

/** Every call to a device ends: at the deadline (milliseconds from now), when the signal aborts, or with an answer. */
export interface Limits {
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

/** The USB identity of a device as the system knows it; hexadecimal ids of four digits. */
export interface UsbIds {
  readonly vendorId: string;
  readonly productId: string;
  readonly serialNumber?: string | undefined;
}

/** Feature reports of a HID device; the first byte of a report is its id. */
export interface FeatureReports {
  /** `size` in bytes, the report id included. Rejects with a DeviceFault; `failure` means that the device refused. */
  get(reportId: number, size: number, limits: Limits): Promise<Uint8Array>;
  set(report: Uint8Array, limits: Limits): Promise<void>;
}

/**
 * A line of bytes to one device; serial, TCP and replay behave the same. On a HID device each chunk is one input report
 * and each write one output report, both with the report id first.
 * Once gone it stays gone: a new connection is a new transport.
 */
export interface Transport {
  /** For people: the path or address. */
  readonly name: string;
  /**
   * Resolves when the bytes are handed to the operating system; rejects with a DeviceFault.
   * At the deadline the link is closed, because half a command may have left: nobody may go on as if it had not.
   */
  write(bytes: Uint8Array, limits: Limits): Promise<void>;
  /** Chunks come as the system delivers them: never count on one chunk being one message. */
  onBytes(listener: (bytes: Uint8Array) => void): void;
  /** Called once, when the link ended for any reason other than `close`; at once when it already has. */
  onGone(listener: (fault: DeviceFault) => void): void;
  /** For the watchdog: false when the system lost the device without saying so. Never throws. */
  checkAlive(): Promise<boolean>;
  /** Resolves always, within two seconds. */
  close(): Promise<void>;
  /** Only of HID devices. */
  readonly features?: FeatureReports;
  /** Of a HID device on USB. */
  readonly usb?: UsbIds | undefined;
}

/** What a driver tells without being asked. */
export type DriverEvent =
  | { readonly type: 'conditions'; readonly conditions: readonly DeviceCondition[] }
  /** The device on `endpoint` (none: the only one) can no longer be worked with: the connection ends. */
  | { readonly type: 'fault'; readonly fault: DeviceFault; readonly endpoint?: string }
  | { readonly type: 'buttonPressed'; readonly button: number }
  | { readonly type: 'documentRead'; readonly lines: readonly string[] }
  | { readonly type: 'documentUnreadable'; readonly why: 'empty' | 'checkDigit' | 'layout' | 'code' }
  /** The burgerservicenummer in the code on the back of a document. */
  | { readonly type: 'codeScanned'; readonly bsn: string };

/** What a driver works with during one connection. */
export interface DriverContext {
  readonly transports: Readonly<Record<string, Transport>>;
  readonly clock: Clock;
  /** Aborts, with the DeviceFault as reason, when the connection ends; timers and waits end with it. */
  readonly life: AbortSignal;
  emit(event: DriverEvent): void;
}

export interface PrintJob {
  readonly jobId: string;
  readonly document: PrintDocument;
}

export interface PrintResult {
  readonly outcome: PrintOutcome;
  readonly detail?: string;
}

/** The outcome of a health check; `detail` is what the device said, or words for IT, without personal data. */
export interface Health {
  readonly ok: boolean;
  readonly code: HealthCode;
  readonly detail: string;
  readonly buttons?: ButtonReport;
}

/**
 * What carries out tasks of one kind. Throws a DeviceFault when it fails; a signal aborted with 'cancelled' cancels.
 * `onSteer` hears what the clerk presses in the window; only while the task runs.
 */
export type RunTask<Kind extends DeviceTask['kind']> = (
  task: Extract<DeviceTask, { kind: Kind }>,
  limits: Limits,
  tell: (stage: DeviceTaskStage) => void,
  onSteer: (listener: (steer: TaskSteer) => void) => void,
) => Promise<DeviceTaskEnd>;

/** One device during one connection. After the connection ended a new driver is made: no state survives by accident. */
export interface Driver {
  /** Brings the device in a known state and asks who it is; throws a DeviceFault when this is not the device. */
  start(limits: Limits): Promise<{ readonly identity?: string }>;
  /** Asks the device itself (UnifiedPOS external health check); the answer is for people. Throws a DeviceFault. */
  checkHealth(limits: Limits): Promise<string>;
  /** How many buttons a visitor can press, counted from 1; left out by a device without any. */
  readonly buttons?: number;
  /** Never throws: what is not certain is `unknown`. A signal aborted with 'cancelled' cancels the job. */
  print?(job: PrintJob, limits: Limits): Promise<PrintResult>;
  /**
   * One endpoint was lost: work that goes on without it and is worth finishing before the connection ends and is made
   * anew, or undefined. Never rejects.
   */
  unfinished?(lostEndpoint: string): Promise<unknown> | undefined;
  /** Leaves the device as it wants to be left when Waarmee lets go of it; only while the line still works. */
  leave?(limits: Limits): Promise<void>;
  /** The tasks this device can do; one runs at a time. */
  readonly tasks?: { readonly [Kind in DeviceTask['kind']]?: RunTask<Kind> };
}
