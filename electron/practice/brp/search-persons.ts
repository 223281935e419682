import { type Json, type JsonObject, objectOf, scalarText, textOf, valueAt } from '../json.ts';

/** GBA letters that do not fall apart into a plain letter and an accent. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
};

/** Text as the BRP API compares it: without case and without diacritics. */
export function comparable(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđßæœıħ]/g, (letter) => PLAIN[letter] ?? letter);
}

/** Tells whether a name equals a search text, in which one `*` at the start or end stands for anything. */
export function nameMatches(name: string, wanted: string): boolean {
  const [held, asked] = [comparable(name), comparable(wanted)];
  if (asked.endsWith('*')) return held.startsWith(asked.slice(0, -1));
  if (asked.startsWith('*')) return held.endsWith(asked.slice(1));
  return held === asked;
}

/** How one parameter of a question is met by a GBA record. */
type Test = (gba: JsonObject, value: Json) => boolean;

const named =
  (path: string): Test =>
  (gba, value) =>
    nameMatches(textOf(valueAt(gba, path)), textOf(value));
const same =
  (path: string): Test =>
  (gba, value) =>
    comparable(scalarText(valueAt(gba, path))).replaceAll(' ', '') ===
    comparable(scalarText(value)).replaceAll(' ', '');

const TESTS: Readonly<Record<string, Test>> = {
  geslachtsnaam: named('naam.geslachtsnaam'),
  voornamen: named('naam.voornamen'),
  voorvoegsel: named('naam.voorvoegsel'),
  geslacht: same('geslacht.code'),
  geboortedatum: (gba, value) => valueAt(gba, 'geboorte.datum') === textOf(value).replaceAll('-', ''),
  gemeenteVanInschrijving: same('gemeenteVanInschrijving.code'),
  postcode: same('verblijfplaats.postcode'),
  huisnummer: (gba, value) => Number(valueAt(gba, 'verblijfplaats.huisnummer')) === Number(value),
  huisletter: same('verblijfplaats.huisletter'),
  huisnummertoevoeging: same('verblijfplaats.huisnummertoevoeging'),
  straat: (gba, value) =>
    named('verblijfplaats.straat')(gba, value) || named('verblijfplaats.naamOpenbareRuimte')(gba, value),
  nummeraanduidingIdentificatie: same('verblijfplaats.nummeraanduidingIdentificatie'),
  adresseerbaarObjectIdentificatie: same('verblijfplaats.adresseerbaarObjectIdentificatie'),
};

/** Reasons for which a record is never answered: an error, or wiped. */
const GONE = ['F', 'W'];

/**
 * The GBA records that meet every parameter. A deceased person is only found with `inclusiefOverledenPersonen`, except
 * by burgerservicenummer.
 */
export function searchPersons(all: readonly JsonObject[], parameters: JsonObject): readonly JsonObject[] {
  const { burgerservicenummer, inclusiefOverledenPersonen, ...criteria } = parameters;
  const byBsn = Array.isArray(burgerservicenummer);
  return all.filter((gba) => {
    const reason = textOf(objectOf(objectOf(gba.opschortingBijhouding).reden).code);
    if (GONE.includes(reason)) return false;
    if (byBsn && !burgerservicenummer.includes(gba.burgerservicenummer)) return false;
    if (!byBsn && reason === 'O' && inclusiefOverledenPersonen !== true) return false;
    return Object.entries(criteria).every(([name, value]) => TESTS[name]?.(gba, value) ?? false);
  });
}
