import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { CallingGroup } from '../../../shared/domain/calling-facts.ts';
import { type DayVisitor, makeDay, SEED } from '../../fixtures/hall-day/make-day.ts';
import { APPOINTMENTS, profile } from './calling-hall.ts';
import { type DayCall, type DayCounter, simulateDay } from './simulate-day.ts';

const file = path.resolve(import.meta.dirname, '../../fixtures/hall-day/day.json');
const day = JSON.parse(readFileSync(file, 'utf8')) as DayVisitor[];

const GROUPS: readonly CallingGroup[] = [
  { letter: 'P', normSeconds: 900, needs: { devices: ['camera'], skills: ['reisdocumenten'] } },
  { letter: 'R', normSeconds: 600, needs: { devices: [], skills: [] } },
  { letter: 'O', normSeconds: 900, needs: { devices: [], skills: [] } },
];
const CAMERA_DOWN = [180, 240] as const;

/** Two counters with passports first, one with two driving licences to one other, one for who waits too long. */
function counters(finallyCallByMinutes: number | null): DayCounter[] {
  const passports = profile('order', 'P R O', { skills: ['reisdocumenten'], finallyCallByMinutes });
  return [
    { counter: 1, profile: passports },
    { counter: 2, profile: passports, cameraDown: CAMERA_DOWN },
    { counter: 3, profile: profile('ratio', 'R2 O1', { finallyCallByMinutes }) },
    { counter: 4, profile: { ...passports, by: 'norm' } },
  ];
}

const run = (limit: number | null) =>
  simulateDay(day, counters(limit), { groups: GROUPS, appointments: APPOINTMENTS });
const { calls, left } = run(45);

/** Minutes from the arrival, or later the appointment, to the call; negative for an early appointment. */
const waitOf = ({ visitor, at }: DayCall): number => at - Math.max(visitor.arrives, visitor.appointment ?? 0);
const waits = (which: (call: DayCall) => boolean, of = calls): number[] =>
  of
    .filter(which)
    .map(waitOf)
    .sort((a, b) => a - b);
const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
const isWalkIn = (group: string) => (call: DayCall) =>
  call.visitor.group === group && call.visitor.appointment === null && !call.visitor.priority;
const isAppointment = ({ visitor }: DayCall) => visitor.appointment !== null;

test('the recorded day is the one of its seed', () => {
  expect(day).toEqual(makeDay(SEED));
  expect(day).toHaveLength(194);
});

test('everybody is called once, within the hour of closing', () => {
  expect(left).toBe(0);
  expect(new Set(calls.map(({ visitor }) => visitor)).size).toBe(day.length);
  expect(Math.max(...calls.map(({ at }) => at))).toBeLessThan(9 * 60);
});

test('passports go only to a counter with the skill and a camera that works', () => {
  const passports = calls.filter(({ visitor }) => visitor.group === 'P');
  expect(passports.filter(({ counter }) => counter === 3)).toEqual([]);
  const during = (counter: number) =>
    calls.filter((call) => call.counter === counter && call.at >= CAMERA_DOWN[0] && call.at < CAMERA_DOWN[1]);
  expect(during(2).length).toBeGreaterThan(0);
  expect(during(2).filter(({ visitor }) => visitor.group === 'P')).toEqual([]);
  expect(during(1).some(({ visitor }) => visitor.group === 'P')).toBe(true);
});

test('appointments are called around their time', () => {
  const after = waits(isAppointment);
  expect(after[0]).toBeGreaterThanOrEqual(-30);
  expect(percentile(after, 0.5)).toBeLessThan(2);
  expect(percentile(after, 0.9)).toBeLessThan(10);
  expect(after.at(-1)).toBeLessThan(20);
});

test('the waits of each group of walk-ins', () => {
  const middle = (group: string) => percentile(waits(isWalkIn(group)), 0.5);
  expect(middle('P')).toBeLessThan(15);
  expect(middle('R')).toBeLessThan(5);
  expect(middle('O')).toBeLessThan(10);
  expect(Math.max(...waits(({ visitor }) => visitor.priority))).toBeLessThan(6);
});

test('the limit shortens the longest wait: over it, only limits before and appointments come before', () => {
  const longest = (limit: number | null) =>
    Math.max(...waits(({ visitor }) => visitor.appointment === null, run(limit).calls));
  expect(longest(45)).toBeLessThan(longest(null) - 20);
  const walkIns = calls.filter(({ visitor }) => visitor.appointment === null && !visitor.priority);
  for (const late of walkIns) {
    const over = late.visitor.arrives + 45;
    const overtakers = walkIns.filter(
      ({ at, counter, visitor }) =>
        at > over && at < late.at && counter === late.counter && visitor.arrives > late.visitor.arrives,
    );
    expect(overtakers).toEqual([]);
  }
});

test('two to one: each three calls in a row with both groups waiting hold two and one', () => {
  const third = calls.filter(({ counter }) => counter === 3);
  const isContested = ({ why, couldCall }: DayCall) =>
    why.code === 'ratio' && couldCall.has('R') && couldCall.has('O');
  const runs = third
    .map((_, from) => third.slice(from, from + 3))
    .filter((three) => three.length === 3 && three.every(isContested));
  expect(runs.length).toBeGreaterThan(3);
  for (const three of runs) expect(three.map(({ visitor }) => visitor.group).sort()).toEqual(['O', 'R', 'R']);
});

test('the same day gives the same calls', () => {
  expect(run(45).calls).toEqual(calls);
});
