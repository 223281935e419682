import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeFor, formatEuro, parseEuro, roundCash } from '../../../shared/domain/money.ts';

const cents = fc.integer({ min: 0, max: 999_999_999 });

test.each([
  [8387, '€\u00a083,87'],
  [0, '€\u00a00,00'],
  [5, '€\u00a00,05'],
  [123_456, '€\u00a01.234,56'],
  [100_000_000, '€\u00a01.000.000,00'],
  [-1250, '€\u00a0-12,50'],
])('%s cents is written as %s', (amount, text) => {
  expect(formatEuro(amount)).toBe(text);
});

test('half a cent is a mistake of the program', () => {
  expect(() => formatEuro(0.5)).toThrow('cents');
  expect(() => formatEuro(Number.NaN)).toThrow('cents');
});

test.each([
  ['83,87', 8387],
  ['€ 83,87', 8387],
  [' 83 ', 8300],
  ['83,-', 8300],
  ['83.87', 8387],
  ['1.250,00', 125_000],
  ['1.250', 125_000],
  ['0,05', 5],
])('%j is %s cents', (text, amount) => {
  expect(parseEuro(text)).toBe(amount);
});

test.each([
  '',
  '€',
  'acht',
  '-5',
  '83,8',
  '83,875',
  '1.25,00',
  '12.50,00',
  '83,87,00',
  '99999999,00',
  '1e3',
  '٣',
])('%j is no amount', (text) => {
  expect(parseEuro(text)).toBeUndefined();
});

test('what is written can be read back', () => {
  fc.assert(
    fc.property(cents, (amount) => {
      expect(parseEuro(formatEuro(amount))).toBe(amount);
    }),
  );
});

test('cash is rounded to the nearest five cents', () => {
  expect([8380, 8381, 8382, 8383, 8384, 8385, 8386, 8387, 8388, 8389].map(roundCash)).toEqual([
    8380, 8380, 8380, 8385, 8385, 8385, 8385, 8385, 8390, 8390,
  ]);
  fc.assert(
    fc.property(cents, (amount) => {
      expect(roundCash(amount) % 5).toBe(0);
      expect(Math.abs(roundCash(amount) - amount)).toBeLessThanOrEqual(2);
    }),
  );
});

test('change is what was given minus the rounded amount, and nothing when it is not enough', () => {
  expect(changeFor(8387, 10_000)).toBe(1615);
  expect(changeFor(8387, 8385)).toBe(0);
  expect(changeFor(8388, 8385)).toBeUndefined();
  expect(changeFor(0, 0)).toBe(0);
});
