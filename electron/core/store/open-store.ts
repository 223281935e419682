import type { Clock } from '../ports.ts';
import { createCheckpointer } from './checkpointer.ts';
import { migrations } from './migrations/index.ts';
import { openDatabase } from './open-database.ts';
import type { Store } from './store.ts';

/** Opens the store of a workstation. Throws StoreError with a text for people; see open-database.ts. */
export function openStore(options: {
  readonly file: string;
  readonly key: Buffer;
  readonly checkpointWorker: string | URL;
  readonly clock: Clock;
}): Store {
  const db = openDatabase(options.file, options.key, migrations);
  const checkpointer = createCheckpointer(options.file, options.key, options.checkpointWorker, options.clock);
  let waiting: (() => void)[] = [];

  const transaction = db.transaction((work: () => unknown) => work());
  return {
    db,
    atomically<T>(work: () => T): T {
      if (db.inTransaction) return work();
      waiting = [];
      const value = transaction.immediate(work) as T;
      const after = waiting;
      waiting = [];
      checkpointer.noteCommit();
      for (const run of after) run();
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
