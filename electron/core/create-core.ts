import path from 'node:path';
import type { DeviceBinding } from '../../shared/contract/device-binding.ts';
import type { BoardSnapshot } from '../../shared/contract/hall.ts';
import { type PushMessage, pushes } from '../../shared/contract/index.ts';
import type { Result } from '../../shared/lib/result.ts';
import { createAppointments } from './agenda/index.ts';
import { alarmHandlers } from './alarms/index.ts';
import { auditHandlers, createAudit } from './audit/index.ts';
import { type Catalogue, loadCatalogue } from './catalogue/index.ts';
import { createProcessingLogSweep } from './central/index.ts';
import { createCentralCheck } from './central-check/index.ts';
import { centralSide } from './central-side.ts';
import {
  createDevices,
  equipmentOf,
  type DeviceChannel,
  mergeBindings,
  noDevices,
  superviseDevices,
} from './devices/index.ts';
import { createDispatch } from './dispatch.ts';
import { displayHandlers } from './display-handlers.ts';
import { type DocumentFonts, loadDocumentFonts } from './documents/index.ts';
import { createEvents } from './events.ts';
import {
  createCommandSweep,
  createDayClose,
  createHall,
  createPersonalDataSweep,
  type Hall,
  publicBoard,
} from './hall/index.ts';
import { guardClock } from './guarded-clock.ts';
import type { Caller } from './handlers.ts';
import { overviewHandlers } from './overview/index.ts';
import type { Clock, Displays, Ids, LocalDevices, Log, PracticeControls, Secrets } from './ports.ts';
import { practiceHandlers } from './practice-handlers.ts';
import { createKlantbeeldSweep } from './klantbeeld/index.ts';
import { createKeptZakenSweep } from './kept-zaken/index.ts';
import { kioskHandlers } from './kiosk/index.ts';
import { createNotificationSweep } from './notifications/index.ts';
import { keepRetention } from './retention/index.ts';
import { createSession } from './session/index.ts';
import type { Config } from './settings/config-schema.ts';
import { statisticsHandlers } from './statistics/index.ts';
import { createStopOrder, type StopOrder } from './stop-order.ts';
import { openStore, type Store } from './store/index.ts';
import { createOutboxSweep } from './sync/index.ts';
import { transactionSide } from './transaction-side.ts';

export interface CoreDeps {
  readonly config: Config;
  /** Folder of the database; made by the host. */
  readonly dataDir: string;
  /** Raw key of 32 bytes for the store. */
  readonly storeKey: Buffer;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly secrets: Secrets;
  /** PEM of the certificate authorities in `central.caFile`; none when left out. */
  readonly authorities?: readonly string[];
  /** The same for `hall.engine.caFile`. */
  readonly hallAuthorities?: readonly string[];
  readonly resourcesDir: string;
  readonly fontsDir: string;
  /** PNG of the municipality's logo for tickets and receipts; null for none. */
  readonly logoFile: string | null;
  /** Module of store/checkpoint-worker. */
  readonly checkpointWorker: string | URL;
  /** Starts a device process; null where there can be no devices. */
  readonly spawnDevices: (() => DeviceChannel) | null;
  /** Pause before the device process starts, in milliseconds; 0 when left out. */
  readonly devicesAfterMs?: number;
  readonly localDevices: LocalDevices;
  /** What is wrong in the configuration with these devices, in lines for IT; left out where nobody can tell. */
  readonly judge?: (bindings: readonly DeviceBinding[]) => readonly string[];
  readonly practice: PracticeControls | null;
  readonly practiceAccounts: boolean;
  readonly displays: Displays;
  readonly version: string;
  /** Tests check every answer against its schema. */
  readonly checkOutputs?: boolean;
}

export interface Core {
  dispatch(name: string, input: unknown, caller: Caller): Promise<Result<unknown>>;
  /** Events for one window: those of its audience and of its own counter. */
  subscribe(caller: Caller, listener: (message: PushMessage) => void): () => void;
  readonly board: { current(): Promise<BoardSnapshot>; onChange(listener: () => void): () => void };
  readonly visitorPages: Hall['visitorPages'];
  /** Ends every timer, the pump, the device process and the store; what was answered is on disk. */
  stop(): Promise<void>;
}

function concerns(message: PushMessage, caller: Caller): boolean {
  const meant = pushes[message.name].audience.includes(caller.audience);
  return meant && (!('counter' in message.data) || message.data.counter === caller.counter);
}

/**
 * Puts the application together. Throws StoreError or CatalogueError, both with a text for people, when it cannot
 * start; then nothing stays open.
 */
export async function createCore(deps: CoreDeps): Promise<Core> {
  const { log } = deps;
  const clock = guardClock(deps.clock, log);
  const catalogue = loadCatalogue(deps.resourcesDir);
  const fonts = loadDocumentFonts(deps.fontsDir);
  const store = openStore({
    file: path.join(deps.dataDir, 'waarmee.db'),
    key: deps.storeKey,
    checkpointWorker: deps.checkpointWorker,
    clock,
    onFollowUpFailed: (error) =>
      log.error('store.followUpFailed', { error: error instanceof Error ? error.name : 'unknown' }),
  });
  const stops = createStopOrder(log);
  stops.add('store', () => store.close());
  try {
    return await assemble({ ...deps, clock }, { store, catalogue, fonts, stops });
  } catch (error) {
    await stops.stop();
    throw error;
  }
}

async function assemble(
  deps: CoreDeps,
  opened: {
    readonly store: Store;
    readonly catalogue: Catalogue;
    readonly fonts: DocumentFonts;
    readonly stops: StopOrder;
  },
): Promise<Core> {
  const { config, clock, ids, log } = deps;
  const { store, catalogue, fonts, stops } = opened;
  const events = createEvents(store.afterCommit, log);
  const audit = createAudit({ store, clock });
  const base = { store, clock, ids, log, events, audit, config };
  const session = await createSession({
    ...base,
    workplace: {
      municipality: config.municipality.name,
      location: config.location.name,
      workstation: config.workstation.id,
      practice: deps.practiceAccounts,
      keyboardReader: config.workstation.keyboardReader,
      idleLockSeconds: config.session.idleLockMinutes * 60,
      displayUrl: deps.displays.url,
      hasAgenda: config.agenda !== undefined,
      hasPickUpMessages: config.central.notify?.templates.readyForPickUp !== undefined,
      version: deps.version,
    },
  });
  stops.add('session', session.stop);
  const link = deps.spawnDevices
    ? superviseDevices({
        spawn: deps.spawnDevices,
        bindings: mergeBindings(config.devices, deps.localDevices.read()),
        firstAfterMs: deps.devicesAfterMs ?? 0,
        clock,
        log,
      })
    : noDevices;
  stops.add('device process', link.stop);
  const hall = createHall({
    ...base,
    equipment: equipmentOf(link),
    seats: () =>
      session.seats.list().map(({ counter, staff: { name }, locked }) => ({ counter, name, locked })),
    clerkAt: session.clerkAt,
    logOutHere(counter) {
      for (const { loginName } of session.seats.leaveCounter(counter))
        audit.record({
          who: config.workstation.id,
          action: 'session.loggedOut',
          recordType: 'session',
          recordId: `balie ${counter}`,
          detail: loginName,
        });
    },
    displays: deps.displays,
    secrets: deps.secrets,
    authorities: deps.hallAuthorities ?? [],
    printTicket: (issued) => void devices.printTicket(issued),
  });
  stops.add('hall', hall.stop);
  const devices = createDevices({
    ...base,
    link,
    local: deps.localDevices,
    ...(deps.judge && { judge: deps.judge }),
    traceDir: path.join(deps.dataDir, 'traces'),
    issue: hall.selfService.issue,
    onRoll: hall.paperRoll.isInUse,
    logoFile: deps.logoFile,
  });
  // The link goes first: the last answers of the printers are still noted.
  stops.add('devices', async () => {
    await link.stop();
    devices.stop();
  });
  const appointments = createAppointments({
    ...base,
    secrets: deps.secrets,
    authorities: deps.authorities ?? [],
    engine: hall.engine,
    issue: hall.issue,
    printTicket: (issued) => void devices.printTicket(issued),
    changed: () => events.publish({ name: 'hall.changed', data: {} }),
  });
  stops.add('agenda', appointments.stop);
  const transactions = transactionSide({
    ...base,
    catalogue,
    fonts,
    devices,
    hall: hall.engine,
    ...(hall.team && { readyWord: hall.team.ready }),
    practice: deps.practiceAccounts,
    workingAt: session.workingAt,
    connect: (source) =>
      centralSide({ ...base, secrets: deps.secrets, authorities: deps.authorities ?? [] }, source),
  });
  stops.add('transactions', transactions.stop);
  const dayClose = createDayClose({
    ...base,
    engine: hall.engine,
    seats: session.seats.list,
    hasOpenVisit: transactions.hasOpenVisit,
  });
  stops.add('end of the day', dayClose.stop);
  const centralCheck = createCentralCheck({
    ...base,
    secrets: deps.secrets,
    authorities: deps.authorities ?? [],
    products: catalogue.products,
  });
  stops.add('central check', centralCheck.stop);
  const { days, processingLogYears } = config.retention;
  const retention = keepRetention({
    ...base,
    sweeps: [
      createOutboxSweep(store, days),
      createCommandSweep(store, days),
      createPersonalDataSweep(store, days),
      createProcessingLogSweep(store, processingLogYears),
      createKlantbeeldSweep(store, days),
      createNotificationSweep(store, days, audit),
      createKeptZakenSweep(store, config.central.keepOpenZakenDays === 0 ? 0 : days),
    ],
  });
  stops.add('retention', retention.stop);
  const dispatch = createDispatch({
    handlers: {
      ...session.handlers,
      ...auditHandlers(audit, session.nameOf),
      ...hall.handlers,
      ...appointments.handlers,
      ...devices.handlers,
      ...displayHandlers(deps.displays, hall.team?.displays),
      ...kioskHandlers({
        config,
        clock,
        board: hall.board,
        selfService: hall.selfService,
        appointments,
        paper: devices.paper,
        printTicket: devices.printTicket,
      }),
      ...alarmHandlers({ ...base, seats: session.seats, team: hall.team }),
      ...overviewHandlers({
        ...base,
        engine: hall.engine,
        seats: session.seats,
        team: hall.team,
        assignments: hall.assignments,
        workAt: hall.workAt,
        dayClose,
      }),
      ...statisticsHandlers({ config, clock, engine: hall.engine, booked: appointments.booked }),
      ...transactions.handlers,
      ...centralCheck.handlers,
      ...practiceHandlers(deps.practice),
    },
    presence: session.presence,
    ...base,
    checkOutputs: deps.checkOutputs ?? false,
  });
  const stopPractice = deps.practice?.onChange(() => events.publish({ name: 'practice.changed', data: {} }));
  stops.add('practice events', () => stopPractice?.());

  return {
    dispatch,
    subscribe: (caller, listener) =>
      events.subscribe((message) => {
        if (concerns(message, caller)) listener(message);
      }),
    board: publicBoard(hall.board, config),
    visitorPages: hall.visitorPages,
    stop: stops.stop,
  };
}
