import { z } from 'zod';
import { Ticket } from '../../../shared/contract/hall.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock, HallAction, HallEngine, Ids } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import type { Store } from '../store/store.ts';
import { ticketAt } from './at-counter.ts';
import { createCallingRule, type DevicesAt } from './calling-rule.ts';
import type { HallEventKind, TicketFacts } from './hall-event.ts';
import { createJournal, type Happening, type Moment } from './hall-journal.ts';
import { prepareHall } from './hall-statements.ts';
import { hallGroups, numberOf, toTicket } from './snapshots.ts';
import { createHallReader } from './sqlite-hall-reader.ts';
import { watchDay } from './watch-day.ts';
import { ruleFinish, ruleNoShow, rulePutBack, ruleRecall, ruleUndo } from './ticket-rules.ts';

const Undone = z.strictObject({ ticketId: z.string(), number: z.string() });

type OnTicket = HallAction & { readonly ticketId: string };

export interface SqliteHallDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly config: Config;
  /** Left out: no devices anywhere. */
  readonly devicesAt?: DevicesAt;
}

export interface SqliteHall extends HallEngine {
  readonly finishInStore: (action: OnTicket) => boolean;
  /** Makes the ticket rows anew from the events; they come out the same, or they were damaged. */
  rebuild(): void;
}

/**
 * The waiting hall in the store of this workstation. Every command is one IMMEDIATE transaction, so two connections to
 * the file never claim the same visitor. The day is the one in Europe/Amsterdam: who waited yesterday waits no more; who
 * is at a counter stays there until somebody ends the visit.
 */
export function createSqliteHall({ store, clock, ids, config, devicesAt }: SqliteHallDeps): SqliteHall {
  const sql = prepareHall(store.db);
  const location = config.location.id;
  const groups = hallGroups(config);
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const journal = createJournal({ store, clock, ids, location, sql, changed });
  const rule = createCallingRule(config, devicesAt ?? (() => new Set()));
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

  /** A command on one ticket of today, or on the one at this counter, under a rule that answers which event it becomes. */
  function onTicket(
    kind: string,
    action: OnTicket,
    rule: (facts: TicketFacts) => Result<HallEventKind>,
  ): Result<Ticket> {
    return journal.once(request(kind, action, action.ticketId), Ticket, (moment) => {
      const facts = sql.ticket.get({ location, ticketId: action.ticketId });
      // Back to the hall it can only go on its own day: nobody waits there any more.
      const here = kind !== 'putBack' && facts?.ticketId === busyAt(action.counter);
      if (!facts || (facts.day !== moment.day && !here))
        return fail('notFound', { field: 'ticketId', detail: 'no ticket of today' });
      const ruled = rule(facts);
      return ruled.ok
        ? ok(ticketOf(journal.append(happening(ruled.value, action, facts), moment.at)))
        : ruled;
    });
  }

  function issueAs(
    group: string,
    origin: Ticket['origin'],
    by: { readonly commandId: string; readonly counter: number | null; readonly staffId: string | null },
    { day, at }: Moment,
  ): Result<Ticket> {
    if (!groups.some(({ letter }) => letter === group))
      return fail('invalidInput', { field: 'group', detail: 'not in use here' });
    const ordinal = sql.nextNumber.get({ location, day, group })?.last;
    if (ordinal === undefined) throw new Error('the number counter gave no number');
    const kind = origin === 'walkIn' ? 'walkIn' : 'issued';
    const issue = { group, ordinal, origin };
    return ok(ticketOf(journal.append({ ...by, kind, ticketId: ids.ulid(), day, issue }, at)));
  }

  // A visitor is finished whatever the day: a visit may run past midnight.
  function finish(action: OnTicket): Result<Ticket> {
    return journal.once(request('finish', action, action.ticketId), Ticket, (moment) => {
      const facts = sql.ticket.get({ location, ticketId: action.ticketId });
      if (!facts) return fail('notFound', { field: 'ticketId', detail: 'unknown' });
      const ruled = ruleFinish(facts, action.counter);
      if (!ruled.ok) return ruled;
      if (ruled.value === 'already') return ok(ticketOf(facts));
      return ok(ticketOf(journal.append(happening('finished', action, facts), moment.at)));
    });
  }

  return {
    issue: async ({ commandId, group, origin, staffId }) =>
      journal.once({ commandId, request: `issue ${group} ${origin}` }, Ticket, (moment) =>
        issueAs(group, origin, { commandId, counter: null, staffId }, moment),
      ),
    callNext: async (action) =>
      journal.once(request('callNext', action, ''), Ticket.nullable(), ({ at }) => {
        if (busyAt(action.counter) !== null)
          return fail('visitRunning', { field: 'counter', detail: 'another visitor is here' });
        const next = reader.next({ ...action, now: at });
        return ok(next && ticketOf(journal.append(happening('called', action, next), at)));
      }),
    recall: async (action) =>
      onTicket('recall', action, (facts) => ruleRecall(facts, action.counter, busyAt(action.counter))),
    noShow: async (action) => onTicket('noShow', action, (facts) => ruleNoShow(facts, action.counter)),
    putBack: async (action) => onTicket('putBack', action, (facts) => rulePutBack(facts, action.counter)),
    startWithoutTicket: async (action) =>
      journal.once(request('startWithoutTicket', action, action.group), Ticket, (moment) =>
        busyAt(action.counter) === null
          ? issueAs(action.group, 'walkIn', action, moment)
          : fail('visitRunning', { field: 'counter', detail: 'another visitor is here' }),
      ),
    undo: async (action) =>
      journal.once(request('undo', action, action.actionId), Undone, ({ at, day }) => {
        const event = sql.event.get({ location, eventId: action.actionId });
        if (event?.day !== day || event.counter !== action.counter)
          return fail('notFound', { field: 'actionId', detail: 'no action of this counter today' });
        const events = sql.eventsOf.all({ ticketId: event.ticketId });
        const busy = busyAt(action.counter);
        const ruled = ruleUndo(event, events, { now: at, undoSeconds: config.hall.undoSeconds, busy });
        if (!ruled.ok) return ruled;
        const facts = journal.append({ ...happening('undone', action, event), undoes: event.eventId }, at);
        return ok({ ticketId: event.ticketId, number: numberOf(facts) });
      }),
    finish: async (action) => finish(action),
    finishInStore: (action) => finish(action).ok,
    current: async (counter) => {
      const facts = ticketAt(sql, { location, counter, now: clock.now() });
      return facts ? ticketOf(facts) : null;
    },
    ticket: async (ticketId) => {
      const facts = sql.ticket.get({ location, ticketId });
      return facts ? ticketOf(facts) : null;
    },
    queue: async (counter, staffId) => reader.queue(counter, staffId ?? null),
    board: async () => reader.board(clock.now()),
    history: async (days) => reader.history(days),
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    rebuild: () => journal.rebuild(),
    stop: async () => {
      stopWatch();
      listeners.clear();
    },
  };
}
