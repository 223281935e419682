import { expect, onTestFinished, test } from 'vitest';
import { createSqliteHall } from '../../../electron/core/hall/sqlite-hall.ts';
import { rebuildSqliteHall } from '../../../electron/core/hall/sqlite-rebuild.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { createTestIds } from '../../helpers/ids.ts';
import { openTestStore } from '../../helpers/store.ts';
import { hallConfig } from './config.ts';
import { act, callNext, good, take } from './engine-bench.ts';

async function hallOfThree() {
  const clock = createTestClock();
  const store = openTestStore({ clock });
  const engine = createSqliteHall({ store, clock, ids: createTestIds(), config: hallConfig() });
  onTestFinished(() => engine.stop());
  const tickets = [await take(engine), await take(engine, 'B'), await take(engine)];
  const called = await callNext(engine, 2);
  good(await engine.noShow({ ...act(2), ticketId: called.ticketId }));
  const rows = () => store.db.prepare('SELECT * FROM hall_ticket ORDER BY position').all();
  const rebuild = (mend: boolean) => rebuildSqliteHall(store, 'stadhuis', { mend });
  return { clock, store, engine, tickets, called, rows, rebuild };
}

test('a hall that is whole differs in nothing, and its revision stays', async () => {
  const { engine, rebuild } = await hallOfThree();
  const { revision } = await engine.queue(1);
  expect(rebuild(true)).toEqual({ events: 5, tickets: 3, days: [] });
  expect((await engine.queue(1)).revision).toBe(revision);
});

test('every difference is named with what was and what is, and only mended when asked', async () => {
  const { store, engine, tickets, called, rows, rebuild } = await hallOfThree();
  const [first, second, third] = tickets;
  const whole = rows();
  store.db.exec(`
    DELETE FROM hall_ticket WHERE ticket_id = '${second?.ticketId}';
    UPDATE hall_ticket SET state = 'called', counter = 9 WHERE ticket_id = '${called.ticketId}';
    UPDATE hall_ticket SET day = '2026-11-20' WHERE ticket_id = '${third?.ticketId}';
    INSERT INTO hall_ticket SELECT 'spook', location, day, 'B', 77, origin, 99, 'waiting', NULL, issued_at, first_called_at,
      times_called, call_id, call_seq, called_at, last_event_id, last_seq, appointment, appointment_at, wish, arrived_at FROM hall_ticket WHERE ticket_id = '${first?.ticketId}';
    UPDATE hall_number SET last = 1 WHERE group_letter = 'A';
  `);
  const damaged = rows();
  const { revision } = await engine.queue(1);

  const dry = rebuild(false);
  expect(rows()).toEqual(damaged);
  expect(dry.days.map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-23']);
  expect(dry.days[0]?.tickets).toEqual([
    { ticketId: third?.ticketId, number: 'A002', what: 'leftOver', fields: [] },
  ]);
  const found = dry.days[1]?.tickets ?? [];
  expect(found).toHaveLength(4);
  expect(found).toEqual(
    expect.arrayContaining([
      { ticketId: second?.ticketId, number: 'B001', what: 'missing', fields: [] },
      { ticketId: third?.ticketId, number: 'A002', what: 'missing', fields: [] },
      { ticketId: 'spook', number: 'B077', what: 'leftOver', fields: [] },
      {
        ticketId: called.ticketId,
        number: called.number,
        what: 'changed',
        fields: [
          { name: 'state', was: 'called', is: 'noShow' },
          { name: 'counter', was: 9, is: 2 },
        ],
      },
    ]),
  );
  expect(dry.days[1]?.numbers).toEqual([{ group: 'A', was: 1, is: 2 }]);

  expect(rebuild(true)).toEqual(dry);
  expect(rows()).toEqual(whole);
  expect(rebuild(true).days).toEqual([]);
  expect((await engine.queue(1)).revision).toBeGreaterThan(revision);
  expect((await take(engine)).number).toBe('A003');
});

test('a ticket whose events make no sense is named and left alone, and the rest is mended', async () => {
  const { store, engine, rows, rebuild } = await hallOfThree();
  store.db.exec(`
    INSERT INTO hall_event (event_id, command_id, location, day, kind, ticket_id, at)
      VALUES ('e', 'c', 'stadhuis', '2026-11-23', 'called', 'zonder-begin', '2026-11-23T09:00:00.000Z');
  `);
  const whole = rows();
  store.db.exec("UPDATE hall_ticket SET times_called = 7 WHERE group_letter = 'B'");
  const { days } = rebuild(true);
  expect(days[0]?.tickets.map(({ what }) => what)).toEqual(['unreadable', 'changed']);
  expect(rows()).toEqual(whole);
  expect((await engine.queue(1)).waiting).toHaveLength(2);
});

test('a number of a paper roll is named as it is printed', async () => {
  const { store, engine, rebuild } = await hallOfThree();
  const press = {
    commandId: 'rol',
    group: 'A',
    origin: 'dispenser',
    staffId: null,
    rollNumber: 417,
  } as const;
  expect(good(await engine.issue(press)).number).toBe('417');
  store.db.exec('UPDATE hall_ticket SET times_called = 7 WHERE ordinal > 20000');
  expect(rebuild(true).days[0]?.tickets).toMatchObject([{ number: '417', what: 'changed' }]);
});

test('of a damaged row whose number nobody can read, the ticket is named without one', async () => {
  const { store, rebuild } = await hallOfThree();
  store.db.exec(`INSERT INTO hall_ticket (ticket_id, location, day, group_letter, ordinal, origin, position, state, issued_at, times_called, call_seq, last_event_id, last_seq)
    VALUES ('spook', 'stadhuis', '2026-11-23', 'b', -1, 'clerk', 99, 'waiting', '', 0, 0, '', 0)`);
  expect(rebuild(true).days[0]?.tickets).toEqual([
    { ticketId: 'spook', number: null, what: 'leftOver', fields: [] },
  ]);
});

test('another location in the same file is left as it is', async () => {
  const { store, rows } = await hallOfThree();
  store.db.exec("UPDATE hall_ticket SET times_called = 7 WHERE group_letter = 'B'");
  const before = rows();
  expect(rebuildSqliteHall(store, 'elders', { mend: true })).toEqual({ events: 0, tickets: 0, days: [] });
  expect(rows()).toEqual(before);
});
