import type { CallingFacts, CallingTicket, PastCall } from './calling-facts.ts';
import { whyNot } from './calling-skip.ts';
import { takeTurns, type Turn } from './calling-turns.ts';
import { appointmentPhase, appointmentTime, callingLimit, pastCall } from './calling-wait.ts';
import type { WhyNext, WhyNot } from './calling-why.ts';

/** Everybody who waits, from the eyes of one counter. */
export interface CallOrder<T> {
  /** Who this counter can call, in the order of calling. */
  readonly ranked: readonly Turn<T>[];
  /** Who it can't call now, in the order of the hall. */
  readonly skipped: readonly { readonly ticket: T; readonly why: WhyNot }[];
}

/**
 * Who is called, in which order, and why. Depends on nothing but `facts`, and not on the order of their lists.
 * 1. Who was sent to this counter or this clerk, then who has priority; each by place in the hall. Both are acts of a
 *    person, for one visitor.
 * 2. Appointments from shortly before their time, by that time; and walk-ins who wait longer than the profile allows
 *    ("finally call by"), who had to be called first before the others. With both there they take turns, so that an
 *    appointment never waits behind the whole hall, and nobody starves: once over his limit, earlier limits come before
 *    a walk-in, at most as many appointments and one, and acts of persons.
 * 3. The other walk-ins, by the norm, order or ratio of the profile (calling-turns.ts). Who came too late for his
 *    appointment is a walk-in too.
 * 4. Appointments that are still early, by their time: better than a clerk with nothing to do.
 * Nobody is in the order whom this counter can't help now (calling-skip.ts). `most`: how many of the order are asked for.
 */
export function orderOfCalls<T extends CallingTicket>(
  facts: CallingFacts<T>,
  most = Number.POSITIVE_INFINITY,
): CallOrder<T> {
  const judged = facts.tickets
    .toSorted((a, b) => a.position - b.position)
    .map((ticket) => ({ ticket, why: whyNot(ticket, facts), claim: claimOf(ticket, facts) }));
  const able = judged.filter(({ why }) => why === null);
  const { recentCalls } = facts.counter;
  const before = [
    ...claimants(able, 'sentHere'),
    ...claimants(able, 'priority'),
    ...inTurn(claimants(able, 'limit'), claimants(able, 'appointment'), recentCalls),
  ];
  const walkIns = able.flatMap(({ ticket, claim }) => (claim === null ? [ticket] : []));
  const calls = [...recentCalls, ...before.map(({ ticket }) => pastCall(ticket, facts.appointments))];
  const turns = takeTurns(walkIns, facts, calls, Math.min(walkIns.length, most - before.length));
  return {
    ranked: [...before, ...turns, ...claimants(able, 'early')].slice(0, most),
    skipped: judged.flatMap(({ ticket, why }) => (why === null ? [] : [{ ticket, why }])),
  };
}

/** A place before or after the turns of the walk-ins; equal kinds by `rank`, then by place in the hall. */
interface Claim {
  readonly kind: 'sentHere' | 'priority' | 'limit' | 'appointment' | 'early';
  readonly rank: number;
  readonly why: WhyNext;
}

function claimOf(ticket: CallingTicket, facts: Omit<CallingFacts, 'tickets'>): Claim | null {
  const { appointments, counter, now } = facts;
  if (ticket.target !== null) return { kind: 'sentHere', rank: 0, why: { code: 'sentHere' } };
  if (ticket.priority) return { kind: 'priority', rank: 0, why: { code: 'priority' } };
  const time = appointmentTime(ticket, appointments);
  if (time !== null) {
    const at = new Date(time).toISOString();
    return appointmentPhase(time, appointments, now) === 'due'
      ? { kind: 'appointment', rank: time, why: { code: 'appointment', at } }
      : { kind: 'early', rank: time, why: { code: 'appointmentEarly', at } };
  }
  const limit = callingLimit(ticket, counter.profile);
  if (limit === null || limit >= now.getTime()) return null;
  return { kind: 'limit', rank: limit, why: { code: 'finallyCallBy', limit: new Date(limit).toISOString() } };
}

function claimants<T>(
  able: readonly { readonly ticket: T; readonly claim: Claim | null }[],
  kind: Claim['kind'],
): Turn<T>[] {
  return able
    .flatMap(({ ticket, claim }) => (claim?.kind === kind ? [{ ticket, claim }] : []))
    .toSorted((a, b) => a.claim.rank - b.claim.rank)
    .map(({ ticket, claim }) => ({ ticket, why: claim.why }));
}

/** One of each in turn, an appointment first unless this counter's last call was one. */
function inTurn<T>(
  limits: readonly Turn<T>[],
  appointments: readonly Turn<T>[],
  recentCalls: readonly PastCall[],
): Turn<T>[] {
  const [first, second] =
    recentCalls.at(-1)?.isAppointment === true ? [limits, appointments] : [appointments, limits];
  const rounds = Math.max(first.length, second.length);
  return Array.from({ length: rounds }, (_, round) => [first[round], second[round]])
    .flat()
    .filter((turn) => turn !== undefined);
}
