import { amsterdamDay } from '../../../shared/domain/dates.ts';
import { parseMrz } from '../../../shared/domain/mrz.ts';
import type { Events } from '../events.ts';
import type { Clock } from '../ports.ts';
import type { DocumentRead, DocumentReads } from './document-reads.ts';
import type { Visit } from '../visit-records/index.ts';

/**
 * What happens when a document lies on the reader: with a visit that has no person yet, it says who the visitor is; a
 * document of the person who is known joins the visit; of another document the clerk is asked; without a visit, or with nobody at work, it is refused and forgotten.
 */
export function createDocumentDesk(deps: {
  readonly counter: number;
  readonly reads: DocumentReads;
  readonly clock: Clock;
  readonly events: Events;
  readonly currentVisit: (counter: number) => Promise<Visit | null>;
  readonly workingAt: (counter: number) => { readonly staffId: string } | null;
  /** True when the document settled who the visitor is. */
  readonly identify: (visit: Visit, read: DocumentRead, staffId: string) => Promise<boolean>;
  /** True when the document is of the person of the visit, and joined it. */
  readonly join: (visit: Visit, read: DocumentRead, staffId: string) => boolean;
}) {
  const { counter, reads, events } = deps;
  const refuse = (why: 'empty' | 'layout' | 'checkDigit' | 'noVisit') =>
    events.publish({ name: 'visit.documentRefused', data: { counter, why } });
  return {
    unreadable: (why: 'empty' | 'layout' | 'checkDigit') => refuse(why),
    async read(lines: readonly string[]): Promise<void> {
      const parsed = parseMrz(lines, amsterdamDay(deps.clock.now()));
      if (!parsed.ok) return refuse(parsed.why);
      // A question to the BRP is somebody's question: a document on an unattended reader asks none.
      const clerk = deps.workingAt(counter);
      const visit = clerk && (await deps.currentVisit(counter));
      if (!visit) return refuse('noVisit');
      const read = reads.add(counter, parsed.document);
      if (!visit.person && (await deps.identify(visit, read, clerk.staffId))) return;
      // Someone is already known, or the clerk has to choose between several persons.
      const now = await deps.currentVisit(counter);
      if (now?.visitId !== visit.visitId) return refuse('noVisit');
      if (now.document?.number === parsed.document.documentNumber) return;
      const joined = deps.join(now, read, clerk.staffId);
      if (!joined) reads.offer(read);
      events.publish({ name: 'visit.changed', data: { counter } });
      if (joined) events.publish({ name: 'visit.documentAdded', data: { counter } });
    },
  };
}
