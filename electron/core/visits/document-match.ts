import type { DocumentView } from '../../../shared/contract/visits.ts';
import type { MrzDocument } from '../../../shared/domain/mrz.ts';
import { splitSurname } from '../../../shared/domain/surname.ts';
import type { PersonSearch } from '../ports.ts';
import type { PersonRecord } from '../records.ts';

/** Letters alone, as a machine readable zone spells them: without diacritics, capitals (ICAO 9303 part 3, section 6). */
export function mrzLetters(text: string): string {
  return text
    .replace(/[ÄäÖöÜüÅåÆæŒœØøÞþßĲĳ]/g, (letter) => TRANSLITERATION[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z]/g, '');
}

const TRANSLITERATION: Readonly<Record<string, string>> = {
  Ä: 'AE',
  ä: 'AE',
  Ö: 'OE',
  ö: 'OE',
  Ü: 'UE',
  ü: 'UE',
  Å: 'AA',
  å: 'AA',
  Æ: 'AE',
  æ: 'AE',
  Œ: 'OE',
  œ: 'OE',
  Ø: 'OE',
  ø: 'OE',
  Þ: 'TH',
  þ: 'TH',
  ß: 'SS',
  Ĳ: 'IJ',
  ĳ: 'IJ',
};

/** The same without the two-letter forms, which not every issuer uses. */
function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ŒœÆæ]/g, 'AE')
    .replace(/[Øø]/g, 'O')
    .replace(/ß/g, 'SS')
    .replace(/[Ĳĳ]/g, 'IJ')
    .toUpperCase()
    .replace(/[^A-Z]/g, '');
}

/** Equal as far as a document can hold it: names are cut off at the end of the line. */
function fits(onDocument: string, inRegister: string): boolean {
  const shown = mrzLetters(onDocument);
  if (shown === '') return inRegister === '';
  return [mrzLetters(inRegister), plainLetters(inRegister)].some(
    (full) => full === shown || (shown.length >= 10 && full.startsWith(shown)),
  );
}

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

/** In what a document differs from what the BRP says; partner names and cut-off names are not differences. */
export function documentDifferences(
  document: MrzDocument,
  person: PersonRecord,
  sex: string | null,
): DocumentView['differences'] {
  const found: DocumentView['differences'] = [];
  const surnames = [person.geslachtsnaam, `${person.voorvoegsel} ${person.geslachtsnaam}`];
  if (document.surname !== undefined && !surnames.some((name) => fits(document.surname ?? '', name)))
    found.push('surname');
  if (document.givenNames !== undefined && !fits(document.givenNames, person.voornamen))
    found.push('givenNames');
  if (document.birthDate !== undefined && !dateFits(document.birthDate, person.geboortedatum))
    found.push('birthDate');
  const shown = document.sex === 'M' ? 'man' : document.sex === 'F' ? 'vrouw' : null;
  if (shown !== null && (sex === 'man' || sex === 'vrouw') && shown !== sex) found.push('sex');
  return found;
}

/** How to look for the holder of a document without a burgerservicenummer; undefined when the document says too little. */
export function searchFor(document: MrzDocument): Extract<PersonSearch, { kind: 'name' }> | undefined {
  const { surname, birthDate } = document;
  if (!surname || !birthDate || birthDate.includes('-00')) return undefined;
  const { geslachtsnaam, voorvoegsel } = splitSurname(surname);
  return {
    kind: 'name',
    geslachtsnaam,
    geboortedatum: birthDate,
    ...(voorvoegsel ? { voorvoegsel } : {}),
  };
}

/**
 * The same search with one letter where a machine readable zone writes two for an ä, ö, ü, å or ø (ICAO 9303 part 3,
 * section 6), for when nobody is found as it is written; undefined when there is nothing to write otherwise.
 */
export function otherSpelling(
  search: Extract<PersonSearch, { kind: 'name' }>,
): Extract<PersonSearch, { kind: 'name' }> | undefined {
  const geslachtsnaam = search.geslachtsnaam.replace(/AE|OE|UE|AA/gi, ([letter]) => letter ?? '');
  return geslachtsnaam === search.geslachtsnaam ? undefined : { ...search, geslachtsnaam };
}
