import { expect, test } from 'vitest';
import { dayOfDutchDate } from '../../../renderer/counter/visit/steps/dutch-day.ts';

test.each([
  ['1 december 1985', '1985-12-01'],
  ['29 februari 2024', '2024-02-29'],
  ['december 1985', ''],
  ['1985', ''],
  ['onbekend', ''],
  ['31 februari 1985', ''],
])('%s is the day %j', (text, day) => {
  expect(dayOfDutchDate(text)).toBe(day);
});
