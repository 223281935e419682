import type { DeviceRole } from '../../../shared/contract/device-protocol.ts';
import type { Ticket } from '../../../shared/contract/hall.ts';
import type { WorkAt } from '../../../shared/contract/overview.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { Audit } from '../audit/index.ts';
import type { Events } from '../events.ts';
import type { Handlers } from '../handlers.ts';
import type { Clock, Displays, Equipment, HallEngine, Ids, Log, Secrets } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import type { Store } from '../store/store.ts';
import { type Assignments, createStoreAssignments } from './assignments.ts';
import { type Board, createBoard } from './board.ts';
import type { CounterFacts } from './calling-rule.ts';
import { type ClerkAt, createClerkWork } from './clerk-work.ts';
import { createCounterLacks } from './counter-lacks.ts';
import { type HallCalls, hallHandlers } from './hall-handlers.ts';
import { type IssuedTicket, withItsWait } from './issued-ticket.ts';
import type { HallServer } from './postgres/hall-database.ts';
import { createPostgresHall } from './postgres/postgres-hall.ts';
import { createPaperRoll, type PaperRoll } from './paper-roll.ts';
import { createSelfService, type SelfService } from './self-service.ts';
import type { Team, TeamSeat } from './team.ts';
import { createSqliteHall } from './sqlite-hall.ts';
import { createVisitorPages, type VisitorPages } from './visitor-pages.ts';
import { createWaitForecast } from './wait-forecast.ts';
import { createWindowCameras } from './window-cameras.ts';

export type { Assignments } from './assignments.ts';
export { LONGEST_VISIT_MS } from './at-counter.ts';
export { createDayClose, type DayClose } from './day-close.ts';
export { createCommandSweep } from './command-sweep.ts';
export { createPersonalDataSweep } from './personal-data-sweep.ts';
export { leaveCounter } from './leave-counter.ts';
export { orAway } from './hall-away.ts';
export { withHallServer } from './postgres/at-once.ts';
export { NewerHallError } from './postgres/migrations.ts';
export { moveHall, type MovedHall } from './postgres/move.ts';
export { rebuildPostgresHall } from './postgres/rebuild.ts';
export type { Rebuilt, RebuiltDay } from './rebuild.ts';
export { rebuildSqliteHall } from './sqlite-rebuild.ts';
export { publicBoard } from './board.ts';
export type { HallCalls } from './hall-handlers.ts';
export type { IssuedTicket } from './issued-ticket.ts';
export {
  type AlarmBook,
  createAlarmBook,
  type DisplaysElsewhere,
  type ReadyWord,
  type Team,
  type TeamSeat,
} from './team.ts';
export type { HallGroupConfig, SelfService } from './self-service.ts';
export { pageAddress, type VisitorPages } from './visitor-pages.ts';

export interface HallDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Has the password of the hall's database; left out: nothing was kept. */
  readonly secrets?: Secrets;
  /** PEM of the authorities that may sign the certificate of the hall's database. */
  readonly authorities?: readonly string[];
  /** Where it is noted what could not be reconciled after the database was away. */
  readonly audit?: Pick<Audit, 'record'>;
  readonly config: Config;
  readonly events: Events;
  /** The devices of this workstation, besides the cameras of its windows; left out: none. */
  readonly equipment?: Equipment;
  /** Who is logged in at the windows of this application; left out: nobody can tell. */
  readonly seats?: () => readonly TeamSeat[];
  readonly clerkAt?: ClerkAt;
  /** Ends the sessions at a counter of this application, because a team lead at another workstation asks it. */
  readonly logOutHere?: (counter: number) => void;
  /** The displays that follow this workstation, for who looks after them at another; left out: none. */
  readonly displays?: Pick<Displays, 'list' | 'refresh'>;
  /** Puts a ticket that the clerk gave on paper, where a dispenser is bound. */
  readonly printTicket?: (issued: IssuedTicket) => void;
}

export interface Hall {
  readonly engine: HallEngine;
  readonly board: Board;
  /** The colleagues at other workstations; null where the hall is of this one alone. */
  readonly team: Team | null;
  /** What a team lead decided for the counters. */
  readonly assignments: Assignments;
  /** By which profile a counter of this workstation calls; undefined without profiles. */
  readonly workAt: (counter: number) => WorkAt | undefined;
  readonly handlers: Handlers<HallCalls>;
  /** Presses on the dispenser and the kiosk: nobody's session, the visitor himself. */
  readonly selfService: SelfService;
  readonly visitorPages: Pick<VisitorPages, 'find'>;
  readonly paperRoll: Pick<PaperRoll, 'isInUse' | 'set' | 'state'>;
  /** Gives a number, and says who waits before it. */
  readonly issue: (request: Parameters<HallEngine['issue']>[0]) => Promise<Result<IssuedTicket>>;
  stop(): Promise<void>;
}

/** The database that the configuration names for the hall; null: it is in the file of this workstation. */
export function hallServerOf(
  { hall: { engine } }: Config,
  { read, authorities }: { readonly read?: Secrets['read']; readonly authorities: readonly string[] },
): HallServer | null {
  if (engine.kind === 'sqlite') return null;
  const { kind: _kind, secretName, caFile, ...place } = engine;
  return { ...place, password: read?.(secretName), ca: caFile === undefined ? null : authorities.join('\n') };
}

/** The engine that the configuration chose. */
function engineOf(deps: HallDeps, counters: Partial<CounterFacts>): HallEngine & { readonly team?: Team } {
  const { secrets, authorities = [] } = deps;
  const server = hallServerOf(deps.config, { ...(secrets && { read: secrets.read }), authorities });
  if (server === null) return createSqliteHall({ ...deps, ...counters });
  return createPostgresHall({
    ...deps,
    ...counters,
    server,
    conflict: ({ staffId, ticketId, what, why }) =>
      deps.audit?.record({
        who: staffId ?? deps.config.workstation.id,
        action: 'hall.conflict',
        recordType: 'ticket',
        recordId: ticketId,
        detail: `${what}: ${why}`,
      }),
  });
}

/** The waiting hall, in the store of this workstation or in a database that counters share. Publishes `hall.changed` after every change. */
export function createHall(deps: HallDeps): Hall {
  const { clock, config, events, equipment, seats, printTicket } = deps;
  const changed = () => events.publish({ name: 'hall.changed', data: {} });
  const cameras = createWindowCameras(changed);
  const devicesAt = (counter: number): ReadonlySet<DeviceRole> =>
    cameras.with(equipment?.working() ?? new Set(), counter);
  const own = createStoreAssignments(deps.store, config.location.id, clock, changed);
  const allSeats = seats && (() => [...seats(), ...(engine.team?.seats() ?? [])]);
  const work = createClerkWork({
    config,
    clerkAt: deps.clerkAt ?? (() => null),
    assignmentOf: (counter) => assignments.of(counter),
  });
  const lacksAt = createCounterLacks(config, {
    devicesAt,
    assignmentOf: (counter) => assignments.of(counter),
    workAt: work.of,
  });
  const engine = engineOf(deps, {
    devicesAt,
    assignmentOf: own.of,
    workAt: work.of,
    ...(allSeats && { seats: allSeats }),
  });
  const unsubscribe = engine.onChange(changed);
  const team = engine.team ?? null;
  const assignments = team?.assignments ?? own;
  /** Who sits here, with what colleagues want to know of it. */
  const ownSeats = (): TeamSeat[] =>
    (seats?.() ?? []).map((seat) => ({ ...seat, lacks: lacksAt(seat.counter), work: work.at(seat.counter) }));
  const stopTeam = team && seats && keepTeam(team, ownSeats, events);
  const attended = allSeats && (() => allSeats().flatMap(atWork));
  const forecast = createWaitForecast({
    engine,
    config,
    clock,
    devicesAt,
    attended,
    assignmentOf: assignments.of,
    workAt: work.of,
  });
  const board = createBoard({ engine, forecast, clock });
  const paperRoll = createPaperRoll({
    store: deps.store,
    location: config.location.id,
    engine,
    equipment,
    changed,
  });
  const give = (from: (roll: { readonly rollNumber?: number }) => Promise<Result<Ticket>>) => {
    const given = async (roll: { readonly rollNumber?: number }) =>
      withItsWait(engine, { config, forecast }, await from(roll));
    return paperRoll.isInUse() ? paperRoll.take((rollNumber) => given({ rollNumber })) : given({});
  };
  const issue: Hall['issue'] = (request) => give((roll) => engine.issue({ ...request, ...roll }));
  const visitorPages = createVisitorPages({ engine, forecast, config, clock });
  // Whom a counter can call depends on what works there, and on who is logged in.
  const stopDevices = equipment?.onChange(changed);
  const stopSeats = events.subscribe(({ name }) => {
    if (name !== 'session.changed') return;
    work.forgetLeft();
    if (seats) changed();
  });
  return {
    engine,
    board,
    team,
    assignments,
    workAt: work.at,
    handlers: hallHandlers({
      engine,
      events,
      paperRoll,
      lacksAt,
      mayChoose: (role) => config.hall.chooseRight === 'clerk' || role !== 'clerk',
      isOpen: (counter) => assignments.of(counter)?.isOpen !== false,
      groups: config.hall.groups.map(({ letter }) => letter),
      work: {
        ...work,
        choose(counter, profile) {
          work.choose(counter, profile);
          changed();
        },
      },
      seats: () => [...ownSeats(), ...(team?.seats() ?? [])],
      issue,
      split: (request) => give((roll) => engine.split({ ...request, ...roll })),
      sawCamera: cameras.saw,
      ...(printTicket && { printTicket }),
    }),
    issue,
    selfService: createSelfService({
      config,
      clock,
      engine,
      issue: (request) => issue({ ...request, origin: 'dispenser', staffId: null }),
    }),
    visitorPages,
    paperRoll,
    async stop() {
      unsubscribe();
      stopTeam?.();
      visitorPages.stop();
      paperRoll.stop();
      stopDevices?.();
      stopSeats();
      board.stop();
      await engine.stop();
    },
  };
}

const atWork = ({ counter, locked }: TeamSeat): number[] => (locked ? [] : [counter]);

/** Tells the colleagues who sits here, and the windows here what changed there. */
function keepTeam(team: Team, seats: () => readonly TeamSeat[], events: Events): () => void {
  const announce = (): void => team.announce(seats());
  announce();
  const stopListening = events.subscribe(({ name }) => {
    // What a counter can do changes with its devices and its work.
    if (name === 'session.changed' || name === 'hall.changed') announce();
  });
  const stopTelling = team.onChange(() => {
    for (const name of ['session.changed', 'alarms.changed'] as const) events.publish({ name, data: {} });
  });
  return () => {
    stopListening();
    stopTelling();
  };
}
