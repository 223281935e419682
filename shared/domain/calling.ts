/** A ticket that waits. `position` rises with every ticket of the hall and never changes, whatever the clock does. */
export interface Waiting {
  readonly ticketId: string;
  readonly group: string;
  readonly position: number;
  /** UTC, ISO 8601. */
  readonly waitingSince: string;
}

/** A group with the wait that the municipality finds acceptable (VNG: at most 15 minutes at the counter). */
export interface CallingGroup {
  readonly letter: string;
  readonly normSeconds: number;
}

export type WhyNext = 'longestWaiting' | 'overNorm';

/** Whole and part seconds waited at `now`; never negative, also when the clock was put back. */
export function waitedSeconds(waitingSince: string, now: Date): number {
  return Math.max(0, (now.getTime() - Date.parse(waitingSince)) / 1000);
}

/**
 * Who is called next, and why. Within a group: strictly in order of `position`. Between groups: who waits longer than
 * the norm of his group goes first, the greatest wait relative to its norm before the others; when nobody does, the
 * one who waits longest. Equal cases go by `position`. A group without a norm is never over it, but is called in turn.
 * Null when nobody waits.
 */
export function chooseNext<T extends Waiting>(
  tickets: readonly T[],
  groups: readonly CallingGroup[],
  now: Date,
): { readonly ticket: T; readonly why: WhyNext } | null {
  const heads = headsOfGroups(tickets);
  const norms = new Map(groups.map((group) => [group.letter, group.normSeconds]));
  const overrun = (ticket: T): number =>
    waitedSeconds(ticket.waitingSince, now) / (norms.get(ticket.group) ?? Number.POSITIVE_INFINITY);
  const late = heads.filter((ticket) => overrun(ticket) > 1);
  const first = late.toSorted((a, b) => overrun(b) - overrun(a) || a.position - b.position)[0];
  if (first !== undefined) return { ticket: first, why: 'overNorm' };
  const longest = heads.toSorted((a, b) => a.position - b.position)[0];
  return longest === undefined ? null : { ticket: longest, why: 'longestWaiting' };
}

function headsOfGroups<T extends Waiting>(tickets: readonly T[]): T[] {
  const heads = new Map<string, T>();
  for (const ticket of tickets) {
    const head = heads.get(ticket.group);
    if (head === undefined || ticket.position < head.position) heads.set(ticket.group, ticket);
  }
  return [...heads.values()];
}
