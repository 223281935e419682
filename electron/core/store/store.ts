import type { Database } from 'better-sqlite3';
import type { SubjectSeal } from './subject-seal.ts';

/** The encrypted SQLite file of this workstation, opened and migrated. */
export interface Store {
  /** For literal statements with bound parameters; prepare once per feature. */
  readonly db: Database;
  readonly subjects: SubjectSeal;
  /**
   * Runs `work` in one IMMEDIATE transaction: one sync to disk, all or nothing. Inside another `atomically` it joins
   * it. `work` is synchronous, so that no wait can sneak in between.
   */
  atomically<T>(work: () => T): T;
  /** Runs after the open transaction has been committed; at once when none is open; never after a rollback. */
  afterCommit(run: () => void): void;
  /** Writes the WAL back into the file off the main thread; called between visits. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}

/** One numbered step of the file's shape; never changed once released. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  /** What SQL cannot do, after `sql` in the same transaction, with the key of the store. */
  readonly run?: (db: Database, key: Buffer) => void;
}
