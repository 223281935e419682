import type { Log } from '../core/ports.ts';

/** What a host has started, to be stopped in the opposite order. */
export interface StopOrder {
  add(name: string, stop: () => Promise<void> | void): void;
  /** Stops all, last started first; what fails to stop is logged and does not keep the rest. Later calls wait for the first. */
  stop(): Promise<void>;
}

/** An empty order. */
export function createStopOrder(log: Log): StopOrder {
  const started: { readonly name: string; readonly stop: () => Promise<void> | void }[] = [];
  let stopping: Promise<void> | undefined;
  async function stopAll(): Promise<void> {
    for (let part = started.pop(); part; part = started.pop()) {
      try {
        await part.stop();
      } catch (error) {
        log.error('host.stopFailed', {
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
