import { expect, test } from 'vitest';
import type { TeamSeat } from '../../../electron/core/hall/team.ts';
import type { HallEngine, Wish } from '../../../electron/core/ports.ts';
import { act, callNext, good, type MakeEngine, refusal, take, undoable } from './engine-bench.ts';

const PLAIN: Partial<Wish> = {
  group: null,
  counter: null,
  colleague: null,
  notBefore: null,
  place: 'kept',
  note: '',
  heldBy: null,
};
const HOLD = { note: 'vult formulier in', heldBy: 'Joke Jansen' };

const numbers = async (engine: HallEngine) => {
  const { waiting, held } = await engine.queue(1);
  return { waiting: waiting.map(({ number }) => number), held: held.map(({ number }) => number) };
};

/** Held and sent on: the counter is free, the number stays, nobody is lost. */
export function sentOnSuite(make: MakeEngine): void {
  test('who is held leaves the counter free, is not called, and goes on at whichever counter asks', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    await take(engine);
    const called = await callNext(engine);
    const held = good(await engine.hold({ ...act(), ticketId, wish: HOLD }));
    expect(held).toMatchObject({ number: 'A001', state: 'held', ...HOLD });
    expect(await engine.current(1)).toBeNull();
    expect(await numbers(engine)).toEqual({ waiting: ['A002'], held: ['A001'] });
    expect((await engine.board()).called).toEqual([]);
    expect((await callNext(engine)).number).toBe('A002');

    expect(refusal(await engine.resume({ ...act(), ticketId }))).toBe('visitRunning');
    const back = good(await engine.resume({ ...act(2), ticketId }));
    expect(back).toMatchObject({ state: 'called', counter: 2, heldBy: null, timesCalled: 1 });
    expect(back.firstCalledAt).toBe(called.firstCalledAt);
    expect(refusal(await engine.resume({ ...act(3), ticketId }))).toBe('noVisit');
    expect(good(await engine.finish({ ...act(2), ticketId })).state).toBe('finished');
  });

  test('of two counters that take a held visitor at once, one gets him', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    await callNext(engine);
    good(await engine.hold({ ...act(), ticketId, wish: HOLD }));
    const answers = await Promise.all([1, 2].map((counter) => engine.resume({ ...act(counter), ticketId })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('sent to another group he keeps his number and his place, and is helped there', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    const other = await take(engine, 'B');
    await callNext(engine);
    const wish = { ...PLAIN, group: 'B', note: 'wil ook verhuizen' };
    const sent = good(await engine.transfer({ ...act(), ticketId, wish }));
    expect(sent).toMatchObject({ number: 'A001', group: 'B', state: 'waiting', note: wish.note });
    const { waiting, groups } = await engine.queue(1);
    expect(waiting.map(({ number }) => number)).toEqual(['A001', other.number]);
    expect(groups.find(({ letter }) => letter === 'B')?.waiting).toBe(2);
    const board = await engine.board();
    expect(board.waiting.find(({ letter }) => letter === 'B')?.numbers).toEqual(['A001', other.number]);
    expect(await callNext(engine)).toMatchObject({ number: 'A001', note: wish.note });
    expect((await take(engine)).number).toBe('A002');
  });

  test('sent to a counter, only that counter calls him', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    await callNext(engine);
    good(await engine.transfer({ ...act(), ticketId, wish: { ...PLAIN, counter: 2 } }));
    expect(good(await engine.callNext(act(1)))).toBeNull();
    expect(await callNext(engine, 2)).toMatchObject({ number: 'A001', sentTo: 2 });
  });

  test('sent to a colleague, only who is logged in under that name calls him; when he went home, any counter', async () => {
    const seats: TeamSeat[] = [
      { counter: 1, name: 'Joke Jansen', locked: false },
      { counter: 2, name: 'Anna de Vries', locked: true },
    ];
    const { engine } = await make(undefined, { seats: () => seats });
    const { ticketId } = await take(engine);
    await callNext(engine);
    const colleague = 'Anna de Vries';
    good(await engine.transfer({ ...act(), ticketId, wish: { ...PLAIN, colleague } }));
    const queue = await engine.queue(1);
    expect(queue.waiting).toMatchObject([{ number: 'A001', sentToColleague: colleague, sentTo: null }]);
    expect(queue.heldBack).toEqual([{ ticketId, why: { code: 'colleague', name: colleague } }]);
    expect(good(await engine.callNext(act(1)))).toBeNull();
    expect((await engine.queue(2)).next).toEqual({ ticketId, number: 'A001', why: { code: 'sentHere' } });

    // She works at another counter from now on.
    seats.splice(1, 1, { counter: 4, name: colleague, locked: false });
    expect(good(await engine.callNext(act(2)))).toBeNull();
    expect((await callNext(engine, 4)).ticketId).toBe(ticketId);

    good(await engine.putBack({ ...act(4), ticketId }));
    seats.pop();
    expect((await engine.queue(1)).next).toEqual({
      ticketId,
      number: 'A001',
      why: { code: 'longestWaiting' },
      awayColleague: colleague,
    });
    expect((await callNext(engine, 1)).ticketId).toBe(ticketId);
  });

  test('sent on for later he is not called before that time', async () => {
    const { engine, clock } = await make();
    const { ticketId } = await take(engine);
    await callNext(engine);
    const notBefore = new Date(clock.now().getTime() + 600_000).toISOString();
    const later = good(await engine.transfer({ ...act(), ticketId, wish: { ...PLAIN, notBefore } }));
    expect(later.waitingSince).toBe(notBefore);
    expect(good(await engine.callNext(act()))).toBeNull();
    await clock.advance(600_000);
    expect((await callNext(engine)).number).toBe('A001');
  });

  test.each([
    ['kept', ['A001', 'A002', 'A003']],
    ['front', ['A001', 'A002', 'A003']],
    ['end', ['A002', 'A003', 'A001']],
  ] as const)('sent on with his place %s', async (place, order) => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    await take(engine);
    await take(engine);
    await callNext(engine);
    good(await engine.transfer({ ...act(), ticketId, wish: { ...PLAIN, place } }));
    expect((await numbers(engine)).waiting).toEqual(order);
  });

  test('in front goes before who came earlier', async () => {
    const { engine } = await make();
    await take(engine);
    const { ticketId } = await take(engine);
    await callNext(engine, 1);
    await callNext(engine, 2);
    const first = await take(engine);
    good(await engine.transfer({ ...act(2), ticketId, wish: { ...PLAIN, place: 'end' } }));
    expect((await callNext(engine, 2)).number).toBe(first.number);
    const at = { ...act(2), ticketId: first.ticketId };
    good(await engine.transfer({ ...at, wish: { ...PLAIN, place: 'end' } }));
    expect((await callNext(engine, 2)).number).toBe('A002');
    good(await engine.transfer({ ...act(2), ticketId, wish: { ...PLAIN, place: 'front' } }));
    expect((await callNext(engine, 2)).number).toBe('A002');
  });

  test('holding and sending on are taken back within ten seconds, as if nothing happened', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    const called = await callNext(engine);
    good(await engine.hold({ ...act(), ticketId, wish: HOLD }));
    expect((await engine.queue(1)).undo?.what).toBe('held');
    good(await engine.undo({ ...act(), actionId: await undoable(engine) }));
    expect(await engine.current(1)).toEqual(called);
    good(await engine.transfer({ ...act(), ticketId, wish: { ...PLAIN, group: 'B', place: 'end' } }));
    expect((await engine.queue(1)).undo?.what).toBe('transferred');
    good(await engine.undo({ ...act(), actionId: await undoable(engine) }));
    expect(await engine.current(1)).toEqual(called);
  });

  test('a repeated command gives the first answer; another counter has nothing to send on', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    await callNext(engine);
    expect(refusal(await engine.transfer({ ...act(2), ticketId, wish: PLAIN }))).toBe('ticketTaken');
    expect(refusal(await engine.hold({ ...act(2), ticketId, wish: HOLD }))).toBe('ticketTaken');
    const command = { ...act(), ticketId, wish: { ...PLAIN, group: 'B' } };
    const first = good(await engine.transfer(command));
    expect(good(await engine.transfer(command))).toEqual(first);
    expect(refusal(await engine.transfer({ ...command, wish: PLAIN }))).toBe('commandIdReused');
    expect((await numbers(engine)).waiting).toEqual(['A001']);
  });

  test('who is held can be put back, and sent on by whoever sees him', async () => {
    const { engine } = await make();
    const first = await take(engine);
    await callNext(engine);
    good(await engine.hold({ ...act(), ticketId: first.ticketId, wish: HOLD }));
    good(await engine.transfer({ ...act(2), ticketId: first.ticketId, wish: { ...PLAIN, group: 'B' } }));
    expect(await numbers(engine)).toEqual({ waiting: ['A001'], held: [] });
    await callNext(engine);
    good(await engine.hold({ ...act(), ticketId: first.ticketId, wish: HOLD }));
    expect(good(await engine.putBack({ ...act(2), ticketId: first.ticketId }))).toMatchObject({ group: 'B' });
  });

  test('who is held and left is taken out, for a reason, and is held again when that is taken back', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    await callNext(engine);
    const held = good(await engine.hold({ ...act(), ticketId, wish: HOLD }));
    const cancel = { ...act(2), ticketId, reason: 'left' } as const;
    expect(good(await engine.cancel(cancel)).state).toBe('cancelled');
    expect(good(await engine.cancel(cancel)).state).toBe('cancelled');
    expect(await numbers(engine)).toEqual({ waiting: [], held: [] });
    expect(refusal(await engine.resume({ ...act(), ticketId }))).toBe('noVisit');
    const [history] = await engine.history({ from: '2026-11-23', to: '2026-11-23' });
    expect(history?.events.at(-1)).toMatchObject({ kind: 'cancelled', reason: 'left', counter: 2 });
    expect((await engine.queue(2)).undo).toMatchObject({ what: 'cancelled', number: 'A001' });
    good(await engine.undo({ ...act(2), actionId: await undoable(engine, 2) }));
    expect(await engine.ticket(ticketId)).toEqual(held);
    expect(await numbers(engine)).toEqual({ waiting: [], held: ['A001'] });
  });

  test('the statistics know the group that he was sent to', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    await callNext(engine);
    good(await engine.transfer({ ...act(), ticketId, wish: { ...PLAIN, group: 'B' } }));
    const [ticket] = await engine.history({ from: '2026-11-23', to: '2026-11-23' });
    expect(ticket?.events.map(({ kind, group }) => [kind, group])).toEqual([
      ['issued', 'A'],
      ['called', null],
      ['transferred', 'B'],
    ]);
  });
}
