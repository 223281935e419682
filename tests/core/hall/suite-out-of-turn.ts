import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { act, callNext, good, type MakeEngine, refusal, take, undoable } from './engine-bench.ts';

/** Calling a chosen one, priority, taking out, and who missed his turn. */
export function outOfTurnSuite(make: MakeEngine): void {
  test('a chosen one is called before his turn, with the reason, and once', async () => {
    const { engine } = await make();
    await take(engine);
    const { ticketId } = await take(engine);
    const chosen = { ...act(), ticketId, reason: 'cantWait' } as const;
    const called = good(await engine.callChosen(chosen));
    expect(called).toMatchObject({ number: 'A002', state: 'called', counter: 1, timesCalled: 1 });
    expect((await engine.board()).called.map(({ number }) => number)).toEqual(['A002']);
    expect(good(await engine.callChosen(chosen))).toEqual(called);
    expect(refusal(await engine.callChosen({ ...act(2), ticketId, reason: 'agreed' }))).toBe('ticketTaken');
    const [, history] = await engine.history({ from: '2026-11-23', to: '2026-11-23' });
    expect(history?.events.at(-1)).toMatchObject({ kind: 'called', reason: 'cantWait' });
    good(await engine.undo({ ...act(), actionId: await undoable(engine) }));
    expect((await callNext(engine)).number).toBe('A001');
  });

  test('nobody is chosen while a visitor is at the counter; of two counters one gets him', async () => {
    const { engine } = await make();
    await take(engine);
    const { ticketId } = await take(engine);
    await callNext(engine);
    expect(refusal(await engine.callChosen({ ...act(1), ticketId, reason: 'other' }))).toBe('visitRunning');
    const answers = await Promise.all(
      [2, 3].map((counter) => engine.callChosen({ ...act(counter), ticketId, reason: 'other' })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('who gets priority goes first, until it is taken away', async () => {
    const { engine } = await make();
    await take(engine);
    const { ticketId } = await take(engine);
    const asked = { ...act(), ticketId, priority: 'smallChildren' } as const;
    const first = good(await engine.setPriority(asked));
    expect(first).toMatchObject({ hasPriority: true, priorityWhy: 'smallChildren', state: 'waiting' });
    expect(good(await engine.setPriority(asked))).toEqual(first);
    expect(refusal(await engine.setPriority({ ...asked, priority: 'agreed' }))).toBe('commandIdReused');
    expect((await engine.queue(1)).next).toMatchObject({ number: 'A002', why: { code: 'priority' } });
    expect(good(await engine.setPriority({ ...act(), ticketId, priority: null }))).toMatchObject({
      hasPriority: false,
      priorityWhy: null,
    });
    const [, history] = await engine.history({ from: '2026-11-23', to: '2026-11-23' });
    expect(history?.events.map(({ kind, reason }) => [kind, reason ?? null])).toEqual([
      ['issued', null],
      ['changed', 'smallChildren'],
      ['changed', null],
    ]);
    expect((await engine.queue(1)).next?.number).toBe('A001');
    good(await engine.setPriority({ ...act(), ticketId, priority: 'other' }));
    expect(await callNext(engine)).toMatchObject({ number: 'A002', hasPriority: true });
    expect(refusal(await engine.setPriority({ ...act(), ticketId, priority: null }))).toBe('ticketTaken');
  });

  test('who has a reason to go first does so from the moment that he gets his number', async () => {
    const { engine } = await make();
    await take(engine);
    const asked = { group: 'A', origin: 'clerk', staffId: 'm', priority: 'cantStand' } as const;
    const issue = { commandId: randomUUID(), ...asked };
    const given = good(await engine.issue(issue));
    expect(given).toMatchObject({ number: 'A002', hasPriority: true, priorityWhy: 'cantStand' });
    expect(good(await engine.issue(issue))).toEqual(given);
    expect(refusal(await engine.issue({ ...issue, priority: 'agreed' }))).toBe('commandIdReused');
    expect((await engine.queue(1)).next).toMatchObject({ number: 'A002', why: { code: 'priority' } });
    const [, history] = await engine.history({ from: '2026-11-23', to: '2026-11-23' });
    expect(history?.events).toMatchObject([{ kind: 'issued', reason: 'cantStand' }]);
  });

  test('priority survives being held and sent on', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    good(await engine.setPriority({ ...act(), ticketId, priority: 'other' }));
    await take(engine, 'B');
    await callNext(engine);
    good(await engine.hold({ ...act(), ticketId, wish: { note: '', heldBy: 'Joke Jansen' } }));
    good(await engine.putBack({ ...act(), ticketId }));
    expect((await engine.queue(1)).next).toMatchObject({ number: 'A001', why: { code: 'priority' } });
  });

  test('who is taken out waits no more, for a reason, and waits again when it is taken back', async () => {
    const { engine } = await make();
    const ticket = await take(engine);
    const { ticketId } = ticket;
    const cancel = { ...act(), ticketId, reason: 'left' } as const;
    expect(good(await engine.cancel(cancel)).state).toBe('cancelled');
    expect((await engine.queue(1)).waiting).toEqual([]);
    expect((await engine.queue(1)).undo).toMatchObject({ what: 'cancelled', number: 'A001' });
    const [history] = await engine.history({ from: '2026-11-23', to: '2026-11-23' });
    expect(history?.events.at(-1)).toMatchObject({ kind: 'cancelled', reason: 'left' });
    good(await engine.undo({ ...act(), actionId: await undoable(engine) }));
    expect(await engine.ticket(ticketId)).toEqual(ticket);
    await callNext(engine);
    expect(refusal(await engine.cancel({ ...act(), ticketId, reason: 'left' }))).toBe('ticketTaken');
  });

  test('he is called once more before he is a no-show, where the municipality wants that', async () => {
    const { engine } = await make({ recallsBefore: 1 });
    const { ticketId } = await take(engine);
    await callNext(engine);
    expect(refusal(await engine.noShow({ ...act(), ticketId }))).toBe('callAgainFirst');
    good(await engine.recall({ ...act(), ticketId }));
    expect(good(await engine.noShow({ ...act(), ticketId })).state).toBe('noShow');
  });

  test('who missed his turn comes back at the end, and not within the minutes of the lock-out', async () => {
    const { engine, clock } = await make({ lockOutMinutes: 5, returnTo: 'end' });
    const { ticketId } = await take(engine);
    await callNext(engine);
    good(await engine.noShow({ ...act(), ticketId }));
    await take(engine);
    good(await engine.putBack({ ...act(), ticketId }));
    const { waiting, heldBack } = await engine.queue(1);
    expect(waiting.map(({ number }) => number)).toEqual(['A002', 'A001']);
    expect(heldBack).toEqual([{ ticketId, why: { code: 'lockedOut', until: '2026-11-23T09:05:00.000Z' } }]);
    expect((await callNext(engine)).number).toBe('A002');
    expect(good(await engine.callNext(act(2)))).toBeNull();
    await clock.advance(300_000);
    expect((await callNext(engine, 2)).number).toBe('A001');
  });

  test('the lock-out is for his turn: a clerk who sees him there calls him at once', async () => {
    const { engine } = await make({ lockOutMinutes: 5, returnTo: 'end' });
    const { ticketId } = await take(engine);
    await callNext(engine);
    good(await engine.noShow({ ...act(), ticketId }));
    expect(good(await engine.recall({ ...act(), ticketId })).state).toBe('called');
    good(await engine.noShow({ ...act(), ticketId }));
    good(await engine.putBack({ ...act(), ticketId }));
    const chosen = { ...act(), ticketId, reason: 'agreed' } as const;
    expect(good(await engine.callChosen(chosen)).state).toBe('called');
  });

  test('who did come and is put back keeps his place, whatever becomes of no-shows', async () => {
    const { engine } = await make({ lockOutMinutes: 5, returnTo: 'end' });
    const { ticketId } = await take(engine);
    await take(engine);
    await callNext(engine);
    good(await engine.putBack({ ...act(), ticketId }));
    expect((await callNext(engine)).number).toBe('A001');
  });

  test('a visitor of yesterday is not put back: the day is over, he stays at the counter', async () => {
    const { engine, clock } = await make();
    const { ticketId } = await take(engine);
    clock.jumpTo('2026-11-23T22:59:00.000Z');
    await callNext(engine);
    clock.jumpTo('2026-11-23T23:05:00.000Z');
    expect(refusal(await engine.putBack({ ...act(), ticketId }))).toBe('hallDayOver');
    expect(refusal(await engine.transfer({ ...act(), ticketId, wish: { group: 'B' } }))).toBe('hallDayOver');
    expect((await engine.current(1))?.ticketId).toBe(ticketId);
  });
}
