import { amsterdamDay } from '../../../../shared/domain/dates.ts';
import type { Clock, Displays, Ids, Log } from '../../ports.ts';
import type { Config } from '../../settings/config-schema.ts';
import type { Store } from '../../store/store.ts';
import { createDayHistory } from '../day-history.ts';
import { type CounterFacts, createCallingRule } from '../calling-rule.ts';
import { hallGroups } from '../snapshots.ts';
import { watchDay } from '../../watch-day.ts';
import { createAway } from './away.ts';
import { createClaimDepth } from './claim-depth.ts';
import { createCleanup } from './cleanup.ts';
import { HallAway } from '../hall-away.ts';
import { type HallServer, inTransaction, isPassing, keepHallDatabase, type Run } from './hall-database.ts';
import { HALL_MENDED, hallChannel, hallRows } from './hall-rows.ts';
import { type LocalHall, openLocalHall } from './local-hall.ts';
import { createMirror } from './mirror.ts';
import { createMirrorReader } from './mirror-reader.ts';
import { withPending } from './overlay.ts';
import { type Conflict, createReplay } from './replay.ts';
import { createSharedTeam, TEAM_CHANGED } from './shared-team.ts';
import { createStock } from './stock.ts';

/** A notification that was lost is made good by reading the hall anew. */
const READ_AGAIN_MS = 30_000;
/** How soon the hall as it was seen is on this disk, for a start while the database is away. */
const KEEP_SEEN_MS = 5_000;

/** Longer than any transaction of a workstation lasts: after that no event appears below one that was read. */
const LATE_MS = 60_000;

export interface SharedHallDeps extends Partial<Omit<CounterFacts, 'assignmentOf'>> {
  readonly server: HallServer;
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly config: Config;
  readonly log: Log;
  /** Inside a store transaction. */
  readonly conflict?: (conflict: Conflict) => void;
  /** Ends the sessions at a counter of this workstation, because a team lead elsewhere asks it; left out, nobody can. */
  readonly logOutHere?: (counter: number) => void;
  /** The displays that follow this workstation; left out: none. */
  readonly displays?: Pick<Displays, 'list' | 'refresh'>;
  /** The time of the hall; left out, the clock of the server. */
  readonly now?: () => Date;
}

/**
 * What this workstation holds of a hall in a shared database: the connection, the mirror of its tickets, what happened
 * here while it was away, and the numbers in stock.
 */
export function openSharedHall(deps: SharedHallDeps) {
  const { ids, config, log, store } = deps;
  const location = config.location.id;
  const channel = hallChannel(location);
  const groups = hallGroups(config);
  const listeners = new Set<() => void>();
  /** Changes that are not an event of the database: a new day, away or back, what is pending. */
  let ownChanges = 0;
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const changedHere = (): void => {
    ownChanges += 1;
    changed();
  };
  let stopped = false;
  let cancelKeep: (() => void) | null = null;
  const keepSeen = (): void => {
    cancelKeep?.();
    cancelKeep = null;
    local.keepSeen(
      mirror.entries().filter(({ facts }) => facts.state !== 'finished' && facts.state !== 'closed'),
    );
  };
  const local = openLocalHall(store, location);
  const mirror = createMirror(() => {
    if (!stopped) cancelKeep ??= deps.clock.after(KEEP_SEEN_MS, keepSeen);
    changed();
  });
  for (const ticket of local.seen()) mirror.put(ticket);
  const rows = hallRows(location);
  const replay = createReplay({
    location,
    local,
    rows,
    newId: ids.ulid,
    now: () => clock.now(),
    done: (ticket) => mirror.put(ticket),
    conflict(conflict) {
      log.warn('hall.conflict', { ticketId: conflict.ticketId, what: conflict.what });
      deps.conflict?.(conflict);
    },
    atomically(work) {
      store.atomically(work);
      changedHere();
    },
  });
  const readAll = (run: Run) => {
    const now = clock.now();
    return mirror.read(run, { location, day: amsterdamDay(now), now });
  };
  const database = keepHallDatabase({
    ...deps,
    channel,
    async connected(run) {
      await replay((work) => inTransaction(run, work));
      await readAll(run);
      await team.connected(run);
    },
    heard(payload) {
      if (payload === TEAM_CHANGED) return team.heard();
      if (payload === HALL_MENDED) {
        // Not reached: the next connection reads.
        readAll(database.run).catch(() => undefined);
        return;
      }
      try {
        mirror.hear(payload);
      } catch {
        // Whatever it was: the next reading of the whole hall has it.
        log.warn('hall.notUnderstood');
      }
    },
  });
  const team = createSharedTeam({
    database: {
      inTurn: (work) => database.inTurn(work),
      transaction: (work) => database.transaction(work),
      link: () => database.link(),
    },
    clock: deps.clock,
    location,
    workstation: config.workstation.id,
    channel,
    newId: ids.ulid,
    logOutHere: deps.logOutHere ?? (() => undefined),
    displaysHere: deps.displays ?? { list: () => [], refresh: () => false },
  });
  const clock: Pick<Clock, 'now'> = {
    /** Within a day it never runs back, whatever the clocks do. */
    now() {
      const now = deps.now?.() ?? database.now();
      const latest = new Date(mirror.latest() ?? 0);
      return latest > now && amsterdamDay(latest) === amsterdamDay(now) ? latest : now;
    },
  };
  const tickets = () => withPending(mirror.tickets(), local.pending(), mirror.version());
  const awaySince = (): Date | null => {
    const link = database.link();
    return link.kind === 'away' ? link.since : null;
  };
  const reader = createMirrorReader({
    config,
    tickets,
    awaySince,
    rule: createCallingRule(config, { ...deps, assignmentOf: team.team.assignments.of }),
    clock,
    revision: () => mirror.version() + ownChanges,
    lastAction: (at) => (awaySince() === null ? rows.lastAction(database.run, at) : Promise.resolve(null)),
  });
  const add: LocalHall['add'] = (pending) => {
    local.add(pending);
    store.afterCommit(changedHere);
  };
  const away = createAway({
    local: { ...local, add },
    clock,
    ids,
    recallsBeforeNoShow: config.hall.noShow.recallsBefore,
    ticket: (ticketId) => tickets().find((facts) => facts.ticketId === ticketId),
    at: reader.at,
    checkedIn: (reference) =>
      tickets().find(
        ({ appointment, day, state }) =>
          appointment === reference && state !== 'cancelled' && day === amsterdamDay(clock.now()),
      ),
  });
  const stock = createStock({ local, rows, database, day: () => amsterdamDay(clock.now()) });
  /** What was done here before comes first, whatever is asked of the database. */
  const settle = () => replay(database.transaction);
  const settleLater = (): void => {
    if (awaySince() !== null) return;
    settle().catch((error: unknown) => {
      if (!(error instanceof HallAway || isPassing(error))) log.error('hall.notReplayed');
    });
  };
  const refill = (): void => {
    if (awaySince() === null && local.dispenses()) stock.refill(groups);
  };
  database.onLink(() => {
    // What is there again may be another one, such as a copy that was put back.
    dayHistory.forget();
    changedHere();
    settleLater();
    refill();
    void team.linked();
  });
  const dayHistory = createDayHistory((day, after) => rows.eventsAfter(database.run, { day, after }), {
    lateMs: LATE_MS,
  });
  const cleanup = createCleanup({
    database,
    location,
    clock: deps.clock,
    now: clock.now,
    days: config.retention.days,
  });
  cleanup.soon();
  const stopWatch = watchDay(deps.clock, () => {
    changedHere();
    refill();
    cleanup.soon();
  });
  let cancelRead = () => {};
  function readAgainLater(): void {
    cancelRead = deps.clock.after(READ_AGAIN_MS, () => {
      // While it is away there is nothing to read: the next connection does.
      if (awaySince() === null) readAll(database.run).catch(() => undefined);
      settleLater();
      readAgainLater();
    });
  }
  readAgainLater();

  return {
    location,
    channel,
    rows,
    local,
    mirror,
    depth: createClaimDepth(),
    database,
    clock,
    reader,
    away,
    stock,
    tickets,
    awaySince,
    settle,
    settleLater,
    refill,
    historyToday: () => dayHistory.of(amsterdamDay(clock.now())),
    team: team.team,
    readAll: () => readAll(database.run),
    onChange(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async stop() {
      stopWatch();
      cancelRead();
      cleanup.stop();
      stopped = true;
      if (cancelKeep) keepSeen();
      listeners.clear();
      await team.stop();
      await database.stop();
    },
  };
}

export type SharedHall = ReturnType<typeof openSharedHall>;
