import fc from 'fast-check';
import { expect, test } from 'vitest';
import type {
  CallingCounter,
  CallingFacts,
  CallingTicket,
  WorkProfile,
} from '../../../shared/domain/calling-facts.ts';
import { orderOfCalls } from '../../../shared/domain/calling-order.ts';
import { hall, minutes, profile } from './calling-hall.ts';

const time = (min: number, max: number) => fc.integer({ min, max }).map(minutes);
const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 4 });

/** Tickets of any kind, in groups with and without a place in the configuration; the clock may have jumped. */
const tickets: fc.Arbitrary<CallingTicket[]> = fc
  .array(
    fc.record({
      group: fc.constantFrom('A', 'B', 'C', 'X'),
      waitingSince: time(-120, 30),
      appointmentAt: sometimes(time(-60, 60)),
      priority: fc.boolean(),
      target: sometimes(
        fc.constantFrom(
          { kind: 'counter' as const, counter: 1 },
          { kind: 'counter' as const, counter: 2 },
          { kind: 'colleague' as const, staffId: 'anna' },
          { kind: 'colleague' as const, staffId: 'bram' },
        ),
      ),
      notBefore: sometimes(time(-20, 20)),
      lockedUntil: sometimes(time(-5, 5)),
    }),
    { maxLength: 40 },
  )
  .map((rows) => rows.map((row, index) => ({ ...row, ticketId: `t${index}`, position: index + 1 })));

const profiles: fc.Arbitrary<WorkProfile> = fc
  .record({
    by: fc.constantFrom('norm' as const, 'order' as const, 'ratio' as const),
    letters: fc.shuffledSubarray(['A', 'B', 'C'], { minLength: 1 }),
    weights: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 }),
    skills: fc.constantFrom([], ['reisdocumenten']),
    walkInMinutes: fc.option(fc.integer({ min: 1, max: 90 })),
    appointmentMinutes: fc.option(fc.integer({ min: 1, max: 30 })),
  })
  .map(({ by, letters, weights, skills, walkInMinutes, appointmentMinutes }) =>
    profile(by, letters.map((letter, index) => `${letter}${weights[index] ?? 1}`).join(' '), {
      skills,
      finallyCallBy: { walkInMinutes, appointmentMinutes },
    }),
  );

const counters: fc.Arbitrary<Partial<CallingCounter>> = fc.record({
  profile: fc.option(profiles, { nil: null }),
  devices: fc.constantFrom(new Set<'camera'>(['camera']), new Set<'camera'>()),
  recentCalls: fc.array(fc.constantFrom('A', 'B', 'C', 'X'), { maxLength: 12 }),
});

const halls = fc.record({ tickets, counter: counters });
const factsOf = (given: { tickets: CallingTicket[]; counter: Partial<CallingCounter> }): CallingFacts =>
  hall(given.tickets, given.counter);

test('equal facts give an equal order, and the order of the lists changes nothing', () => {
  const shuffled = halls.chain((given) =>
    fc.tuple(fc.constant(given), fc.shuffledSubarray(given.tickets, { minLength: given.tickets.length })),
  );
  fc.assert(
    fc.property(shuffled, ([given, other]) => {
      const facts = factsOf(given);
      const order = orderOfCalls(facts);
      expect(orderOfCalls(facts)).toEqual(order);
      const turned = { ...facts, tickets: other, groups: facts.groups.toReversed() };
      expect(orderOfCalls(turned)).toEqual(order);
    }),
  );
});

test('everybody is either in the order or passed over for a reason, once', () => {
  fc.assert(
    fc.property(halls, (given) => {
      const { ranked, skipped } = orderOfCalls(factsOf(given));
      const seen = [...ranked, ...skipped].map(({ ticket }) => ticket.ticketId).sort();
      expect(seen).toEqual(given.tickets.map(({ ticketId }) => ticketId).sort());
    }),
  );
});

test('asking for the first few gives the beginning of the whole order', () => {
  fc.assert(
    fc.property(halls, fc.integer({ min: 0, max: 45 }), (given, most) => {
      const facts = factsOf(given);
      expect(orderOfCalls(facts, most).ranked).toEqual(orderOfCalls(facts).ranked.slice(0, most));
    }),
  );
});

test('nobody is called whom the counter cannot help', () => {
  fc.assert(
    fc.property(halls, (given) => {
      const facts = factsOf(given);
      const { devices, profile: helps } = facts.counter;
      const past = (at: string | null) => at === null || Date.parse(at) <= facts.now.getTime();
      const isHelped = (group: string) =>
        helps === null ||
        (helps.groups.some(({ letter }) => letter === group) &&
          (group !== 'C' || helps.skills.includes('reisdocumenten')));
      const isMine = ({ target, group }: CallingTicket): boolean => {
        if (target === null) return isHelped(group);
        return target.kind === 'counter' ? target.counter === 1 : target.staffId === 'anna';
      };
      return orderOfCalls(facts).ranked.every(
        ({ ticket }) =>
          isMine(ticket) &&
          past(ticket.notBefore) &&
          past(ticket.lockedUntil) &&
          (ticket.group !== 'C' || devices.has('camera')),
      );
    }),
  );
});

test('walk-ins of one group whose place and arrival agree are called in that order', () => {
  fc.assert(
    fc.property(halls, (given) => {
      const plain = orderOfCalls(factsOf(given))
        .ranked.map(({ ticket }) => ticket)
        .filter((one) => !(one.target ?? one.appointmentAt ?? one.notBefore) && !one.priority);
      const agrees = (first: CallingTicket, second: CallingTicket) =>
        first.group !== second.group ||
        first.position < second.position ||
        Date.parse(first.waitingSince) < Date.parse(second.waitingSince);
      return plain.every((second, index) => plain.slice(0, index).every((first) => agrees(first, second)));
    }),
  );
});

test('with every group waiting, each run of as many calls as the weights add up to holds the weights exactly', () => {
  const runs = fc.record({
    weights: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 3 }),
    recentCalls: fc.array(fc.constantFrom('A', 'B', 'X'), { maxLength: 20 }),
  });
  fc.assert(
    fc.property(runs, ({ weights, recentCalls }) => {
      const letters = ['A', 'B', 'X'].slice(0, weights.length);
      const sum = weights.reduce((a, b) => a + b, 0);
      const waiting = letters.flatMap((group, index) =>
        Array.from({ length: sum * 6 }, (_, nr) => ({
          ...walkInOf(group),
          ticketId: `${group}${nr}`,
          position: nr * 3 + index,
        })),
      );
      const helps = profile('ratio', letters.map((letter, i) => `${letter}${weights[i] ?? 1}`).join(' '));
      const { ranked } = orderOfCalls(hall(waiting, { profile: helps, recentCalls }), sum * 5);
      // The first calls may still make up for what went before.
      const calls = ranked.slice(recentCalls.length === 0 ? 0 : sum).map(({ ticket }) => ticket.group);
      for (let from = 0; from + sum <= calls.length; from += 1) {
        const run = calls.slice(from, from + sum);
        expect(letters.map((letter) => run.filter((group) => group === letter).length)).toEqual(weights);
      }
    }),
  );
});

function walkInOf(group: string): CallingTicket {
  return {
    ticketId: '',
    group,
    position: 0,
    waitingSince: minutes(-1),
    appointmentAt: null,
    priority: false,
    target: null,
    notBefore: null,
    lockedUntil: null,
  };
}

test('with "finally call by" nobody starves: over the limit, only who had to be called before comes before', () => {
  const limits = profiles.map((one) => ({
    ...one,
    finallyCallBy: { walkInMinutes: 20, appointmentMinutes: 10 },
  }));
  // A counter that calls every two minutes while two visitors arrive in each of them, most of them with an appointment.
  const crowds = fc.array(fc.record({ group: fc.constantFrom('A', 'B'), planned: fc.boolean() }), {
    minLength: 60,
    maxLength: 120,
  });
  fc.assert(
    fc.property(limits, crowds, (helps, crowd) => {
      const own = { ...helps, groups: profile('order', 'A2 B1').groups };
      const all = crowd.map(({ group, planned }, index) => ({
        ...walkInOf(group),
        ticketId: `t${index}`,
        position: index + 1,
        waitingSince: minutes(index),
        appointmentAt: planned && index > 0 ? minutes(index) : null,
      }));
      const called = new Set<string>();
      const calledAt = new Map<string, number>();
      for (let minute = 0; called.size < all.length; minute += 2) {
        const waiting = all.filter(({ ticketId }, index) => index <= minute && !called.has(ticketId));
        const now = new Date(minutes(minute));
        const first = orderOfCalls(hall(waiting, { profile: own }, now), 1).ranked[0]?.ticket;
        if (first === undefined) continue;
        called.add(first.ticketId);
        calledAt.set(first.ticketId, minute);
      }
      for (const [index, late] of all.entries()) {
        const limit = index + (late.appointmentAt === null ? 20 : 10);
        const at = calledAt.get(late.ticketId) ?? Number.POSITIVE_INFINITY;
        const overtook = all.filter((other, place) => {
          const otherLimit = place + (other.appointmentAt === null ? 20 : 10);
          const otherAt = calledAt.get(other.ticketId) ?? Number.POSITIVE_INFINITY;
          return otherAt > limit && otherAt < at && otherLimit > limit;
        });
        expect(overtook).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});

test('without a limit the last group of an order does starve: the property above can fail', () => {
  const crowd = Array.from({ length: 40 }, (_, nr) => ({
    ...walkInOf(nr === 0 ? 'B' : 'A'),
    ticketId: `t${nr}`,
    position: nr,
    waitingSince: minutes(nr - 60),
  }));
  const { ranked } = orderOfCalls(hall(crowd, { profile: profile('order', 'A B') }));
  expect(ranked.at(-1)?.ticket.ticketId).toBe('t0');
});
