import { expect, test } from 'vitest';
import type { CallingCounter, CallingTicket } from '../../../shared/domain/calling-facts.ts';
import { orderOfCalls } from '../../../shared/domain/calling-order.ts';
import { waitedSeconds } from '../../../shared/domain/calling-wait.ts';
import { calls, hall, minutes, profile, walkIn } from './calling-hall.ts';

type Row = readonly [
  what: string,
  tickets: readonly CallingTicket[],
  counter: Partial<CallingCounter>,
  order: readonly (readonly [ticketId: string, why: object])[],
];

const byOrder = profile('order', 'B A');
const limited = profile('order', 'B A', { finallyCallByMinutes: 30 });
const longest = { code: 'longestWaiting' };
const appointment = (at: number) => ({ appointmentAt: minutes(at) });

test.each<Row>([
  ['nobody waits', [], {}, []],
  [
    'no profile, within the norm: the longest in the hall, whatever his group',
    [walkIn('a', 2, 3), walkIn('b', 1, 4)],
    {},
    [
      ['b', longest],
      ['a', longest],
    ],
  ],
  [
    'no profile, over the norm: the greatest wait relative to the norm',
    [walkIn('b', 1, 20), walkIn('a', 2, 10)],
    {},
    [
      ['a', { code: 'overNorm', normSeconds: 300 }],
      ['b', { code: 'overNorm', normSeconds: 900 }],
    ],
  ],
  [
    'exactly at the norm is not yet over it',
    [walkIn('b', 1, 8), walkIn('a', 2, 5)],
    {},
    [
      ['b', longest],
      ['a', longest],
    ],
  ],
  [
    'an equal overrun goes by place in the hall',
    [walkIn('a', 2, 10), walkIn('b', 1, 30)],
    {},
    [
      ['b', { code: 'overNorm', normSeconds: 900 }],
      ['a', { code: 'overNorm', normSeconds: 300 }],
    ],
  ],
  [
    'a group that left the configuration has no norm, and is called in turn',
    [walkIn('x', 1, 200), walkIn('a', 2, 1)],
    {},
    [
      ['x', longest],
      ['a', longest],
    ],
  ],
  [
    'groups in order: the first group that waits, however long the others do',
    [walkIn('a1', 1, 90), walkIn('b1', 2, 1), walkIn('b2', 3, 0)],
    { profile: byOrder },
    [
      ['b1', { code: 'groupOrder', place: 1, of: 2 }],
      ['b2', { code: 'groupOrder', place: 1, of: 2 }],
      ['a1', { code: 'groupOrder', place: 2, of: 2 }],
    ],
  ],
  [
    'finally call by: who had to be called first goes first, exactly at the limit is in time',
    [walkIn('a1', 1, 40), walkIn('a2', 2, 30), walkIn('b1', 3, 35), walkIn('b2', 4, 1)],
    { profile: limited },
    [
      ['a1', { code: 'finallyCallBy', limit: minutes(-10) }],
      ['b1', { code: 'finallyCallBy', limit: minutes(-5) }],
      ['b2', { code: 'groupOrder', place: 1, of: 2 }],
      ['a2', { code: 'groupOrder', place: 2, of: 2 }],
    ],
  ],
  [
    'over the limit and appointments take turns, an appointment first',
    [
      walkIn('a1', 1, 90),
      walkIn('a2', 2, 80),
      walkIn('b1', 3, 60, appointment(-1)),
      walkIn('b2', 4, 60, appointment(-2)),
      walkIn('b3', 5, 1),
      walkIn('a3', 6, 60, appointment(1)),
    ],
    { profile: limited },
    [
      ['b2', { code: 'appointment', at: minutes(-2) }],
      ['a1', { code: 'finallyCallBy', limit: minutes(-60) }],
      ['b1', { code: 'appointment', at: minutes(-1) }],
      ['a2', { code: 'finallyCallBy', limit: minutes(-50) }],
      ['a3', { code: 'appointment', at: minutes(1) }],
      ['b3', { code: 'groupOrder', place: 1, of: 2 }],
    ],
  ],
  [
    'after an appointment at this counter, who is over the limit first',
    [walkIn('a1', 1, 90), walkIn('b1', 2, 60, appointment(-15))],
    { profile: limited, recentCalls: calls('Ab') },
    [
      ['a1', { code: 'finallyCallBy', limit: minutes(-60) }],
      ['b1', { code: 'appointment', at: minutes(-15) }],
    ],
  ],
  [
    'appointments go before walk-ins from two minutes before their time, in the order of their times',
    [walkIn('a1', 1, 90), walkIn('b1', 2, 20, appointment(2)), walkIn('b2', 3, 1, appointment(-1))],
    { profile: byOrder },
    [
      ['b2', { code: 'appointment', at: minutes(-1) }],
      ['b1', { code: 'appointment', at: minutes(2) }],
      ['a1', { code: 'groupOrder', place: 2, of: 2 }],
    ],
  ],
  [
    'an early appointment goes after the walk-ins, for who has nothing else to do',
    [walkIn('b1', 1, 20, appointment(15)), walkIn('b2', 2, 20, appointment(10)), walkIn('a1', 3, 0)],
    {},
    [
      ['a1', longest],
      ['b2', { code: 'appointmentEarly', at: minutes(10) }],
      ['b1', { code: 'appointmentEarly', at: minutes(15) }],
    ],
  ],
  [
    'who came later than a quarter of an hour after his time waits like a walk-in, from his arrival',
    [walkIn('a1', 1, 4), walkIn('a2', 2, 3, appointment(-20)), walkIn('a3', 3, 3, appointment(-18))],
    {},
    [
      ['a3', { code: 'appointment', at: minutes(-18) }],
      ['a1', longest],
      ['a2', longest],
    ],
  ],
  [
    'priority goes before limits and appointments, by place in the hall',
    [
      walkIn('a1', 1, 90),
      walkIn('b1', 2, 9, appointment(0)),
      walkIn('a2', 3, 2, { priority: true }),
      walkIn('a3', 4, 1, { priority: true, ...appointment(300) }),
    ],
    { profile: limited },
    [
      ['a2', { code: 'priority' }],
      ['a3', { code: 'priority' }],
      ['b1', { code: 'appointment', at: minutes(0) }],
      ['a1', { code: 'finallyCallBy', limit: minutes(-60) }],
    ],
  ],
  [
    'who was sent to this counter or this clerk goes first, also with a product outside the profile',
    [
      walkIn('a1', 1, 90, { priority: true }),
      walkIn('c1', 2, 2, { target: { kind: 'colleague', name: 'anna' } }),
      walkIn('x1', 3, 1, { target: { kind: 'counter', counter: 1 } }),
    ],
    { profile: byOrder },
    [
      ['c1', { code: 'sentHere' }],
      ['x1', { code: 'sentHere' }],
      ['a1', { code: 'priority' }],
    ],
  ],
  [
    'an agreed return counts as waiting from its time only',
    [walkIn('a1', 1, 50, { notBefore: minutes(-2) }), walkIn('b1', 2, 31)],
    { profile: limited },
    [
      ['b1', { code: 'finallyCallBy', limit: minutes(-1) }],
      ['a1', { code: 'groupOrder', place: 2, of: 2 }],
    ],
  ],
  [
    'two to one: each three calls hold two of A and one of B',
    [walkIn('a1', 1, 9), walkIn('a2', 2, 8), walkIn('a3', 3, 8), walkIn('b1', 4, 7), walkIn('b2', 5, 6)],
    { profile: profile('ratio', 'A2 B1') },
    [
      ['a1', { code: 'ratio', weight: 2, sum: 3, calls: 0, last: 0 }],
      ['b1', { code: 'ratio', weight: 1, sum: 3, calls: 0, last: 1 }],
      ['a2', { code: 'ratio', weight: 2, sum: 3, calls: 1, last: 2 }],
      ['a3', { code: 'ratio', weight: 2, sum: 3, calls: 1, last: 2 }],
      ['b2', { code: 'ratio', weight: 1, sum: 3, calls: 0, last: 2 }],
    ],
  ],
  [
    'a ratio goes on from the earlier calls of this counter, other groups left out, and an empty group catches up nothing',
    [walkIn('a1', 1, 9), walkIn('b1', 2, 7)],
    { profile: profile('ratio', 'A2 B1'), recentCalls: calls('BBBAAX') },
    [
      ['b1', { code: 'ratio', weight: 1, sum: 3, calls: 0, last: 2 }],
      ['a1', { code: 'ratio', weight: 2, sum: 3, calls: 1, last: 2 }],
    ],
  ],
])('%s', (_, tickets, counter, order) => {
  const { ranked } = orderOfCalls(hall(tickets, counter));
  expect(ranked.map(({ ticket, why }) => [ticket.ticketId, why])).toEqual(order);
});

const skilled = profile('order', 'C A', { skills: ['reisdocumenten'] });

test.each<readonly [string, CallingTicket, Partial<CallingCounter>, object]>([
  [
    'sent to another counter',
    walkIn('a', 1, 9, { target: { kind: 'counter', counter: 2 } }),
    {},
    { code: 'otherCounter', counter: 2 },
  ],
  [
    'sent to a colleague',
    walkIn('a', 1, 9, { target: { kind: 'colleague', name: 'bram' } }),
    {},
    { code: 'colleague', name: 'bram' },
  ],
  ['a group outside the profile', walkIn('b', 1, 99), { profile: skilled }, { code: 'notInProfile' }],
  [
    'a skill that the profile does not have',
    walkIn('c', 1, 9, { priority: true }),
    { profile: profile('order', 'C A') },
    { code: 'skillMissing', skills: ['reisdocumenten'] },
  ],
  [
    'a skill that the clerk does not have, whatever the profile has and whoever sent the visitor',
    walkIn('c', 1, 9, { target: { kind: 'colleague', name: 'anna' } }),
    { profile: skilled, clerkSkills: ['rijbewijzen'] },
    { code: 'clerkLacks', skills: ['reisdocumenten'] },
  ],
  [
    'a camera that is down, although a person sent the visitor here',
    walkIn('c', 1, 9, { target: { kind: 'counter', counter: 1 } }),
    { devices: new Set(['document-reader']) },
    { code: 'deviceAway', devices: ['camera'] },
  ],
  [
    'back at ten past',
    walkIn('a', 1, 9, { notBefore: minutes(10) }),
    {},
    { code: 'notBefore', at: minutes(10) },
  ],
  [
    'called just now and not there',
    walkIn('a', 1, 9, { lockedUntil: minutes(3) }),
    {},
    { code: 'lockedOut', until: minutes(3) },
  ],
  [
    'an appointment of this afternoon',
    walkIn('a', 1, 9, appointment(31)),
    {},
    { code: 'appointmentLater', at: minutes(31) },
  ],
])('not called: %s', (_, ticket, counter, why) => {
  expect(orderOfCalls(hall([ticket], counter))).toEqual({ ranked: [], skipped: [{ ticket, why }] });
});

test('called again as soon as the device works, the time is there or the lock is over', () => {
  const camera = walkIn('c', 1, 9);
  const times = walkIn('a', 2, 9, { notBefore: minutes(0), lockedUntil: minutes(0) });
  const { ranked, skipped } = orderOfCalls(hall([camera, times], { profile: skilled }));
  expect(ranked.map(({ ticket }) => ticket)).toEqual([camera, times]);
  expect(skipped).toEqual([]);
});

test('a wait is never negative', () => {
  const now = new Date('2026-11-23T10:00:00.000Z');
  expect(waitedSeconds('2026-11-23T10:00:01.000Z', now)).toBe(0);
  expect(waitedSeconds('2026-11-23T09:59:58.500Z', now)).toBe(1.5);
});
