import { expect, test } from 'vitest';
import { courseOf } from '../../../shared/domain/statistics/course.ts';
import { act, callNext, good, type MakeEngine, refusal, take, undoable } from './engine-bench.ts';

/** Taking back: everything is as it was, within ten seconds, never under somebody else's hands. */
export function undoSuite(make: MakeEngine): void {
  test('a call taken back leaves ticket, queue and board as they were', async () => {
    const { engine, clock } = await make();
    const ticket = await take(engine);
    await clock.advance(60_000);
    await callNext(engine);
    const { undo } = await engine.queue(1);
    expect(undo).toMatchObject({ what: 'call', number: 'A001', until: '2026-11-23T09:01:10.000Z' });
    const answer = good(await engine.undo({ ...act(), actionId: await undoable(engine) }));
    expect(answer).toEqual({ ticketId: ticket.ticketId, number: ticket.number });
    expect(await engine.ticket(ticket.ticketId)).toEqual(ticket);
    expect(await engine.board()).toMatchObject({ called: [], recent: [] });
    expect((await engine.queue(1)).undo).toBeNull();
    expect((await callNext(engine, 2)).ticketId).toBe(ticket.ticketId);
  });

  test('a no-show taken back is the same call again, so that it is not announced twice', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    const called = await callNext(engine);
    const before = (await engine.board()).called;
    good(await engine.noShow({ ...act(), ticketId }));
    expect((await engine.queue(1)).undo?.what).toBe('noShow');
    good(await engine.undo({ ...act(), actionId: await undoable(engine) }));
    expect(await engine.current(1)).toEqual(called);
    expect((await engine.board()).called).toEqual(before);
  });

  test('a putting back can be taken back', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    const called = await callNext(engine);
    good(await engine.putBack({ ...act(), ticketId }));
    expect((await engine.queue(1)).undo?.what).toBe('putBack');
    good(await engine.undo({ ...act(), actionId: await undoable(engine) }));
    expect(await engine.current(1)).toEqual(called);
  });

  test('ten seconds is in time, a moment later is too late and not offered', async () => {
    const { engine, clock } = await make();
    await take(engine);
    await callNext(engine);
    const actionId = await undoable(engine);
    await clock.advance(10_001);
    expect((await engine.queue(1)).undo).toBeNull();
    expect(refusal(await engine.undo({ ...act(), actionId }))).toBe('undoTooLate');
    clock.jumpTo('2026-11-23T09:00:10.000Z');
    expect((await engine.queue(1)).undo).not.toBeNull();
    good(await engine.undo({ ...act(), actionId }));
  });

  test('taking back twice with one command is one undo, with another command it is too late', async () => {
    const { engine } = await make();
    await take(engine);
    await callNext(engine);
    const action = { ...act(), actionId: await undoable(engine) };
    const first = await engine.undo(action);
    expect(await engine.undo(action)).toEqual(first);
    expect(refusal(await engine.undo({ ...act(), actionId: action.actionId }))).toBe('undoTooLate');
  });

  test('an action of another counter is not found', async () => {
    const { engine } = await make();
    await take(engine);
    await callNext(engine, 1);
    const actionId = await undoable(engine, 1);
    expect((await engine.queue(2)).undo).toBeNull();
    expect(refusal(await engine.undo({ ...act(2), actionId }))).toBe('notFound');
    expect(refusal(await engine.undo({ ...act(1), actionId: 'nergens' }))).toBe('notFound');
  });

  test('who was put back and called by another counter is not fetched away from there', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    await callNext(engine, 1);
    good(await engine.putBack({ ...act(1), ticketId }));
    const actionId = await undoable(engine, 1);
    await callNext(engine, 2);
    expect((await engine.queue(1)).undo).toBeNull();
    expect(refusal(await engine.undo({ ...act(1), actionId }))).toBe('ticketTaken');
    expect((await engine.current(2))?.ticketId).toBe(ticketId);
  });

  test('a no-show is not brought back to a counter that has called another visitor', async () => {
    const { engine } = await make();
    const missed = await take(engine);
    await take(engine);
    await callNext(engine);
    good(await engine.noShow({ ...act(), ticketId: missed.ticketId }));
    const noShow = await undoable(engine);
    await callNext(engine);
    expect(refusal(await engine.undo({ ...act(), actionId: noShow }))).toBe('visitRunning');
    good(await engine.undo({ ...act(), actionId: await undoable(engine) }));
    expect((await engine.queue(1)).undo).toMatchObject({ actionId: noShow, what: 'noShow' });
    good(await engine.undo({ ...act(), actionId: noShow }));
    expect((await engine.current(1))?.ticketId).toBe(missed.ticketId);
  });

  test('a visit that was finished too early goes on at its counter, without a new call, and is finished once', async () => {
    const { engine, clock } = await make();
    const { ticketId } = await take(engine);
    const called = await callNext(engine);
    const before = (await engine.board()).called;
    await clock.advance(300_000);
    good(await engine.finish({ ...act(), ticketId }));
    expect((await engine.queue(1)).undo).toMatchObject({ what: 'finished', number: 'A001' });
    good(await engine.undo({ ...act(), actionId: await undoable(engine) }));
    expect(await engine.current(1)).toEqual(called);
    expect((await engine.board()).called).toEqual(before);
    await clock.advance(60_000);
    expect(good(await engine.finish({ ...act(), ticketId })).state).toBe('finished');
    const [history] = await engine.history({ from: '2026-11-23', to: '2026-11-23' });
    expect(history && courseOf(history)).toMatchObject({
      end: 'helped',
      services: [{ counter: 1, seconds: 360 }],
    });
  });

  test('a finished visit does not come back to a counter that called another, nor after ten seconds', async () => {
    const { engine, clock } = await make();
    const { ticketId } = await take(engine);
    await take(engine);
    await callNext(engine);
    good(await engine.finish({ ...act(), ticketId }));
    const actionId = await undoable(engine);
    await callNext(engine);
    expect(refusal(await engine.undo({ ...act(), actionId }))).toBe('visitRunning');
    good(await engine.undo({ ...act(), actionId: await undoable(engine) }));
    expect((await engine.queue(1)).undo).toMatchObject({ actionId, what: 'finished' });
    expect(refusal(await engine.undo({ ...act(2), actionId }))).toBe('notFound');
    await clock.advance(10_001);
    expect((await engine.queue(1)).undo).toBeNull();
    expect(refusal(await engine.undo({ ...act(), actionId }))).toBe('undoTooLate');
  });

  test('a call cannot be taken back after it was repeated', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    await callNext(engine);
    const actionId = await undoable(engine);
    good(await engine.recall({ ...act(), ticketId }));
    expect((await engine.queue(1)).undo).toBeNull();
    expect(refusal(await engine.undo({ ...act(), actionId }))).toBe('undoTooLate');
  });

  test('calling a no-show once more can be taken back: he is a no-show again', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    await callNext(engine);
    good(await engine.noShow({ ...act(), ticketId }));
    good(await engine.recall({ ...act(), ticketId }));
    good(await engine.undo({ ...act(), actionId: await undoable(engine) }));
    expect((await engine.queue(1)).noShows.map((ticket) => ticket.ticketId)).toEqual([ticketId]);
  });

  test('the begin of a visit without a ticket cannot be taken back, its end can', async () => {
    const { engine } = await make();
    const walkIn = good(await engine.startWithoutTicket({ ...act(), group: 'A' }));
    expect((await engine.queue(1)).undo).toBeNull();
    good(await engine.finish({ ...act(), ticketId: walkIn.ticketId }));
    expect((await engine.queue(1)).undo).toMatchObject({ what: 'finished', number: '' });
    good(await engine.undo({ ...act(), actionId: await undoable(engine) }));
    expect(await engine.current(1)).toEqual(walkIn);
    expect((await engine.board()).called).toEqual([]);
  });

  test('who looks again and again at what happened today sees the whole of it, undone too', async () => {
    const { engine, clock } = await make();
    const whole = () => engine.history({ from: '2026-11-23', to: '2026-11-23' });
    expect(await engine.historyToday()).toEqual([]);
    await take(engine);
    await take(engine, 'B');
    expect(await engine.historyToday()).toEqual(await whole());
    await callNext(engine);
    expect(await engine.historyToday()).toEqual(await whole());
    good(await engine.undo({ ...act(), actionId: await undoable(engine) }));
    const today = await engine.historyToday();
    expect(today).toEqual(await whole());
    expect(today[0]?.events).toHaveLength(3);
    clock.jumpTo('2026-11-23T23:00:30.000Z');
    expect(await engine.historyToday()).toEqual([]);
  });
}
