import type { Store } from '../store/store.ts';

/**
 * Runs `work` inside a store transaction and resolves when it is on disk. What several zaken were answered while the
 * disk was busy goes into one transaction: a commit costs a sync to disk, whatever its size.
 */
export type GroupCommit = <T>(work: () => T) => Promise<T>;

interface Waiting {
  /** Does the work; what it returns tells the waiting promise the outcome, once it is on disk. */
  readonly prepare: () => () => void;
  readonly reject: (error: unknown) => void;
}

/** See `GroupCommit`. A work that throws spoils only its own: the others are done again without it. */
export function createGroupCommit(store: Store): GroupCommit {
  let waiting: Waiting[] = [];

  const flush = (): void => {
    const group = waiting;
    waiting = [];
    try {
      const settled = store.atomically(() => group.map(({ prepare }) => prepare()));
      for (const settle of settled) settle();
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error);
      else group.forEach(alone);
    }
  };
  const alone = ({ prepare, reject }: Waiting): void => {
    try {
      store.atomically(prepare)();
    } catch (error) {
      reject(error);
    }
  };

  return <T>(work: () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      const prepare = () => {
        const value = work();
        return () => resolve(value);
      };
      waiting.push({ prepare, reject });
      // After all answers that have come in by now.
      if (waiting.length === 1) setImmediate(flush);
    });
}
