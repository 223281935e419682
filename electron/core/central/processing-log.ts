import type { Store } from '../store/store.ts';

/**
 * One finished processing of personal data, for one person: a question to the BRP (protocollering), or a look at how a
 * zaak stands (Logboek dataverwerkingen).
 */
export interface Processing {
  /** The same for all persons of one question; also sent along (W3C Trace Context). */
  readonly traceId: string;
  readonly activity: 'brp.raadplegen' | 'brp.zoeken' | 'zaak.raadplegen';
  readonly purpose: string;
  readonly staffId: string;
  readonly visitId: string | null;
  /** The zaak that was looked at; null for a question to the BRP. */
  readonly zaakIdentificatie: string | null;
  /**
   * The burgerservicenummer of whom it was about; null when nobody was found, or the
   * zaaksysteem did not tell whose zaak it is: then its number leads there. Kept sealed (see subject-seal.ts).
   */
  readonly subject: string | null;
  readonly outcome: string;
  readonly startedAt: string;
  readonly endedAt: string;
}

/** Writes the lines of one question to the append-only table, all or none. */
export function createProcessingLog(store: Store): (lines: readonly Processing[]) => void {
  const { db, subjects } = store;
  const last = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM processing_log').pluck();
  const insert = db.prepare(
    `INSERT INTO processing_log
       (seq, trace_id, activity, purpose, staff_id, visit_id, zaak_identificatie, subject, subject_mark, outcome, started_at, ended_at)
     VALUES
       (@seq, @traceId, @activity, @purpose, @staffId, @visitId, @zaakIdentificatie, @sealed, @mark, @outcome, @startedAt, @endedAt)`,
  );
  return (lines) =>
    store.atomically(() => {
      let seq = last.get() ?? 0;
      for (const { subject, ...line } of lines) {
        seq += 1;
        const sealed = subject === null ? null : subjects.seal(subject, seq);
        insert.run({ ...line, seq, sealed, mark: subject === null ? null : subjects.mark(subject) });
      }
    });
}

/** A line of the log, with the names of who asked. */
export interface LoggedProcessing extends Processing {
  readonly loginName: string | null;
  readonly name: string | null;
}

/** In the place of a subject that does not open: the line was changed, or is from another workstation. */
export const UNREADABLE = 'onleesbaar';

/** The lines that started from one UTC instant on and before another, of everybody or about one person, oldest first. */
export function readProcessingLog(
  { db, subjects }: Store,
  { from, before, about }: { readonly from: string; readonly before: string; readonly about: string | null },
): LoggedProcessing[] {
  const mark = about === null ? null : subjects.mark(about);
  return db
    .prepare<[...(Buffer | string)[]], LoggedProcessing & { seq: number; sealed: Buffer | null }>(
      `SELECT seq, trace_id AS traceId, activity, purpose, log.staff_id AS staffId, visit_id AS visitId,
              zaak_identificatie AS zaakIdentificatie,
              subject AS sealed, outcome, started_at AS startedAt, ended_at AS endedAt,
              staff.login_name AS loginName, staff.name
       FROM processing_log AS log LEFT JOIN staff USING (staff_id)
       WHERE ${mark === null ? '' : 'subject_mark = ? AND'} started_at >= ? AND started_at < ? ORDER BY seq`,
    )
    .all(...(mark === null ? [] : [mark]), from, before)
    .map(({ seq, sealed, ...line }) => ({
      ...line,
      subject: sealed === null ? null : (subjects.open(sealed, seq) ?? UNREADABLE),
    }));
}
