import type { IdentifyBy } from '../../../shared/contract/visits.ts';
import { isBsn } from '../../../shared/domain/bsn.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import { type MrzDocument, normalizeMrzInput, parseMrz } from '../../../shared/domain/mrz.ts';
import { nameFits } from '../../../shared/domain/name-spelling.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type {
  Clock,
  Ids,
  KnownPerson,
  PersonAsker,
  PersonCandidate,
  PersonLookup,
  PersonSearch,
} from '../ports.ts';
import { documentDifferences, otherSearches, searchFor } from './document-match.ts';
import type { DocumentRead, DocumentReads } from './document-reads.ts';
import {
  personFromBrp,
  personFromDocument,
  shownDocument,
  type ShownDocument,
  type VisitPerson,
} from '../visit-records/index.ts';

export type Identification =
  | {
      readonly kind: 'identified';
      readonly person: VisitPerson | null;
      readonly document: ShownDocument | null;
    }
  | { readonly kind: 'candidates'; readonly searchId: string; readonly persons: readonly PersonCandidate[] }
  | { readonly kind: 'nobody' };

interface Search {
  readonly persons: readonly PersonCandidate[];
  readonly document: MrzDocument | null;
}

const REMEMBERED_SEARCHES = 20;

/** The one of several with this surname and date of birth, such as twins, who has the given names of the document. */
function onlyWithNames(
  persons: readonly PersonCandidate[],
  document: MrzDocument | null,
): PersonCandidate | undefined {
  const givenNames = document?.givenNames;
  if (givenNames === undefined) return undefined;
  const fitting = persons.filter(({ voornamen }) => nameFits(givenNames, voornamen));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function houseOf(by: Extract<IdentifyBy, { kind: 'address' | 'street' }>) {
  const { huisnummer, huisletter, huisnummertoevoeging } = by;
  return {
    huisnummer,
    ...(huisletter ? { huisletter } : {}),
    ...(huisnummertoevoeging ? { huisnummertoevoeging } : {}),
  };
}

/**
 * Finds out who a visitor is: from the document, from a number or from what he says. With the BRP away a document is
 * enough to go on, marked as not verified; without a document there is nothing to go on, and the failure says so.
 */
export function createIdentify(deps: {
  readonly persons: PersonLookup;
  readonly reads: DocumentReads;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Where is searched when the clerk names no other municipality. */
  readonly gemeentecode: string;
}) {
  const { persons, reads, clock } = deps;
  const searches = new Map<string, Search>();
  /** What was found with a document: the clerk chooses later, and the BRP is asked once. */
  const searchOf = new WeakMap<DocumentRead, string>();

  const remember = (search: Search): string => {
    const searchId = deps.ids.uuid();
    searches.set(searchId, search);
    const oldest = searches.keys().next().value;
    if (searches.size > REMEMBERED_SEARCHES && oldest !== undefined) searches.delete(oldest);
    return searchId;
  };
  const found = (known: KnownPerson, document: MrzDocument | null): Identification => ({
    kind: 'identified',
    person: personFromBrp(known, document, clock.now()),
    document:
      document &&
      shownDocument(document, documentDifferences(document, known.record, known.view.sex), clock.now()),
  });
  const documentAlone = (
    document: MrzDocument,
    verification: 'notVerified' | 'notFound',
  ): Identification => ({
    kind: 'identified',
    person: personFromDocument(document, verification, amsterdamDay(clock.now())),
    document: shownDocument(document, [], clock.now()),
  });

  const byBsn = async (
    bsn: string,
    document: MrzDocument | null,
    asker: PersonAsker,
  ): Promise<Result<Identification>> => {
    const answer = await persons.byBsn(bsn, asker);
    if (!answer.ok)
      return document && answer.error.code === 'brpUnavailable'
        ? ok(documentAlone(document, 'notVerified'))
        : answer;
    if (answer.value) return ok(found(answer.value, document));
    return ok(document ? documentAlone(document, 'notFound') : { kind: 'nobody' });
  };

  const bySearch = async (
    search: PersonSearch,
    document: MrzDocument | null,
    asker: PersonAsker,
    others: readonly PersonSearch[] = [],
  ): Promise<Result<Identification>> => {
    let answer = await persons.search(search, asker);
    for (const other of others)
      if (answer.ok && answer.value.length === 0) answer = await persons.search(other, asker);
    if (!answer.ok)
      return document && answer.error.code === 'brpUnavailable'
        ? ok(documentAlone(document, 'notVerified'))
        : answer;
    const [first, ...more] = answer.value;
    if (!first) return ok(document ? documentAlone(document, 'notFound') : { kind: 'nobody' });
    const only = more.length === 0 ? first : onlyWithNames(answer.value, document);
    if (only) return byBsn(only.burgerservicenummer, document, asker);
    return ok({
      kind: 'candidates',
      searchId: remember({ persons: answer.value, document }),
      persons: answer.value,
    });
  };

  const byDocument = async (document: MrzDocument, asker: PersonAsker): Promise<Result<Identification>> => {
    if (document.bsn) return byBsn(document.bsn, document, asker);
    const search = searchFor(document);
    // A driving licence holds no name: it is noted, and the clerk types who it is.
    if (!search) return ok(documentAlone(document, 'notVerified'));
    return bySearch(search, document, asker, otherSearches(search, document.surname ?? ''));
  };

  return async (by: IdentifyBy, asker: PersonAsker): Promise<Result<Identification>> => {
    switch (by.kind) {
      case 'document': {
        const read = reads.byId(by.readId);
        if (!read) return fail('notFound', { field: 'by.readId' });
        const before = searchOf.get(read) ?? '';
        const search = searches.get(before);
        if (search) return ok({ kind: 'candidates', searchId: before, persons: search.persons });
        const answer = await byDocument(read.document, asker);
        if (answer.ok && answer.value.kind === 'candidates') searchOf.set(read, answer.value.searchId);
        return answer;
      }
      case 'mrz': {
        const parsed = parseMrz(normalizeMrzInput(by.text), amsterdamDay(clock.now()));
        if (parsed.ok) return byDocument(parsed.document, asker);
        return fail('documentNotReadable', { field: 'by.text', detail: parsed.field ?? parsed.why });
      }
      case 'bsn':
        return isBsn(by.bsn) ? byBsn(by.bsn, null, asker) : fail('bsnInvalid', { field: 'by.bsn' });
      case 'name': {
        const { geslachtsnaam, geboortedatum, voornamen } = by;
        return bySearch(
          { kind: 'name', geslachtsnaam, geboortedatum, ...(voornamen ? { voornamen } : {}) },
          null,
          asker,
        );
      }
      case 'nameInMunicipality': {
        const { gemeenteVanInschrijving = deps.gemeentecode, ...asked } = by;
        return bySearch({ ...asked, gemeenteVanInschrijving }, null, asker);
      }
      case 'address': {
        const { postcode } = by;
        return bySearch(
          { kind: 'address', postcode: postcode.replace(' ', '').toUpperCase(), ...houseOf(by) },
          null,
          asker,
        );
      }
      case 'street': {
        const { straat, gemeenteVanInschrijving = deps.gemeentecode } = by;
        return bySearch({ kind: 'street', straat, ...houseOf(by), gemeenteVanInschrijving }, null, asker);
      }
      case 'candidate': {
        const search = searches.get(by.searchId);
        const person = search?.persons[by.index];
        return search && person
          ? byBsn(person.burgerservicenummer, search.document, asker)
          : fail('notFound', { field: 'by.searchId' });
      }
      default:
        return assertNever(by);
    }
  };
}
