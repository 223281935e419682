import { expect, test } from 'vitest';
import { backOffMs } from '../../../electron/core/sync/back-off.ts';
import { createGates } from '../../../electron/core/sync/gates.ts';
import { createTestClock } from '../../helpers/clock.ts';

test('the wait doubles up to five minutes, anywhere between nothing and that, and is never nothing', () => {
  const longest = [1, 2, 3, 8, 9, 40].map((attempt) => backOffMs(attempt, () => 0.999999));
  expect(longest).toEqual([2000, 4000, 8000, 256_000, 300_000, 300_000]);
  expect(backOffMs(9, () => 0.5)).toBe(150_000);
  expect(backOffMs(9, () => 0)).toBe(250);
});

test('a gate closes longer with each failure, opens with the first success, and each system has its own', async () => {
  const clock = createTestClock();
  const gates = createGates(clock, () => 0.5);
  const wait = (): number =>
    gates.close({ kind: 'unreachable', system: 'zaken' }).getTime() - clock.now().getTime();
  expect([wait(), wait(), wait()]).toEqual([1000, 2000, 4000]);
  expect(gates.closedUntil('zaken')).toEqual(new Date(clock.now().getTime() + 4000));
  expect(gates.closedUntil('documenten')).toBeUndefined();
  await clock.advance(4000);
  expect(gates.closedUntil('zaken')).toBeUndefined();
  expect(gates.failing('zaken')).toBe(true);
  gates.opened('zaken');
  expect(gates.failing('zaken')).toBe(false);
  expect(wait()).toBe(1000);
});

test('refused access closes for a minute, and a server that asks for more time gets it', () => {
  const clock = createTestClock();
  const gates = createGates(clock, () => 0);
  const now = clock.now().getTime();
  expect(gates.close({ kind: 'unauthorized', system: 'zaken' }).getTime() - now).toBe(60_000);
  expect(gates.close({ kind: 'unknownOutcome', system: 'brp', retryAfterMs: 90_000 }).getTime() - now).toBe(
    90_000,
  );
});
