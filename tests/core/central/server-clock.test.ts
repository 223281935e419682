import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createServerClock } from '../../../electron/core/central/server-clock.ts';

const header = (serverMs: number): string => new Date(Math.floor(serverMs / 1000) * 1000).toUTCString();
const START = Date.parse('2026-11-23T09:00:00Z');

test('while nothing is known the local time is taken', () => {
  const clock = createServerClock();
  expect(clock.at(START).getTime()).toBe(START);
  expect(clock.learn(undefined, START, START)).toBe(false);
  expect(clock.learn('yesterday or so', START, START)).toBe(false);
  expect(clock.known()).toBe(false);
});

test('however the clocks differ and however slow the network is, the estimate is never ahead, and within a second after quick answers', () => {
  const exchange = fc.record({ pause: fc.nat(60_000), there: fc.nat(2000), back: fc.nat(2000) });
  fc.assert(
    fc.property(
      fc.integer({ min: -1e8, max: 1e8 }),
      fc.array(exchange, { minLength: 1, maxLength: 20 }),
      (offset, all) => {
        const clock = createServerClock();
        let now = START;
        for (const { pause, there, back } of all) {
          const sentAt = now + pause;
          const receivedAt = sentAt + there + back;
          clock.learn(header(sentAt + there + offset), sentAt, receivedAt);
          now = receivedAt;
          expect(clock.at(now).getTime()).toBeLessThanOrEqual(now + offset);
        }
        clock.learn(header(now + offset), now, now);
        expect(clock.at(now).getTime()).toBeGreaterThan(now + offset - 1000);
      },
    ),
  );
});

test('a local clock that is set is noticed with the next answer', () => {
  const clock = createServerClock();
  clock.learn(header(START), START, START);
  const set = START + 3_600_000;
  expect(clock.learn(header(START + 5000), set, set + 10)).toBe(true);
  expect(clock.at(set + 10).getTime()).toBeLessThanOrEqual(START + 5010);
  expect(clock.learn(header(START + 6000), START - 7_200_000, START - 7_200_000)).toBe(true);
  expect(clock.at(START - 7_200_000).getTime()).toBe(START + 6000);
});
