import { expect, test } from 'vitest';
import { createRepeatGuard } from '../../drivers/document-reader/repeat-guard.ts';
import { manualClock } from './helpers/manual-clock.ts';

test('the same content is new again five seconds after it was last seen', () => {
  const clock = manualClock();
  const guard = createRepeatGuard(clock, 5000);
  expect(guard.isNew('a')).toBe(true);
  clock.advance(4999);
  expect(guard.isNew('a')).toBe(false);
  clock.advance(4999);
  expect(guard.isNew('a')).toBe(false);
  clock.advance(5000);
  expect(guard.isNew('a')).toBe(true);
});

test('other content is new, and what was between two readings of the same does not make it new', () => {
  const guard = createRepeatGuard(manualClock(), 5000);
  expect(['a', 'b', 'a', 'b', 'c'].map(guard.isNew)).toEqual([true, true, false, false, true]);
});

test('remembers no more than sixteen', () => {
  const guard = createRepeatGuard(manualClock(), 5000);
  for (let each = 0; each <= 16; each += 1) guard.isNew(String(each));
  expect([guard.isNew('16'), guard.isNew('0')]).toEqual([false, true]);
});
