import pg from 'pg';
import { LONGEST_VISIT_MS } from '../at-counter.ts';
import { decideOnTicket } from '../decide.ts';
import type { HallEventKind } from '../hall-event.ts';
import { HallAway } from '../hall-away.ts';
import { isPassing, type Run } from './hall-database.ts';
import type { HallRows } from './hall-rows.ts';
import type { LocalHall, Pending } from './local-hall.ts';
import type { Mirrored } from './mirror.ts';

type Transact = <T>(work: (run: Run) => Promise<T>) => Promise<T>;

/** What happened here does not fit what others did meanwhile; it is audited, and the hall stays as others left it. */
export interface Conflict {
  readonly staffId: string | null;
  readonly ticketId: string;
  readonly what: HallEventKind;
  readonly why: string;
}

const COMMAND = {
  recalled: 'recall',
  arrived: 'arrive',
  noShow: 'noShow',
  putBack: 'putBack',
  held: 'hold',
  transferred: 'transfer',
  // While the database is away only the counter where they are says how many they are.
  changed: 'party',
  finished: 'finish',
} as const;

/** Tells the database, in order, what happened here while it was away: each once, in a transaction of its own. */
export function createReplay(deps: {
  readonly location: string;
  readonly local: LocalHall;
  readonly rows: HallRows;
  readonly newId: () => string;
  /** The time of the hall: whatever happened here is not later. */
  readonly now: () => Date;
  /** The ticket as the database has it now. */
  readonly done: (ticket: Mirrored) => void;
  /** In one store transaction with the removal of what is pending. */
  readonly conflict: (conflict: Conflict) => void;
  readonly atomically: (work: () => void) => void;
}) {
  const { location, local, rows } = deps;

  async function append(run: Run, { request, event }: Pending): Promise<Mirrored> {
    const ticket = await rows.append(run, event);
    await rows.remember(run, { commandId: event.commandId, request, ...ticket });
    return ticket;
  }

  /** A claim that was answered too late: the counter went on with a walk-in, so who was called waits again. */
  async function makeRoom(run: Run, event: Pending['event'], counter: number): Promise<string | null> {
    const since = new Date(Date.parse(event.at) - LONGEST_VISIT_MS).toISOString();
    const busy = await rows.busyAt(run, counter, since);
    const there = busy === null ? undefined : await rows.lockTicket(run, busy);
    if (!there) return null;
    const { ticketId, day } = there.facts;
    const at = there.at > event.at ? there.at : event.at;
    const back = { ticketId, day, at, kind: 'putBack', eventId: deps.newId(), details: {} } as const;
    await rows.append(run, { ...event, ...back });
    return `${ticketId} back to the hall`;
  }

  /** The visitor has his number on paper. Where his appointment got another one meanwhile, that one is for the appointment. */
  async function issued(run: Run, pending: Pending): Promise<{ ticket: Mirrored; why: string | null }> {
    const { event } = pending;
    const { appointment, appointmentAt: _at, ...details } = event.details;
    if (!appointment) return { ticket: await append(run, pending), why: null };
    await rows.lock(run, `${location}/${appointment}`);
    const there = await rows.ticketOfAppointment(run, event.day, appointment);
    if (!there) return { ticket: await append(run, pending), why: null };
    const ticket = await append(run, { ...pending, event: { ...event, details } });
    return { ticket, why: `the appointment has ticket ${there.facts.ticketId}` };
  }

  /** The clock of this PC may have been ahead while nobody could put it right. */
  function inTime({ request, event }: Pending): Pending {
    const now = deps.now().toISOString();
    return event.at > now ? { request, event: { ...event, at: now } } : { request, event };
  }

  async function tell(run: Run, kept: Pending): Promise<{ ticket?: Mirrored; why: string | null }> {
    const pending = inTime(kept);
    const { event } = pending;
    const { kind, counter, commandId, ticketId } = event;
    await rows.lock(run, counter === null ? commandId : `${location}/${counter}`);
    const ticket = await rows.lockTicket(run, ticketId);
    if (await rows.answer(run, commandId)) return { ...(ticket && { ticket }), why: null };
    if (kind === 'issued') return issued(run, pending);
    if (kind === 'walkIn' && counter !== null) {
      const why = await makeRoom(run, event, counter);
      return { ticket: await append(run, pending), why };
    }
    if (!(kind in COMMAND) || counter === null) return { why: `no "${kind}" can wait` };
    const command = COMMAND[kind as keyof typeof COMMAND];
    const busy = ticket?.facts.state === 'called' ? ticketId : null;
    // How often to call was judged where it happened.
    const place = { counter, day: event.day, busy, recallsBeforeNoShow: 0 };
    const decided = decideOnTicket(command, ticket?.facts, place);
    if (!decided.ok) return { ...(ticket && { ticket }), why: decided.error.code };
    if (decided.value === null || !ticket) return { ...(ticket && { ticket }), why: null };
    const at = ticket.at > event.at ? ticket.at : event.at;
    return { ticket: await append(run, { ...pending, event: { ...event, at } }), why: null };
  }

  /** Until nothing is pending. Throws HallAway when the database goes away again, and what is passing: the rest stays. */
  return async function replay(transact: Transact): Promise<void> {
    for (let next = local.pending()[0]; next; next = local.pending()[0]) {
      const pending = next;
      const { commandId, staffId, ticketId, kind: what } = pending.event;
      try {
        const { ticket, why } = await transact((run) => tell(run, pending));
        if (ticket) deps.done(ticket);
        deps.atomically(() => {
          if (local.remove(commandId) && why !== null) deps.conflict({ staffId, ticketId, what, why });
        });
      } catch (error) {
        // What only did not fit now stays first in line.
        if (error instanceof HallAway || isPassing(error) || !(error instanceof pg.DatabaseError))
          throw error;
        const why = `not taken (${error.code ?? 'unknown'})`;
        deps.atomically(() => {
          local.setAside(commandId, why);
          deps.conflict({ staffId, ticketId, what, why });
        });
      }
    }
  };
}
