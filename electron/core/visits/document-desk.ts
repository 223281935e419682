import { amsterdamDay } from '../../../shared/domain/dates.ts';
import { parseMrz } from '../../../shared/domain/mrz.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { Events } from '../events.ts';
import type { Clock } from '../ports.ts';
import type { DocumentRead, DocumentReads } from './document-reads.ts';
import type { Visit } from './visit-rows.ts';

/**
 * What happens when a document lies on the reader: with a visit that has no person yet, it says who the visitor is;
 * with one that has, the clerk is asked; without a visit it is refused and forgotten.
 */
export function createDocumentDesk(deps: {
  readonly counter: number;
  readonly reads: DocumentReads;
  readonly clock: Clock;
  readonly events: Events;
  readonly currentVisit: (counter: number) => Promise<Visit | null>;
  readonly identify: (visit: Visit, read: DocumentRead) => Promise<Result<unknown>>;
}) {
  const { counter, reads, events } = deps;
  const refuse = (why: 'empty' | 'layout' | 'checkDigit' | 'noVisit') =>
    events.publish({ name: 'visit.documentRefused', data: { counter, why } });
  return {
    unreadable: (why: 'empty' | 'layout' | 'checkDigit') => refuse(why),
    async read(lines: readonly string[]): Promise<void> {
      const parsed = parseMrz(lines, amsterdamDay(deps.clock.now()));
      if (!parsed.ok) return refuse(parsed.why);
      const visit = await deps.currentVisit(counter);
      if (!visit) return refuse('noVisit');
      const read = reads.add(counter, parsed.document);
      if (!visit.person) {
        const result = await deps.identify(visit, read);
        if (result.ok) return;
      }
      // Someone is already known, or the clerk has to choose between several persons.
      if (visit.document?.number === parsed.document.documentNumber) return;
      reads.offer(read);
      events.publish({ name: 'visit.changed', data: { counter } });
    },
  };
}
