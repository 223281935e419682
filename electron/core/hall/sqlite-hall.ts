import { z } from 'zod';
import { type HallReason, Ticket } from '../../../shared/contract/hall.ts';
import { ROLL_FROM } from '../../../shared/domain/ticket-number.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock, HallAction, HallEngine, Ids, Wish } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import type { Store } from '../store/store.ts';
import { ticketAt } from './at-counter.ts';
import { type CounterFacts, createCallingRule } from './calling-rule.ts';
import { groupFull, tookNumberOf } from './daily-maximum.ts';
import {
  arriveCommand,
  closeCommand,
  decideClose,
  decideOnTicket,
  decideUndo,
  issueRequest,
  type TicketCommand,
  ticketRequest,
} from './decide.ts';
import type { HallEventKind, TicketFacts } from './hall-event.ts';
import { createJournal, type Happening, type Moment } from './hall-journal.ts';
import { prepareHall } from './hall-statements.ts';
import { hallGroups, numberOf, ticketsOfAppointments, toTicket } from './snapshots.ts';
import { createHallReader } from './sqlite-hall-reader.ts';
import { decideSplit, type Split, splitRequest, stayCommand } from './split.ts';
import { priorityWish, sentOnTo, wishAfter, wishOfIssue, wishOfReturn } from './wish.ts';
import { watchDay } from '../watch-day.ts';

const Undone = z.strictObject({ ticketId: z.string(), number: z.string() });

type OnTicket = HallAction & { readonly ticketId: string; readonly reason?: HallReason };
type Issue = Parameters<HallEngine['issue']>[0];

export interface SqliteHallDeps extends Partial<CounterFacts> {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly config: Config;
}

/**
 * The waiting hall in the store of this workstation. Every command is one IMMEDIATE transaction, so two connections to
 * the file never claim the same visitor. The day is the one in Europe/Amsterdam: who waited yesterday waits no more; who
 * is at a counter stays there until somebody ends the visit.
 */
export function createSqliteHall({ store, clock, ids, config, ...counters }: SqliteHallDeps): HallEngine {
  const sql = prepareHall(store.db);
  const location = config.location.id;
  const { noShow } = config.hall;
  const groups = hallGroups(config);
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const journal = createJournal({ store, clock, ids, location, sql, changed });
  const rule = createCallingRule(config, counters);
  const reader = createHallReader({ store, sql, journal, config, rule });
  const stopWatch = watchDay(clock, () => journal.beginDay());

  const busyAt = (counter: number): string | null =>
    ticketAt(sql, { location, counter, now: clock.now() })?.ticketId ?? null;
  const ticketOf = (facts: TicketFacts): Ticket => toTicket(facts, groups);
  const request = (kind: string, action: HallAction, subject: string) => ({
    commandId: action.commandId,
    request: `${kind} ${action.counter} ${subject}`,
  });
  const happening = (
    kind: HallEventKind,
    action: HallAction,
    on: Pick<TicketFacts, 'ticketId' | 'day'>,
  ): Happening => ({
    commandId: action.commandId,
    kind,
    ticketId: on.ticketId,
    day: on.day,
    counter: action.counter,
    staffId: action.staffId,
  });

  function onTicket(command: TicketCommand, action: OnTicket, wish?: Partial<Wish>): Result<Ticket> {
    return journal.once(request(command, action, ticketRequest(action, wish)), Ticket, ({ at, day }) => {
      const facts = sql.ticket.get({ location, ticketId: action.ticketId });
      const { counter } = action;
      const place = { counter, day, busy: busyAt(counter), recallsBeforeNoShow: noShow.recallsBefore };
      const decided = decideOnTicket(command, facts, place);
      if (!decided.ok) return decided;
      if (!facts) throw new Error('decided on a ticket that is not there');
      if (decided.value === null) return ok(ticketOf(facts));
      const { reason } = action;
      const more = {
        ...(reason && { reason }),
        wish: wishAfter(facts, decided.value === 'putBack' ? wishOfReturn(facts, noShow, at) : wish),
      };
      return ok(ticketOf(journal.append({ ...happening(decided.value, action, facts), ...more }, at)));
    });
  }

  function ordinalFor(group: string, day: string, rollNumber: number | undefined): number {
    if (rollNumber !== undefined) return ROLL_FROM + rollNumber;
    const ordinal = sql.nextNumber.get({ location, day, group })?.last;
    if (ordinal === undefined) throw new Error('the number counter gave no number');
    return ordinal;
  }

  function issueAs(
    group: string,
    origin: Ticket['origin'],
    by: { readonly commandId: string; readonly counter: number | null; readonly staffId: string | null },
    { day, at }: Moment,
    {
      appointment: checkIn,
      rollNumber,
      party,
      priority,
    }: Pick<Issue, 'appointment' | 'rollNumber' | 'party' | 'priority'> = {},
  ): Result<Ticket> {
    if (!groups.some(({ letter }) => letter === group))
      return fail('invalidInput', { field: 'group', detail: 'not in use here' });
    const ordinal = ordinalFor(group, day, rollNumber);
    const kind = origin === 'walkIn' ? 'walkIn' : 'issued';
    const appointment = { appointment: checkIn?.reference ?? null, appointmentAt: checkIn?.at ?? null };
    const issue = { group, ordinal, origin, ...appointment };
    const wish = wishOfIssue({ group, ...(party && { party }), ...(priority && { priority }) });
    const given = { ...by, kind, ticketId: ids.uuid(), day, issue, wish } as const;
    return ok(ticketOf(journal.append({ ...given, ...(priority && { reason: priority }) }, at)));
  }

  function split(action: Parameters<HallEngine['split']>[0]): Result<Ticket> {
    const { ticketId, counter, commandId } = action;
    const asked: Split = action;
    return journal.once(request('split', action, splitRequest(ticketId, asked)), Ticket, ({ at, day }) => {
      const facts = sql.ticket.get({ location, ticketId });
      const decided = decideSplit(facts, { counter, day, busy: busyAt(counter) }, asked);
      if (!decided.ok) return decided;
      if (!facts) throw new Error('decided on a ticket that is not there');
      const { stays, leaves, appointmentAt } = decided.value;
      const change = happening('changed', { ...action, commandId: stayCommand(commandId) }, facts);
      journal.append({ ...change, wish: stays }, at);
      const ordinal = ordinalFor(asked.group, day, action.rollNumber);
      const issue = {
        group: asked.group,
        ordinal,
        origin: 'clerk',
        appointment: null,
        appointmentAt,
      } as const;
      const given = happening('issued', action, { ticketId: ids.uuid(), day });
      return ok(ticketOf(journal.append({ ...given, counter: null, issue, wish: leaves }, at)));
    });
  }

  /** How many numbers of the day a group gave. */
  const givenOn = (day: string, group: string): number =>
    sql.allOfDay.all({ location, day }).filter((facts) => tookNumberOf(ticketOf(facts)) === group).length;

  const checkedIn = (day: string): Map<string, Ticket> =>
    ticketsOfAppointments(sql.checkedIn.all({ location, day }), groups);

  return {
    issue: async ({ commandId, staffId, ...asked }) =>
      journal.once({ commandId, request: issueRequest(asked) }, Ticket, (moment) => {
        const { group, origin, appointment, dailyMaximum } = asked;
        const there = appointment && checkedIn(moment.day).get(appointment.reference);
        if (there) return ok(there);
        if (dailyMaximum !== undefined && givenOn(moment.day, group) >= dailyMaximum) return groupFull(group);
        return issueAs(group, origin, { commandId, counter: null, staffId }, moment, asked);
      }),
    callNext: async (action) =>
      journal.once(request('callNext', action, ''), Ticket.nullable(), ({ at }) => {
        if (busyAt(action.counter) !== null)
          return fail('visitRunning', { field: 'counter', detail: 'another visitor is here' });
        const next = reader.next({ counter: action.counter, now: at });
        return ok(next && ticketOf(journal.append(happening('called', action, next), at)));
      }),
    callChosen: async (action) => onTicket('callChosen', action),
    setPriority: async ({ priority, ...action }) =>
      onTicket('change', { ...action, ...(priority && { reason: priority }) }, priorityWish(priority)),
    setParty: async ({ party, ...action }) => onTicket('party', action, party),
    split: async (action) => split(action),
    recall: async (action) => onTicket('recall', action),
    cancel: async (action) => onTicket('cancel', action),
    noShow: async (action) => onTicket('noShow', action),
    putBack: async (action) => onTicket('putBack', action),
    hold: async ({ wish, ...action }) => onTicket('hold', action, wish),
    resume: async (action) => onTicket('resume', action, { heldBy: null }),
    transfer: async ({ wish, ...action }) => onTicket('transfer', action, wish),
    startWithoutTicket: async (action) =>
      journal.once(request('startWithoutTicket', action, action.group), Ticket, (moment) =>
        busyAt(action.counter) === null
          ? issueAs(action.group, 'walkIn', action, moment)
          : fail('visitRunning', { field: 'counter', detail: 'another visitor is here' }),
      ),
    undo: async (action) =>
      journal.once(request('undo', action, action.actionId), Undone, ({ at, day }) => {
        const found = sql.event.get({ location, eventId: action.actionId });
        const events = found ? sql.eventsOf.all({ ticketId: found.ticketId }) : [];
        const { counter } = action;
        const place = { counter, day, busy: busyAt(counter), now: at, undoSeconds: config.hall.undoSeconds };
        const decided = decideUndo(found, events, place);
        if (!decided.ok) return decided;
        const event = decided.value;
        const facts = journal.append({ ...happening('undone', action, event), undoes: event.eventId }, at);
        return ok({ ticketId: event.ticketId, number: numberOf(facts) });
      }),
    finish: async (action) => onTicket('finish', action),
    arriveInStore(action) {
      const callId = sql.ticket.get({ location, ticketId: action.ticketId })?.callId;
      if (callId) onTicket('arrive', { ...action, commandId: arriveCommand(callId) });
    },
    finishInStore: (action) => onTicket('finish', action).ok,
    sendOnInStore: ({ group, ...action }) =>
      groups.some(({ letter }) => letter === group)
        ? onTicket('transfer', action, sentOnTo(group))
        : fail('invalidInput', { field: 'sendOn', detail: 'not in use here' }),
    leftOver: async (days) => sql.leftOver.all({ location, ...days }).map(ticketOf),
    close: async ({ ticketId, staffId, isAtCounter }) => {
      const found = sql.ticket.get({ location, ticketId });
      const command = closeCommand(found ?? { ticketId, day: '' });
      return journal.once(command, Ticket, ({ at }) => {
        const facts = sql.ticket.get({ location, ticketId });
        const decided = decideClose(facts, isAtCounter);
        if (!decided.ok) return decided;
        if (!facts) throw new Error('decided on a ticket that is not there');
        if (decided.value === null) return ok(ticketOf(facts));
        const { day } = facts;
        const { commandId } = command;
        const closed = { commandId, kind: decided.value, ticketId, day, counter: null, staffId } as const;
        return ok(ticketOf(journal.append({ ...closed, reason: 'endOfDay' }, at)));
      });
    },
    current: async (counter) => {
      const facts = ticketAt(sql, { location, counter, now: clock.now() });
      return facts ? ticketOf(facts) : null;
    },
    ticket: async (ticketId) => {
      const facts = sql.ticket.get({ location, ticketId });
      return facts ? ticketOf(facts) : null;
    },
    checkedIn: async () => checkedIn(journal.moment().day),
    today: async () => sql.allOfDay.all({ location, day: journal.moment().day }).map(ticketOf),
    queue: async (counter) => reader.queue(counter),
    board: async () => reader.board(clock.now()),
    history: async (days) => reader.history(days),
    historyToday: reader.historyToday,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: async () => {
      stopWatch();
      listeners.clear();
    },
  };
}
