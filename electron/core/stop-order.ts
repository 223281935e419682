import type { Log } from './ports.ts';

/** What was started, to be stopped in the opposite order: also by a start that fails half way, so that nothing stays behind. */
export interface StopOrder {
  add(name: string, stop: () => Promise<void> | void): void;
  /** Stops all, last started first; what fails to stop is logged and does not keep the rest. Later calls wait for the first. */
  stop(): Promise<void>;
}

/** An empty order. */
export function createStopOrder(log: Pick<Log, 'error'>): StopOrder {
  const started: { readonly name: string; readonly stop: () => Promise<void> | void }[] = [];
  let stopping: Promise<void> | undefined;
  async function stopAll(): Promise<void> {
    for (let part = started.pop(); part; part = started.pop()) {
      try {
        await part.stop();
      } catch (error) {
        log.error('stop.failed', {
          part: part.name,
          error: error instanceof Error ? error.name : 'unknown',
        });
      }
    }
  }
  return {
    add: (name, stop) => void started.push({ name, stop }),
    stop: () => {
      stopping ??= stopAll();
      return stopping;
    },
  };
}
