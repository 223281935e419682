import { expect, test } from 'vitest';
import { createClaimDepth } from '../../../../electron/core/hall/postgres/claim-depth.ts';

const times = (count: number, work: () => void) => Array.from({ length: count }, work);

test('a claim tries many until it is known that the first is nearly always there', () => {
  const depth = createClaimDepth();
  expect(depth.candidates()).toBe(128);
  times(100, () => depth.called(0));
  expect(depth.candidates()).toBe(16);
});

test('a claim tries twice as far as claims had to go of late, and further when it met nobody', () => {
  const depth = createClaimDepth();
  times(100, () => depth.called(0));
  depth.called(19);
  expect(depth.candidates()).toBe(40);
  depth.called(2);
  expect(depth.candidates()).toBe(38);
  depth.missed();
  expect(depth.candidates()).toBe(76);
  times(5, () => depth.missed());
  expect(depth.candidates()).toBe(128);
});
