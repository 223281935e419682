import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseOf, coursesOf } from '../../../../shared/domain/statistics/course.ts';
import { reportOf } from '../../../../shared/domain/statistics/report.ts';
import { DAY, NEXT_DAY, NORMS } from '../../../fixtures/statistics-day.ts';

const courses = coursesOf(DAY);
const report = reportOf(courses, NORMS);
const none = { count: 0, meanSeconds: null, maxSeconds: null };
const rest = { noShows: 0, noShowReasons: [], leftAtClose: 0, abandoned: 0, cancelled: 0, open: 0 };
const part = (by: Exclude<keyof typeof report, 'total'>, key: string) =>
  report[by].find((one) => one.key === key)?.figures;

test('the whole day, computed by hand', () => {
  expect(report.total).toEqual({
    // T01 to T12; T13, T14 and T15 are none
    visitors: 12,
    // 10 of one, T02 of three, T05 of two
    persons: 15,
    helped: 7,
    // 480 + 900 + 960 + 900 + 750 + 300 + 420 + 300 = 5010 of 8
    waiting: { count: 8, meanSeconds: 626.25, maxSeconds: 960 },
    // Over: T02 (900 of 600) and T09 (420 of 300)
    withinNorm: 6 / 8,
    // 40 + 120 + 30 + 30 + 20 + 10 = 250 of 6
    walking: { count: 6, meanSeconds: 250 / 6, maxSeconds: 120 },
    // 720 + 690 + 960 + 840 + 300 + 600 = 4110 of 6; T08 is not measured
    service: { count: 6, meanSeconds: 685, maxSeconds: 960, sumSeconds: 4110 },
    noShows: 2,
    noShowReasons: [
      { reason: 'notAppeared', count: 1 },
      { reason: 'visitorLeft', count: 1 },
    ],
    leftAtClose: 1,
    // T06
    abandoned: 1,
    // T12
    cancelled: 1,
    open: 0,
  });
});

test('per hour of arrival, on Dutch clocks', () => {
  expect(report.hour.map(({ key, figures }) => [key, figures.visitors])).toEqual([
    ['09', 4],
    ['10', 3],
    ['11', 3],
    ['16', 2],
  ]);
  // T05 750, T06 never, T07 without a number
  expect(part('hour', '10')?.waiting).toEqual({ count: 1, meanSeconds: 750, maxSeconds: 750 });
});

test('per group: the one of the first call, whatever came after', () => {
  // P: T01 480, T02 900, T03 960, T09 420, T10 300 = 3060 of 5
  expect(part('group', 'P')).toMatchObject({
    visitors: 6,
    persons: 8,
    waiting: { count: 5, meanSeconds: 612, maxSeconds: 960 },
    withinNorm: 3 / 5,
    abandoned: 1,
  });
  // R: T04 900, T05 750, T08 300 = 1950 of 3; service T05 840, T07 300
  expect(part('group', 'R')).toMatchObject({
    visitors: 6,
    persons: 7,
    waiting: { count: 3, meanSeconds: 650, maxSeconds: 900 },
    withinNorm: 1,
    service: { count: 2, meanSeconds: 570, maxSeconds: 840, sumSeconds: 1140 },
  });
});

test('per counter: each with its own part of who was sent on', () => {
  expect(part('counter', '01')).toEqual({
    visitors: 6,
    // T05 of two
    persons: 7,
    helped: 3,
    // 480 + 960 + 900 + 750 + 420 + 300 = 3810 of 6
    waiting: { count: 6, meanSeconds: 635, maxSeconds: 960 },
    withinNorm: 5 / 6,
    // 40 + 30 + 10 of 3
    walking: { count: 3, meanSeconds: 80 / 3, maxSeconds: 40 },
    // 720 + 960 + 240 + 600 of 4
    service: { count: 4, meanSeconds: 630, maxSeconds: 960, sumSeconds: 2520 },
    ...rest,
    noShows: 2,
    noShowReasons: report.total.noShowReasons,
  });
  expect(part('counter', '02')).toEqual({
    visitors: 4,
    // T02 of three, T05 of two
    persons: 7,
    helped: 4,
    // T02 900, T08 300
    waiting: { count: 2, meanSeconds: 600, maxSeconds: 900 },
    withinNorm: 1 / 2,
    // 120 + 30 + 20 of 3
    walking: { count: 3, meanSeconds: 170 / 3, maxSeconds: 120 },
    // 690 + 600 + 300 of 3
    service: { count: 3, meanSeconds: 530, maxSeconds: 690, sumSeconds: 1590 },
    ...rest,
  });
});

test('appointments apart from walk-ins', () => {
  // T03 960, T09 420, T10 300 = 1680 of 3; within the norm: 240 and 0 of 300, not 420
  expect(part('kind', 'appointment')).toMatchObject({
    visitors: 3,
    waiting: { count: 3, meanSeconds: 560, maxSeconds: 960 },
    withinNorm: 2 / 3,
    noShows: 1,
  });
  expect(part('kind', 'walkIn')).toMatchObject({
    visitors: 9,
    withinNorm: 4 / 5,
    leftAtClose: 1,
    abandoned: 1,
  });
});

test('two days apart, and who is still in the hall', () => {
  const both = reportOf(coursesOf([...DAY, ...NEXT_DAY]), NORMS);
  expect(both.day.map(({ key, figures }) => [key, figures.visitors, figures.waiting.maxSeconds])).toEqual([
    ['2026-11-23', 12, 960],
    ['2026-11-24', 2, 600],
  ]);
  expect(both.day[0]?.figures).toEqual(report.total);
  expect(both.total.open).toBe(1);
  expect(both.total.visitors).toBe(14);
});

test('nobody came: figures without values, no parts', () => {
  const figures = {
    visitors: 0,
    persons: 0,
    helped: 0,
    waiting: none,
    withinNorm: null,
    walking: none,
    service: { ...none, sumSeconds: 0 },
    ...rest,
  };
  expect(reportOf([], NORMS)).toEqual({
    total: figures,
    day: [],
    hour: [],
    group: [],
    counter: [],
    kind: [],
  });
});

test('a visitor of a group without a norm is not judged', () => {
  expect(reportOf(courses, []).total).toEqual({ ...report.total, withinNorm: null });
});

test('a visitor who left after his call was cancelled, and did not abandon', () => {
  const [first] = DAY;
  const events = (first?.events ?? []).map((event) =>
    event.kind === 'finished' ? { ...event, kind: 'cancelled' as const, reason: 'visitorLeft' } : event,
  );
  const left = courseOf({ day: '2026-11-23', appointment: null, appointmentAt: null, persons: 1, events });
  expect(left).toMatchObject({
    end: 'cancelled',
    reason: 'visitorLeft',
    services: [{ counter: 1, seconds: 720 }],
  });
});

test('events that do not begin with an arrival are refused', () => {
  expect(() =>
    courseOf({ day: '2026-11-23', appointment: null, appointmentAt: null, persons: 1, events: [] }),
  ).toThrow('without an arrival');
});

test('property: every visitor ends in one way, also in each part; the order of the visitors changes nothing', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...DAY, ...NEXT_DAY]), (some) => {
      const of = reportOf(coursesOf(some), NORMS);
      for (const { figures } of [{ figures: of.total }, ...of.day, ...of.hour, ...of.group, ...of.kind]) {
        const { helped, noShows, leftAtClose, abandoned, cancelled, open } = figures;
        expect(helped + noShows + leftAtClose + abandoned + cancelled + open).toBe(figures.visitors);
        expect(figures.noShowReasons.reduce((sum, { count }) => sum + count, 0)).toBe(noShows);
      }
      for (const parts of [of.day, of.hour, of.group, of.kind])
        expect(parts.reduce((sum, { figures }) => sum + figures.visitors, 0)).toBe(of.total.visitors);
      expect(reportOf(coursesOf(some.toReversed()), NORMS)).toEqual(of);
    }),
  );
});
