import { expect, test } from 'vitest';
import type { HallServer } from '../../../../electron/core/hall/postgres/hall-database.ts';
import type { PostgresHall } from '../../../../electron/core/hall/postgres/postgres-hall.ts';
import type { Clock } from '../../../../electron/core/ports.ts';
import { systemClock } from '../../../../electron/hosting/system.ts';
import { openTestStore } from '../../../helpers/store.ts';
import { act, good, take } from '../engine-bench.ts';
import { openHall, postgresOfFile, until } from './hall-bench.ts';

const cluster = postgresOfFile({ durable: true });
const HOUR_MS = 3_600_000;

/** The clock of a PC that somebody sets while it runs. */
function settableClock(): Clock & { jump(ms: number): void } {
  let ahead = 0;
  return {
    ...systemClock,
    now: () => new Date(Date.now() + ahead),
    jump(ms) {
      ahead += ms;
    },
  };
}

/** The furthest that the time of an event is from now, in milliseconds; every test takes less than a minute. */
async function furthest({ database }: HallServer): Promise<number> {
  const events = await cluster().admin(database, 'SELECT at FROM waarmee.hall_event');
  expect(events.length).toBeGreaterThan(0);
  return Math.max(...events.map(({ at }) => Math.abs(Date.parse(String(at)) - Date.now())));
}

const isAway = (hall: PostgresHall) => until(() => hall.link().kind === 'away', 10_000);
const isBack = (hall: PostgresHall) => until(() => hall.link().kind === 'connected', 20_000);

test.each([
  ['forward', HOUR_MS],
  ['back', -HOUR_MS],
])(
  'the clock of a PC jumps an hour %s while it is connected: the hall keeps the time of the server',
  async (_, ms) => {
    const server = await cluster().hall();
    const clock = settableClock();
    const pc = await openHall(server, clock, { standsStill: false });
    const other = await openHall(server, systemClock);
    clock.jump(ms);
    await take(pc);
    const { number } = await take(pc);
    await until(async () => (await other.queue(1)).waiting.length === 2);
    good(await other.callNext(act(1)));
    expect(good(await pc.callNext(act(2)))?.number).toBe(number);
    expect(await furthest(server)).toBeLessThan(60_000);
    clock.jump(-ms);
    await take(pc);
    expect(await furthest(server)).toBeLessThan(60_000);
  },
);

test('the clock of a PC jumps ahead while the database is away: nothing happened later than it is told', async () => {
  const server = await cluster().hall();
  const clock = settableClock();
  const store = openTestStore();
  const pc = await openHall(server, clock, { standsStill: false, store });
  await take(pc);
  cluster().stop();
  await isAway(pc);
  clock.jump(HOUR_MS);
  const walkIn = good(await pc.startWithoutTicket({ ...act(), group: 'B' }));
  good(await pc.finish({ ...act(), ticketId: walkIn.ticketId }));
  cluster().start();
  await isBack(pc);
  await take(pc);
  await until(async () => (await pc.queue(1)).waiting.length === 2);
  expect(await furthest(server)).toBeLessThan(60_000);
});
