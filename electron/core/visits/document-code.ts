import type { DocumentRefusal } from '../../../shared/contract/visits.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import type { Clock, PersonAsker, PersonLookup } from '../ports.ts';
import {
  personFromBrp,
  personFromDocument,
  shownDocument,
  type Visit,
  type VisitPerson,
} from '../visit-records/index.ts';
import { documentDifferences, holderOf } from './document-match.ts';
import type { DocumentReads } from './document-reads.ts';
import type { Identification } from './identify.ts';

type Identified = Extract<Identification, { kind: 'identified' }>;

/**
 * What the burgerservicenummer on the back of a document (the QR code of documents since August 2021) makes of a visit:
 * it completes who is known from a document without it, or says who the visitor is. It must fit the document that was
 * read: surname and date of birth. Otherwise the answer is why it is not used, and the visit stays as it was.
 */
export function createDocumentCode(deps: {
  readonly persons: Pick<PersonLookup, 'byBsn'>;
  readonly reads: Pick<DocumentReads, 'offered'>;
  readonly clock: Clock;
}) {
  const { clock } = deps;

  /** The number joins who is known from the document; whether the BRP knows it comes later, or not at all. */
  const withNumber = (
    visit: Visit,
    person: VisitPerson,
    bsn: string,
    verification: 'notVerified' | 'notFound',
  ): Identified => ({
    kind: 'identified',
    person: { ...person, verification, record: { ...person.record, burgerservicenummer: bsn } },
    document: visit.document,
  });

  return async (visit: Visit, bsn: string, asker: PersonAsker): Promise<Identified | DocumentRefusal> => {
    const read = visit.person ? undefined : deps.reads.offered(visit.counter)?.document;
    const fromDocument =
      visit.person ?? (read ? personFromDocument(read, 'notVerified', amsterdamDay(clock.now())) : null);
    const document = read ? shownDocument(read, [], clock.now()) : visit.document;
    const answer = await deps.persons.byBsn(bsn, asker);
    if (!answer.ok && answer.error.code !== 'brpUnavailable') return 'code';
    if (!answer.ok || answer.value === null) {
      if (!fromDocument) return answer.ok ? 'codeUnknown' : 'codeAlone';
      const shown = { ...visit, document };
      return withNumber(shown, fromDocument, bsn, answer.ok ? 'notFound' : 'notVerified');
    }
    const known = answer.value;
    const person = personFromBrp(known, null, clock.now());
    const holder = read ?? (visit.person ? holderOf(visit.person) : undefined);
    if (!holder) return { kind: 'identified', person, document };
    const differences = documentDifferences(holder, known.record, known.view.sex);
    if (differences.includes('surname') || differences.includes('birthDate')) return 'otherPerson';
    return { kind: 'identified', person, document: document && { ...document, differences } };
  };
}
