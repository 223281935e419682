import { expect, test } from 'vitest';
import { withHallServer } from '../../../../electron/core/hall/postgres/at-once.ts';
import { rebuildPostgresHall } from '../../../../electron/core/hall/postgres/rebuild.ts';
import { systemClock } from '../../../../electron/hosting/system.ts';
import { act, callNext, good, take } from '../engine-bench.ts';
import { openHall, postgresOfFile, until } from './hall-bench.ts';

const cluster = postgresOfFile();

async function hallOfThree() {
  const server = await cluster().hall();
  const engine = await openHall(server, systemClock);
  await take(engine);
  await take(engine, 'B');
  const third = await take(engine);
  const called = await callNext(engine, 2);
  good(await engine.noShow({ ...act(2), ticketId: called.ticketId }));
  const admin = (text: string) => cluster().admin(server.database, text);
  const rows = () => admin('SELECT * FROM waarmee.hall_ticket ORDER BY ticket_id');
  const rebuild = (mend: boolean) =>
    withHallServer(server, (run) => rebuildPostgresHall(run, 'stadhuis', { mend }));
  return { server, engine, third, called, admin, rows, rebuild };
}

test('a hall that is whole differs in nothing', async () => {
  const { rebuild } = await hallOfThree();
  expect(await rebuild(true)).toEqual({ events: 5, tickets: 3, days: [] });
});

test('rows, columns and numbers that are wrong are named, left alone when only looked at, and put right', async () => {
  const { engine, third, called, admin, rows, rebuild } = await hallOfThree();
  const whole = await rows();
  await admin(`
    DELETE FROM waarmee.hall_ticket WHERE facts ->> 'group' = 'B';
    UPDATE waarmee.hall_ticket SET state = 'waiting' WHERE ticket_id = '${called.ticketId}';
    UPDATE waarmee.hall_ticket SET facts = facts || '{"timesCalled": 4}' WHERE ticket_id = '${third.ticketId}';
    UPDATE waarmee.hall_number SET last = 1 WHERE group_letter = 'A';
  `);
  const damaged = await rows();

  const dry = await rebuild(false);
  expect(await rows()).toEqual(damaged);
  const [day] = dry.days;
  expect(day?.tickets).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ number: 'B001', what: 'missing' }),
      expect.objectContaining({
        ticketId: called.ticketId,
        what: 'changed',
        fields: [{ name: 'row.state', was: 'waiting', is: 'noShow' }],
      }),
      expect.objectContaining({
        ticketId: third.ticketId,
        what: 'changed',
        fields: [{ name: 'timesCalled', was: 4, is: 0 }],
      }),
    ]),
  );
  expect(day?.tickets).toHaveLength(3);
  // The dispenser's workstation has a block of numbers in stock, so its counter stands far ahead of what was given.
  expect(day?.numbers).toEqual([{ group: 'A', was: 1, is: 2 }]);

  expect(await rebuild(true)).toEqual(dry);
  expect(await rows()).toEqual(whole);
  expect((await rebuild(true)).days).toEqual([]);
  expect((await callNext(engine, 3)).ticketId).not.toBe(called.ticketId);
});

test('what was put right is seen at the counters at once', async () => {
  const { server, third, admin, rebuild } = await hallOfThree();
  await admin(
    `UPDATE waarmee.hall_ticket SET facts = facts || '{"timesCalled": 4}' WHERE ticket_id = '${third.ticketId}'`,
  );
  const engine = await openHall(server, systemClock);
  expect((await engine.ticket(third.ticketId))?.timesCalled).toBe(4);
  await rebuild(true);
  const within = await until(async () => (await engine.ticket(third.ticketId))?.timesCalled === 0);
  expect(within).toBeLessThan(2000);
});

test('counters that go on meanwhile lose nothing', async () => {
  const { engine, rebuild } = await hallOfThree();
  const busy = (async () => {
    for (let count = 0; count < 40; count += 1) {
      await take(engine, 'B');
      const ticket = await callNext(engine, 1);
      good(await engine.finish({ ...act(1), ticketId: ticket.ticketId }));
    }
  })();
  for (let count = 0; count < 8; count += 1) expect((await rebuild(true)).days).toEqual([]);
  await busy;
  expect((await rebuild(true)).days).toEqual([]);
});
