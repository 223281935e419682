import type { Sweep } from '../retention/index.ts';
import type { Store } from '../store/store.ts';

const DAY_MS = 86_400_000;
const ROWS = 200;

/** Removes the answers of hall commands of more than `days` days ago: nobody repeats those any more. */
export function createCommandSweep({ db }: Store, days: number): Sweep {
  const remove = db.prepare(
    `DELETE FROM hall_command WHERE rowid IN (SELECT rowid FROM hall_command WHERE at < ? ORDER BY at LIMIT ${ROWS})`,
  );
  return {
    name: 'hallCommands',
    removeBatch: (now) => remove.run(new Date(now.getTime() - days * DAY_MS).toISOString()).changes,
  };
}
