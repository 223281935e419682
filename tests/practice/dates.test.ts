import { expect, test } from 'vitest';
import {
  addPeriod,
  dayInOwnOffset,
  dutchDay,
  instantText,
  isDay,
  isInstant,
} from '../../electron/practice/dates.ts';

test.each([
  ['2026-11-24', 'P5Y', '2031-11-24'],
  ['2024-02-29', 'P1Y', '2025-02-28'],
  ['2026-01-31', 'P1M', '2026-02-28'],
  ['2026-11-30', 'P3M', '2027-02-28'],
  ['2026-12-31', 'P1D', '2027-01-01'],
  ['2026-11-23', 'P1Y2M3D', '2028-01-26'],
  ['2026-11-23', 'P2W', '2026-12-07'],
])('%s plus %s is %s', (day, period, sum) => {
  expect(addPeriod(day, period)).toBe(sum);
});

test('a day and a moment are real ones', () => {
  expect(['2026-02-28', '2026-02-29', '2026-13-01', '26-01-01'].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(
    ['2026-11-23T10:00:00+01:00', '2026-11-23T10:00Z', '2026-11-23T10:00:00', '2026-11-23T25:00:00Z'].map(
      isInstant,
    ),
  ).toEqual([true, true, false, false]);
});

test('the day of a moment is that of its own offset, and the Dutch day is that of Amsterdam', () => {
  expect(dayInOwnOffset('2026-11-24T00:30:00+01:00')).toBe('2026-11-24');
  expect(dutchDay(new Date('2026-11-23T23:30:00Z'))).toBe('2026-11-24');
  expect(dutchDay(new Date('2026-07-01T21:59:00Z'))).toBe('2026-07-01');
  expect(instantText(new Date('2026-11-23T09:00:00.000Z'))).toBe('2026-11-23T09:00:00Z');
});
