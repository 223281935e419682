import type { DocumentRefusal } from '../../../shared/contract/visits.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import { parseMrz } from '../../../shared/domain/mrz.ts';
import type { Events } from '../events.ts';
import type { Clock } from '../ports.ts';
import type { Visit } from '../visit-records/index.ts';
import type { DocumentRead, DocumentReads } from './document-reads.ts';
import type { Clerk } from './gezag-question.ts';

/**
 * What happens when a document lies on the reader: with a visit that has no person yet, it says who the visitor is; a
 * document of the person who is known joins the visit; of another document the clerk is asked. Its code completes who is
 * known from the document, or says who the visitor is. Without a visit, or with nobody at work, all is refused and
 * forgotten.
 */
export function createDocumentDesk(deps: {
  readonly reads: DocumentReads;
  readonly clock: Clock;
  readonly events: Events;
  readonly currentVisit: (counter: number) => Promise<Visit | null>;
  readonly workingAt: (counter: number) => Clerk | null;
  /** True when the document settled who the visitor is. */
  readonly identify: (visit: Visit, read: DocumentRead, clerk: Clerk) => Promise<boolean>;
  /** True when the document is of the person of the visit, and joined it. */
  readonly join: (visit: Visit, read: DocumentRead, staffId: string) => boolean;
  /** Why the number is not used, or null. */
  readonly code: (visit: Visit, bsn: string, clerk: Clerk) => Promise<DocumentRefusal | null>;
}) {
  const { reads, events, clock } = deps;
  const refuse = (counter: number, why: DocumentRefusal) =>
    events.publish({ name: 'visit.documentRefused', data: { counter, why } });
  // A question to the BRP is somebody's question: a document on an unattended reader asks none.
  const atWork = async (counter: number) => {
    const clerk = deps.workingAt(counter);
    const visit = clerk && (await deps.currentVisit(counter));
    return visit ? { visit, clerk } : null;
  };

  return {
    unreadable: refuse,
    async read(counter: number, lines: readonly string[]): Promise<void> {
      const parsed = parseMrz(lines, amsterdamDay(clock.now()));
      if (!parsed.ok) return refuse(counter, parsed.why);
      const work = await atWork(counter);
      if (!work) return refuse(counter, 'noVisit');
      const { visit, clerk } = work;
      const read = reads.add(counter, parsed.document);
      if (!visit.person && (await deps.identify(visit, read, clerk))) return;
      // Someone is already known, or the clerk has to choose between several persons.
      const now = await deps.currentVisit(counter);
      if (now?.visitId !== visit.visitId) return refuse(counter, 'noVisit');
      if (now.document?.number === parsed.document.documentNumber) return;
      const joined = deps.join(now, read, clerk.staffId);
      if (!joined) reads.offer(read);
      events.publish({ name: 'visit.changed', data: { counter } });
      if (joined) events.publish({ name: 'visit.documentAdded', data: { counter } });
    },
    async code(counter: number, bsn: string): Promise<void> {
      const work = await atWork(counter);
      if (!work) return refuse(counter, 'noVisit');
      const known = work.visit.person?.record.burgerservicenummer ?? null;
      if (known === bsn) return;
      if (known !== null) return refuse(counter, 'otherPerson');
      const why = await deps.code(work.visit, bsn, work.clerk);
      if (why) refuse(counter, why);
    },
  };
}
