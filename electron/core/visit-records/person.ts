import type { DocumentView, GezagView, PersonView } from '../../../shared/contract/person-view.ts';
import { maskBsn } from '../../../shared/domain/bsn.ts';
import { ageOn, formatDutchDate } from '../../../shared/domain/dates.ts';
import type { MrzDocument } from '../../../shared/domain/mrz.ts';
import { splitSurname } from '../../../shared/domain/surname.ts';
import type { KnownPerson } from '../ports.ts';
import type { PersonRecord } from '../records.ts';

/** The person of a visit: what goes into the record, and how sure it is. */
export interface VisitPerson {
  readonly source: 'brp' | 'document';
  readonly verification: PersonView['verification'];
  readonly verifiedAt: string | null;
  readonly record: PersonRecord;
  readonly view: KnownPerson['view'];
  /** What came of asking the BRP who has gezag over him; absent until then. */
  readonly gezag?:
    | { readonly state: 'failed' }
    | { readonly state: 'answered'; readonly told: GezagView | null };
}

/** The identity document that was read in a visit; of the machine readable zone only what is needed is kept. */
export interface ShownDocument {
  readonly kind: MrzDocument['kind'];
  readonly number: string;
  readonly issuer: string;
  readonly expiryDate: string | null;
  readonly differences: DocumentView['differences'];
  readonly readAt: string;
}

function capitalized(text: string): string {
  return text
    .toLocaleLowerCase('nl')
    .replace(
      /(^|[\s'-])(\p{L})/gu,
      (_all, before: string, letter: string) => before + letter.toLocaleUpperCase('nl'),
    );
}

function initials(givenNames: string): string {
  return givenNames
    .split(/\s+/)
    .filter(Boolean)
    .map((name) => `${name[0]}.`)
    .join('');
}

const SEX: Readonly<Record<string, string>> = { M: 'man', F: 'vrouw', X: 'X' };

/** A person known from the document alone: while the BRP is away, or when it does not know him. */
export function personFromDocument(
  document: MrzDocument,
  verification: 'notVerified' | 'notFound',
  day: string,
): VisitPerson | null {
  if (document.surname === undefined) return null;
  const { voorvoegsel, geslachtsnaam: name } = splitSurname(document.surname);
  const geslachtsnaam = capitalized(name);
  const surname = [voorvoegsel, geslachtsnaam].filter(Boolean).join(' ');
  const voornamen = capitalized(document.givenNames ?? '');
  const { birthDate } = document;
  const age = birthDate === undefined ? undefined : ageOn(birthDate, day);
  const voorletters = initials(voornamen);
  return {
    source: 'document',
    verification,
    verifiedAt: null,
    record: {
      burgerservicenummer: document.bsn ?? null,
      geslachtsnaam,
      voorvoegsel,
      voornamen,
      voorletters,
      geboortedatum: birthDate && !birthDate.includes('-00') ? birthDate : null,
      verified: false,
      documentNumber: document.documentNumber,
    },
    view: {
      fullName: `${voornamen} ${surname}`.trim(),
      shortName: `${voorletters} ${surname}`.trim(),
      birthDateText: birthDate ? formatDutchDate(birthDate) : '',
      age: age ?? null,
      sex: document.sex ? (SEX[document.sex] ?? null) : null,
      address: [],
      nationality: document.nationality ?? null,
      dutch: 'unknown',
      warnings: age !== undefined && age < 18 ? [{ code: 'minderjarig', severity: 'info' }] : [],
    },
  };
}

/** A person whom the BRP confirmed. */
export function personFromBrp(known: KnownPerson, document: MrzDocument | null, at: Date): VisitPerson {
  return {
    source: 'brp',
    verification: 'verified',
    verifiedAt: at.toISOString(),
    record: { ...known.record, verified: true, documentNumber: document?.documentNumber ?? null },
    view: known.view,
  };
}

/** The person as the window may show him: the burgerservicenummer only masked. */
export function personView(person: VisitPerson, gezagQuestion: PersonView['gezagQuestion']): PersonView {
  const { burgerservicenummer } = person.record;
  return {
    ...person.view,
    address: [...person.view.address],
    warnings: [...person.view.warnings],
    gezag: toldGezag(person),
    gezagQuestion,
    source: person.source,
    verification: person.verification,
    verifiedAt: person.verifiedAt,
    bsnMasked: burgerservicenummer === null ? null : maskBsn(burgerservicenummer),
  };
}

/** What the BRP told of the gezag over him; null as long as it told nothing. */
export function toldGezag({ gezag }: VisitPerson): GezagView | null {
  return gezag?.state === 'answered' ? gezag.told : null;
}

/** The document as the window shows it; whether it has expired is judged on `day`. */
export function documentView(document: ShownDocument, day: string): DocumentView {
  return { ...document, expired: document.expiryDate !== null && document.expiryDate < day };
}

/** What of a document is kept with the visit. */
export function shownDocument(
  document: MrzDocument,
  differences: DocumentView['differences'],
  at: Date,
): ShownDocument {
  return {
    kind: document.kind,
    number: document.documentNumber,
    issuer: document.issuer,
    expiryDate: document.expiryDate ?? null,
    differences,
    readAt: at.toISOString(),
  };
}
