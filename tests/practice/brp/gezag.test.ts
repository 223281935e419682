import { expect, test } from 'vitest';
import { toGezag } from '../../../electron/practice/brp/relatives.ts';
import type { JsonObject } from '../../../electron/practice/json.ts';

// Kinds of the specification (Personen 2.7) that no official test person has.

const JANE = {
  burgerservicenummer: '999990664',
  naam: { voornamen: 'Jane Rosetta', geslachtsnaam: 'Braam' },
  geslacht: { code: 'V' },
};
const CHILD = {
  burgerservicenummer: '999996484',
  naam: { voornamen: 'Alexandra', geslachtsnaam: 'Holthuizen' },
  geboorte: { datum: '20190304' },
};
const over = (gezag: JsonObject): JsonObject | undefined =>
  toGezag(
    {
      ...CHILD,
      gezag: [{ minderjarige: { burgerservicenummer: '999996484' }, ...gezag }],
    },
    (bsn) => [JANE, CHILD].find(({ burgerservicenummer }) => burgerservicenummer === bsn),
    '2026-11-23',
  )[0];

test('a guardian is a known third by name', () => {
  const derden = [{ burgerservicenummer: '999990664' }];
  expect(over({ type: 'Voogdij', derden })).toMatchObject({
    type: 'Voogdij',
    derden: [{ type: 'BekendeDerde', naam: { volledigeNaam: 'Jane Rosetta Braam' } }],
  });
  expect(over({ type: 'Voogdij' })).toMatchObject({ derden: [] });
});

test('a parent shares gezag with a third, known or not', () => {
  const ouder = { burgerservicenummer: '999990664' };
  expect(over({ type: 'GezamenlijkGezag', ouder, derde: {} })).toMatchObject({
    ouder: { naam: { volledigeNaam: 'Jane Rosetta Braam' } },
    derde: { type: 'OnbekendeDerde' },
  });
});

test.each(['TijdelijkGeenGezag', 'GezagNietTeBepalen'])('%s says why', (type) => {
  expect(over({ type })?.toelichting).toMatch(/^[a-zA-Z0-9À-ž /;:.\-?()]{1,400}$/);
});
