import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { HallEngine } from '../../../electron/core/ports.ts';
import { act, callNext, good, type MakeEngine, refusal, take } from './engine-bench.ts';

const AT = '2026-11-23T09:10:00.000Z';

const checkIn = (reference = 'afspraak-1', at = AT, commandId: string = randomUUID()) =>
  ({
    commandId,
    group: 'A',
    origin: 'clerk',
    staffId: 'medewerker-1',
    appointment: { reference, at },
  }) as const;

const waiting = async (engine: HallEngine) => (await engine.queue(1)).waiting.map(({ number }) => number);

/** Appointments: one ticket each, whoever checks in, and called by their time. */
export function appointmentSuite(make: MakeEngine): void {
  test('an appointment becomes a ticket with its time', async () => {
    const { engine } = await make();
    const ticket = good(await engine.issue(checkIn()));
    expect(ticket).toMatchObject({ number: 'A001', state: 'waiting', appointmentAt: AT, origin: 'clerk' });
    expect((await engine.queue(1)).waiting).toEqual([ticket]);
    expect(await engine.checkedIn()).toEqual(new Map([['afspraak-1', ticket]]));
    expect((await take(engine)).appointmentAt).toBeNull();
    expect(await engine.history({ from: '2026-11-23', to: '2026-11-23' })).toMatchObject([
      { appointmentAt: AT },
      { appointmentAt: null },
    ]);
  });

  test('he waits from the time that he agreed, and who comes after it from when he comes', async () => {
    const { engine } = await make();
    expect(good(await engine.issue(checkIn())).waitingSince).toBe(AT);
    const late = good(await engine.issue(checkIn('afspraak-2', '2026-11-23T08:50:00.000Z')));
    expect(late.waitingSince).toBe(late.issuedAt);
  });

  test('who is checked in twice, at once or later, keeps his one ticket and uses no second number', async () => {
    const { engine } = await make();
    const answers = await Promise.all([engine.issue(checkIn()), engine.issue(checkIn())]);
    const numbers = answers.map((answer) => good(answer).number);
    expect(numbers).toEqual(['A001', 'A001']);
    await callNext(engine);
    expect(good(await engine.issue(checkIn()))).toMatchObject({ number: 'A001', state: 'called' });
    expect(good(await engine.issue(checkIn('afspraak-2'))).number).toBe('A002');
    expect(await waiting(engine)).toEqual(['A002']);
  });

  test('the same command is repeated, and refused for another appointment', async () => {
    const { engine } = await make();
    const commandId = randomUUID();
    const first = good(await engine.issue(checkIn('afspraak-1', AT, commandId)));
    expect(good(await engine.issue(checkIn('afspraak-1', AT, commandId)))).toEqual(first);
    expect(refusal(await engine.issue(checkIn('afspraak-2', AT, commandId)))).toBe('commandIdReused');
  });

  test('an appointment goes before who came earlier without one, at its time and not before', async () => {
    const { engine, clock } = await make();
    await take(engine);
    await take(engine);
    good(await engine.issue(checkIn()));
    expect(await waiting(engine)).toEqual(['A001', 'A002', 'A003']);
    expect((await engine.queue(1)).next).toMatchObject({ number: 'A001' });
    await clock.advance(9 * 60_000);
    expect((await engine.queue(1)).next).toMatchObject({
      number: 'A003',
      why: { code: 'appointment', at: AT },
    });
    const called = await callNext(engine);
    expect(called).toMatchObject({ number: 'A003', appointmentAt: AT });
    good(await engine.finish({ ...act(), ticketId: called.ticketId }));
    expect((await callNext(engine)).number).toBe('A001');
  });

  test('a check-in that is taken back leaves the hall, stays known, and can be done again under a new number', async () => {
    const { engine } = await make();
    const { ticketId } = good(await engine.issue(checkIn()));
    const cancel = { ...act(), ticketId, reason: 'checkInUndone' } as const;
    expect(good(await engine.cancel(cancel))).toMatchObject({ state: 'cancelled', appointmentAt: AT });
    expect(good(await engine.cancel(cancel)).state).toBe('cancelled');
    expect(good(await engine.cancel({ ...cancel, ...act() })).state).toBe('cancelled');
    expect([await waiting(engine), (await engine.checkedIn()).size]).toEqual([[], 0]);
    expect(refusal(await engine.putBack({ ...act(), ticketId }))).toBe('noVisit');
    const again = good(await engine.issue(checkIn()));
    expect(again.number).toBe('A002');
    expect([...(await engine.checkedIn()).keys()]).toEqual(['afspraak-1']);
    const [first, second] = await engine.history({ from: '2026-11-23', to: '2026-11-23' });
    expect(first?.events.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['issued', null],
      ['cancelled', 'checkInUndone'],
    ]);
    expect(second?.events).toHaveLength(1);
  });

  test('who was called is not cancelled under the hands of the counter that called', async () => {
    const { engine } = await make();
    good(await engine.issue(checkIn()));
    const { ticketId } = await callNext(engine, 2);
    const cancel = () => engine.cancel({ ...act(), ticketId, reason: 'checkInUndone' });
    expect(refusal(await cancel())).toBe('ticketTaken');
    good(await engine.noShow({ ...act(2), ticketId }));
    expect(refusal(await cancel())).toBe('noVisit');
    good(await engine.putBack({ ...act(2), ticketId }));
    expect(good(await cancel()).state).toBe('cancelled');
  });

  test('the appointments of yesterday are nobody’s today', async () => {
    const { engine, clock } = await make();
    good(await engine.issue(checkIn()));
    clock.jumpTo('2026-11-24T09:00:00.000Z');
    expect(await engine.checkedIn()).toEqual(new Map());
  });
}
