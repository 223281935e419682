import type { CallingFacts, CallingTicket } from './calling-facts.ts';
import { whyNot } from './calling-skip.ts';
import { takeTurns, type Turn } from './calling-turns.ts';
import { appointmentPhase, appointmentTime, callingLimit } from './calling-wait.ts';
import type { WhyNext, WhyNot } from './calling-why.ts';

/** Everybody who waits, from the eyes of one counter. */
export interface CallOrder<T> {
  /** Who this counter can call, in the order of calling. */
  readonly ranked: readonly Turn<T>[];
  /** Who it can't call now, in the order of the hall. */
  readonly skipped: readonly { readonly ticket: T; readonly why: WhyNot }[];
}

/**
 * Who is called, in which order, and why. Depends on nothing but `facts`, and not on the order of their lists. First
 * 1. who was sent to this counter or this clerk, then
 * 2. who has priority; each by place in the hall. Both are acts of a person, for one visitor. Then
 * 3. who waits longer than the profile allows ("finally call by"): who had to be called first goes first. So nobody
 *    starves: once over his limit, only earlier limits, and acts of persons, come before him.
 * 4. Appointments from shortly before their time, by that time. Who came too late for it waits like a walk-in.
 * 5. Walk-ins, by the norm, order or ratio of the profile (calling-turns.ts).
 * 6. Appointments that are still early, by their time: better than a clerk with nothing to do.
 * Within one of these, who is in the same group keeps the order of the hall (4 and 6: of the appointments). Nobody is in
 * the order whom this counter can't help now (calling-skip.ts). `most`: how many of the order are asked for.
 */
export function orderOfCalls<T extends CallingTicket>(
  facts: CallingFacts<T>,
  most = Number.POSITIVE_INFINITY,
): CallOrder<T> {
  const judged = facts.tickets
    .toSorted((a, b) => a.position - b.position)
    .map((ticket) => ({ ticket, why: whyNot(ticket, facts), claim: claimOf(ticket, facts) }));
  const able = judged.filter(({ why }) => why === null);
  const claimants = able
    .flatMap(({ ticket, claim }) => (claim === null ? [] : [{ ticket, ...claim }]))
    .toSorted((a, b) => a.tier - b.tier || a.rank - b.rank || a.ticket.position - b.ticket.position);
  const before = claimants.filter(({ tier }) => tier < TIER.early).map(turnOf);
  const walkIns = able.flatMap(({ ticket, claim }) => (claim === null ? [ticket] : []));
  const calls = [...facts.counter.recentCalls, ...before.map(({ ticket }) => ticket.group)];
  const turns = takeTurns(walkIns, facts, calls, Math.min(walkIns.length, most - before.length));
  const early = claimants.filter(({ tier }) => tier === TIER.early).map(turnOf);
  return {
    ranked: [...before, ...turns, ...early].slice(0, most),
    skipped: judged.flatMap(({ ticket, why }) => (why === null ? [] : [{ ticket, why }])),
  };
}

const TIER = { sentHere: 1, priority: 2, limit: 3, appointment: 4, early: 6 } as const;

/** A place before (or after) the turns of the walk-ins; equal tiers by `rank`, then by place in the hall. */
interface Claim {
  readonly tier: (typeof TIER)[keyof typeof TIER];
  readonly rank: number;
  readonly why: WhyNext;
}

function claimOf(ticket: CallingTicket, facts: Omit<CallingFacts, 'tickets'>): Claim | null {
  const { appointments, counter, now } = facts;
  if (ticket.target !== null) return { tier: TIER.sentHere, rank: 0, why: { code: 'sentHere' } };
  if (ticket.priority) return { tier: TIER.priority, rank: 0, why: { code: 'priority' } };
  const limit = callingLimit(ticket, counter.profile, appointments);
  if (limit !== null && limit < now.getTime())
    return {
      tier: TIER.limit,
      rank: limit,
      why: { code: 'finallyCallBy', limit: new Date(limit).toISOString() },
    };
  const time = appointmentTime(ticket, appointments);
  if (time === null) return null;
  const at = new Date(time).toISOString();
  return appointmentPhase(time, appointments, now) === 'due'
    ? { tier: TIER.appointment, rank: time, why: { code: 'appointment', at } }
    : { tier: TIER.early, rank: time, why: { code: 'appointmentEarly', at } };
}

function turnOf<T>({ ticket, why }: Turn<T>): Turn<T> {
  return { ticket, why };
}
