import { createHash } from 'node:crypto';
import { comparable } from './brp/search-persons.ts';
import { type JsonObject, objectOf, textOf } from './json.ts';

const SPELLED: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Ö: 'OE',
  Ü: 'UE',
  ß: 'SS',
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'OE',
  Å: 'AA',
  Þ: 'TH',
  Ĳ: 'IJ',
};
/** Dutch document numbers never hold the letter O. */
const NUMBER_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/** A kind of travel document with a machine readable zone. */
export type TravelDocument = 'passport' | 'identity-card';

/**
 * The machine readable lines of a Dutch document of model 2021 for a test person: a passport (TD3, 2 lines of 44) or an
 * identity card (TD1, 3 lines of 30), as ICAO Doc 9303 parts 4 and 5 lay them out. It holds no burgerservicenummer. The
 * number follows from the person, so the same person always shows the same document; it expires after `today`
 * (YYYY-MM-DD).
 */
export function machineReadableLines(
  person: JsonObject,
  kind: TravelDocument,
  today: string,
): readonly string[] {
  const number = documentNumber(textOf(person.burgerservicenummer), kind);
  const birth = birthDigits(textOf(objectOf(person.geboorte).datum));
  const sex = { M: 'M', V: 'F' }[textOf(objectOf(person.geslacht).code)] ?? '<';
  const expiry = expiryDigits(textOf(person.burgerservicenummer), today);
  const checked = (field: string): string => field + checkDigit(field);
  if (kind === 'passport') {
    const optional = '<'.repeat(14);
    const parts = [checked(number), checked(birth), checked(expiry) + optional + '<'] as const;
    const line = `${parts[0]}NLD${parts[1]}${sex}${parts[2]}`;
    return [`P<NLD${names(person, 39)}`, line + checkDigit(parts.join(''))];
  }
  const first = `I<NLD${checked(number)}${'<'.repeat(15)}`;
  const second = `${checked(birth)}${sex}${checked(expiry)}NLD${'<'.repeat(11)}`;
  const composite = first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29);
  return [first, second + checkDigit(composite), names(person, 30)];
}

/** Check digit of a field: weights 7, 3, 1; digits are themselves, A is 10, `<` is 0 (ICAO Doc 9303 part 3). */
export function checkDigit(field: string): string {
  const sum = Array.from(field).reduce((total, character, index) => {
    const value = character === '<' ? 0 : Number.parseInt(character, 36);
    return total + value * ([7, 3, 1][index % 3] ?? 0);
  }, 0);
  return String(sum % 10);
}

/** A name in the letters of the zone: A-Z, with `<` for spaces and hyphens and nothing for apostrophes. */
export function transliterate(name: string): string {
  const spelled = name.toUpperCase().replace(/[ÄÖÜßÆŒØÅÞĲ]/g, (letter) => SPELLED[letter] ?? letter);
  return comparable(spelled)
    .toUpperCase()
    .replace(/['.]/g, '')
    .replace(/[^A-Z]+/g, '<')
    .replace(/^<|<$/g, '');
}

function names(person: JsonObject, length: number): string {
  const naam = objectOf(person.naam);
  const surname = transliterate(`${textOf(naam.voorvoegsel)} ${textOf(naam.geslachtsnaam)}`);
  const given = transliterate(textOf(naam.voornamen));
  return (given === '' ? surname : `${surname}<<${given}`).slice(0, length).padEnd(length, '<');
}

function documentNumber(seed: string, kind: TravelDocument): string {
  const hash = createHash('sha256').update(`${kind}:${seed}`).digest();
  const letter = (index: number): string => NUMBER_LETTERS[(hash[index] ?? 0) % NUMBER_LETTERS.length] ?? 'X';
  const digits = String(hash.readUInt32BE(8) % 1_000_000).padStart(6, '0');
  return `${kind === 'passport' ? 'N' : 'I'}${letter(1)}${letter(2)}${digits}`;
}

function birthDigits(gba: string): string {
  if (!/^\d{8}$/.test(gba) || gba.startsWith('0000')) return '<<<<<<';
  return gba
    .slice(2)
    .replace(/00$/, '<<')
    .replace(/^(\d\d)00/, '$1<<');
}

function expiryDigits(seed: string, today: string): string {
  const years = 2 + (Number(seed.slice(-2)) % 7);
  const year = (Number(today.slice(0, 4)) + years) % 100;
  const month = 1 + (Number(seed.slice(-3)) % 12);
  return `${String(year).padStart(2, '0')}${String(month).padStart(2, '0')}15`;
}
