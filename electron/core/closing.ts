import type { Log } from './ports.ts';

export interface Closing {
  /** Something was opened: it is closed before what was opened earlier. */
  add(close: () => void | Promise<void>): void;
  /** Closes everything, the last first. One that fails is logged and does not keep the others open. */
  run(): Promise<void>;
}

/** Remembers how to close what was opened, so that a start that fails half way leaves nothing behind either. */
export function createClosing(log: Pick<Log, 'error'>): Closing {
  const closers: (() => void | Promise<void>)[] = [];
  let running: Promise<void> | undefined;
  const closeAll = async () => {
    for (const close of closers.toReversed()) {
      try {
        await close();
      } catch (error) {
        log.error('core.closeFailed', { error: error instanceof Error ? error.name : 'unknown' });
      }
    }
  };
  return {
    add: (close) => void closers.push(close),
    run() {
      running ??= closeAll();
      return running;
    },
  };
}
