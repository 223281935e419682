import { expect, test } from 'vitest';
import { Person } from '../../../electron/core/central/brp/answer.ts';
import { dutchOf } from '../../../electron/core/central/brp/dutch.ts';
import { gezagOver } from '../../../electron/core/central/brp/gezag.ts';

// Kinds of the specification (Personen 2.7) that no official test person has.

const child = (...gezag: readonly object[]) =>
  gezagOver(
    Person.parse({
      burgerservicenummer: '999996484',
      gezag: gezag.map((one) => ({ minderjarige: { burgerservicenummer: '999996484' }, ...one })),
    }),
  );
const named = (volledigeNaam: string) => ({ naam: { volledigeNaam } });

test('a parent with somebody else: who is not known by name is left out', () => {
  const type = 'GezamenlijkGezag';
  expect(
    child({
      type,
      ouder: named('Jan de Cuykelaer'),
      derde: { type: 'BekendeDerde', ...named('Jane Rosetta Braam') },
    }),
  ).toEqual({ kind: type, holders: ['Jan de Cuykelaer', 'Jane Rosetta Braam'], inOnderzoek: false });
  expect(
    child({ type, ouder: named('Jan de Cuykelaer'), derde: { type: 'OnbekendeDerde' } })?.holders,
  ).toEqual(['Jan de Cuykelaer']);
});

test('guardians, and nobody for now', () => {
  const derden = [{ type: 'BekendeDerde', ...named('Jane Rosetta Braam') }];
  expect(child({ type: 'Voogdij', derden })).toEqual({
    kind: 'Voogdij',
    holders: ['Jane Rosetta Braam'],
    inOnderzoek: false,
  });
  expect(child({ type: 'TijdelijkGeenGezag', toelichting: 'geen' })).toEqual({
    kind: 'TijdelijkGeenGezag',
    holders: [],
    inOnderzoek: false,
  });
});

test('gezag over another, and a kind that came later, tell nothing', () => {
  const minderjarige = { burgerservicenummer: '999990408' };
  expect(
    child({ type: 'EenhoofdigOuderlijkGezag', minderjarige, ouder: named('Jan de Cuykelaer') }),
  ).toBeNull();
  expect(child({ type: 'NieuwGezag', inOnderzoek: true })).toEqual({
    kind: 'GezagNietTeBepalen',
    holders: [],
    inOnderzoek: true,
  });
  expect(child()).toBeNull();
});

test.each([
  ['treated as a Dutch national', [{ type: 'BehandeldAlsNederlander' }], 'yes'],
  [
    'Dutch, but in onderzoek',
    [{ type: 'Nationaliteit', nationaliteit: { code: '0001' }, inOnderzoek: { type: true } }],
    'unknown',
  ],
  ['established as not Dutch', [{ type: 'VastgesteldNietNederlander' }], 'no'],
])('nationality: %s', (_, nationaliteiten, dutch) => {
  expect(dutchOf(Person.parse({ burgerservicenummer: '999996484', nationaliteiten }))).toBe(dutch);
});
