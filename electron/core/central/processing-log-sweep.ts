import type { Sweep } from '../retention/index.ts';
import type { Store } from '../store/store.ts';

const ROWS = 200;

/** Removes lines of more than `years` calendar years ago (protocollering). */
export function createProcessingLogSweep({ db }: Store, years: number): Sweep {
  const remove = db.prepare(
    `DELETE FROM processing_log WHERE seq IN (SELECT seq FROM processing_log WHERE started_at < ? ORDER BY started_at LIMIT ${ROWS})`,
  );
  return {
    name: 'processingLog',
    removeBatch(now) {
      const before = new Date(now);
      before.setUTCFullYear(before.getUTCFullYear() - years);
      return remove.run(before.toISOString()).changes;
    },
  };
}
