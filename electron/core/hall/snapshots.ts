import { dueSince } from '../../../shared/domain/calling-wait.ts';
import type { CallOrder } from '../../../shared/domain/calling-order.ts';
import { formatTicketNumber } from '../../../shared/domain/ticket-number.ts';
import type { QueueSnapshot, Ticket } from '../../../shared/contract/hall.ts';
import type { HallBoard } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import type { Candidate } from './calling-rule.ts';
import type { HallEvent, TicketFacts } from './hall-event.ts';
import { wishOf } from './wish.ts';
import { undoUntil, type Undoable } from './ticket-rules.ts';

/** How many earlier calls the display keeps in sight, for who heard nothing. */
export const RECENT_CALLS = 6;
/** How many a counter sees of the order in which it would call. */
export const UP_NEXT = 4;

export interface HallGroup {
  readonly letter: string;
  readonly name: string;
  readonly normSeconds: number;
  /** For who comes by appointment. */
  readonly appointmentNormSeconds: number;
}

/** The groups of the configuration, with their norms in seconds. */
export function hallGroups(config: Config): readonly HallGroup[] {
  return config.hall.groups.map(({ letter, name, normMinutes, appointmentNormMinutes }) => ({
    letter,
    name,
    normSeconds: normMinutes * 60,
    appointmentNormSeconds: (appointmentNormMinutes ?? normMinutes) * 60,
  }));
}

/** The number that the visitor reads. */
export function numberOf(facts: Pick<TicketFacts, 'letter' | 'group' | 'ordinal'>): string {
  return formatTicketNumber(facts.letter ?? facts.group, facts.ordinal);
}

/**
 * A ticket as the counter sees it. A group that left the configuration keeps its letter for a name. The wait begins
 * when the visitor may expect to be called, and not anew for who returned to the hall: it is what he counts himself.
 */
export function toTicket(facts: TicketFacts, groups: readonly HallGroup[]): Ticket {
  const {
    note,
    heldBy,
    notBefore,
    hasPriority,
    priorityWhy,
    counter: sentTo,
    colleague,
    persons,
    also,
    cameWith,
  } = wishOf(facts);
  const appointmentAt = facts.appointmentAt ?? null;
  const waitingSince = dueSince({ waitingSince: facts.issuedAt, appointmentAt, notBefore });
  return {
    ticketId: facts.ticketId,
    number: numberOf(facts),
    group: facts.group,
    groupName: groups.find((group) => group.letter === facts.group)?.name ?? facts.group,
    state: facts.state,
    issuedAt: facts.issuedAt,
    waitingSince: new Date(waitingSince).toISOString(),
    firstCalledAt: facts.firstCalledAt,
    timesCalled: facts.timesCalled,
    counter: facts.counter,
    origin: facts.origin,
    appointmentAt,
    note,
    heldBy,
    sentTo,
    sentToColleague: colleague,
    notBefore,
    hasPriority,
    priorityWhy,
    persons,
    also: [...also],
    cameWith: cameWith?.number ?? null,
  };
}

/** The ticket of each appointment that was checked in, by its reference. */
export function ticketsOfAppointments(
  tickets: readonly TicketFacts[],
  groups: readonly HallGroup[],
): Map<string, Ticket> {
  return new Map(
    tickets.flatMap((facts) =>
      facts.appointment ? [[facts.appointment, toTicket(facts, groups)] as const] : [],
    ),
  );
}

interface QueueFacts {
  readonly day: string;
  readonly now: Date;
  readonly revision: number;
  /** Since when the hall of all counters can't be reached; null while it can. */
  readonly awaySince?: Date | null;
  readonly waiting: readonly TicketFacts[];
  /** The same tickets in the order in which this counter would call them, at least the first `UP_NEXT`. */
  readonly order: CallOrder<Candidate>;
  readonly noShows: readonly TicketFacts[];
  readonly held: readonly TicketFacts[];
  readonly current: TicketFacts | null;
  readonly undo: { readonly event: HallEvent; readonly what: Undoable; readonly ticket: TicketFacts } | null;
}

/** What a counter sees of the hall. */
export function queueSnapshot(config: Config, facts: QueueFacts): QueueSnapshot {
  const groups = hallGroups(config);
  const ticket = (one: TicketFacts): Ticket => toTicket(one, groups);
  const { order, undo } = facts;
  const [next = null, ...afterNext] = order.ranked.slice(0, UP_NEXT).map(({ ticket: one, why }) => ({
    ticketId: one.ticketId,
    number: numberOf(one),
    why,
    ...(one.awayColleague !== undefined && { awayColleague: one.awayColleague }),
  }));
  return {
    day: facts.day,
    revision: facts.revision,
    now: facts.now.toISOString(),
    awaySince: facts.awaySince?.toISOString() ?? null,
    isClosed: false,
    mayChoose: false,
    lacks: [],
    groups: groups.map((group) => ({
      ...group,
      waiting: facts.waiting.filter((one) => one.group === group.letter).length,
    })),
    waiting: facts.waiting.toSorted((a, b) => a.position - b.position).map(ticket),
    noShows: facts.noShows.toSorted((a, b) => b.lastSeq - a.lastSeq).map(ticket),
    held: facts.held.toSorted((a, b) => a.lastSeq - b.lastSeq).map(ticket),
    current: facts.current && ticket(facts.current),
    next,
    afterNext,
    heldBack: order.skipped.map(({ ticket: { ticketId }, why }) => ({ ticketId, why })),
    undo: undo && {
      actionId: undo.event.eventId,
      what: undo.what,
      // Who is helped without a number never saw the one of his ticket.
      number: undo.ticket.origin === 'walkIn' ? '' : numberOf(undo.ticket),
      until: undoUntil(undo.event, config.hall.undoSeconds).toISOString(),
    },
  };
}

interface BoardFacts {
  readonly now: Date;
  readonly revision: number;
  readonly waiting: readonly TicketFacts[];
  readonly called: readonly TicketFacts[];
  readonly recent: readonly TicketFacts[];
  /** Of the day, closed because it is over: what was called before is no longer of use to anybody. */
  readonly closed: readonly TicketFacts[];
}

/** What the hall sees. A visitor who was helped without a number is called by voice, so the board leaves him out. */
export function boardSnapshot(config: Config, facts: BoardFacts): HallBoard {
  const { municipality, location, display, hall } = config;
  const closedSeq = facts.closed.reduce((last, { lastSeq }) => Math.max(last, lastSeq), 0);
  return {
    revision: facts.revision,
    now: facts.now.toISOString(),
    municipality: municipality.name,
    location: location.name,
    languages: [...display.languages],
    gong: display.gong,
    speech: display.speech,
    called: facts.called
      .toSorted((a, b) => b.callSeq - a.callSeq)
      .flatMap((one) =>
        one.callId === null || one.counter === null || one.calledAt === null
          ? []
          : [{ callId: one.callId, number: numberOf(one), counter: one.counter, at: one.calledAt }],
      ),
    recent: facts.recent
      .filter(({ callSeq }) => callSeq > closedSeq)
      .toSorted((a, b) => b.callSeq - a.callSeq)
      .flatMap((one) => (one.counter === null ? [] : [{ number: numberOf(one), counter: one.counter }])),
    waiting: hall.groups.map(({ letter, name }) => {
      const numbers = facts.waiting.filter((one) => one.group === letter).map(numberOf);
      return { letter, name, count: numbers.length, numbers };
    }),
  };
}
