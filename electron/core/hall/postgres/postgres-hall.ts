import { amsterdamDay } from '../../../../shared/domain/dates.ts';
import type { HallReason, Ticket } from '../../../../shared/contract/hall.ts';
import { ROLL_FROM } from '../../../../shared/domain/ticket-number.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { HallAction, HallEngine, Wish } from '../../ports.ts';
import { LONGEST_VISIT_MS } from '../at-counter.ts';
import { priorityWish, sentOnTo, wishOfReturn } from '../wish.ts';
import {
  arriveCommand,
  closeCommand,
  decideClose,
  decideOnTicket,
  decideUndo,
  issueRequest,
  type TicketCommand,
  ticketRequest,
} from '../decide.ts';
import type { TicketFacts } from '../hall-event.ts';
import { historyOf } from '../history.ts';
import { decideSplit, splitRequest, stayCommand } from '../split.ts';
import type { Team } from '../team.ts';
import { hallGroups, numberOf, ticketsOfAppointments, toTicket } from '../snapshots.ts';
import { groupFull } from '../daily-maximum.ts';
import { issueDetails, type NewTicket, wishDetails } from './away.ts';
import { callNext } from './call-next.ts';
import { HallAway } from '../hall-away.ts';
import { type HallLink, isPassing, type Run } from './hall-database.ts';
import type { NewEvent } from './hall-rows.ts';
import type { Mirrored } from './mirror.ts';
import { openSharedHall, type SharedHallDeps } from './shared-hall.ts';

type OnTicket = HallAction & { readonly ticketId: string; readonly reason?: HallReason };
type Issue = Parameters<HallEngine['issue']>[0];

export interface PostgresHall extends HallEngine {
  /** The colleagues at the other workstations. */
  readonly team: Team;
  link(): HallLink;
}

/**
 * The waiting hall in a database that several workstations share. What counters see comes from a mirror in memory that
 * the database keeps up to date, so looking costs it nothing and goes on while it is away; what they do is one
 * transaction there. While it is away, calling is refused with `hallUnavailable`; what a counter does with its own
 * visitor, walk-ins, and tickets from the stock of a dispenser are kept here and replayed (away.ts, replay.ts).
 */
export function createPostgresHall(deps: SharedHallDeps): PostgresHall {
  const { ids, config, store } = deps;
  const shared = openSharedHall(deps);
  const { location, rows, local, mirror, database, clock } = shared;
  const { reader, away, stock, tickets, awaySince, settle, settleLater, refill } = shared;
  const groups = hallGroups(config);
  const recallsBeforeNoShow = config.hall.noShow.recallsBefore;

  const ticketOf = (facts: TicketFacts): Ticket => toTicket(facts, groups);
  const busyAt = (run: Run, counter: number) =>
    rows.busyAt(run, counter, new Date(clock.now().getTime() - LONGEST_VISIT_MS).toISOString());

  const unavailable = () => fail('hallUnavailable');

  /** `busy`: instead of work that the database undid because it could not do it now. */
  async function orAway<T>(
    work: () => Promise<Result<T>>,
    instead: () => Result<T>,
    busy: () => Result<T> = unavailable,
  ): Promise<Result<T>> {
    if (awaySince() !== null) return instead();
    try {
      await settle();
      return await work();
    } catch (error) {
      if (error instanceof HallAway) return instead();
      if (isPassing(error)) return busy();
      throw error;
    }
  }

  /** Carries a command out once and remembers what became of its ticket; see HallJournal.once. */
  async function once(
    command: { readonly key: string; readonly commandId: string; readonly request: string },
    work: (run: Run, moment: { readonly at: string; readonly day: string }) => Promise<Result<Mirrored>>,
    instead: () => Result<TicketFacts>,
    busy?: () => Result<TicketFacts>,
  ): Promise<Result<TicketFacts>> {
    return orAway(
      async () => {
        const answer = await database.transaction(async (run): Promise<Result<Mirrored | TicketFacts>> => {
          await rows.lock(run, command.key);
          const earlier = await rows.answer(run, command.commandId);
          if (earlier)
            return earlier.request === command.request
              ? ok(earlier.answer)
              : fail('commandIdReused', { field: 'commandId', detail: 'used for another action' });
          const now = clock.now();
          const done = await work(run, { at: now.toISOString(), day: amsterdamDay(now) });
          if (done.ok) await rows.remember(run, { ...command, ...done.value });
          return done;
        });
        if (!answer.ok) return answer;
        if (!('facts' in answer.value)) return ok(answer.value);
        mirror.put(answer.value);
        return ok(answer.value.facts);
      },
      instead,
      busy,
    );
  }

  const command = (kind: string, action: HallAction, subject: string) => ({
    key: `${location}/${action.counter}`,
    commandId: action.commandId,
    request: `${kind} ${action.counter} ${subject}`,
  });
  const event = (
    action: HallAction,
    about: Pick<NewEvent, 'kind' | 'ticketId' | 'day' | 'at'>,
  ): NewEvent => ({
    eventId: ids.ulid(),
    commandId: action.commandId,
    counter: action.counter,
    staffId: action.staffId,
    undoes: null,
    details: {},
    ...about,
  });
  const notBefore = (at: string, ticket: Mirrored): string => (ticket.at > at ? ticket.at : at);
  const asTicket = (answer: Result<TicketFacts>): Result<Ticket> =>
    answer.ok ? ok(ticketOf(answer.value)) : answer;

  async function onTicket(
    kind: TicketCommand,
    action: OnTicket,
    wish?: Partial<Wish>,
  ): Promise<Result<Ticket>> {
    const asked = command(kind, action, ticketRequest(action, wish));
    const here = () => away.onTicket(kind, action, asked.request, wish);
    const answer = await once(
      asked,
      async (run, { at, day }) => {
        const ticket = await rows.lockTicket(run, action.ticketId);
        const busy = await busyAt(run, action.counter);
        const place = { counter: action.counter, day, busy, recallsBeforeNoShow };
        const decided = decideOnTicket(kind, ticket?.facts, place);
        if (!decided.ok) return decided;
        if (!ticket) throw new Error('decided on a ticket that is not there');
        if (decided.value === null) return ok(ticket);
        const { ticketId, day: ofTicket } = ticket.facts;
        const about = { kind: decided.value, ticketId, day: ofTicket, at: notBefore(at, ticket) };
        const back = decided.value === 'putBack';
        const wished = back ? wishOfReturn(ticket.facts, config.hall.noShow, new Date(at)) : wish;
        const details = {
          ...(action.reason && { reason: action.reason }),
          ...wishDetails(ticket.facts, wished),
        };
        return ok(await rows.append(run, { ...event(action, about), details }));
      },
      here,
    );
    return asTicket(answer);
  }

  async function issueAs(
    run: Run,
    {
      group,
      origin,
      commandId,
      counter,
      staffId,
      draw,
      eventId,
      ticketId,
      ...asked
    }: NewTicket & Issue & { readonly counter: number | null; readonly draw: (day: string) => number | null },
    { at, day }: { readonly at: string; readonly day: string },
  ): Promise<Result<Mirrored>> {
    if (!groups.some(({ letter }) => letter === group))
      return fail('invalidInput', { field: 'group', detail: 'not in use here' });
    const ordinal = draw(day) ?? (await rows.nextNumbers(run, day, group));
    const kind = origin === 'walkIn' ? 'walkIn' : 'issued';
    const ticket = { eventId, ticketId, kind, day, at, undoes: null } as const;
    const by = { commandId, counter, staffId };
    const details = { group, ordinal, origin, ...issueDetails({ group, ...asked }) };
    return ok(await rows.append(run, { ...by, ...ticket, details }));
  }

  const newTicket = (): NewTicket => ({ eventId: ids.ulid(), ticketId: ids.uuid() });

  async function issue(input: Issue): Promise<Result<Ticket>> {
    const { commandId, group, appointment, dailyMaximum } = input;
    if (!groups.some(({ letter }) => letter === group))
      return fail('invalidInput', { field: 'group', detail: 'not in use here' });
    const request = issueRequest(input);
    const id = newTicket();
    let drawn: number | null = input.rollNumber === undefined ? null : ROLL_FROM + input.rollNumber;
    // What is on paper is the number that counts: what may come from the database is drawn before, from the stock.
    if (input.origin === 'dispenser' && drawn === null && awaySince() === null)
      await stock.ensure(group).catch((error: unknown) => {
        if (!(error instanceof HallAway || isPassing(error))) throw error;
      });
    let asked = false;
    const draw = (day: string): number | null => {
      asked = true;
      drawn ??= local.draw(day, group);
      return drawn;
    };
    // Nobody waits for paper: a number from the stock holds, and the database hears of it with the next command.
    const fromStock = () => (asked && drawn === null ? unavailable() : away.issue(input, request, id, drawn));
    const answer = await once(
      // Whoever else checks the same visitor in waits until this is done, and gets this ticket.
      { key: appointment ? `${location}/${appointment.reference}` : commandId, commandId, request },
      async (run, moment) => {
        const there = appointment && (await rows.ticketOfAppointment(run, moment.day, appointment.reference));
        if (there) return ok(there);
        if (dailyMaximum !== undefined && (await rows.givenOn(run, moment.day, group)) >= dailyMaximum)
          return groupFull(group);
        return issueAs(run, { ...input, ...id, counter: null, draw }, moment);
      },
      fromStock,
      // Who checks the same appointment in at this moment has its ticket.
      appointment ? unavailable : fromStock,
    );
    refill();
    return asTicket(answer);
  }

  async function split({
    rollNumber,
    persons,
    group,
    ...action
  }: Parameters<HallEngine['split']>[0]): Promise<Result<Ticket>> {
    const { counter, commandId, ticketId } = action;
    const id = newTicket();
    let ordinal = rollNumber === undefined ? null : ROLL_FROM + rollNumber;
    const done: { stay?: Mirrored } = {};
    const answer = await once(
      command('split', action, splitRequest(ticketId, { persons, group })),
      async (run, { at: now, day }) => {
        const ticket = await rows.lockTicket(run, ticketId);
        const place = { counter, day, busy: await busyAt(run, counter) };
        const decided = decideSplit(ticket?.facts, place, { persons, group });
        if (!decided.ok) return decided;
        if (!ticket) throw new Error('decided on a ticket that is not there');
        const { stays, leaves, appointmentAt } = decided.value;
        const at = notBefore(now, ticket);
        const change = event(action, { kind: 'changed', ticketId, day, at });
        const stay = { ...change, commandId: stayCommand(commandId), details: { wish: stays } };
        done.stay = await rows.append(run, stay);
        ordinal ??= local.draw(day, group);
        const number = ordinal ?? (await rows.nextNumbers(run, day, group));
        const details = { group, ordinal: number, origin: 'clerk', appointmentAt, wish: leaves } as const;
        const given = event(action, { kind: 'issued', ticketId: id.ticketId, day, at });
        return ok(await rows.append(run, { ...given, eventId: id.eventId, counter: null, details }));
      },
      unavailable,
    );
    if (answer.ok && done.stay) mirror.put(done.stay);
    refill();
    return asTicket(answer);
  }

  /** Written down here, and told to the database after the commit. */
  function inStore(kind: TicketCommand, action: OnTicket, wish?: Partial<Wish>): Result<unknown> {
    const { request } = command(kind, action, ticketRequest(action, wish));
    const done = away.onTicket(kind, action, request, wish);
    store.afterCommit(settleLater);
    return done;
  }

  return {
    issue,
    arriveInStore(action) {
      const here = tickets().find(({ ticketId }) => ticketId === action.ticketId);
      if (here?.callId && !here.arrivedAt)
        inStore('arrive', { ...action, commandId: arriveCommand(here.callId) });
    },
    finishInStore: (action) => inStore('finish', action).ok,
    sendOnInStore: ({ group, ...action }) =>
      groups.some(({ letter }) => letter === group)
        ? inStore('transfer', action, sentOnTo(group))
        : fail('invalidInput', { field: 'sendOn', detail: 'not in use here' }),
    async callNext(action) {
      const { request } = command('callNext', action, '');
      const claim = { ...action, request, newId: ids.ulid };
      const answer = await orAway(() => callNext(shared, database.run, claim), unavailable);
      return answer.ok ? ok(answer.value && ticketOf(answer.value)) : answer;
    },
    callChosen: (action) => onTicket('callChosen', action),
    setPriority: ({ priority, ...action }) =>
      onTicket('change', { ...action, ...(priority && { reason: priority }) }, priorityWish(priority)),
    setParty: ({ party, ...action }) => onTicket('party', action, party),
    split,
    recall: (action) => onTicket('recall', action),
    cancel: (action) => onTicket('cancel', action),
    noShow: (action) => onTicket('noShow', action),
    putBack: (action) => onTicket('putBack', action),
    hold: ({ wish, ...action }) => onTicket('hold', action, wish),
    resume: (action) => onTicket('resume', action, { heldBy: null }),
    transfer: ({ wish, ...action }) => onTicket('transfer', action, wish),
    finish: (action) => onTicket('finish', action),
    async startWithoutTicket(action) {
      const asked = command('startWithoutTicket', action, action.group);
      const id = newTicket();
      const draw = (day: string) => local.draw(day, action.group);
      const answer = await once(
        asked,
        async (run, moment) =>
          (await busyAt(run, action.counter)) === null
            ? issueAs(run, { ...action, ...id, origin: 'walkIn', draw }, moment)
            : fail('visitRunning', { field: 'counter', detail: 'another visitor is here' }),
        () => away.walkIn(action, asked.request, id),
      );
      return asTicket(answer);
    },
    async undo(action) {
      const { counter, actionId } = action;
      const answer = await once(
        command('undo', action, actionId),
        async (run, { at, day }) => {
          const found = await rows.event(run, actionId, { day, counter });
          const ticket = found && (await rows.lockTicket(run, found.ticketId));
          const events = found ? await rows.eventsOf(run, found.ticketId) : [];
          const place = { counter, day, busy: await busyAt(run, counter) };
          const when = { now: clock.now(), undoSeconds: config.hall.undoSeconds };
          const decided = decideUndo(found, events, { ...place, ...when });
          if (!decided.ok) return decided;
          if (!ticket) throw new Error('an event without its ticket');
          const { ticketId } = decided.value;
          const about = { kind: 'undone', ticketId, day, at: notBefore(at, ticket) } as const;
          return ok(await rows.append(run, { ...event(action, about), undoes: actionId }));
        },
        unavailable,
      );
      return answer.ok ? ok({ ticketId: answer.value.ticketId, number: numberOf(answer.value) }) : answer;
    },
    leftOver: async (days) => (await rows.leftOver(database.run, days)).map(ticketOf),
    async close({ ticketId, staffId, isAtCounter }) {
      const there = awaySince() === null ? await rows.ticket(database.run, ticketId) : undefined;
      if (!there) return awaySince() === null ? fail('notFound', { field: 'ticketId' }) : unavailable();
      const asked = closeCommand(there);
      const answer = await once(
        { ...asked, key: asked.commandId },
        async (run, { at }) => {
          const ticket = await rows.lockTicket(run, ticketId);
          const decided = decideClose(ticket?.facts, isAtCounter);
          if (!decided.ok) return decided;
          if (!ticket) throw new Error('decided on a ticket that is not there');
          if (decided.value === null) return ok(ticket);
          const { day } = ticket.facts;
          const about = { kind: decided.value, ticketId, day, at: notBefore(at, ticket) };
          const by = {
            eventId: ids.ulid(),
            commandId: asked.commandId,
            counter: null,
            staffId,
            undoes: null,
          };
          return ok(await rows.append(run, { ...about, ...by, details: { reason: 'endOfDay' } }));
        },
        unavailable,
      );
      return asTicket(answer);
    },
    async current(counter) {
      const facts = reader.at(counter);
      return facts ? ticketOf(facts) : null;
    },
    async ticket(ticketId) {
      const here = tickets().find((one) => one.ticketId === ticketId);
      const facts = here ?? (awaySince() === null ? await rows.ticket(database.run, ticketId) : undefined);
      return facts ? ticketOf(facts) : null;
    },
    checkedIn: async () => {
      const today = amsterdamDay(clock.now());
      return ticketsOfAppointments(
        tickets().filter(({ day, state }) => day === today && state !== 'cancelled'),
        groups,
      );
    },
    today: async () => reader.today().map(ticketOf),
    queue: reader.queue,
    board: async () => reader.board(),
    historyToday: shared.historyToday,
    history: async (days) => historyOf(await rows.eventsOfDays(database.run, days)),
    onChange: shared.onChange,
    team: shared.team,
    link: database.link,
    stop: shared.stop,
  };
}
