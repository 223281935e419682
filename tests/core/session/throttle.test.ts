import { expect, test } from 'vitest';
import { createThrottle } from '../../../electron/core/session/throttle.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { openTestStore } from '../../helpers/store.ts';

function bench() {
  const clock = createTestClock();
  const throttle = createThrottle(openTestStore({ clock }), clock);
  const tryTimes = (times: number, name = 'medewerker') => {
    for (let n = 0; n < times; n += 1) throttle.tried(name);
    return throttle.waitSeconds(name);
  };
  return { clock, throttle, tryTimes };
}

test('five tries are free; then the wait doubles from 30 seconds to 15 minutes and stays there', async () => {
  const { clock, tryTimes } = bench();
  expect(tryTimes(4)).toBe(0);
  for (const seconds of [30, 60, 120, 240, 480, 900, 900]) {
    expect(tryTimes(1)).toBe(seconds);
    await clock.advance(seconds * 1000 - 1);
    expect(tryTimes(0)).toBe(1);
    await clock.advance(1);
    expect(tryTimes(0)).toBe(0);
  }
});

test('one name waits for itself alone, however it is written', () => {
  const { tryTimes } = bench();
  expect(tryTimes(5)).toBe(30);
  expect(tryTimes(0, 'MEDEWERKER')).toBe(30);
  expect(tryTimes(0, 'teamleider')).toBe(0);
});

test('success makes the tries free again', () => {
  const { throttle, tryTimes } = bench();
  tryTimes(5);
  throttle.succeeded('medewerker');
  expect(tryTimes(4)).toBe(0);
});

test('a clock that is set back a year makes nobody wait longer than the longest wait', async () => {
  const { clock, tryTimes } = bench();
  tryTimes(5);
  clock.jumpTo('2025-11-23T09:00:00.000Z');
  expect(tryTimes(0)).toBe(900);
  await clock.advance(600_000);
  expect(tryTimes(0)).toBe(300);
  await clock.advance(300_000);
  expect(tryTimes(0)).toBe(0);
});

test('a clock that is set forward ends the wait, and the next wrong try waits on', () => {
  const { clock, tryTimes } = bench();
  tryTimes(6);
  clock.jumpTo('2026-11-24T09:00:00.000Z');
  expect(tryTimes(0)).toBe(0);
  expect(tryTimes(1)).toBe(120);
});
