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

test('other content is always new', () => {
  const guard = createRepeatGuard(manualClock(), 5000);
  expect([guard.isNew('a'), guard.isNew('b'), guard.isNew('a')]).toEqual([true, true, true]);
});
