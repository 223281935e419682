import { expect, test } from 'vitest';
import { act, callNext, good, type MakeEngine, refusal, take } from './engine-bench.ts';

const TODAY = { from: '2026-11-23', to: '2026-11-23' };

/** The end of a day: who is left in the hall is closed, each once. */
export function closingSuite(make: MakeEngine): void {
  test('who waits, is held or did not come is closed with the reason, and is nowhere any more', async () => {
    const { engine } = await make();
    const held = await take(engine);
    const missed = await take(engine);
    const waiting = await take(engine);
    await callNext(engine);
    good(await engine.hold({ ...act(), ticketId: held.ticketId, wish: { note: '', heldBy: 'Joke Jansen' } }));
    await callNext(engine);
    good(await engine.noShow({ ...act(), ticketId: missed.ticketId }));
    const left = await engine.leftOver(TODAY);
    expect(left.map(({ number, state }) => [number, state])).toEqual([
      ['A001', 'held'],
      ['A002', 'noShow'],
      ['A003', 'waiting'],
    ]);
    for (const { ticketId } of left)
      expect(good(await engine.close({ ticketId, staffId: null, isAtCounter: false })).state).toBe('closed');
    expect(await engine.leftOver(TODAY)).toEqual([]);
    expect(await engine.queue(1)).toMatchObject({
      waiting: [],
      held: [],
      noShows: [],
      next: null,
      undo: null,
    });
    expect(await engine.board()).toMatchObject({ called: [], recent: [] });
    const events = (await engine.history(TODAY)).map((ticket) => ticket.events.at(-1));
    expect(events).toMatchObject(left.map(() => ({ kind: 'closed', reason: 'endOfDay', counter: null })));

    const { ticketId } = waiting;
    expect(good(await engine.callNext(act()))).toBeNull();
    expect(refusal(await engine.recall({ ...act(), ticketId: missed.ticketId }))).toBe('noVisit');
    expect(refusal(await engine.resume({ ...act(), ticketId: held.ticketId }))).toBe('noVisit');
    expect(refusal(await engine.callChosen({ ...act(), ticketId, reason: 'other' }))).toBe('noVisit');
  });

  test('closed twice, also by two at once, is closed once; what ended before stays as it ended', async () => {
    const { engine } = await make();
    const first = await take(engine);
    const second = await take(engine);
    await callNext(engine);
    good(await engine.finish({ ...act(), ticketId: first.ticketId }));
    const close = (ticketId: string) => engine.close({ ticketId, staffId: null, isAtCounter: false });
    await Promise.all([close(second.ticketId), close(second.ticketId)]);
    good(await close(second.ticketId));
    expect(good(await close(first.ticketId)).state).toBe('finished');
    const kinds = (await engine.history(TODAY)).map(({ events }) => events.map(({ kind }) => kind));
    expect(kinds).toEqual([
      ['issued', 'called', 'finished'],
      ['issued', 'closed'],
    ]);
    expect(refusal(await close('nergens'))).toBe('notFound');
  });

  test('who is at a counter is closed only when he is known to be left there', async () => {
    const { engine, clock } = await make();
    const { ticketId } = await take(engine);
    await callNext(engine);
    expect(refusal(await engine.close({ ticketId, staffId: null, isAtCounter: false }))).toBe('ticketTaken');
    expect((await engine.current(1))?.ticketId).toBe(ticketId);
    clock.jumpTo('2026-11-24T07:00:00.000Z');
    expect(await engine.leftOver({ from: '2026-11-01', to: '2026-11-23' })).toMatchObject([
      { state: 'called' },
    ]);
    good(await engine.close({ ticketId, staffId: null, isAtCounter: true }));
    expect(await engine.current(1)).toBeNull();
  });

  test('an action is not taken back once the day of its ticket was closed', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    await callNext(engine);
    good(await engine.noShow({ ...act(), ticketId }));
    const actionId = (await engine.queue(1)).undo?.actionId ?? '';
    good(await engine.close({ ticketId, staffId: null, isAtCounter: false }));
    expect(refusal(await engine.undo({ ...act(), actionId }))).toBe('undoTooLate');
  });
}
