import { expect, test } from 'vitest';
import { cashState, quickAmounts } from '../../../renderer/counter/visit/payment/cash.ts';

test.each([
  ['', 8387, { kind: 'empty' }],
  ['honderd', 8387, { kind: 'invalid' }],
  ['80', 8387, { kind: 'short', givenCents: 8000, missingCents: 385 }],
  ['100', 8387, { kind: 'enough', givenCents: 10_000, changeCents: 1615 }],
  ['83,85', 8387, { kind: 'enough', givenCents: 8385, changeCents: 0 }],
  ['93,12', 9312, { kind: 'enough', givenCents: 9312, changeCents: 2 }],
  ['€ 20,-', 1570, { kind: 'enough', givenCents: 2000, changeCents: 430 }],
])('%s given for %d cents', (text, due, state) => {
  expect(cashState(text, due)).toEqual(state);
});

test('the quick amounts are the rounded amount and what notes make of it, each once', () => {
  expect(quickAmounts(8387)).toEqual([8385, 8500, 9000, 10_000]);
  expect(quickAmounts(1000)).toEqual([1000, 2000, 5000, 10_000]);
});
