import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Clock } from '../ports.ts';

export interface Checkpointer {
  /** Something was committed: a checkpoint follows when the counter is quiet for a moment. */
  noteCommit(): void;
  /** Checkpoints now, off the main thread; resolves when it is done. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

const QUIET_MS = 2_000;
const WORTH_BYTES = 1_000_000;
/** A counter that is never quiet must not fill the disk with its WAL. */
const TOO_LARGE_BYTES = 256_000_000;

function size(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Moves the WAL into the file between visits. `worker` is the module of checkpoint-worker. */
export function createCheckpointer(
  file: string,
  key: Buffer,
  worker: string | URL,
  clock: Clock,
): Checkpointer {
  let thread: Worker | undefined;
  let running: Promise<void> | undefined;
  let cancelTimer: (() => void) | undefined;
  let stopped = false;

  const ask = (): Promise<void> => {
    const target = thread ?? new Worker(worker, { workerData: { file, key } });
    if (!thread) {
      thread = target;
      target.unref();
      target.once('error', () => {
        thread = undefined;
      });
    }
    return new Promise((resolve) => {
      const finished = () => {
        target.off('message', finished).off('error', finished).off('exit', finished);
        resolve();
      };
      target.once('message', finished).once('error', finished).once('exit', finished);
      target.postMessage('checkpoint');
    });
  };
  const run = async () => {
    if (stopped) return;
    running ??= ask().finally(() => {
      running = undefined;
    });
    await running;
  };
  return {
    noteCommit() {
      if (stopped) return;
      const wal = size(`${file}-wal`);
      if (wal > TOO_LARGE_BYTES) {
        void run();
        return;
      }
      cancelTimer?.();
      cancelTimer = clock.after(QUIET_MS, () => {
        if (size(`${file}-wal`) > WORTH_BYTES) void run();
      });
    },
    run,
    async stop() {
      cancelTimer?.();
      await running;
      stopped = true;
      thread?.postMessage('stop');
      await thread?.terminate();
      thread = undefined;
    },
  };
}
