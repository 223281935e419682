import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { createSqliteHall } from '../../../electron/core/hall/sqlite-hall.ts';
import { rebuildSqliteHall } from '../../../electron/core/hall/sqlite-rebuild.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { createTestIds } from '../../helpers/ids.ts';
import { openTestStore } from '../../helpers/store.ts';
import { hallConfig } from './config.ts';
import { act, callNext, good, take, undoable } from './engine-bench.ts';

function openHall(file?: string, seed?: string) {
  const clock = createTestClock();
  const store = openTestStore({ clock, ...(file !== undefined && { file }) });
  const engine = createSqliteHall({ store, clock, ids: createTestIds(seed), config: hallConfig() });
  onTestFinished(() => engine.stop());
  const rows = () => store.db.prepare('SELECT * FROM hall_ticket ORDER BY position, ticket_id').all();
  const rebuild = () => rebuildSqliteHall(store, 'stadhuis', { mend: true });
  return { engine, store, clock, rows, rebuild };
}

const acts = fc.array(
  fc.record({
    what: fc.constantFrom(
      'take',
      'call',
      'recall',
      'noShow',
      'putBack',
      'finish',
      'undo',
      'walkIn',
      'party',
      'split',
      'wait',
    ),
    counter: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 10, maxLength: 40 },
);

async function carryOut({ engine, clock }: ReturnType<typeof openHall>, what: string, counter: number) {
  const { current, noShows, undo, waiting } = await engine.queue(counter);
  const action = act(counter);
  const ticketId = (counter === 3 ? noShows[0] : current)?.ticketId ?? 'geen';
  if (what === 'take') await take(engine, counter === 1 ? 'A' : 'B');
  else if (what === 'call') await engine.callNext(action);
  else if (what === 'recall') await engine.recall({ ...action, ticketId });
  else if (what === 'noShow') await engine.noShow({ ...action, ticketId });
  else if (what === 'putBack') await engine.putBack({ ...action, ticketId });
  else if (what === 'finish') await engine.finish({ ...action, ticketId });
  else if (what === 'party' || what === 'split') {
    const of = { ...action, ticketId: (counter === 3 ? waiting[0] : current)?.ticketId ?? 'geen' };
    if (what === 'split') await engine.split({ ...of, persons: 1, group: 'B' });
    else await engine.setParty({ ...of, party: { persons: 3, also: ['B'] } });
  } else if (what === 'undo' && undo) good(await engine.undo({ ...action, actionId: undo.actionId }));
  else if (what === 'walkIn') await engine.startWithoutTicket({ ...action, group: 'A' });
  else await clock.advance(4_000);
}

test('property: after any acts the rows rebuilt from the events are the same, and no counter has two visitors', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (steps) => {
      const hall = openHall();
      for (const { what, counter } of steps) await carryOut(hall, what, counter);
      const before = hall.rows();
      expect(hall.rebuild().days).toEqual([]);
      hall.store.db.exec('DELETE FROM hall_ticket');
      hall.rebuild();
      expect(hall.rows()).toEqual(before);
      const called = (await hall.engine.board()).called.map((call) => call.counter);
      expect(new Set(called).size).toBe(called.length);
    }),
    { numRuns: 25 },
  );
});

test('damaged rows come back from the events', async () => {
  const { engine, store, rows, rebuild } = openHall();
  await take(engine);
  await take(engine);
  await callNext(engine);
  const before = rows();
  store.db.exec(
    "DELETE FROM hall_ticket WHERE ordinal = 1; UPDATE hall_ticket SET state = 'finished', counter = 9",
  );
  expect(rows()).not.toEqual(before);
  rebuild();
  expect(rows()).toEqual(before);
});

test('events can be neither changed nor deleted', async () => {
  const { engine, store } = openHall();
  await take(engine);
  expect(() => store.db.exec("UPDATE hall_event SET kind = 'finished'")).toThrow(/append-only/);
  expect(() => store.db.exec('DELETE FROM hall_event')).toThrow(/append-only/);
});

test('every act is one event with ticket, counter, staff, time and command', async () => {
  const { engine, store } = openHall();
  const { ticketId } = await take(engine);
  await callNext(engine, 2);
  good(await engine.undo({ ...act(2), actionId: await undoable(engine, 2) }));
  const columns = 'kind, ticket_id, counter, staff_id, at, length(command_id) AS command';
  const by = { ticket_id: ticketId, at: '2026-11-23T09:00:00.000Z', command: 36 };
  expect(store.db.prepare(`SELECT ${columns} FROM hall_event ORDER BY seq`).all()).toEqual([
    { ...by, kind: 'issued', counter: null, staff_id: null },
    { ...by, kind: 'called', counter: 2, staff_id: 'medewerker-1' },
    { ...by, kind: 'undone', counter: 2, staff_id: 'medewerker-1' },
  ]);
});

test('the hall is as it was after the program was killed and started again, with the answers to its commands', async () => {
  const first = openHall();
  await take(first.engine);
  await take(first.engine);
  const action = act();
  const called = good(await first.engine.callNext(action));
  const queue = await first.engine.queue(1);
  await first.store.close();
  const second = openHall(first.store.file, 'again');
  expect(await second.engine.queue(1)).toEqual(queue);
  expect(good(await second.engine.callNext(action))).toEqual(called);
  expect((await second.engine.queue(1)).waiting).toHaveLength(1);
});

test('the end of a visit joins the open transaction: both or neither', async () => {
  const { engine, store } = openHall();
  const { ticketId } = await take(engine);
  await callNext(engine);
  let told = 0;
  engine.onChange(() => (told += 1));
  const action = { ...act(), ticketId };
  expect(() =>
    store.atomically(() => {
      expect(engine.finishInStore(action)).toBe(true);
      throw new Error('stroom weg');
    }),
  ).toThrow('stroom weg');
  expect((await engine.current(1))?.ticketId).toBe(ticketId);
  expect(told).toBe(0);

  expect(store.atomically(() => engine.finishInStore(action))).toBe(true);
  expect(store.atomically(() => engine.finishInStore(action))).toBe(true);
  expect(store.atomically(() => engine.finishInStore({ ...act(), ticketId }))).toBe(true);
  expect(store.atomically(() => engine.finishInStore({ ...act(2), ticketId }))).toBe(false);
  expect((await engine.ticket(ticketId))?.state).toBe('finished');
  expect(told).toBe(1);
});
