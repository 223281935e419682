import type { DeviceMessage } from '../../../shared/contract/device-protocol.ts';
import type { PrintDocument } from '../../../shared/domain/print-document.ts';
import type { Clock, DeviceLink, Log } from '../ports.ts';
import { works } from './equipment.ts';
import { type NewPrintJob, type PrinterRole, type PrintJobs, STALE_MS } from './print-jobs.ts';

/** How long a printer may take for a receipt or a ticket, and how much longer we wait for its answer. */
export const PRINT_DEADLINE_MS = 30_000;
const ANSWER_GRACE_MS = 15_000;
/** After what could not be written, on a full disk, in milliseconds. */
const RETRY_MS = 15_000;

const PRINTERS: readonly PrinterRole[] = ['receipt-printer', 'ticket-dispenser'];

interface PumpDeps {
  readonly jobs: PrintJobs;
  readonly link: DeviceLink;
  readonly clock: Clock;
  readonly log: Log;
  readonly afterCommit: (run: () => void) => void;
  readonly changed: () => void;
  /** What is put around a document just before it is sent; the store keeps it without. */
  readonly dress: (document: PrintDocument) => PrintDocument;
}

/** Brings waiting jobs to printers that are ready for them. */
export interface PrintPump {
  add(job: NewPrintJob): string;
  /** A job was put in the queue by somebody else. */
  added(jobId: string): void;
  stop(): void;
}

/**
 * Sends one job at a time per printer, oldest first, noted as 'printing' before it leaves. No answer in time makes it
 * unknown; only a clerk decides that it is printed again.
 */
export function startPump({ jobs, link, clock, log, afterCommit, changed, dress }: PumpDeps): PrintPump {
  const timers = new Map<string, () => void>();

  function later(name: string, ms: number, run: () => void): void {
    timers.get(name)?.();
    const cancel = clock.after(ms, () => {
      timers.delete(name);
      run();
    });
    timers.set(name, cancel);
  }

  /** Does it again after a pause when the disk is full: nothing else would, and the printer would stand still. */
  function insist(name: string, run: () => void): void {
    try {
      run();
    } catch (error) {
      log.error('devices.notNoted', { error: error instanceof Error ? error.name : 'unknown' });
      later(name, RETRY_MS, () => insist(name, run));
    }
  }

  const pump = (role: PrinterRole): void => insist(`next ${role}`, () => sendNext(role));

  function sendNext(role: PrinterRole): void {
    const status = statusOf(role);
    if (status?.state !== 'idle' || !works(status)) return;
    const job = jobs.take(role);
    if (!job) return;
    later(`answer ${job.jobId}`, PRINT_DEADLINE_MS + ANSWER_GRACE_MS, () => finish(job.jobId, 'unknown'));
    const document = dress(job.document);
    if (link.send({ type: 'print', role, jobId: job.jobId, document, deadlineMs: PRINT_DEADLINE_MS }))
      return changed();
    // The command was not taken, so nothing can have come out.
    cancel(`answer ${job.jobId}`);
    insist(`back ${job.jobId}`, () => jobs.putBack(job.jobId));
  }

  function cancel(name: string): void {
    timers.get(name)?.();
    timers.delete(name);
  }

  function finish(jobId: string, outcome: Parameters<PrintJobs['finish']>[1]): void {
    cancel(`answer ${jobId}`);
    insist(`answer ${jobId}`, () => {
      if (jobs.finish(jobId, outcome)) {
        log.info('devices.printed', { jobId, outcome });
        changed();
      }
      pumpAll();
    });
  }

  const statusOf = (role: PrinterRole) => link.statuses().find((status) => status.role === role);
  const pumpAll = (): void => {
    for (const role of PRINTERS) pump(role);
  };

  function added(jobId: string): void {
    afterCommit(() => {
      // A job that a rolled-back transaction made is not there: the timer then finds nothing.
      later(`stale ${jobId}`, STALE_MS, changed);
      changed();
      pumpAll();
    });
  }

  const unsubscribe = link.onMessage((message: DeviceMessage) => {
    if (message.type === 'printed') {
      finish(message.jobId, message.outcome);
    } else if (message.type === 'status') {
      const { status } = message;
      changed();
      const printer = PRINTERS.find((role) => role === status.role);
      if (printer) pump(printer);
    }
  });
  for (const row of jobs.waiting()) {
    const age = clock.now().getTime() - Date.parse(row.createdAt);
    if (age < STALE_MS) later(`stale ${row.jobId}`, STALE_MS - age, changed);
  }
  pumpAll();

  return {
    add(job) {
      const jobId = jobs.add(job);
      added(jobId);
      return jobId;
    },
    added,
    stop() {
      unsubscribe();
      for (const cancelTimer of timers.values()) cancelTimer();
      timers.clear();
    },
  };
}
