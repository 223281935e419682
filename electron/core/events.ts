import type { PushMessage } from '../../shared/contract/index.ts';
import type { Log } from './ports.ts';

/** Carries events from features to windows. Inside a store transaction they wait for the commit. */
export interface Events {
  publish(message: PushMessage): void;
  subscribe(listener: (message: PushMessage) => void): () => void;
}

/**
 * `afterCommit` runs its argument at once when no transaction is open, else after the commit; never after a rollback. A
 * listener that fails (a window that just closed) is logged: it must not take the answer of a command, or another
 * window's event, with it.
 */
export function createEvents(afterCommit: (run: () => void) => void, log?: Pick<Log, 'error'>): Events {
  const listeners = new Set<(message: PushMessage) => void>();
  const tell = (listener: (message: PushMessage) => void, message: PushMessage) => {
    try {
      listener(message);
    } catch (error) {
      const why = error instanceof Error ? error.name : 'unknown';
      log?.error('event.listenerFailed', { event: message.name, error: why });
    }
  };
  return {
    publish: (message) =>
      afterCommit(() => {
        for (const listener of listeners) tell(listener, message);
      }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
