import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { isBsn, isRsin, maskBsn } from '../../../shared/domain/bsn.ts';

const file = path.resolve(import.meta.dirname, '../../../resources/testdata/brp-testpersonen.json');
const persons = z
  .array(z.object({ burgerservicenummer: z.string().optional() }))
  .parse(JSON.parse(readFileSync(file, 'utf8')))
  .flatMap(({ burgerservicenummer }) => (burgerservicenummer === undefined ? [] : [burgerservicenummer]));

test('every official test person has a burgerservicenummer that passes', () => {
  expect(persons.length).toBeGreaterThan(20);
  expect(persons.filter((bsn) => !isBsn(bsn))).toEqual([]);
});

test('any single digit that changes is noticed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...persons), fc.nat(8), fc.integer({ min: 1, max: 9 }), (bsn, at, plus) => {
      const digit = (Number(bsn.charAt(at)) + plus) % 10;
      expect(isBsn(bsn.slice(0, at) + String(digit) + bsn.slice(at + 1))).toBe(false);
    }),
  );
});

test.each([
  '',
  '000000000',
  '99999999',
  '9999999990',
  '99999999O',
  '999.999.990',
  ' 999999990',
  '999999990\n',
])('%j is no burgerservicenummer and no RSIN', (text) => {
  expect(isBsn(text)).toBe(false);
  expect(isRsin(text)).toBe(false);
});

test('the mask leaves the last four digits', () => {
  expect(maskBsn('999993653')).toBe('•••••3653');
  expect(maskBsn('3653')).toBe('••••');
  expect(maskBsn('')).toBe('');
});
