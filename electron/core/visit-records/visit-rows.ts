import type { Ticket } from '../../../shared/contract/hall.ts';
import type { FinishedVisit } from '../../../shared/contract/visits.ts';
import type { CommittedVisit } from '../records.ts';
import type { Store } from '../store/index.ts';
import type { ShownDocument, VisitPerson } from './person.ts';

export interface Visit {
  readonly visitId: string;
  readonly ticketId: string;
  readonly counter: number;
  readonly number: string | null;
  readonly groupName: string | null;
  readonly waitedSeconds: number | null;
  readonly startedAt: string;
  readonly state: 'open' | 'finished' | 'cancelled';
  readonly person: VisitPerson | null;
  readonly document: ShownDocument | null;
}

export interface FinishedRow {
  readonly committed: CommittedVisit;
  readonly receiptJobId: string | null;
  readonly verification: string;
}

export interface VisitRows {
  byId(visitId: string): Visit | undefined;
  hasOpen(ticketId: string): boolean;
  /**
   * The open visit of a ticket; made at its first call, taken up again when the ticket is called again. Once the last one
   * ended, and the end of the ticket was taken back, a new one goes on with the same person where he is still known.
   */
  openFor(
    ticket: Ticket,
    counter: number,
    newVisitId: string,
    at: Date,
  ): { readonly visit: Visit; readonly continues: string | null };
  setPerson(visitId: string, person: VisitPerson | null, document: ShownDocument | null): void;
  setVerification(visitId: string, verification: FinishedVisit['verification']): void;
  finish(visit: CommittedVisit, receiptJobId: string | null, verification: string): void;
  cancel(visitId: string, at: Date): void;
  finishedSince(instant: string): FinishedRow[];
  committed(visitId: string): CommittedVisit | undefined;
}

type VisitRow = {
  visit_id: string;
  ticket_id: string;
  counter: number;
  number: string | null;
  group_name: string | null;
  waited_seconds: number | null;
  started_at: string;
  state: Visit['state'];
  person: string | null;
  document: string | null;
};

function toVisit(row: VisitRow): Visit {
  return {
    visitId: row.visit_id,
    ticketId: row.ticket_id,
    counter: row.counter,
    number: row.number,
    groupName: row.group_name,
    waitedSeconds: row.waited_seconds,
    startedAt: row.started_at,
    state: row.state,
    // Written by this same module from these same types; the file is ours alone.
    person: row.person === null ? null : (JSON.parse(row.person) as VisitPerson),
    document: row.document === null ? null : (JSON.parse(row.document) as ShownDocument),
  };
}

function waited(ticket: Ticket): number | null {
  if (ticket.origin === 'walkIn' || ticket.firstCalledAt === null) return null;
  return Math.max(0, Math.round((Date.parse(ticket.firstCalledAt) - Date.parse(ticket.issuedAt)) / 1000));
}

/** The rows of visits; statements are prepared once. */
export function createVisitRows({ db }: Store): VisitRows {
  const byId = db.prepare<[string], VisitRow>('SELECT * FROM visit WHERE visit_id = ?');
  const byTicket = db.prepare<[string], VisitRow>(
    "SELECT * FROM visit WHERE ticket_id = ? ORDER BY state = 'open' DESC, rowid DESC LIMIT 1",
  );
  const insert = db.prepare(
    "INSERT INTO visit (visit_id, ticket_id, counter, number, group_name, waited_seconds, started_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, 'open')",
  );
  const move = db.prepare('UPDATE visit SET counter = ? WHERE visit_id = ?');
  const setPerson = db.prepare(
    'UPDATE visit SET person = ?, document = ?, burgerservicenummer = ? WHERE visit_id = ?',
  );
  const takeOver = db.prepare<[from: string, to: string]>(
    `UPDATE visit SET (person, document, burgerservicenummer, verification) =
       (SELECT person, document, burgerservicenummer, verification FROM visit WHERE visit_id = ?) WHERE visit_id = ?`,
  );
  const setVerification = db.prepare('UPDATE visit SET verification = ? WHERE visit_id = ?');
  const finish = db.prepare(
    "UPDATE visit SET state = 'finished', finished_at = ?, committed = ?, receipt_job_id = ?, verification = ? WHERE visit_id = ? AND state = 'open'",
  );
  const cancel = db.prepare(
    "UPDATE visit SET state = 'cancelled', finished_at = ?, person = NULL, document = NULL, burgerservicenummer = NULL WHERE visit_id = ? AND state = 'open'",
  );
  const finished = db.prepare<
    [string],
    { committed: string; receipt_job_id: string | null; verification: string }
  >(
    "SELECT committed, receipt_job_id, verification FROM visit WHERE state = 'finished' AND finished_at >= ? AND committed IS NOT NULL ORDER BY finished_at DESC LIMIT 200",
  );
  const committed = db.prepare<[string], { committed: string | null }>(
    'SELECT committed FROM visit WHERE visit_id = ?',
  );
  return {
    hasOpen: (ticketId) => byTicket.get(ticketId)?.state === 'open',
    byId(visitId) {
      const row = byId.get(visitId);
      return row && toVisit(row);
    },
    openFor(ticket, counter, newVisitId, at) {
      const known = byTicket.get(ticket.ticketId);
      if (known?.state === 'open') {
        if (known.counter !== counter) move.run(counter, known.visit_id);
        return { visit: toVisit({ ...known, counter }), continues: null };
      }
      insert.run(
        newVisitId,
        ticket.ticketId,
        counter,
        ticket.number,
        ticket.groupName,
        waited(ticket),
        at.toISOString(),
      );
      if (known) takeOver.run(known.visit_id, newVisitId);
      const row = byId.get(newVisitId);
      if (!row) throw new Error('a visit that was just made is not there');
      return { visit: toVisit(row), continues: known?.visit_id ?? null };
    },
    setPerson: (visitId, person, document) =>
      void setPerson.run(
        person && JSON.stringify(person),
        document && JSON.stringify(document),
        person?.record.burgerservicenummer ?? null,
        visitId,
      ),
    setVerification: (visitId, verification) => void setVerification.run(verification, visitId),
    finish(visit, receiptJobId, verification) {
      const { changes } = finish.run(
        visit.committedAt,
        JSON.stringify(visit),
        receiptJobId,
        verification,
        visit.visitId,
      );
      if (changes !== 1) throw new Error('a visit that is not open was finished');
    },
    cancel: (visitId, at) => void cancel.run(at.toISOString(), visitId),
    finishedSince: (instant) =>
      finished.all(instant).map((row) => ({
        committed: JSON.parse(row.committed) as CommittedVisit,
        receiptJobId: row.receipt_job_id,
        verification: row.verification,
      })),
    committed(visitId) {
      const row = committed.get(visitId);
      return row?.committed ? (JSON.parse(row.committed) as CommittedVisit) : undefined;
    },
  };
}
