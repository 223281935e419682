import type { DocumentView } from '../../../shared/contract/person-view.ts';
import type { MrzDocument } from '../../../shared/domain/mrz.ts';
import { nameFits, otherSpelling, surnameFits } from '../../../shared/domain/name-spelling.ts';
import { splitSurname } from '../../../shared/domain/surname.ts';
import type { PersonSearch } from '../ports.ts';
import type { PersonRecord } from '../records.ts';
import type { VisitPerson } from '../visit-records/index.ts';

function dateFits(onDocument: string, inRegister: string | null): boolean {
  if (inRegister === null) return true;
  const [year, month, day] = onDocument.split('-');
  const [y, m, d] = inRegister.split('-');
  return [
    [year, y],
    [month, m],
    [day, d],
  ].every(([a, b]) => a === b || a === '00' || b === '00');
}

/** What a document says of its holder. */
export type Holder = Pick<MrzDocument, 'bsn' | 'surname' | 'givenNames' | 'birthDate' | 'sex'>;

/** A person known from a document alone, as that document told; of half a date of birth nothing is left. */
export function holderOf({ record, view }: Pick<VisitPerson, 'record' | 'view'>): Holder {
  const { voornamen, geboortedatum } = record;
  return {
    surname: `${record.voorvoegsel} ${record.geslachtsnaam}`.trim(),
    ...(voornamen === '' ? {} : { givenNames: voornamen }),
    ...(geboortedatum === null ? {} : { birthDate: geboortedatum }),
    ...(view.sex === 'man' ? { sex: 'M' } : view.sex === 'vrouw' ? { sex: 'F' } : {}),
  };
}

/** In what a document differs from what the BRP says; partner names and cut-off names are not differences. */
export function documentDifferences(
  document: Holder,
  person: PersonRecord,
  sex: string | null,
): DocumentView['differences'] {
  const found: DocumentView['differences'] = [];
  if (document.surname !== undefined && !surnameFits(document.surname, person)) found.push('surname');
  if (document.givenNames !== undefined && !nameFits(document.givenNames, person.voornamen))
    found.push('givenNames');
  if (document.birthDate !== undefined && !dateFits(document.birthDate, person.geboortedatum))
    found.push('birthDate');
  const shown = document.sex === 'M' ? 'man' : document.sex === 'F' ? 'vrouw' : null;
  if (shown !== null && (sex === 'man' || sex === 'vrouw') && shown !== sex) found.push('sex');
  return found;
}

/**
 * True when a document is of this person: by the burgerservicenummer where both have one, else by surname, given names
 * and whole birth date together. A document without a name, such as a driving licence, never tells.
 */
export function isHolder(document: Holder, person: PersonRecord): boolean {
  if (document.bsn && person.burgerservicenummer) return document.bsn === person.burgerservicenummer;
  const { surname, givenNames = '', birthDate } = document;
  if (!surname || !birthDate || person.geboortedatum === null) return false;
  return (
    surnameFits(surname, person) &&
    nameFits(givenNames, person.voornamen) &&
    dateFits(birthDate, person.geboortedatum)
  );
}

/** How to look for the holder of a document without a burgerservicenummer; undefined when the document says too little. */
export function searchFor(document: MrzDocument): Extract<PersonSearch, { kind: 'name' }> | undefined {
  const { surname, birthDate } = document;
  if (!surname || !birthDate || birthDate.includes('-00')) return undefined;
  const { geslachtsnaam, voorvoegsel } = splitSurname(surname);
  // A single letter had an apostrophe or not, and the BRP finds a voorvoegsel only as it is written.
  const isSure = voorvoegsel !== '' && !/\b[a-z]\b/.test(voorvoegsel);
  return { kind: 'name', geslachtsnaam, geboortedatum: birthDate, ...(isSure && { voorvoegsel }) };
}

/** How else the holder can stand in the BRP, to look for when nobody is found: other letters, or the surname in one piece. */
export function otherSearches(
  search: NonNullable<ReturnType<typeof searchFor>>,
  surname: string,
): readonly (typeof search)[] {
  const { voorvoegsel: _, ...without } = search;
  const respelled = otherSpelling(search.geslachtsnaam);
  const whole = surname.toUpperCase();
  return [
    ...(respelled === undefined ? [] : [{ ...search, geslachtsnaam: respelled }]),
    ...(whole === search.geslachtsnaam ? [] : [{ ...without, geslachtsnaam: whole }]),
  ];
}
