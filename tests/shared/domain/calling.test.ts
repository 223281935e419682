import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseNext, type Waiting, waitedSeconds } from '../../../shared/domain/calling.ts';

const NOW = new Date('2026-11-23T10:00:00.000Z');
const GROUPS = [
  { letter: 'A', normSeconds: 300 },
  { letter: 'B', normSeconds: 900 },
];

function waiting(ticketId: string, group: string, position: number, minutes: number): Waiting {
  return {
    ticketId,
    group,
    position,
    waitingSince: new Date(NOW.getTime() - minutes * 60_000).toISOString(),
  };
}

const hall = fc
  .array(fc.record({ group: fc.constantFrom('A', 'B', 'C'), minutes: fc.integer({ min: -60, max: 120 }) }), {
    maxLength: 40,
  })
  .map((rows) => rows.map((row, index) => waiting(`t${index}`, row.group, index + 1, row.minutes)));

test('nobody waits: nobody is called', () => {
  expect(chooseNext([], GROUPS, NOW)).toBeNull();
});

test('within the norm the longest waiting goes first, whatever his group', () => {
  const chosen = chooseNext([waiting('b', 'B', 1, 4), waiting('a', 'A', 2, 3)], GROUPS, NOW);
  expect(chosen).toMatchObject({ ticket: { ticketId: 'b' }, why: 'longestWaiting' });
});

test('over the norm the greatest relative overrun goes first', () => {
  const chosen = chooseNext([waiting('b', 'B', 1, 20), waiting('a', 'A', 2, 10)], GROUPS, NOW);
  expect(chosen).toMatchObject({ ticket: { ticketId: 'a' }, why: 'overNorm' });
});

test('exactly at the norm is not yet over it', () => {
  const chosen = chooseNext([waiting('b', 'B', 1, 8), waiting('a', 'A', 2, 5)], GROUPS, NOW);
  expect(chosen).toMatchObject({ ticket: { ticketId: 'b' }, why: 'longestWaiting' });
});

test('an equal overrun goes by position', () => {
  const chosen = chooseNext([waiting('a', 'A', 2, 10), waiting('b', 'B', 1, 30)], GROUPS, NOW);
  expect(chosen).toMatchObject({ ticket: { ticketId: 'b' }, why: 'overNorm' });
});

test('a wait is never negative', () => {
  expect(waitedSeconds('2026-11-23T10:00:01.000Z', NOW)).toBe(0);
  expect(waitedSeconds('2026-11-23T09:59:58.500Z', NOW)).toBe(1.5);
});

test('property: somebody is called exactly when somebody waits, always the first of his group', () => {
  fc.assert(
    fc.property(hall, (tickets) => {
      const chosen = chooseNext(tickets, GROUPS, NOW);
      if (tickets.length === 0) return chosen === null;
      if (chosen === null) return false;
      const ofGroup = tickets.filter((ticket) => ticket.group === chosen.ticket.group);
      return chosen.ticket.position === Math.min(...ofGroup.map((ticket) => ticket.position));
    }),
  );
});

test('property: the order in which the tickets are listed changes nothing', () => {
  const shuffled = hall.chain((tickets) =>
    fc.tuple(fc.constant(tickets), fc.shuffledSubarray(tickets, { minLength: tickets.length })),
  );
  fc.assert(
    fc.property(shuffled, ([tickets, other]) => {
      expect(chooseNext(other, GROUPS, NOW)).toEqual(chooseNext(tickets, GROUPS, NOW));
    }),
  );
});

test('property: "over norm" is said exactly when the first of some group waits longer than its norm', () => {
  fc.assert(
    fc.property(hall, (tickets) => {
      const late = GROUPS.some(({ letter, normSeconds }) => {
        const head = tickets.find((ticket) => ticket.group === letter);
        return head !== undefined && waitedSeconds(head.waitingSince, NOW) > normSeconds;
      });
      return (chooseNext(tickets, GROUPS, NOW)?.why === 'overNorm') === late;
    }),
  );
});

test('property: calling until nobody waits calls everybody once, each group in its own order', () => {
  fc.assert(
    fc.property(hall, (tickets) => {
      let left = tickets;
      const called: Waiting[] = [];
      for (let next = chooseNext(left, GROUPS, NOW); next !== null; next = chooseNext(left, GROUPS, NOW)) {
        const chosen = next.ticket;
        called.push(chosen);
        left = left.filter((ticket) => ticket !== chosen);
      }
      expect(called).toHaveLength(tickets.length);
      for (const group of ['A', 'B', 'C']) {
        expect(called.filter((ticket) => ticket.group === group)).toEqual(
          tickets.filter((ticket) => ticket.group === group),
        );
      }
    }),
  );
});
