import type { PersonView } from '../../../shared/contract/person-view.ts';
import type { VisitView } from '../../../shared/contract/visits.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import type { Clock } from '../ports.ts';
import type { DraftViews } from '../transactions/index.ts';
import type { DocumentReads } from './document-reads.ts';
import { documentView, personView } from '../visit-records/index.ts';
import type { Visit } from '../visit-records/index.ts';

/** Builds what the window sees of a visit. */
export function createVisitView(deps: {
  readonly draftViews: DraftViews;
  readonly reads: DocumentReads;
  readonly gezagQuestion: (visit: Visit) => PersonView['gezagQuestion'];
  readonly clock: Clock;
}) {
  return (visit: Visit): VisitView => {
    const day = amsterdamDay(deps.clock.now());
    const transactions = deps.draftViews(visit, day);
    const offered = deps.reads.offered(visit.counter);
    return {
      visitId: visit.visitId,
      counter: visit.counter,
      ticketId: visit.ticketId,
      number: visit.number,
      groupName: visit.groupName,
      waitedSeconds: visit.waitedSeconds,
      startedAt: visit.startedAt,
      person: visit.person && personView(visit.person, deps.gezagQuestion(visit)),
      document: visit.document && documentView(visit.document, day),
      transactions,
      totalCents: transactions.reduce((sum, { fee }) => sum + fee.cents, 0),
      offeredDocument: offered
        ? {
            readId: offered.readId,
            documentNumber: offered.document.documentNumber,
            holder: offered.document.surname === undefined ? 'unknown' : 'other',
            at: offered.at.toISOString(),
          }
        : null,
    };
  };
}
