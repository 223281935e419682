import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedWait } from '../../../shared/domain/expected-wait.ts';

const TEN_MINUTES = [540, 600, 660, 600, 600, 580, 620];

test.each([
  ['nobody ahead and a counter free', { ahead: 0, counters: 2, free: 1 }, [0, 5]],
  ['next, all counters busy', { ahead: 0, counters: 1, free: 0 }, [0, 20]],
  ['four ahead at one counter', { ahead: 4, counters: 1, free: 0 }, [35, 65]],
  ['four ahead at four counters', { ahead: 4, counters: 4, free: 0 }, [5, 20]],
])('%s', (_, facts, [fromMinutes, toMinutes]) => {
  expect(expectedWait({ ...facts, services: TEN_MINUTES })).toEqual({ fromMinutes, toMinutes });
});

describe('nobody can know', () => {
  test.each([
    ['without an open counter', { ahead: 3, counters: 0, free: 0, services: TEN_MINUTES }],
    ['with four measured visits', { ahead: 3, counters: 2, free: 0, services: TEN_MINUTES.slice(0, 4) }],
    ['when it is longer than three hours', { ahead: 60, counters: 1, free: 0, services: TEN_MINUTES }],
  ])('%s', (_, facts) => expect(expectedWait(facts)).toBeNull());
});

test('whatever the facts, the range is whole steps of five minutes, and more people or fewer counters never shorten it', () => {
  const facts = fc.record({
    ahead: fc.nat(40),
    counters: fc.integer({ min: 1, max: 20 }),
    free: fc.nat(20),
    services: fc.array(fc.integer({ min: 1, max: 7200 }), { minLength: 5, maxLength: 40 }),
  });
  fc.assert(
    fc.property(facts, (one) => {
      const range = expectedWait(one);
      if (range === null) return;
      expect(range.fromMinutes % 5).toBe(0);
      expect(range.toMinutes % 5).toBe(0);
      expect(range.toMinutes).toBeGreaterThan(range.fromMinutes);
      const longer = expectedWait({ ...one, ahead: one.ahead + 1 });
      expect(longer?.toMinutes ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(range.toMinutes);
      const slower = one.counters > 1 && expectedWait({ ...one, counters: one.counters - 1, free: 0 });
      expect((slower || null)?.toMinutes ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(range.toMinutes);
    }),
  );
});

test('in a simulated hall about four of five waits fall within what was told', () => {
  // A linear congruential generator (Numerical Recipes), so that every run is the same.
  let seed = 20261126;
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return (seed + 1) / 4294967297;
  };
  const service = (): number => 300 + 600 * random() - 120 * Math.log(random());
  const measured = Array.from({ length: 30 }, service);
  let inside = 0;
  const runs = 2000;
  for (let run = 0; run < runs; run += 1) {
    const counters = 1 + Math.floor(random() * 5);
    const ahead = Math.floor(random() * 12);
    // Every counter is somewhere in a visit.
    const free = Array.from({ length: counters }, () => service() * random());
    for (let before = 0; before < ahead; before += 1) {
      const next = free.indexOf(Math.min(...free));
      free[next] = (free[next] ?? 0) + service();
    }
    const waited = Math.min(...free) / 60;
    const told = expectedWait({ ahead, counters, free: 0, services: measured });
    if (told && waited >= told.fromMinutes && waited <= told.toMinutes) inside += 1;
  }
  expect(inside / runs).toBeGreaterThan(0.75);
});
