import type { Clock } from '../ports.ts';
import { createCheckpointer } from './checkpointer.ts';
import { migrations } from './migrations/index.ts';
import { openDatabase } from './open-database.ts';
import type { Store } from './store.ts';
import { createSubjectSeal } from './subject-seal.ts';

/** Opens the store of a workstation. Throws StoreError with a text for people; see open-database.ts. */
export function openStore(options: {
  readonly file: string;
  readonly key: Buffer;
  readonly checkpointWorker: string | URL;
  readonly clock: Clock;
  /** Told of a bug in something that waited for a commit. */
  readonly onFollowUpFailed?: (error: unknown) => void;
}): Store {
  const db = openDatabase(options.file, options.key, migrations);
  const checkpointer = createCheckpointer(options.file, options.key, options.checkpointWorker, options.clock);
  let waiting: (() => void)[] = [];

  const transaction = db.transaction((work: () => unknown) => work());
  return {
    db,
    subjects: createSubjectSeal(options.key),
    atomically<T>(work: () => T): T {
      if (db.inTransaction) return work();
      waiting = [];
      const value = transaction.immediate(work) as T;
      const after = waiting;
      waiting = [];
      checkpointer.noteCommit();
      // The work is on disk: what follows from it may fail, but not take back the answer, nor stop the rest.
      for (const run of after) {
        try {
          run();
        } catch (error) {
          options.onFollowUpFailed?.(error);
        }
      }
      return value;
    },
    afterCommit(run) {
      if (db.inTransaction) waiting.push(run);
      else run();
    },
    checkpoint: () => checkpointer.run(),
    async close() {
      await checkpointer.stop();
      db.close();
    },
  };
}
