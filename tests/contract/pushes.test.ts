import { expect, test } from 'vitest';
import { pushes } from '../../shared/contract/index.ts';

test('an event says that something changed, never what: nothing in it is about a person', () => {
  const fields = Object.values(pushes).flatMap(({ data }) => Object.keys(data.shape));
  expect(new Set(fields)).toEqual(new Set(['counter', 'why']));
  for (const { data } of Object.values(pushes))
    expect(data.safeParse({ counter: 1, why: 'empty', name: 'iemand' }).success).toBe(false);
});

test('events are for the counter alone', () => {
  for (const { audience } of Object.values(pushes)) expect(audience).toEqual(['counter']);
});
