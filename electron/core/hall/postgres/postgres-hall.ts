import { amsterdamDay } from '../../../../shared/domain/dates.ts';
import type { Ticket } from '../../../../shared/contract/hall.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { Clock, HallAction, HallEngine, Ids, Log } from '../../ports.ts';
import type { Config } from '../../settings/config-schema.ts';
import type { Store } from '../../store/store.ts';
import { LONGEST_VISIT_MS } from '../at-counter.ts';
import { decideOnTicket, decideUndo, type TicketCommand } from '../decide.ts';
import { orAway } from '../hall-away.ts';
import type { TicketFacts } from '../hall-event.ts';
import { createCallingRule, type DevicesAt } from '../calling-rule.ts';
import { historyOf } from '../history.ts';
import { hallGroups, numberOf, toTicket } from '../snapshots.ts';
import { watchDay } from '../watch-day.ts';
import { claimNext } from './claim.ts';
import { type HallLink, type HallServer, keepHallDatabase, type Run } from './hall-database.ts';
import { hallRows, type NewEvent } from './hall-rows.ts';
import { createMirror, type Mirrored } from './mirror.ts';
import { createPendingEnds } from './pending-ends.ts';
import { createMirrorReader } from './mirror-reader.ts';

type OnTicket = HallAction & { readonly ticketId: string };
type Issue = Parameters<HallEngine['issue']>[0];

/** How many of the first in line a claim may try; more counters than this never claim at one moment. */
const CANDIDATES = 64;
const CLAIM_TRIES = 5;
/** A notification that was lost is made good by reading the hall anew. */
const READ_AGAIN_MS = 30_000;

export interface PostgresHall extends HallEngine {
  link(): HallLink;
  onLink(listener: () => void): () => void;
  /** Makes every ticket row anew from the events. */
  rebuild(): Promise<void>;
}

/**
 * The waiting hall in a database that several workstations share. What counters see comes from a mirror in memory that
 * the database keeps up to date, so looking costs it nothing and goes on while it is away; what they do is one
 * transaction there, and is refused with `hallUnavailable` while it is away.
 */
export function createPostgresHall(deps: {
  readonly server: HallServer;
  /** Of this workstation: here visits end, also while the database is away. */
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly config: Config;
  readonly log: Log;
  /** Left out: no devices anywhere. */
  readonly devicesAt?: DevicesAt;
  /** The time of the hall, from ours and what the clock of the server is ahead; left out, their sum. */
  readonly now?: (offsetMs: number) => Date;
}): PostgresHall {
  const { ids, config, log } = deps;
  const location = config.location.id;
  const channel = `hall/${location}`;
  const groups = hallGroups(config);
  const listeners = new Set<() => void>();
  /** Changes that no event of the database tells of: a new day, the connection, a visit that ended here. */
  let revisionsHere = 0;
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const changedHere = (): void => {
    revisionsHere += 1;
    changed();
  };
  const mirror = createMirror(changed);
  const rows = hallRows(location, channel);
  const pending = createPendingEnds(deps.store);
  const readAll = (run: Run) => {
    const now = clock.now();
    return mirror.read(run, { location, day: amsterdamDay(now), now });
  };
  const database = keepHallDatabase({
    ...deps,
    channel,
    connected: readAll,
    heard(payload) {
      try {
        mirror.hear(payload);
      } catch {
        // Whatever it was: the next reading of the whole hall has it.
        log.warn('hall.notUnderstood');
      }
    },
  });
  const time = deps.now ?? ((offsetMs: number) => new Date(deps.clock.now().getTime() + offsetMs));
  const clock: Pick<Clock, 'now'> = {
    /** Within a day it never runs back, whatever the clocks do. */
    now() {
      const now = time(database.offsetMs());
      const latest = new Date(mirror.latest() ?? 0);
      return latest > now && amsterdamDay(latest) === amsterdamDay(now) ? latest : now;
    },
  };
  const reader = createMirrorReader({
    config,
    mirror: { tickets: () => mirror.tickets().map(asItIsHere) },
    clock,
    rule: createCallingRule(config, deps.devicesAt ?? (() => new Set())),
    revision: () => mirror.version() + revisionsHere,
    awaySince: () => {
      const link = database.link();
      return link.kind === 'away' ? link.since : null;
    },
    lastAction: (at) =>
      database.link().kind === 'connected' ? rows.lastAction(database.run, at) : Promise.resolve(null),
  });
  const stopWatch = watchDay(deps.clock, () => {
    changedHere();
  });
  const stopLink = database.onLink(() => {
    changedHere();
    if (database.link().kind === 'connected') void tellEnds();
  });
  let cancelRead = () => {};
  function readAgainLater(): void {
    cancelRead = deps.clock.after(READ_AGAIN_MS, () => {
      // While it is away there is nothing to read: the next connection does.
      if (database.link().kind === 'connected') readAll(database.run).catch(() => undefined);
      readAgainLater();
    });
  }
  readAgainLater();

  const ticketOf = (facts: TicketFacts): Ticket => toTicket(facts, groups);
  const busyAt = (run: Run, counter: number) =>
    rows.busyAt(run, counter, new Date(clock.now().getTime() - LONGEST_VISIT_MS).toISOString());

  /** Carries a command out once and remembers what became of its ticket; see HallJournal.once. */
  async function once(
    command: { readonly key: string; readonly commandId: string; readonly request: string },
    work: (run: Run, moment: { readonly at: string; readonly day: string }) => Promise<Result<Mirrored>>,
  ): Promise<Result<TicketFacts>> {
    return orAway(async () => {
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
    });
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

  /** `happened`: when it was done here, for what the database hears of later. */
  async function onTicket(kind: TicketCommand, action: OnTicket, happened?: string): Promise<Result<Ticket>> {
    const answer = await once(command(kind, action, action.ticketId), async (run, { at, day }) => {
      const ticket = await rows.lockTicket(run, action.ticketId);
      const busy = await busyAt(run, action.counter);
      const decided = decideOnTicket(kind, ticket?.facts, { counter: action.counter, day, busy });
      if (!decided.ok) return decided;
      if (!ticket) throw new Error('decided on a ticket that is not there');
      if (decided.value === null) return ok(ticket);
      const { ticketId, day: ofTicket } = ticket.facts;
      const about = { kind: decided.value, ticketId, day: ofTicket, at: notBefore(happened ?? at, ticket) };
      return ok(await rows.append(run, event(action, about)));
    });
    return asTicket(answer);
  }

  /** A ticket whose visit ended here is over, whatever the database knows of it yet. */
  function asItIsHere(facts: TicketFacts): TicketFacts {
    return facts.state === 'called' && pending.has(facts.ticketId) ? { ...facts, state: 'finished' } : facts;
  }

  let telling = false;
  /** Tells the database, in their order, of the visits that ended here. What it refuses was ended by somebody else. */
  async function tellEnds(): Promise<void> {
    if (telling) return;
    telling = true;
    try {
      for (const { at, ...end } of pending.list()) {
        const told = await onTicket('finish', end, at);
        if (!told.ok && told.error.code === 'hallUnavailable') return;
        if (!told.ok) log.warn('hall.endRefused', { ticketId: end.ticketId, code: told.error.code });
        pending.forget(end.commandId);
      }
    } catch (error) {
      // It stays on disk: the next connection tells it again.
      log.error('hall.endNotTold', { error: error instanceof Error ? error.name : 'unknown' });
    } finally {
      telling = false;
    }
  }

  async function issueAs(
    run: Run,
    { group, origin, commandId, counter, staffId }: Issue & { readonly counter: number | null },
    { at, day }: { readonly at: string; readonly day: string },
  ): Promise<Result<Mirrored>> {
    if (!groups.some(({ letter }) => letter === group))
      return fail('invalidInput', { field: 'group', detail: 'not in use here' });
    const ordinal = await rows.nextNumber(run, day, group);
    const kind = origin === 'walkIn' ? 'walkIn' : 'issued';
    const ticket = { eventId: ids.ulid(), ticketId: ids.ulid(), kind, day, at, undoes: null } as const;
    const by = { commandId, counter, staffId };
    return ok(await rows.append(run, { ...by, ...ticket, details: { group, ordinal, origin } }));
  }

  async function callNext(action: HallAction): Promise<Result<Ticket | null>> {
    const { request, commandId } = command('callNext', action, '');
    const who = { location, channel, commandId, request, counter: action.counter, staffId: action.staffId };
    for (let tries = 0; tries < CLAIM_TRIES; tries += 1) {
      const now = clock.now();
      const { ranked } = reader.order({ ...action, now }, CANDIDATES);
      const candidates = ranked.flatMap(({ ticket: { ticketId } }) => mirror.get(ticketId) ?? []);
      const claim = { ...who, candidates, eventId: ids.ulid(), now, day: amsterdamDay(now) };
      const claimed = await claimNext(database.run, claim);
      switch (claimed.outcome) {
        case 'called':
          mirror.put(claimed);
          return ok(ticketOf(claimed.facts));
        case 'known':
          if (claimed.request !== request)
            return fail('commandIdReused', { field: 'commandId', detail: 'used for another action' });
          return ok(claimed.facts && ticketOf(claimed.facts));
        case 'busy':
          return fail('visitRunning', { field: 'counter', detail: 'another visitor is here' });
        case 'nobody':
          return ok(null);
        case 'stale':
          await readAll(database.run);
          break;
        default:
          return claimed satisfies never;
      }
    }
    return fail('hallUnavailable', { detail: 'others were faster again and again' });
  }

  return {
    issue: async (input) => {
      const { commandId } = input;
      const request = `issue ${input.group} ${input.origin}`;
      return asTicket(
        await once({ key: commandId, commandId, request }, (run, moment) =>
          issueAs(run, { ...input, counter: null }, moment),
        ),
      );
    },
    callNext: (action) => orAway(() => callNext(action)),
    recall: (action) => onTicket('recall', action),
    noShow: (action) => onTicket('noShow', action),
    putBack: (action) => onTicket('putBack', action),
    finish: (action) => onTicket('finish', action),
    finishInStore(action) {
      const facts = mirror.get(action.ticketId)?.facts;
      const { day } = facts ?? { day: '' };
      // A workstation that was started while the database is away knows of no ticket, but does know its own visit.
      const decided = facts && decideOnTicket('finish', facts, { ...action, day, busy: facts.ticketId });
      if (decided && !decided.ok) return false;
      pending.keep(action, clock.now());
      deps.store.afterCommit(() => {
        changedHere();
        void tellEnds();
      });
      return true;
    },
    startWithoutTicket: async (action) =>
      asTicket(
        await once(command('startWithoutTicket', action, action.group), async (run, moment) =>
          (await busyAt(run, action.counter)) === null
            ? issueAs(run, { ...action, origin: 'walkIn' }, moment)
            : fail('visitRunning', { field: 'counter', detail: 'another visitor is here' }),
        ),
      ),
    async undo(action) {
      const { counter, actionId } = action;
      const answer = await once(command('undo', action, actionId), async (run, { at, day }) => {
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
      });
      return answer.ok ? ok({ ticketId: answer.value.ticketId, number: numberOf(answer.value) }) : answer;
    },
    async current(counter) {
      const facts = reader.at(counter);
      return facts ? ticketOf(facts) : null;
    },
    async ticket(ticketId) {
      const away = database.link().kind !== 'connected';
      const facts =
        mirror.get(ticketId)?.facts ?? (away ? undefined : await rows.ticket(database.run, ticketId));
      return facts ? ticketOf(asItIsHere(facts)) : null;
    },
    queue: (counter, staffId) => reader.queue(counter, staffId ?? null),
    board: async () => reader.board(),
    history: async (days) => historyOf(await rows.eventsOfDays(database.run, days)),
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    link: database.link,
    onLink: database.onLink,
    rebuild: () =>
      database.transaction(async (run) => {
        for (const ticketId of await rows.allTicketIds(run)) await rows.project(run, ticketId);
      }),
    async stop() {
      stopWatch();
      stopLink();
      cancelRead();
      listeners.clear();
      await database.stop();
    },
  };
}
