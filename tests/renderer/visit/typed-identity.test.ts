import { expect, test } from 'vitest';
import { shownDay, typedDay } from '../../../renderer/counter/visit/identify/typed-date.ts';
import {
  NOTHING_TYPED,
  type TypedIdentity,
  typedSearch,
  type WrongFields,
} from '../../../renderer/counter/visit/identify/typed-identity.ts';

const typed = (part: Partial<TypedIdentity>): TypedIdentity => ({ ...NOTHING_TYPED, ...part });

test.each([
  ['1-12-1985', '1985-12-01'],
  ['01/12/1985', '1985-12-01'],
  ['01121985', '1985-12-01'],
  ['1985-12-01', '1985-12-01'],
  ['31-02-1985', undefined],
  ['1-12-85', undefined],
  ['', undefined],
])('%j is the day %s', (text, day) => {
  expect(typedDay(text)).toBe(day);
});

test('a day is shown in the order in which it is typed', () => {
  expect(shownDay('1985-12-01')).toBe('01-12-1985');
  expect(shownDay('onbekend')).toBe('onbekend');
});

test.each<[string, Partial<TypedIdentity>, Parameters<typeof typedSearch>[1], unknown]>([
  ['a BSN with spaces', { bsn: '9999 93 653' }, 'bsn', { kind: 'bsn', bsn: '999993653' }],
  [
    'surname and birth date',
    { surname: 'Moulin', birthDate: '1-12-1985' },
    'name',
    { kind: 'name', geslachtsnaam: 'Moulin', geboortedatum: '1985-12-01' },
  ],
  [
    'postcode and house number',
    { postcode: '3077 AW', houseNumber: '31', addition: 'a' },
    'address',
    { kind: 'address', postcode: '3077 AW', huisnummer: 31, huisnummertoevoeging: 'a' },
  ],
  [
    'all names, in our own municipality',
    { surname: 'Moulin', givenNames: 'Suzanne' },
    'name',
    { kind: 'nameInMunicipality', geslachtsnaam: 'Moulin', voornamen: 'Suzanne' },
  ],
  [
    'street and house number in another municipality, Enter in the last field',
    { street: 'Boterdiep', houseNumber: '31', houseLetter: 'b', municipality: '0599' },
    'municipality',
    { kind: 'street', straat: 'Boterdiep', huisnummer: 31, huisletter: 'b', gemeenteVanInschrijving: '0599' },
  ],
  ['typed lines of the document', { mrz: 'p<nldde<bruijn' }, 'mrz', { kind: 'mrz', text: 'P<NLDDE<BRUIJN' }],
  [
    'the first row with text, when this one is empty',
    { postcode: '3077AW', houseNumber: '31' },
    'bsn',
    { kind: 'address', postcode: '3077AW', huisnummer: 31 },
  ],
])('%s becomes a search', (_, fields, row, by) => {
  expect(typedSearch(typed(fields), row)).toEqual({ ok: true, by });
});

test.each<[string, Partial<TypedIdentity>, Parameters<typeof typedSearch>[1], WrongFields]>([
  ['nothing', {}, 'name', { surname: 'nothingTyped' }],
  ['eight digits', { bsn: '99999365' }, 'bsn', { bsn: 'bsnLength' }],
  ['a number that fails the 11-proef', { bsn: '999993654' }, 'bsn', { bsn: 'bsnCheck' }],
  ['a name alone', { surname: 'Moulin' }, 'name', { birthDate: 'birthDateOrGivenNames' }],
  ['given names alone', { givenNames: 'Ed' }, 'name', { surname: 'missing' }],
  ['a municipality alone', { municipality: '0599' }, 'municipality', { surname: 'nothingTyped' }],
  [
    'a municipality by name',
    { surname: 'Moulin', givenNames: 'Suzanne', municipality: 'R' },
    'municipality',
    { municipality: 'municipality' },
  ],
  ['a house number alone', { houseNumber: '31' }, 'address', { postcode: 'postcodeOrStreet' }],
  [
    'a street without number',
    { street: 'Boterdiep', municipality: '599' },
    'address',
    { houseNumber: 'houseNumber', municipality: 'municipality' },
  ],
  ['no existing day', { surname: 'Moulin', birthDate: '31-2-1985' }, 'name', { birthDate: 'notADay' }],
  ['half a postcode', { postcode: '3077', houseNumber: '31' }, 'address', { postcode: 'postcode' }],
  [
    'an address of which nothing is right',
    { postcode: '3077', houseNumber: 'x' },
    'address',
    { postcode: 'postcode', houseNumber: 'houseNumber' },
  ],
])('%s is refused at every wrong field', (_, fields, row, wrong) => {
  expect(typedSearch(typed(fields), row)).toEqual({ ok: false, wrong });
});
