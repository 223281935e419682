import type { Clock } from './clock.ts';
import type { PrintJob, PrintResult } from './driver.ts';

/** Prints a job on the device as it is now; the signal aborts with 'cancelled'. */
export type PrintNow = (
  job: PrintJob,
  limits: { deadlineMs: number; signal: AbortSignal },
) => Promise<PrintResult>;

export interface PrintQueue {
  /**
   * Queues a job. A job id that was seen before is not printed again: it gets the outcome it had, or has no effect while
   * it is still waiting or printing.
   */
  add(job: PrintJob, deadlineMs: number): void;
  /** A waiting job is taken out; a job in the printer is cleared where the printer can. Unknown ids have no effect. */
  cancel(jobId: string): void;
  /** Jobs still waiting get `failed`: nothing of them was sent. */
  failWaiting(detail: string): void;
  readonly printing: boolean;
  /** Resolves when nothing is printing or waiting any more. */
  settled(): Promise<void>;
}

/** How many finished jobs are remembered, against a job that is sent twice. */
const REMEMBERED = 500;

/** One job at a time, in order; the deadline of a job counts from the moment it was added. */
export function createPrintQueue(
  clock: Clock,
  printNow: PrintNow,
  report: (jobId: string, result: PrintResult) => void,
  onPrinting: (printing: boolean) => void,
): PrintQueue {
  const finished = new Map<string, PrintResult>();
  const waiting: { job: PrintJob; endsAt: number }[] = [];
  let running: Promise<void> = Promise.resolve();
  let active = false;
  let current: { jobId: string; cancel: AbortController } | undefined;

  function finish(jobId: string, result: PrintResult) {
    finished.set(jobId, result);
    const oldest = finished.keys().next().value;
    if (finished.size > REMEMBERED && oldest !== undefined) finished.delete(oldest);
    report(jobId, result);
  }

  async function run() {
    active = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { job, endsAt } = next;
      const deadlineMs = endsAt - clock.now().getTime();
      if (deadlineMs <= 0) {
        finish(job.jobId, { outcome: 'failed', detail: 'nothing was sent: its turn came too late' });
        continue;
      }
      const cancel = new AbortController();
      current = { jobId: job.jobId, cancel };
      onPrinting(true);
      const result = await printNow(job, { deadlineMs, signal: cancel.signal }).catch(
        // A driver never throws here; if it does, nobody knows what is on the paper.
        (error: unknown): PrintResult => ({
          outcome: 'unknown',
          detail: error instanceof Error ? error.name : 'error',
        }),
      );
      current = undefined;
      finish(job.jobId, result);
      onPrinting(false);
    }
    active = false;
  }

  return {
    get printing() {
      return current !== undefined;
    },
    settled: () => running,
    add(job, deadlineMs) {
      const known = finished.get(job.jobId);
      if (known) return report(job.jobId, known);
      if (current?.jobId === job.jobId || waiting.some((each) => each.job.jobId === job.jobId)) return;
      waiting.push({ job, endsAt: clock.now().getTime() + deadlineMs });
      if (!active) running = run();
    },
    cancel(jobId) {
      if (current?.jobId === jobId) return current.cancel.abort('cancelled');
      const at = waiting.findIndex((each) => each.job.jobId === jobId);
      if (at < 0) return;
      waiting.splice(at, 1);
      finish(jobId, { outcome: 'cancelled' });
    },
    failWaiting(detail) {
      for (const { job } of waiting.splice(0)) finish(job.jobId, { outcome: 'failed', detail });
    },
  };
}
