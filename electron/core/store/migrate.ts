import type { Database } from 'better-sqlite3';
import type { Migration } from './store.ts';

/** The version that the file has; 0 for an empty file. */
export function fileVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/**
 * Brings the file to the newest version, one transaction per step, so that a power cut leaves it at a whole version.
 * Throws when the list is not in rising order.
 */
export function migrate(db: Database, migrations: readonly Migration[], key: Buffer): void {
  let previous = 0;
  for (const { version, name, sql, run } of migrations) {
    if (version <= previous)
      throw new Error(`migration ${name} (${version}) does not come after ${previous}`);
    previous = version;
    if (version <= fileVersion(db)) continue;
    db.transaction(() => {
      db.exec(sql);
      run?.(db, key);
      db.pragma(`user_version = ${version}`);
    }).immediate();
  }
}
