import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addWorkingDays,
  ageOn,
  ageRangeOn,
  amsterdamDay,
  amsterdamTime,
  isDay,
  isWorkingDay,
  toDutchOffset,
} from '../../../shared/domain/dates.ts';

const YEAR = {
  min: new Date('1950-01-01T00:00:00Z'),
  max: new Date('2099-12-31T23:59:59Z'),
  noInvalidDate: true,
};
/** Instants anywhere, near midnight in the Netherlands, and around the hour in which the clock changes. */
const instants = fc.oneof(
  fc.date(YEAR),
  fc.tuple(fc.date(YEAR), fc.integer({ min: -5000, max: 5000 })).map(([date, shift]) => {
    const midnight = Date.parse(`${amsterdamDay(date)}T00:00:00Z`) - 3_600_000;
    return new Date(midnight + shift);
  }),
  fc
    .tuple(
      fc.integer({ min: 1996, max: 2037 }),
      fc.constantFrom('03', '10'),
      fc.integer({ min: -7200, max: 7200 }),
    )
    .map(([year, month, seconds]) => {
      const last = new Date(`${year}-${month}-31T01:00:00Z`);
      last.setUTCDate(31 - last.getUTCDay());
      return new Date(last.getTime() + seconds * 1000);
    }),
);
const days = fc.date(YEAR).map((date) => date.toISOString().slice(0, 10));

test('the text with the offset is the same instant, to the second', () => {
  fc.assert(
    fc.property(instants, (instant) => {
      expect(Date.parse(toDutchOffset(instant))).toBe(Math.floor(instant.getTime() / 1000) * 1000);
    }),
    { numRuns: 500 },
  );
});

test('the offset is one or two hours, and day and time are those of the text with the offset', () => {
  fc.assert(
    fc.property(instants, (instant) => {
      const text = toDutchOffset(instant);
      expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/);
      expect(text.startsWith(`${amsterdamDay(instant)}T${amsterdamTime(instant)}`)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('adding days and taking them off again ends on the same day', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -2000, max: 2000 }), (day, count) => {
      expect(addDays(addDays(day, count), -count)).toBe(day);
    }),
  );
});

test('a promised day is a working day, with as many working days before it as promised', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 15 }), (day, count) => {
      const promised = addWorkingDays(day, count);
      let counted = 0;
      for (let one = addDays(day, 1); one <= promised; one = addDays(one, 1))
        if (isWorkingDay(one)) counted += 1;
      expect(isWorkingDay(promised)).toBe(true);
      expect(counted).toBe(count);
    }),
    { numRuns: 50 },
  );
});

test('the age goes up by one on the birthday and on no other day', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 40_000 }), (birth, later) => {
      const day = addDays(birth, later);
      const age = ageOn(birth, day);
      const before = ageOn(birth, addDays(day, -1));
      const birthday = day.slice(5) === birth.slice(5);
      const leapling = birth.endsWith('02-29') && day.endsWith('03-01') && !isDay(`${day.slice(0, 4)}-02-29`);
      expect(Number(age) - Number(before)).toBe(birthday || leapling ? 1 : 0);
    }),
  );
});

test('an unknown day or month never makes the range exclude the true age', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 40_000 }), fc.boolean(), (birth, later, monthToo) => {
      const day = addDays(birth, later);
      const partial = monthToo ? `${birth.slice(0, 4)}-00-00` : `${birth.slice(0, 7)}-00`;
      const range = ageRangeOn(partial, day);
      const age = Number(ageOn(birth, day));
      expect(range !== undefined && range.min <= age && age <= range.max).toBe(true);
    }),
  );
});
