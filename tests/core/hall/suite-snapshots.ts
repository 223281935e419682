import { expect, test } from 'vitest';
import { QueueSnapshot } from '../../../shared/contract/hall.ts';
import { act, callNext, good, type MakeEngine, take } from './engine-bench.ts';

/** What counters and displays see. */
export function snapshotSuite(make: MakeEngine): void {
  test('an empty hall is a whole snapshot', async () => {
    const { engine } = await make();
    expect(QueueSnapshot.parse(await engine.queue(1))).toEqual({
      day: '2026-11-23',
      revision: expect.any(Number),
      now: '2026-11-23T09:00:00.000Z',
      awaySince: null,
      groups: [
        { letter: 'A', name: 'Afhalen', normSeconds: 300, appointmentNormSeconds: 300, waiting: 0 },
        { letter: 'B', name: 'Burgerzaken', normSeconds: 900, appointmentNormSeconds: 900, waiting: 0 },
      ],
      waiting: [],
      noShows: [],
      held: [],
      isClosed: false,
      mayChoose: false,
      lacks: [],
      current: null,
      next: null,
      afterNext: [],
      heldBack: [],
      undo: null,
    });
    expect(await engine.board()).toEqual({
      revision: expect.any(Number),
      now: '2026-11-23T09:00:00.000Z',
      municipality: 'Gemeente Voorbeeld',
      location: 'Stadhuis',
      languages: ['nl'],
      gong: true,
      speech: true,
      called: [],
      recent: [],
      waiting: [
        { letter: 'A', name: 'Afhalen', count: 0, numbers: [] },
        { letter: 'B', name: 'Burgerzaken', count: 0, numbers: [] },
      ],
    });
  });

  test('the board shows the numbers that wait, and calls newest first', async () => {
    const { engine, clock } = await make();
    for (const group of ['A', 'B', 'A', 'A']) await take(engine, group);
    await callNext(engine, 1);
    await clock.advance(5_000);
    await callNext(engine, 2);
    const board = await engine.board();
    expect(board.called.map(({ number, counter, at }) => [number, counter, at])).toEqual([
      ['B001', 2, '2026-11-23T09:00:05.000Z'],
      ['A001', 1, '2026-11-23T09:00:00.000Z'],
    ]);
    expect(board.waiting).toEqual([
      { letter: 'A', name: 'Afhalen', count: 2, numbers: ['A002', 'A003'] },
      { letter: 'B', name: 'Burgerzaken', count: 0, numbers: [] },
    ]);
    expect((await engine.queue(1)).groups.map((group) => group.waiting)).toEqual([2, 0]);
  });

  test('every repeated call is a new call that comes first', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    await take(engine);
    await callNext(engine, 1);
    await callNext(engine, 2);
    const [, before] = (await engine.board()).called;
    good(await engine.recall({ ...act(1), ticketId }));
    const { called } = await engine.board();
    expect(called.map((call) => call.number)).toEqual(['A001', 'A002']);
    expect(called[0]?.callId).not.toBe(before?.callId);
  });

  test('a visitor without a ticket is never on the board, neither during nor after', async () => {
    const { engine } = await make();
    const { ticketId } = await engine.startWithoutTicket({ ...act(), group: 'A' }).then(good);
    expect(await engine.board()).toMatchObject({ called: [], recent: [] });
    good(await engine.finish({ ...act(), ticketId }));
    expect(await engine.board()).toMatchObject({ called: [], recent: [] });
  });

  test('the last six earlier calls stay in sight, newest first; who was put back is not among them', async () => {
    const { engine } = await make();
    for (let visit = 0; visit < 8; visit += 1) {
      const { ticketId } = await take(engine);
      await callNext(engine, 1);
      if (visit === 6) good(await engine.noShow({ ...act(1), ticketId }));
      else good(await engine.finish({ ...act(1), ticketId }));
    }
    const { ticketId } = await take(engine);
    await callNext(engine, 4);
    good(await engine.putBack({ ...act(4), ticketId }));
    const { called, recent } = await engine.board();
    expect(called).toEqual([]);
    expect(recent).toEqual(
      ['A008', 'A007', 'A006', 'A005', 'A004', 'A003'].map((number) => ({ number, counter: 1 })),
    );
  });

  test('every change raises the revision and is told once; a refusal or a repeat is neither', async () => {
    const { engine } = await make();
    let told = 0;
    const stop = engine.onChange(() => (told += 1));
    const seen = async () => (await engine.queue(1)).revision;
    const { ticketId } = await take(engine);
    const issued = await seen();
    const action = act();
    await engine.callNext(action);
    const called = await seen();
    await engine.callNext(action);
    await engine.callNext(act());
    await engine.finish({ ...act(2), ticketId });
    expect(await seen()).toBe(called);
    expect(called).toBeGreaterThan(issued);
    expect(issued).toBeGreaterThan(0);
    expect(told).toBe(2);
    stop();
    good(await engine.finish({ ...act(), ticketId }));
    expect(told).toBe(2);
    expect((await engine.board()).revision).toBe(await seen());
  });

  test('no-shows are listed newest first', async () => {
    const { engine } = await make();
    for (let visit = 0; visit < 3; visit += 1) {
      const { ticketId } = await take(engine);
      await callNext(engine);
      good(await engine.noShow({ ...act(), ticketId }));
    }
    const { noShows } = await engine.queue(1);
    expect(noShows.map((ticket) => ticket.number)).toEqual(['A003', 'A002', 'A001']);
  });

  test('today are all tickets of today in the order in which they came, whatever became of them', async () => {
    const { engine, clock } = await make();
    const { ticketId } = await take(engine);
    await take(engine, 'B');
    await take(engine);
    await callNext(engine, 1);
    good(await engine.finish({ ...act(), ticketId }));
    await callNext(engine, 2);
    const today = (await engine.today()).map(({ number, state }) => `${number} ${state}`);
    expect(today).toEqual(['A001 finished', 'B001 called', 'A002 waiting']);
    clock.jumpTo('2026-11-23T23:00:30.000Z');
    expect(await engine.today()).toEqual([]);
  });
}
