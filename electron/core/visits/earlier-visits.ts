import type { Store } from '../store/index.ts';
import type { ShownDocument, Visit, VisitPerson } from '../visit-records/index.ts';
import { documentDifferences, holderOf, isHolder } from './document-match.ts';

/** What his document tells of a visitor whom a burgerservicenummer does not lead to his earlier visits. */
export interface ToldByDocument {
  /** His earlier visits on this PC, newest first: with the same document, or of these names and this whole date of birth. */
  readonly visitIds: readonly string[];
  /** His burgerservicenummer, of an earlier visit with the same document. Names tell none, for there are namesakes. */
  readonly burgerservicenummer: string | null;
}

interface Row {
  visitId: string;
  bsn: string | null;
  person: string;
  document: string | null;
}

function isSameDocument(one: ShownDocument | null, other: ShownDocument | null): boolean {
  if (!one || !other) return false;
  return one.kind === other.kind && one.issuer === other.issuer && one.number === other.number;
}

/**
 * Finds the earlier visits of who shows a document, where he has no burgerservicenummer now or had none then: his passport
 * shows none, and the BRP was away. As long as this PC holds personal data of them.
 */
export function createEarlierVisits({ db }: Store) {
  const undecided = db.prepare<[string | null], Row>(
    `SELECT visit_id AS visitId, burgerservicenummer AS bsn, person, document FROM visit INDEXED BY visit_personal
     WHERE state = 'finished' AND (person IS NOT NULL OR document IS NOT NULL OR committed ->> '$.note' <> '')
       AND person IS NOT NULL AND (burgerservicenummer IS NULL OR ? IS NULL)
     ORDER BY finished_at DESC`,
  );
  return ({ person, document }: Pick<Visit, 'person' | 'document'>): ToldByDocument => {
    const bsn = person?.record.burgerservicenummer ?? null;
    const visitIds: string[] = [];
    const numbers = new Set<string>();
    for (const row of person ? undecided.all(bsn) : []) {
      // Written by visit-records from these same types; the file is ours alone.
      const then = JSON.parse(row.person) as VisitPerson;
      const shown = row.document === null ? null : (JSON.parse(row.document) as ShownDocument);
      // Who has no number is known from his document.
      const [holder, other] = bsn === null ? [person, then] : [then, person];
      if (!holder || !other) continue;
      const told = holderOf(holder);
      const isSame =
        isSameDocument(document, shown) &&
        !documentDifferences(told, other.record, null).includes('birthDate');
      if (!isSame && !isHolder(told, other.record)) continue;
      visitIds.push(row.visitId);
      if (isSame && row.bsn !== null) numbers.add(row.bsn);
    }
    const [only = null] = numbers.size === 1 ? numbers : [];
    return { visitIds, burgerservicenummer: bsn ?? only };
  };
}
