import { expect, test } from 'vitest';
import type { HallEngine } from '../../../electron/core/ports.ts';
import type { Ticket } from '../../../shared/contract/hall.ts';
import { courseOf } from '../../../shared/domain/statistics/course.ts';
import { act, callNext, good, type MakeEngine, refusal, take } from './engine-bench.ts';

const DAY = { from: '2026-11-23', to: '2026-11-23' };

/** A family of four that came for A and for B. */
async function family(engine: HallEngine): Promise<Ticket> {
  const { ticketId } = await take(engine);
  return good(await engine.setParty({ ...act(), ticketId, party: { persons: 4, also: ['B'] } }));
}
const numbers = async (engine: HallEngine) =>
  (await engine.queue(1)).waiting.map(({ number, persons }) => `${number} ${persons}`);

/** Some of a family go on with a number of their own. */
export function splitSuite(make: MakeEngine): void {
  test('who leave a family that waits get a number and wait since the family came; nobody is counted twice', async () => {
    const { engine, clock } = await make();
    const whole = await family(engine);
    await clock.advance(240_000);
    await take(engine, 'B');
    await clock.advance(60_000);
    const split = { ...act(2), ticketId: whole.ticketId, persons: 1, group: 'B' };
    const left = good(await engine.split(split));
    expect(left).toMatchObject({
      number: 'B002',
      persons: 1,
      also: [],
      cameWith: 'A001',
      state: 'waiting',
      waitingSince: whole.waitingSince,
    });
    expect(await engine.ticket(whole.ticketId)).toEqual({ ...whole, persons: 3, also: [] });
    // Before B001, which came after the family.
    expect((await numbers(engine)).toSorted()).toEqual(['A001 3', 'B001 1', 'B002 1']);
    expect((await numbers(engine)).at(-1)).toBe('B001 1');
    expect(good(await engine.split(split))).toEqual(left);
    expect(refusal(await engine.split({ ...split, persons: 2 }))).toBe('commandIdReused');
    expect(await numbers(engine)).toHaveLength(3);
  });

  test('they are called at their own counter, and their wait is counted from the arrival of the family', async () => {
    const { engine, clock } = await make();
    const { ticketId } = await family(engine);
    await callNext(engine);
    await clock.advance(600_000);
    const left = good(await engine.split({ ...act(), ticketId, persons: 1, group: 'B' }));
    expect(await engine.current(1)).toMatchObject({ ticketId, persons: 3, also: [], state: 'called' });
    expect(await callNext(engine, 2)).toMatchObject({ ticketId: left.ticketId, timesCalled: 1 });
    good(await engine.finish({ ...act(2), ticketId: left.ticketId }));
    good(await engine.finish({ ...act(), ticketId }));
    const courses = (await engine.history(DAY)).map(courseOf);
    expect(courses.map(({ persons, waitingSeconds, end }) => [persons, waitingSeconds, end])).toEqual([
      [3, 0, 'helped'],
      [1, 600, 'helped'],
    ]);
  });

  test('priority and the time of an appointment hold for those who leave; the appointment stays with the first number', async () => {
    const { engine } = await make();
    const appointment = { reference: 'afspraak-7', at: '2026-11-23T09:30:00.000Z' };
    const party = { persons: 2, also: [] };
    const by = { ...act(), group: 'A', origin: 'clerk', appointment, party } as const;
    const { ticketId } = good(await engine.issue(by));
    good(await engine.setPriority({ ...act(), ticketId, priority: 'agreed' }));
    const left = good(await engine.split({ ...act(), ticketId, persons: 1, group: 'A' }));
    expect(left).toMatchObject({
      number: 'A002',
      hasPriority: true,
      priorityWhy: 'agreed',
      appointmentAt: appointment.at,
    });
    expect((await engine.checkedIn()).get(appointment.reference)?.ticketId).toBe(ticketId);
  });

  test('somebody always stays, and only the counter where they are says who goes', async () => {
    const { engine } = await make();
    const { ticketId } = await family(engine);
    const split = { ticketId, persons: 4, group: 'B' };
    expect(await engine.split({ ...act(), ...split })).toMatchObject({
      ok: false,
      error: { code: 'invalidInput', field: 'persons' },
    });
    await callNext(engine);
    expect(refusal(await engine.split({ ...act(2), ...split, persons: 1 }))).toBe('ticketTaken');
    good(await engine.finish({ ...act(), ticketId }));
    expect(refusal(await engine.split({ ...act(), ...split, persons: 1 }))).toBe('visitFinished');
    expect(refusal(await engine.split({ ...act(), ...split, ticketId: 'x' }))).toBe('notFound');
    expect(await engine.today()).toHaveLength(1);
  });

  test('who split off can be split again, and after midnight nobody is: the day is over', async () => {
    const { engine, clock } = await make();
    const { ticketId } = await family(engine);
    const left = good(await engine.split({ ...act(), ticketId, persons: 2, group: 'B' }));
    const third = good(await engine.split({ ...act(), ticketId: left.ticketId, persons: 1, group: 'B' }));
    expect(third).toMatchObject({ number: 'B002', cameWith: 'B001', waitingSince: left.waitingSince });
    expect((await numbers(engine)).toSorted()).toEqual(['A001 2', 'B001 1', 'B002 1']);
    clock.jumpTo('2026-11-23T22:59:00.000Z');
    await callNext(engine);
    const here = (await engine.current(1))?.ticketId ?? '';
    good(await engine.setParty({ ...act(), ticketId: here, party: { persons: 2, also: [] } }));
    clock.jumpTo('2026-11-23T23:05:00.000Z');
    const late = { ...act(), ticketId: here, persons: 1, group: 'B' };
    expect(refusal(await engine.split(late))).toBe('hallDayOver');
  });

  test('of two counters that split the last two at once, one does', async () => {
    const { engine } = await make();
    const { ticketId } = await take(engine);
    good(await engine.setParty({ ...act(), ticketId, party: { persons: 2, also: [] } }));
    const answers = await Promise.all(
      [1, 2].map((counter) => engine.split({ ...act(counter), ticketId, persons: 1, group: 'B' })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await numbers(engine)).toSorted()).toEqual(['A001 1', 'B001 1']);
  });
}
