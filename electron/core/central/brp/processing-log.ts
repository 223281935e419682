import type { Store } from '../../store/store.ts';

/** One finished processing of personal data, for one person (Logboek dataverwerkingen; protocollering BRP). */
export interface Processing {
  /** The same for all persons of one question; also sent along (W3C Trace Context). */
  readonly traceId: string;
  readonly activity: 'brp.raadplegen' | 'brp.zoeken';
  readonly purpose: string;
  readonly staffId: string;
  readonly visitId: string | null;
  /** The burgerservicenummer of whom it was about; null when nobody was found. Kept in the encrypted store only. */
  readonly subject: string | null;
  readonly outcome: string;
  readonly startedAt: string;
  readonly endedAt: string;
}

/** Writes the lines of one question to the append-only table, all or none. */
export function createProcessingLog(store: Store): (lines: readonly Processing[]) => void {
  const insert = store.db.prepare(
    `INSERT INTO processing_log
       (trace_id, activity, purpose, staff_id, visit_id, subject, outcome, started_at, ended_at)
     VALUES (@traceId, @activity, @purpose, @staffId, @visitId, @subject, @outcome, @startedAt, @endedAt)`,
  );
  return (lines) => store.atomically(() => lines.forEach((line) => insert.run(line)));
}

/** A line of the log, with the names of who asked. */
export interface LoggedProcessing extends Processing {
  readonly loginName: string | null;
  readonly name: string | null;
}

/** The lines that started from one UTC instant on and before another, oldest first. */
export function readProcessingLog(
  { db }: Store,
  { from, before }: { readonly from: string; readonly before: string },
): IterableIterator<LoggedProcessing> {
  return db
    .prepare<[string, string], LoggedProcessing>(
      `SELECT trace_id AS traceId, activity, purpose, log.staff_id AS staffId, visit_id AS visitId, subject, outcome,
              started_at AS startedAt, ended_at AS endedAt, staff.login_name AS loginName, staff.name
       FROM processing_log AS log LEFT JOIN staff USING (staff_id)
       WHERE started_at >= ? AND started_at < ? ORDER BY seq`,
    )
    .iterate(from, before);
}
