import { assertNever } from '../lib/assert-never.ts';
import type { CallingFacts, CallingTicket, PastCall, WorkProfile } from './calling-facts.ts';
import { dueSince, waitedSeconds } from './calling-wait.ts';
import type { WhyNext } from './calling-why.ts';

/** A ticket with the reason for its place. */
export interface Turn<T> {
  readonly ticket: T;
  readonly why: WhyNext;
}

/** The one of `heads` (the first of each group, never empty) whose turn it is after `calls`. */
type Pick<T> = (heads: readonly T[], calls: readonly PastCall[]) => Turn<T>;

/**
 * The turns of `tickets`, in the order of the hall and without a claim of their own: group against group, only ever the first of each, so that the order
 * within a group is kept whatever the profile says. `calls`: what was called before, oldest first; `most`: how
 * many turns are asked for, at most as many as there are tickets.
 */
export function takeTurns<T extends CallingTicket>(
  tickets: readonly T[],
  facts: CallingFacts<T>,
  calls: readonly PastCall[],
  most: number,
): Turn<T>[] {
  const queues = Map.groupBy(tickets, ({ group }) => group);
  const heads = new Map([...queues].map(([group, queue]) => [group, queue.values()]));
  const first = new Map([...heads].map(([group, queue]) => [group, queue.next().value]));
  const pick = pickerOf(facts);
  const made = [...calls];
  return Array.from({ length: Math.max(0, most) }, () => {
    const turn = pick(
      [...first.values()].filter((head) => head !== undefined),
      made,
    );
    const { group } = turn.ticket;
    made.push({ group, isAppointment: false });
    first.set(group, heads.get(group)?.next().value);
    return turn;
  });
}

function pickerOf<T extends CallingTicket>(facts: CallingFacts<T>): Pick<T> {
  const { profile } = facts.counter;
  if (profile === null) return byNorm(facts);
  switch (profile.by) {
    case 'norm':
      return byNorm(facts);
    case 'order':
      return byOrder(profile);
    case 'ratio':
      return byRatio(profile);
    default:
      return assertNever(profile.by);
  }
}

/**
 * Who waits longer than the norm of his group goes first, the greatest wait relative to its norm before the others; when
 * nobody does, the one who is longest in the hall. A group without a norm is never over it, but is called in turn.
 */
function byNorm<T extends CallingTicket>({ groups, now }: CallingFacts<T>): Pick<T> {
  const norms = new Map(groups.map(({ letter, normSeconds }) => [letter, normSeconds]));
  const known = new Map<T, number>();
  const overrun = (ticket: T): number => {
    const norm = norms.get(ticket.group) ?? Number.POSITIVE_INFINITY;
    const found = known.get(ticket) ?? waitedSeconds(dueSince(ticket), now) / norm;
    known.set(ticket, found);
    return found;
  };
  return (heads) => {
    const late = heads.filter((ticket) => overrun(ticket) > 1);
    const first = least(late, (ticket) => -overrun(ticket));
    const normSeconds = norms.get(first?.group ?? '');
    return first && normSeconds !== undefined
      ? { ticket: first, why: { code: 'overNorm', normSeconds } }
      : { ticket: existing(least(heads, () => 0)), why: { code: 'longestWaiting' } };
  };
}

function byOrder<T extends CallingTicket>({ groups }: WorkProfile): Pick<T> {
  const places = new Map(groups.map(({ letter }, index) => [letter, index + 1]));
  return (heads) => {
    const ticket = existing(least(heads, ({ group }) => places.get(group) ?? groups.length));
    const place = places.get(ticket.group) ?? groups.length;
    return { ticket, why: { code: 'groupOrder', place, of: groups.length } };
  };
}

/**
 * With `sum` the sum of the weights: of the groups in which somebody waits, the one that had the smallest part of its
 * weight in the last `sum - 1` calls; equal cases in the order of the profile. While every group has visitors, each
 * `sum` calls in a row then hold exactly the weights; a group that was empty for a while has nothing to catch up.
 */
function byRatio<T extends CallingTicket>({ groups }: WorkProfile): Pick<T> {
  const weights = new Map(groups.map(({ letter, weight }) => [letter, weight]));
  const places = new Map(groups.map(({ letter }, index) => [letter, index]));
  const sum = groups.reduce((total, { weight }) => total + weight, 0);
  return (heads, calls) => {
    const recent = lastOf(calls, sum - 1, ({ group }) => weights.has(group));
    const had = (group: string): number => recent.filter((call) => call.group === group).length;
    const part = (group: string): number => had(group) / (weights.get(group) ?? 1);
    const place = (group: string): number => places.get(group) ?? groups.length;
    const ticket = existing(
      heads.toSorted((a, b) => part(a.group) - part(b.group) || place(a.group) - place(b.group))[0],
    );
    const weight = weights.get(ticket.group) ?? 1;
    return { ticket, why: { code: 'ratio', weight, sum, calls: had(ticket.group), last: recent.length } };
  };
}

/** The last `most` of `all` that count, newest first. */
function lastOf<T>(all: readonly T[], most: number, counts: (one: T) => boolean): T[] {
  const found: T[] = [];
  for (let index = all.length - 1; index >= 0 && found.length < most; index -= 1) {
    const one = all[index];
    if (one !== undefined && counts(one)) found.push(one);
  }
  return found;
}

/** The ticket with the least `measure`; equal cases by position. */
function least<T extends CallingTicket>(
  tickets: readonly T[],
  measure: (ticket: T) => number,
): T | undefined {
  let found: T | undefined;
  for (const ticket of tickets)
    if (!found || (measure(ticket) - measure(found) || ticket.position - found.position) < 0) found = ticket;
  return found;
}

function existing<T>(head: T | undefined): T {
  if (head === undefined) throw new Error('a turn without anybody waiting');
  return head;
}
