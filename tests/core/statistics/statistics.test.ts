import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { statisticsHandlers } from '../../../electron/core/statistics/index.ts';
import type { StatisticsTicket } from '../../../shared/domain/statistics/course.ts';
import { reportOf } from '../../../shared/domain/statistics/report.ts';
import { coursesOf } from '../../../shared/domain/statistics/course.ts';
import { DAY, NEXT_DAY } from '../../fixtures/statistics-day.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { type Desk, openDesk, testClerk } from '../../helpers/core-desk.ts';
import { hallConfig } from '../hall/config.ts';

const MINUTE = 60_000;
const TODAY = { from: '2026-11-23', to: '2026-11-23' };

async function deskOfTeamlead(): Promise<Desk> {
  const desk = await openDesk();
  desk.present.staff = { ...testClerk, role: 'teamlead' };
  return desk;
}
const take = (desk: Desk, group: string) => desk.must('hall.issueTicket', { commandId: randomUUID(), group });
const call = async (desk: Desk, counter = 1) => {
  const ticket = await desk.must('hall.callNext', { commandId: randomUUID() }, counter);
  if (!ticket) throw new Error('nobody waits');
  return ticket.ticketId;
};
const finish = (desk: Desk, ticketId: string, counter = 1) =>
  desk.hall.engine.finish({ commandId: randomUUID(), ticketId, counter, staffId: 'clerk-1' });

test('a morning through the calls, computed by hand', async () => {
  const desk = await deskOfTeamlead();
  // P001 waits 0, its first call is taken back; then waits 11 minutes, over the norm of 10; is helped in 6.
  await take(desk, 'P');
  const first = await call(desk);
  const { undo } = await desk.must('hall.queue', {});
  await desk.must('hall.undo', { commandId: randomUUID(), actionId: undo?.actionId ?? '' });
  await desk.clock.advance(11 * MINUTE);
  expect(await call(desk)).toBe(first);
  // R001 waits 2 minutes and does not come.
  await take(desk, 'R');
  await desk.clock.advance(2 * MINUTE);
  const missed = await call(desk, 2);
  await desk.clock.advance(MINUTE);
  await desk.must('hall.noShow', { commandId: randomUUID(), ticketId: missed }, 2);
  await desk.clock.advance(3 * MINUTE);
  await finish(desk, first);
  // R002 is helped without a number for 4 minutes; R003 waits still.
  const walkIn = await desk.must('hall.startWithoutTicket', { commandId: randomUUID(), group: 'R' }, 2);
  await desk.clock.advance(4 * MINUTE);
  await finish(desk, walkIn.ticketId, 2);
  await take(desk, 'R');

  const { report, groups } = await desk.must('statistics.report', TODAY);
  expect(groups.find(({ letter }) => letter === 'P')).toMatchObject({ normSeconds: 600 });
  expect(report.total).toMatchObject({
    visitors: 4,
    helped: 2,
    waiting: { count: 2, meanSeconds: (11 + 2) * 30, maxSeconds: 660 },
    withinNorm: 1 / 2,
    service: { count: 2, meanSeconds: 5 * 60, maxSeconds: 360 },
    noShows: 1,
    noShowReasons: [{ reason: 'notAppeared', count: 1 }],
    open: 1,
  });
  expect(report.group.map(({ key, figures }) => [key, figures.visitors, figures.withinNorm])).toEqual([
    ['P', 1, 0],
    ['R', 3, 1],
  ]);
});

test('another day has other figures, and a day without visitors has none', async () => {
  const desk = await deskOfTeamlead();
  await take(desk, 'P');
  desk.clock.jumpTo('2026-11-24T09:00:00.000Z');
  await take(desk, 'P');
  await take(desk, 'R');
  const visitors = async (from: string, to: string) =>
    (await desk.must('statistics.report', { from, to })).report.day.map(({ key, figures }) => [
      key,
      figures.visitors,
    ]);
  expect(await visitors('2026-11-23', '2026-11-23')).toEqual([['2026-11-23', 1]]);
  expect(await visitors('2026-11-20', '2026-11-24')).toEqual([
    ['2026-11-23', 1],
    ['2026-11-24', 2],
  ]);
  expect(await visitors('2026-11-25', '2026-12-31')).toEqual([]);
});

test('the day of the fixture comes out as the report of its courses', async () => {
  const all: readonly StatisticsTicket[] = [...DAY, ...NEXT_DAY];
  const asked: string[] = [];
  const config = hallConfig();
  const handlers = statisticsHandlers({
    config,
    clock: createTestClock(),
    booked: () => [],
    engine: {
      history: ({ from, to }) => {
        asked.push(`${from} ${to}`);
        return Promise.resolve(all.filter(({ day }) => day >= from && day <= to));
      },
    },
  });
  const context = {
    caller: { audience: 'counter', client: 'venster', counter: 1 },
    staff: { ...testClerk, role: 'teamlead' },
    at: new Date(),
    audit: () => undefined,
  } as const;
  const answer = await handlers['statistics.report'].run({ from: '2026-11-23', to: '2026-11-24' }, context);
  if (!answer.ok) throw new Error(answer.error.code);
  expect(answer.value.report).toEqual(reportOf(coursesOf(all), answer.value.groups));
  // One day at a time.
  expect(asked).toEqual(['2026-11-23 2026-11-23', '2026-11-24 2026-11-24']);
});

test('nothing in the answer says who of the staff did it', async () => {
  const desk = await deskOfTeamlead();
  await take(desk, 'P');
  await finish(desk, await call(desk));
  const text = JSON.stringify(await desk.must('statistics.report', TODAY));
  expect(text).not.toMatch(/staff|clerk-1|medewerker/i);
});

test.each([
  ['a period that ends before it begins', { from: '2026-11-24', to: '2026-11-23' }, 'to'],
  ['more than a year', { from: '2025-11-22', to: '2026-11-23' }, 'from'],
  ['a day that is none', { from: '2026-02-30', to: '2026-11-23' }, 'from'],
])('%s is refused by its field', async (_, period, field) => {
  const desk = await deskOfTeamlead();
  expect(await desk.call('statistics.report', period)).toMatchObject({
    ok: false,
    error: { code: 'invalidInput', field },
  });
});
