import { expect, onTestFinished, test } from 'vitest';
import { createDayClose } from '../../../../electron/core/hall/day-close.ts';
import type { PostgresHall } from '../../../../electron/core/hall/postgres/postgres-hall.ts';
import { createTestClock } from '../../../helpers/clock.ts';
import { createTestLog } from '../../../helpers/log.ts';
import { hallConfig } from '../config.ts';
import { callNext, take } from '../engine-bench.ts';
import { openHall, postgresOfFile, until } from './hall-bench.ts';

const cluster = postgresOfFile();

/** The PC of a counter in the morning, with clerks at the windows of other counters too; it has no open visit. */
function startPc(
  engine: PostgresHall,
  clock: ReturnType<typeof createTestClock>,
  counter: number,
  seats: readonly number[] = [],
): void {
  const base = hallConfig();
  const config = {
    ...base,
    hall: {
      ...base.hall,
      engine: {
        kind: 'postgresql',
        host: 'localhost',
        port: 1,
        database: 'hal',
        user: 'hal',
        secretName: 'geheim',
      } as const,
    },
    workstation: { ...base.workstation, counter },
  };
  const closing = createDayClose({
    engine,
    clock,
    config,
    log: createTestLog(),
    audit: { record: () => undefined },
    seats: () => seats.map((at) => ({ counter: at })),
    hasOpenVisit: () => false,
  });
  onTestFinished(() => closing.stop());
}

test('several PCs close yesterday at once: each ticket once, and who was at a counter by the PC of that counter', async () => {
  const server = await cluster().hall();
  const clock = createTestClock();
  const engines = await Promise.all([openHall(server, clock), openHall(server, clock)]);
  const [one, two] = engines;
  if (!one || !two) throw new Error('no engine');
  for (let count = 0; count < 6; count += 1) await take(one);
  await callNext(one, 3);
  clock.jumpTo('2026-11-24T07:00:00.000Z');
  const yesterday = { from: '2026-11-23', to: '2026-11-23' };
  startPc(one, clock, 1);
  startPc(two, clock, 2);
  await until(async () => (await one.leftOver(yesterday)).length === 1, 15_000);
  expect(await one.leftOver(yesterday)).toMatchObject([{ number: 'A001', state: 'called' }]);
  const kinds = (await one.history(yesterday)).map(({ events }) => events.map(({ kind }) => kind).join());
  expect(kinds).toEqual(['issued,called', ...Array.from({ length: 5 }, () => 'issued,closed')]);
  startPc(two, clock, 3);
  await until(async () => (await one.leftOver(yesterday)).length === 0, 15_000);
});

test('who was called to another counter of a PC, and has no visit there, is closed by that PC', async () => {
  const clock = createTestClock();
  const hall = await openHall(await cluster().hall(), clock);
  for (let count = 0; count < 2; count += 1) await take(hall);
  await callNext(hall, 4);
  await callNext(hall, 5);
  clock.jumpTo('2026-11-24T07:00:00.000Z');
  startPc(hall, clock, 1, [1, 5]);
  const left = async () => await hall.leftOver({ from: '2026-11-23', to: '2026-11-23' });
  await until(async () => (await left()).length === 1, 15_000);
  expect(await left()).toMatchObject([{ number: 'A001', counter: 4 }]);
});
