import type { PushMessage } from '../../shared/contract/index.ts';

/** Carries events from features to windows. Inside a store transaction they wait for the commit. */
export interface Events {
  publish(message: PushMessage): void;
  subscribe(listener: (message: PushMessage) => void): () => void;
}

/** `afterCommit` runs its argument at once when no transaction is open, else after the commit; never after a rollback. */
export function createEvents(afterCommit: (run: () => void) => void): Events {
  const listeners = new Set<(message: PushMessage) => void>();
  return {
    publish: (message) =>
      afterCommit(() => {
        for (const listener of listeners) listener(message);
      }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
