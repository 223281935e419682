import { expect, test } from 'vitest';
import type { PersonRecord } from '../../../electron/core/records.ts';
import { documentDifferences, searchFor } from '../../../electron/core/visits/document-match.ts';
import { type MrzDocument, parseMrz } from '../../../shared/domain/mrz.ts';

function specimen(): MrzDocument {
  const lines = [
    'P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<',
    'SPECI20212NLD6503101F3108309<<<<<<<<<<<<<<<0',
  ];
  const parsed = parseMrz(lines, '2026-11-23');
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.document;
}

const willeke: PersonRecord = {
  burgerservicenummer: '999999990',
  geslachtsnaam: 'Bruijn',
  voorvoegsel: 'de',
  voornamen: 'Willeke Liselotte',
  voorletters: 'W.L.',
  geboortedatum: '1965-03-10',
  verified: true,
  documentNumber: null,
};

test('a document that fits its holder shows no differences', () => {
  expect(documentDifferences(specimen(), willeke, 'vrouw')).toEqual([]);
});

test.each([
  ['surname', { ...willeke, geslachtsnaam: 'Bruin' }, 'vrouw', ['surname']],
  ['given names', { ...willeke, voornamen: 'Willeke' }, 'vrouw', ['givenNames']],
  ['birth date', { ...willeke, geboortedatum: '1965-03-11' }, 'vrouw', ['birthDate']],
  ['sex', willeke, 'man', ['sex']],
  [
    'everything',
    { ...willeke, geslachtsnaam: 'Jansen', voornamen: 'Piet', geboortedatum: '1970-01-01' },
    'man',
    ['surname', 'givenNames', 'birthDate', 'sex'],
  ],
])('a difference in %s is named', (_what, person, sex, found) => {
  expect(documentDifferences(specimen(), person, sex)).toEqual(found);
});

test('an unknown part of a birth date is not a difference', () => {
  expect(documentDifferences({ ...specimen(), birthDate: '1965-00-00' }, willeke, 'vrouw')).toEqual([]);
});

test('names that the line cut off are not a difference', () => {
  const long = { ...willeke, voornamen: 'Willeke Liselotte Annabella Cornelia Dorothea' };
  expect(
    documentDifferences({ ...specimen(), givenNames: 'WILLEKE LISELOTTE ANNABELLA CORN' }, long, 'vrouw'),
  ).toEqual([]);
});

test('diacritics that the document spells otherwise are not a difference', () => {
  const document = { ...specimen(), surname: 'KASTER' };
  expect(
    documentDifferences(document, { ...willeke, geslachtsnaam: 'Käster', voorvoegsel: '' }, 'vrouw'),
  ).toEqual([]);
});

test('the search splits the voorvoegsel from the name, as the BRP does', () => {
  expect(searchFor(specimen())).toEqual({
    kind: 'name',
    geslachtsnaam: 'BRUIJN',
    voorvoegsel: 'de',
    geboortedatum: '1965-03-10',
  });
  expect(searchFor({ ...specimen(), surname: 'VAN DER VALK' })).toMatchObject({
    geslachtsnaam: 'VALK',
    voorvoegsel: 'van der',
  });
  expect(searchFor({ ...specimen(), surname: 'VANDERVALK' })).not.toHaveProperty('voorvoegsel');
  expect(searchFor({ ...specimen(), surname: 'DE' })).toMatchObject({ geslachtsnaam: 'DE' });
});

test('a document without name or whole birth date gives nothing to search by', () => {
  const { surname: _surname, ...nameless } = specimen();
  expect(searchFor(nameless)).toBeUndefined();
  expect(searchFor({ ...specimen(), birthDate: '1965-00-00' })).toBeUndefined();
});
