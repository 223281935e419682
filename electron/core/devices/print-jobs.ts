import type { PrintJob } from '../../../shared/contract/workstation.ts';
import type { PrintOutcome } from '../../../shared/contract/device-protocol.ts';
import { PrintDocument } from '../../../shared/domain/print-document.ts';
import type { Clock, Ids } from '../ports.ts';
import type { Store } from '../store/store.ts';

export type PrinterRole = 'receipt-printer' | 'ticket-dispenser';

/** Longer ago than this, a paper that never left is old news: it is offered to the clerk, not printed by itself. */
export const STALE_MS = 3 * 60_000;

/** What goes to a printer. */
export interface NewPrintJob {
  readonly role: PrinterRole;
  readonly kind: PrintJob['kind'];
  /** A ticket number or a receipt number, never a person. */
  readonly label: string;
  readonly document: PrintDocument;
  /** What the paper is of, such as a ticket: with the same key it is put in the queue once. */
  readonly key?: string;
}

interface Row {
  readonly jobId: string;
  readonly role: PrinterRole;
  readonly kind: PrintJob['kind'];
  readonly label: string;
  readonly state: PrintJob['state'];
  readonly createdAt: string;
  readonly document: string | null;
}

const ROW = 'job_id AS jobId, role, kind, label, state, created_at AS createdAt, document FROM print_job';

/** The print jobs in the store; every method joins the transaction that is open, or is one of its own. */
export type PrintJobs = ReturnType<typeof createPrintJobs>;

/** Makes the table's statements; changes nothing. */
export function createPrintJobs(deps: { readonly store: Store; readonly clock: Clock; readonly ids: Ids }) {
  const { store, clock, ids } = deps;
  const { db } = store;
  const insert = db.prepare(
    `INSERT INTO print_job (job_id, job_key, role, kind, label, document, state, reprint_of, created_at)
     VALUES (@jobId, @key, @role, @kind, @label, @document, 'waiting', @reprintOf, @createdAt)`,
  );
  const byKey = db.prepare<[string], string>('SELECT job_id FROM print_job WHERE job_key = ?').pluck();
  const byId = db.prepare<[string], Row>(`SELECT ${ROW} WHERE job_id = ?`);
  const reprintOf = db.prepare<[string], string>('SELECT job_id FROM print_job WHERE reprint_of = ?').pluck();
  const open = db.prepare<[], Row>(`SELECT ${ROW} WHERE settled_at IS NULL ORDER BY seq`);
  const printing = db
    .prepare<[string], string>(
      "SELECT job_id FROM print_job WHERE role = ? AND state = 'printing' AND settled_at IS NULL",
    )
    .pluck();
  const firstFresh = db.prepare<[string, string], Row>(
    `SELECT ${ROW} WHERE role = ? AND state = 'waiting' AND settled_at IS NULL AND created_at > ? ORDER BY seq LIMIT 1`,
  );
  const setDocument = db.prepare('UPDATE print_job SET document = ? WHERE job_id = ?');
  const setState = db.prepare('UPDATE print_job SET state = ? WHERE job_id = ?');
  const settleRow = db.prepare(
    'UPDATE print_job SET state = ?, settled_at = ?, document = NULL WHERE job_id = ? AND settled_at IS NULL',
  );
  const interrupted = db.prepare(
    "UPDATE print_job SET state = 'unknown' WHERE state = 'printing' AND settled_at IS NULL",
  );
  const purge = db.prepare('DELETE FROM print_job WHERE settled_at < ?');

  const freshAfter = (): string => new Date(clock.now().getTime() - STALE_MS).toISOString();

  /** The job itself, or the last reprint of it: what a visit's receipt is by now. */
  function newest(jobId: string): Row | undefined {
    const next = reprintOf.get(jobId);
    return next === undefined ? byId.get(jobId) : newest(next);
  }

  function add(job: NewPrintJob, ofJob: string | null): string {
    const known = job.key === undefined ? undefined : byKey.get(job.key);
    if (known !== undefined) return known;
    const jobId = ids.ulid();
    insert.run({
      jobId,
      key: job.key ?? null,
      role: job.role,
      kind: job.kind,
      label: job.label,
      document: JSON.stringify(job.document),
      reprintOf: ofJob,
      createdAt: clock.now().toISOString(),
    });
    return jobId;
  }

  const settle = (jobId: string, state: PrintJob['state']): void =>
    void settleRow.run(state, clock.now().toISOString(), jobId);

  return {
    newest,
    add: (job: NewPrintJob): string => store.atomically(() => add(job, null)),
    /** Wipes the document; the job is done. */
    settle,
    /** A new job with the same paper; the old one is done. */
    reprint: (row: Row): string =>
      store.atomically(() => {
        const document = PrintDocument.parse(JSON.parse(row.document ?? 'null'));
        settle(row.jobId, row.state === 'waiting' ? 'cancelled' : row.state);
        return add({ role: row.role, kind: row.kind, label: row.label, document }, row.jobId);
      }),
    /** Of a paper that still waits, or its last reprint: the lines that say `was` say `now`. */
    correctLine: (key: string, was: string, now: string): void =>
      store.atomically(() => {
        const jobId = byKey.get(key);
        const row = jobId === undefined ? undefined : newest(jobId);
        if (row?.state !== 'waiting' || row.document === null) return;
        setDocument.run(row.document.replaceAll(JSON.stringify(was), JSON.stringify(now)), row.jobId);
      }),
    /** Takes the next job of a printer and notes, before anything is sent, that it may come out; one at a time. */
    take: (role: PrinterRole): { readonly jobId: string; readonly document: PrintDocument } | undefined =>
      store.atomically(() => {
        if (printing.get(role) !== undefined) return undefined;
        const row = firstFresh.get(role, freshAfter());
        if (row === undefined) return undefined;
        setState.run('printing', row.jobId);
        return { jobId: row.jobId, document: PrintDocument.parse(JSON.parse(row.document ?? 'null')) };
      }),
    /** Nothing was sent after all. */
    putBack: (jobId: string): void => void setState.run('waiting', jobId),
    /**
     * What the printer said. A late answer to a job that already counts as unknown is still welcome; to a settled job it
     * is not. False when it changed nothing.
     */
    finish: (jobId: string, outcome: PrintOutcome): boolean =>
      store.atomically(() => {
        const row = byId.get(jobId);
        if (!row || row.document === null) return false;
        if (row.state !== 'printing' && row.state !== 'unknown') return false;
        if (outcome === 'confirmed' || outcome === 'probable') settle(jobId, outcome);
        else setState.run(outcome, jobId);
        return true;
      }),
    /** After a crash nobody knows what came out of the printer: all that was printing is unknown. */
    interrupt: (): number => interrupted.run().changes,
    purge: (before: Date): number => purge.run(before.toISOString()).changes,
    waiting: (): Row[] => open.all().filter((row) => row.state === 'waiting'),
    /** The jobs that want the clerk's eye: unknown, failed, cancelled by the printer, or too old to print unasked. */
    forTheClerk: (): PrintJob[] =>
      open
        .all()
        .filter(
          ({ state, createdAt }) =>
            state !== 'printing' && (state !== 'waiting' || createdAt <= freshAfter()),
        )
        .map(({ jobId, role, kind, label, state, createdAt }) => ({
          jobId,
          role,
          kind,
          label,
          state,
          createdAt,
        })),
  };
}
