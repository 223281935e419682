import { isDeepStrictEqual } from 'node:util';
import { formatTicketNumber } from '../../../shared/domain/ticket-number.ts';
import type { HallEvent, TicketFacts } from './hall-event.ts';
import { foldTicket } from './ticket-fold.ts';

/** Where what is kept of a ticket is not what follows from its events. */
export interface Difference {
  readonly ticketId: string;
  /** What the visitor reads; null where no ticket follows and none is kept, or what is kept is no number. */
  readonly number: string | null;
  /** `leftOver`: kept without events. `unreadable`: no state follows from the events; it is left as it is. */
  readonly what: 'missing' | 'leftOver' | 'changed' | 'unreadable';
  /** Every fact that differs, for `changed`. */
  readonly fields: readonly { readonly name: string; readonly was: unknown; readonly is: unknown }[];
}

/** A counter of numbers that stands below a number that was given. */
export interface NumberBehind {
  readonly group: string;
  readonly was: number;
  readonly is: number;
}

/** What a rebuild found on one day of the hall; a day without differences is left out. */
export interface RebuiltDay {
  readonly day: string;
  readonly tickets: readonly Difference[];
  readonly numbers: readonly NumberBehind[];
}

/** What a rebuild looked at and found. */
export interface Rebuilt {
  readonly events: number;
  readonly tickets: number;
  readonly days: readonly RebuiltDay[];
}

/** A ticket as it follows from its events; see Mirrored in postgres/mirror.ts. */
export interface DerivedTicket {
  readonly facts: TicketFacts;
  readonly at: string;
  readonly version: number;
}

/** Walk-ins that were helped while a shared hall was away have numbers from here on; no dispenser gives them. */
export const AWAY_NUMBERS_FROM = 10_000;

/** The tickets that follow from events in the order of `seq`, and those from whose events no state follows. */
export function deriveTickets(events: readonly HallEvent[]): {
  readonly tickets: readonly DerivedTicket[];
  readonly unreadable: readonly string[];
} {
  const tickets: DerivedTicket[] = [];
  const unreadable: string[] = [];
  for (const [ticketId, ofTicket] of Map.groupBy(events, (event) => event.ticketId)) {
    const last = ofTicket.at(-1);
    try {
      if (last) tickets.push({ facts: foldTicket(ofTicket), at: last.at, version: last.seq });
    } catch {
      unreadable.push(ticketId);
    }
  }
  return { tickets, unreadable };
}

/** A ticket as an engine keeps it: its facts, and what else the engine writes down of them. */
export type KeptTicket = Readonly<Record<string, unknown>> &
  Pick<TicketFacts, 'ticketId' | 'group' | 'ordinal'>;

/** What differs on one day; `kept` and `numbers` (the last of each group) as the engine has them, `shape` as it should. */
export function compareDay(
  { tickets, unreadable }: ReturnType<typeof deriveTickets>,
  kept: readonly KeptTicket[],
  numbers: ReadonlyMap<string, number>,
  shape: (ticket: DerivedTicket) => KeptTicket = ({ facts }) => ({ ...facts }),
): Omit<RebuiltDay, 'day'> {
  const rows = new Map(kept.map((row) => [row.ticketId, row]));
  const found: Difference[] = unreadable.map((ticketId) => ({
    ticketId,
    number: numberOf(rows.get(ticketId)),
    what: 'unreadable',
    fields: [],
  }));
  for (const ticket of tickets) {
    const { ticketId } = ticket.facts;
    const was = rows.get(ticketId);
    const about = { ticketId, number: numberOf(ticket.facts) };
    const fields = was ? fieldsThatDiffer(was, shape(ticket)) : [];
    if (!was) found.push({ ...about, what: 'missing', fields });
    else if (fields.length > 0) found.push({ ...about, what: 'changed', fields });
  }
  const derived = new Set([...tickets.map(({ facts }) => facts.ticketId), ...unreadable]);
  for (const row of kept)
    if (!derived.has(row.ticketId))
      found.push({ ticketId: row.ticketId, number: numberOf(row), what: 'leftOver', fields: [] });
  return { tickets: found, numbers: numbersBehind(tickets, numbers) };
}

/** Of a damaged row it may be anything, also what is no number. */
function numberOf(ticket: Pick<TicketFacts, 'letter' | 'group' | 'ordinal'> | undefined): string | null {
  try {
    return ticket ? formatTicketNumber(ticket.letter ?? ticket.group, ticket.ordinal) : null;
  } catch {
    return null;
  }
}

function fieldsThatDiffer(was: KeptTicket, is: KeptTicket): Difference['fields'] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => !isDeepStrictEqual(was[name] ?? null, is[name] ?? null))
    .map((name) => ({ name, was: was[name], is: is[name] }));
}

/** The counters that would give a number again. One that stands further only skips numbers: those are in stock somewhere. */
function numbersBehind(
  tickets: readonly DerivedTicket[],
  numbers: ReadonlyMap<string, number>,
): readonly NumberBehind[] {
  const given = tickets.filter(({ facts }) => facts.ordinal < AWAY_NUMBERS_FROM);
  return [...Map.groupBy(given, ({ facts }) => facts.letter ?? facts.group)].flatMap(([group, ofGroup]) => {
    const is = Math.max(...ofGroup.map(({ facts }) => facts.ordinal));
    const was = numbers.get(group) ?? 0;
    return was < is ? [{ group, was, is }] : [];
  });
}

/** The tickets of a day whose kept row has to be replaced by what follows from the events. */
export function toMend(day: Pick<RebuiltDay, 'tickets'>, tickets: readonly DerivedTicket[]) {
  const wrong = new Set(day.tickets.map(({ ticketId }) => ticketId));
  const leftOver = day.tickets.filter(({ what }) => what === 'leftOver').map(({ ticketId }) => ticketId);
  return { leftOver, replace: tickets.filter(({ facts }) => wrong.has(facts.ticketId)) };
}
