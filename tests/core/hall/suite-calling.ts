import { expect, test } from 'vitest';
import { act, callNext, good, type MakeEngine, refusal, take } from './engine-bench.ts';

/** Calling: everybody once, one visitor per counter, each act repeatable. */
export function callingSuite(make: MakeEngine): void {
  test('the longest waiting is called, with counter and time', async () => {
    const { engine, clock } = await make();
    const ticket = await take(engine);
    await clock.advance(60_000);
    const called = await callNext(engine, 3);
    expect(called).toEqual({
      ...ticket,
      state: 'called',
      counter: 3,
      timesCalled: 1,
      firstCalledAt: '2026-11-23T09:01:00.000Z',
    });
    expect(await engine.current(3)).toEqual(called);
    expect(await engine.ticket(ticket.ticketId)).toEqual(called);
    expect((await engine.queue(3)).current).toEqual(called);
    expect((await engine.queue(1)).current).toBeNull();
  });

  test('when nobody waits the answer is null, also to the same command after somebody came', async () => {
    const { engine } = await make();
    const action = act();
    expect(good(await engine.callNext(action))).toBeNull();
    await take(engine);
    expect(good(await engine.callNext(action))).toBeNull();
    expect(good(await engine.callNext(act()))).not.toBeNull();
  });

  test('pressing twice with one command calls one visitor', async () => {
    const { engine } = await make();
    await take(engine);
    await take(engine);
    const action = act();
    const [first, second] = await Promise.all([engine.callNext(action), engine.callNext(action)]);
    expect(first).toEqual(second);
    expect((await engine.queue(1)).waiting).toHaveLength(1);
  });

  test('a counter with a visitor is refused another one', async () => {
    const { engine } = await make();
    await take(engine);
    await take(engine);
    await callNext(engine);
    expect(refusal(await engine.callNext(act()))).toBe('visitRunning');
    expect(refusal(await engine.startWithoutTicket({ ...act(), group: 'A' }))).toBe('visitRunning');
    expect((await engine.queue(1)).waiting).toHaveLength(1);
  });

  test('who waits over the norm of his group goes first, and the queue says why', async () => {
    const { engine, clock } = await make();
    await take(engine, 'B');
    await clock.advance(60_000);
    const short = await take(engine, 'A');
    expect((await engine.queue(1)).next).toMatchObject({ number: 'B001', why: { code: 'longestWaiting' } });
    await clock.advance(6 * 60_000);
    expect((await engine.queue(1)).next).toEqual({
      ticketId: short.ticketId,
      number: 'A001',
      why: { code: 'overNorm', normSeconds: 300 },
    });
    expect((await callNext(engine)).number).toBe('A001');
  });

  test('calling again counts, but the wait stays the one to the first call', async () => {
    const { engine, clock } = await make();
    const { ticketId } = await take(engine);
    const called = await callNext(engine);
    await clock.advance(30_000);
    const again = good(await engine.recall({ ...act(), ticketId }));
    expect(again).toMatchObject({ timesCalled: 2, firstCalledAt: called.firstCalledAt, state: 'called' });
    expect(refusal(await engine.recall({ ...act(2), ticketId }))).toBe('ticketTaken');
  });

  test('a no-show is listed, frees the counter, and can be called again by any free counter', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    await callNext(engine);
    expect(good(await engine.noShow({ ...act(), ticketId, reason: 'visitorLeft' })).state).toBe('noShow');
    const queue = await engine.queue(1);
    expect(queue.noShows.map((ticket) => ticket.ticketId)).toEqual([ticketId]);
    expect(queue.current).toBeNull();
    const [history] = await engine.history({ from: '2026-11-23', to: '2026-11-23' });
    expect(history?.events.at(-1)).toMatchObject({ kind: 'noShow', reason: 'visitorLeft' });
    const back = good(await engine.recall({ ...act(2), ticketId }));
    expect(back).toMatchObject({ state: 'called', counter: 2, timesCalled: 2 });
  });

  test('a no-show is not called to a counter that has a visitor', async () => {
    const { engine } = await make();
    const missed = await take(engine);
    await callNext(engine);
    good(await engine.noShow({ ...act(), ticketId: missed.ticketId }));
    await take(engine);
    await callNext(engine);
    expect(refusal(await engine.recall({ ...act(), ticketId: missed.ticketId }))).toBe('visitRunning');
  });

  test('who is put back waits at his first place with his whole wait', async () => {
    const { engine, clock } = await make();
    const first = await take(engine);
    await take(engine);
    await callNext(engine);
    await clock.advance(60_000);
    const back = good(await engine.putBack({ ...act(), ticketId: first.ticketId }));
    expect(back).toMatchObject({
      state: 'waiting',
      counter: null,
      waitingSince: first.issuedAt,
      timesCalled: 1,
    });
    expect((await engine.queue(1)).waiting.map((ticket) => ticket.number)).toEqual(['A001', 'A002']);
    expect((await callNext(engine, 2)).ticketId).toBe(first.ticketId);
  });

  test('a no-show who comes after all can be put back', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    await callNext(engine);
    good(await engine.noShow({ ...act(), ticketId }));
    expect(good(await engine.putBack({ ...act(2), ticketId })).state).toBe('waiting');
  });

  test('only the counter that called can act on the ticket', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    await callNext(engine, 1);
    expect(refusal(await engine.noShow({ ...act(2), ticketId }))).toBe('ticketTaken');
    expect(refusal(await engine.putBack({ ...act(2), ticketId }))).toBe('ticketTaken');
    expect(refusal(await engine.finish({ ...act(2), ticketId }))).toBe('ticketTaken');
  });

  test('a visitor who waits can be neither recalled, put back nor finished', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    expect(refusal(await engine.recall({ ...act(), ticketId }))).toBe('noVisit');
    expect(refusal(await engine.noShow({ ...act(), ticketId }))).toBe('noVisit');
    expect(refusal(await engine.putBack({ ...act(), ticketId }))).toBe('noVisit');
    expect(refusal(await engine.finish({ ...act(), ticketId }))).toBe('noVisit');
  });

  test('a finished visit is over: finishing again says the same, the rest is refused', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    await callNext(engine);
    const finished = good(await engine.finish({ ...act(), ticketId }));
    const { revision } = await engine.queue(1);
    expect(finished.state).toBe('finished');
    expect(good(await engine.finish({ ...act(), ticketId }))).toEqual(finished);
    expect(refusal(await engine.recall({ ...act(), ticketId }))).toBe('visitFinished');
    expect(refusal(await engine.putBack({ ...act(), ticketId }))).toBe('visitFinished');
    expect((await engine.queue(1)).revision).toBe(revision);
  });

  test('an unknown ticket is not found', async () => {
    const { engine } = await make();
    expect(await engine.ticket('nergens')).toBeNull();
    expect(refusal(await engine.noShow({ ...act(), ticketId: 'nergens' }))).toBe('notFound');
    expect(refusal(await engine.finish({ ...act(), ticketId: 'nergens' }))).toBe('notFound');
  });

  test('a visitor without a ticket gets a number of his group and is at the counter at once', async () => {
    const { engine } = await make();
    await take(engine);
    const walkIn = good(await engine.startWithoutTicket({ ...act(2), group: 'A' }));
    expect(walkIn).toMatchObject({
      number: 'A002',
      origin: 'walkIn',
      state: 'called',
      counter: 2,
      timesCalled: 0,
    });
    expect((await engine.current(2))?.ticketId).toBe(walkIn.ticketId);
    expect(refusal(await engine.recall({ ...act(2), ticketId: walkIn.ticketId }))).toBe('invalidInput');
    expect(good(await engine.finish({ ...act(2), ticketId: walkIn.ticketId })).state).toBe('finished');
    expect(refusal(await engine.startWithoutTicket({ ...act(2), group: 'Z' }))).toBe('invalidInput');
  });

  test('a counter calls by the profile of who logs in there, and by its own when he leaves', async () => {
    const clerks = new Map([[1, { profile: 'alleen-b', skills: null }]]);
    const { engine } = await make(undefined, { workAt: (counter) => clerks.get(counter) });
    const { ticketId } = await take(engine);
    await take(engine, 'B');
    const queue = await engine.queue(1);
    expect(queue.next).toMatchObject({ number: 'B001' });
    expect(queue.heldBack).toEqual([{ ticketId, why: { code: 'notInProfile' } }]);
    expect((await engine.queue(2)).next).toMatchObject({ number: 'A001' });
    expect(await callNext(engine)).toMatchObject({ number: 'B001' });
    good(await engine.putBack({ ...act(), ticketId: (await engine.current(1))?.ticketId ?? '' }));
    clerks.delete(1);
    expect(await callNext(engine)).toMatchObject({ number: 'A001' });
  });
}
