import fc from 'fast-check';
import { expect, test } from 'vitest';
import type {
  CallingCounter,
  CallingFacts,
  CallingTicket,
  WorkProfile,
} from '../../../shared/domain/calling-facts.ts';
import { orderOfCalls } from '../../../shared/domain/calling-order.ts';
import { pastCall } from '../../../shared/domain/calling-wait.ts';
import { APPOINTMENTS, calls, hall, minutes, profile } from './calling-hall.ts';

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
          { kind: 'colleague' as const, name: 'anna' },
          { kind: 'colleague' as const, name: 'bram' },
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
    finallyCallByMinutes: fc.option(fc.integer({ min: 1, max: 90 })),
  })
  .map(({ by, letters, weights, skills, finallyCallByMinutes }) =>
    profile(by, letters.map((letter, index) => `${letter}${weights[index] ?? 1}`).join(' '), {
      skills,
      finallyCallByMinutes,
    }),
  );

const history = fc
  .array(fc.constantFrom('A', 'B', 'C', 'X', 'a', 'b'), { maxLength: 12 })
  .map((letters) => calls(letters.join('')));

const counters: fc.Arbitrary<Partial<CallingCounter>> = fc.record({
  profile: fc.option(profiles, { nil: null }),
  devices: fc.constantFrom(new Set<'camera'>(['camera']), new Set<'camera'>()),
  recentCalls: history,
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
        return target.kind === 'counter' ? target.counter === 1 : target.name === 'anna';
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
    recentCalls: history,
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
      const made = ranked.slice(recentCalls.length === 0 ? 0 : sum).map(({ ticket }) => ticket.group);
      for (let from = 0; from + sum <= made.length; from += 1) {
        const run = made.slice(from, from + sum);
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

test('with "finally call by" nobody starves: earlier limits go first, and as many appointments and one', () => {
  const limits = profiles.map((one) => ({ ...one, finallyCallByMinutes: LIMIT }));
  // A counter that calls every two minutes while two visitors arrive in them: twice as many as it can help.
  const crowds = fc.array(fc.record({ group: fc.constantFrom('A', 'B'), isPlanned: fc.boolean() }), {
    minLength: 60,
    maxLength: 120,
  });
  fc.assert(
    fc.property(limits, crowds, (helps, crowd) => {
      const all = crowd.map(({ group, isPlanned }, index) => ({
        ...walkInOf(group),
        ticketId: `t${index}`,
        position: index + 1,
        waitingSince: minutes(index),
        appointmentAt: isPlanned ? minutes(index) : null,
      }));
      const called = callAll(all, { ...helps, groups: profile('order', 'A2 B1').groups });
      expect(called).toHaveLength(all.length);
      for (const [index, { ticket, minute }] of called.entries()) {
        if (ticket.appointmentAt !== null) continue;
        const over = ticket.position - 1 + LIMIT;
        const before = called.slice(0, index).filter((call) => call.minute > over && call.minute < minute);
        const others = before.filter((call) => call.ticket.appointmentAt === null);
        expect(others.filter((call) => call.ticket.position > ticket.position)).toEqual([]);
        expect(before.length - others.length).toBeLessThanOrEqual(others.length + 1);
      }
    }),
    { numRuns: 40 },
  );
});

const LIMIT = 20;

/** Calls until nobody is left: one visitor each two minutes. Who has position n arrives at minute n - 1. */
function callAll(all: readonly CallingTicket[], helps: WorkProfile) {
  const called: { readonly ticket: CallingTicket; readonly minute: number }[] = [];
  for (let minute = 0; called.length < all.length; minute += 2) {
    const here = all.filter(
      (one) => one.position - 1 <= minute && !called.some(({ ticket }) => ticket === one),
    );
    const recentCalls = called.map(({ ticket }) => pastCall(ticket, APPOINTMENTS));
    const now = new Date(minutes(minute));
    const [first] = orderOfCalls(hall(here, { profile: helps, recentCalls }, now), 1).ranked;
    if (first !== undefined) called.push({ ticket: first.ticket, minute });
  }
  return called;
}

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
