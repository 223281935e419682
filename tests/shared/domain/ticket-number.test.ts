import { expect, test } from 'vitest';
import { formatTicketNumber } from '../../../shared/domain/ticket-number.ts';

test.each([
  ['P', 1, 'P001'],
  ['P', 12, 'P012'],
  ['R', 999, 'R999'],
  ['R', 1000, 'R1000'],
])('ticket %s %i reads %s', (letter, ordinal, text) => {
  expect(formatTicketNumber(letter, ordinal)).toBe(text);
});

test('a number never comes back: every ordinal of a long day reads differently', () => {
  const day = Array.from({ length: 3000 }, (_, index) => formatTicketNumber('A', index + 1));
  expect(new Set(day).size).toBe(3000);
});

test.each([
  ['p', 1],
  ['PP', 1],
  ['', 1],
  ['P', 0],
  ['P', 1.5],
  ['P', Number.NaN],
])('refuses letter "%s" with ordinal %d', (letter, ordinal) => {
  expect(() => formatTicketNumber(letter, ordinal)).toThrow(RangeError);
});
