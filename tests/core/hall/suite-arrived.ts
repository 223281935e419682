import { expect, test } from 'vitest';
import type { HallEngine } from '../../../electron/core/ports.ts';
import { courseOf } from '../../../shared/domain/statistics/course.ts';
import { act, callNext, good, type MakeEngine, take, undoable } from './engine-bench.ts';

const TODAY = { from: '2026-11-23', to: '2026-11-23' };

/** What a counter does first for who stands there. */
const arrive = (engine: HallEngine, ticketId: string, counter = 1): void =>
  engine.arriveInStore({ counter, staffId: 'medewerker-1', ticketId });

const kindsNow = async (engine: HallEngine): Promise<readonly string[]> =>
  (await engine.history(TODAY)).flatMap(({ events }) => events.map(({ kind }) => kind));

/** What happened, once so many arrivals are noted: a shared hall is told after the commit. */
async function kinds(engine: HallEngine, arrivals: number): Promise<readonly string[]> {
  const noted = async () => (await kindsNow(engine)).filter((kind) => kind === 'arrived').length;
  await expect.poll(noted).toBe(arrivals);
  return kindsNow(engine);
}

/** The visitor who was called stands at the counter: noted once for each call, beside all else. */
export function arrivedSuite(make: MakeEngine): void {
  test('who is seen at the counter walked until then, and is served from then on; seen again is nothing new', async () => {
    const { engine, clock } = await make();
    const { ticketId } = await take(engine);
    await callNext(engine);
    await clock.advance(40_000);
    arrive(engine, ticketId);
    arrive(engine, ticketId);
    await kinds(engine, 1);
    await clock.advance(60_000);
    arrive(engine, ticketId);
    good(await engine.finish({ ...act(), ticketId }));
    expect(await kinds(engine, 1)).toEqual(['issued', 'called', 'arrived', 'finished']);
    const [ticket] = await engine.history(TODAY);
    expect(ticket && courseOf(ticket)).toMatchObject({
      walks: [{ counter: 1, seconds: 40 }],
      services: [{ counter: 1, seconds: 60 }],
    });
  });

  test('the call can still be taken back: whoever was seen was the wrong one, and the next call has its own', async () => {
    const { engine } = await make();
    const ticket = await take(engine);
    const { ticketId } = ticket;
    await callNext(engine);
    const actionId = await undoable(engine);
    arrive(engine, ticketId);
    await kinds(engine, 1);
    expect(await undoable(engine)).toBe(actionId);
    good(await engine.undo({ ...act(), actionId }));
    expect(await engine.ticket(ticketId)).toEqual(ticket);
    await callNext(engine, 2);
    arrive(engine, ticketId, 2);
    await kinds(engine, 2);
    good(await engine.finish({ ...act(2), ticketId }));
    const [history] = await engine.history(TODAY);
    expect(history && courseOf(history).walks).toEqual([{ counter: 2, seconds: 0 }]);
  });

  test('called again at the counter he stands there already; put back and called he walks once more', async () => {
    const { engine, clock } = await make();
    const { ticketId } = await take(engine);
    await callNext(engine);
    arrive(engine, ticketId);
    await kinds(engine, 1);
    good(await engine.recall({ ...act(), ticketId }));
    arrive(engine, ticketId);
    good(await engine.putBack({ ...act(), ticketId }));
    expect(await kinds(engine, 1)).toEqual(['issued', 'called', 'arrived', 'recalled', 'putBack']);
    await callNext(engine);
    await clock.advance(20_000);
    arrive(engine, ticketId);
    expect((await kinds(engine, 2)).slice(-2)).toEqual(['called', 'arrived']);
  });

  test('who has no number, waits, or is at another counter, is not seen', async () => {
    const { engine } = await make();
    const waits = await take(engine);
    arrive(engine, waits.ticketId);
    const walkIn = good(await engine.startWithoutTicket({ ...act(2), group: 'B' }));
    arrive(engine, walkIn.ticketId, 2);
    await callNext(engine, 1);
    arrive(engine, waits.ticketId, 2);
    good(await engine.finish({ ...act(1), ticketId: waits.ticketId }));
    expect(await kindsNow(engine)).not.toContain('arrived');
  });
}
