import fc from 'fast-check';
import { expect } from 'vitest';
import type { HallEngine } from '../../../electron/core/ports.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import type { TestClock } from '../../helpers/clock.ts';
import { hallConfig } from './config.ts';
import { act, good, take } from './engine-bench.ts';

/** The configuration of the hall at another location. */
export const configAt = (id: string) => ({ ...hallConfig(), location: { id, name: id } });

export interface TwoHalls {
  readonly clock: TestClock;
  /** Two locations in one database. */
  readonly halls: readonly HallEngine[];
  stop(): Promise<void>;
}

const MINUTE = 60_000;
/** An hour before midnight: in winter, in the night that clocks go forward, and in the night that they go back. */
const EVENINGS = ['2026-11-23T22:00:00.000Z', '2026-03-28T22:00:00.000Z', '2026-10-24T21:00:00.000Z'];

const step = fc.record({
  what: fc.constantFrom('take', 'take', 'call', 'noShow', 'putBack', 'finish', 'wait', 'jump'),
  at: fc.integer({ min: 0, max: 1 }),
  counter: fc.integer({ min: 1, max: 2 }),
  minutes: fc.integer({ min: 1, max: 150 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What a hall promises whatever the night and the clock: numbers without gap or repeat, and nobody twice. */
async function carryOut({ clock, halls }: TwoHalls, steps: readonly Step[]): Promise<number> {
  const given = new Map<string, number>();
  const owner = new Map<string, number>();
  for (const { what, at, counter, minutes } of steps) {
    const hall = halls[at];
    if (!hall) throw new Error('no such location');
    const day = amsterdamDay(clock.now());
    const { current, noShows } = await hall.queue(counter);
    const action = act(counter);
    if (what === 'take') {
      const ticket = await take(hall, counter === 1 ? 'A' : 'B');
      const series = `${at} ${day} ${ticket.group}`;
      given.set(series, (given.get(series) ?? 0) + 1);
      expect(ticket.number).toBe(`${ticket.group}${String(given.get(series)).padStart(3, '0')}`);
      owner.set(ticket.ticketId, at);
    } else if (what === 'call') {
      const answer = await hall.callNext(action);
      const called = answer.ok ? answer.value : null;
      expect(called === null || owner.get(called.ticketId) === at).toBe(true);
      expect(called === null || current === null).toBe(true);
    } else if (what === 'wait') await clock.advance(minutes * MINUTE);
    else if (what === 'jump')
      clock.jumpTo(
        new Date(clock.now().getTime() + (counter === 1 ? -minutes : minutes) * MINUTE).toISOString(),
      );
    else if (what === 'putBack' && noShows[0])
      good(await hall.putBack({ ...action, ticketId: noShows[0].ticketId }));
    else if (what === 'noShow' && current) await hall.noShow({ ...action, ticketId: current.ticketId });
    else if (what === 'finish' && current) good(await hall.finish({ ...action, ticketId: current.ticketId }));
  }
  for (const [at, hall] of halls.entries()) {
    const queues = [await hall.queue(1), await hall.queue(2)];
    const here = queues.map(({ current }) => current?.ticketId).filter((id) => id !== undefined);
    expect(new Set(here).size).toBe(here.length);
    const waiting = queues[0]?.waiting.map(({ ticketId }) => ticketId) ?? [];
    expect(waiting.filter((id) => here.includes(id))).toEqual([]);
    expect([...waiting, ...here].filter((id) => owner.get(id) !== at)).toEqual([]);
  }
  return owner.size;
}

/**
 * Any acts at two locations of one database, around midnight in three kinds of night, with clocks that jump; answers how
 * many tickets were given.
 */
export async function holdsAnyNight(
  make: (start: string) => Promise<TwoHalls>,
  numRuns: number,
): Promise<number> {
  let tickets = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...EVENINGS),
      fc.array(step, { minLength: 15, maxLength: 50 }),
      async (start, steps) => {
        const two = await make(start);
        try {
          tickets += await carryOut(two, steps);
        } finally {
          await two.stop();
        }
      },
    ),
    { numRuns },
  );
  return tickets;
}
