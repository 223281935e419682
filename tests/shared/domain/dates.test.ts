import { expect, test } from 'vitest';
import {
  addDays,
  addWorkingDays,
  ageOn,
  ageRangeOn,
  amsterdamDay,
  amsterdamTime,
  formatDutchDate,
  isDay,
  isWorkingDay,
  toDutchOffset,
} from '../../../shared/domain/dates.ts';
import { easterSunday, publicHolidays } from '../../../shared/domain/public-holidays.ts';

test.each([
  ['2026-11-22T22:59:59Z', '2026-11-22', '23:59', '2026-11-22T23:59:59+01:00'],
  ['2026-11-22T23:00:00Z', '2026-11-23', '00:00', '2026-11-23T00:00:00+01:00'],
  ['2026-07-01T21:59:59Z', '2026-07-01', '23:59', '2026-07-01T23:59:59+02:00'],
  ['2026-07-01T22:00:00Z', '2026-07-02', '00:00', '2026-07-02T00:00:00+02:00'],
  // The night the clock goes forward: 02:00 becomes 03:00.
  ['2026-03-29T00:59:59Z', '2026-03-29', '01:59', '2026-03-29T01:59:59+01:00'],
  ['2026-03-29T01:00:00Z', '2026-03-29', '03:00', '2026-03-29T03:00:00+02:00'],
  // The night it goes back: half past two comes twice.
  ['2026-10-25T00:30:00Z', '2026-10-25', '02:30', '2026-10-25T02:30:00+02:00'],
  ['2026-10-25T01:30:00Z', '2026-10-25', '02:30', '2026-10-25T02:30:00+01:00'],
  ['2026-12-31T23:30:00.999Z', '2027-01-01', '00:30', '2027-01-01T00:30:00+01:00'],
])('%s is %s %s in the Netherlands', (instant, day, time, withOffset) => {
  const date = new Date(instant);
  expect(amsterdamDay(date)).toBe(day);
  expect(amsterdamTime(date)).toBe(time);
  expect(toDutchOffset(date)).toBe(withOffset);
});

test('a day has the form YYYY-MM-DD and exists', () => {
  expect(isDay('2028-02-29')).toBe(true);
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    '',
  ]) {
    expect(isDay(text)).toBe(false);
  }
});

test('days are added over months, years and clock changes', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(() => addDays('2026-02-30', 1)).toThrow('day');
});

test.each([
  ['2000-11-23', '2026-11-23', 26],
  ['2000-11-24', '2026-11-23', 25],
  ['2026-11-23', '2026-11-23', 0],
  ['2004-02-29', '2022-02-28', 17],
  ['2004-02-29', '2022-03-01', 18],
  // The day is unknown: certain in another month, open in this one.
  ['2000-10-00', '2026-11-23', 26],
  ['2000-12-00', '2026-11-23', 25],
  ['2000-11-00', '2026-11-23', undefined],
  ['2000-00-00', '2026-11-23', undefined],
  ['2000-00-00', '2026-12-31', 26],
  ['0000-00-00', '2026-11-23', undefined],
  ['2027-01-01', '2026-11-23', undefined],
  ['not a date', '2026-11-23', undefined],
])('born %s, the age on %s is %s', (birth, day, age) => {
  expect(ageOn(birth, day)).toBe(age);
});

test('an open birthday gives a range of ages', () => {
  expect(ageRangeOn('2008-00-00', '2026-11-23')).toEqual({ min: 17, max: 18 });
});

test.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [2285, '2285-03-22'],
])('Easter of %s is %s', (year, day) => {
  expect(easterSunday(year)).toBe(day);
});

test('the holidays of a common year, a lustrum year and a year with Koningsdag on Sunday', () => {
  expect(publicHolidays(2026)).toEqual([
    '2026-01-01',
    '2026-04-05',
    '2026-04-06',
    '2026-04-27',
    '2026-05-14',
    '2026-05-24',
    '2026-05-25',
    '2026-12-25',
    '2026-12-26',
  ]);
  expect(publicHolidays(2030)).toContain('2030-05-05');
  expect(publicHolidays(2026)).not.toContain('2026-05-05');
  expect(publicHolidays(2025)).toContain('2025-04-26');
  expect(publicHolidays(2025)).not.toContain('2025-04-27');
});

test.each([
  ['2026-11-23', 0, '2026-11-23'],
  ['2026-11-23', 5, '2026-11-30'],
  ['2026-11-20', 1, '2026-11-23'],
  ['2026-12-23', 3, '2026-12-29'],
  ['2026-12-31', 1, '2027-01-04'],
  ['2026-05-13', 1, '2026-05-15'],
  ['2025-04-24', 2, '2025-04-28'],
  ['2026-11-21', 0, '2026-11-21'],
])('%s and %s working days is %s', (day, count, expected) => {
  expect(addWorkingDays(day, count)).toBe(expected);
});

test('working days refuse what they cannot count', () => {
  expect(() => addWorkingDays('2026-11-23', -1)).toThrow('count');
  expect(() => addWorkingDays('2026-11-23', 1.5)).toThrow('count');
  expect(() => isWorkingDay('2026-11-31')).toThrow('day');
});

test.each([
  ['2026-09-05', '5 september 2026'],
  ['1985-12-00', 'december 1985'],
  ['1985-00-00', '1985'],
  ['0000-00-00', 'onbekend'],
  ['2026-13-01', '2026-13-01'],
  ['vorig jaar', 'vorig jaar'],
])('%s is written as %s', (date, text) => {
  expect(formatDutchDate(date)).toBe(text);
});
