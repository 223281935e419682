import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createAppointments } from '../../electron/core/agenda/index.ts';
import { alarmHandlers } from '../../electron/core/alarms/index.ts';
import { auditHandlers, createAudit } from '../../electron/core/audit/index.ts';
import { loadCatalogue } from '../../electron/core/catalogue/index.ts';
import { createDevices, equipmentOf } from '../../electron/core/devices/index.ts';
import { displayHandlers } from '../../electron/core/display-handlers.ts';
import { createDispatch } from '../../electron/core/dispatch.ts';
import { loadDocumentFonts } from '../../electron/core/documents/index.ts';
import { createEvents } from '../../electron/core/events.ts';
import { kioskHandlers } from '../../electron/core/kiosk/index.ts';
import { createDayClose, createHall, type ReadyWord } from '../../electron/core/hall/index.ts';
import { overviewHandlers } from '../../electron/core/overview/index.ts';
import type { Ids, Outbox } from '../../electron/core/ports.ts';
import { practiceHandlers } from '../../electron/core/practice-handlers.ts';
import type { CommittedVisit } from '../../electron/core/records.ts';
import { createSession, practiceAccounts } from '../../electron/core/session/index.ts';
import { hashPassphrase } from '../../electron/core/session/passphrase.ts';
import { createStaffStore } from '../../electron/core/session/staff-store.ts';
import { Config } from '../../electron/core/settings/config-schema.ts';
import { statisticsHandlers } from '../../electron/core/statistics/index.ts';
import { transactionSide, type VisitSource } from '../../electron/core/transaction-side.ts';
import type { FindZaak } from '../../electron/core/transactions/index.ts';
import type { CentralZaken } from '../../electron/core/visits/index.ts';
import { practiceConfig } from '../../electron/hosting/practice-config.ts';
import type { CallInput, CallName, CallOutput, PushMessage } from '../../shared/contract/index.ts';
import type { Staff } from '../../shared/contract/session.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { createFakeLink } from '../core/devices/fake-link.ts';
import { createLocalDevices } from './local-devices.ts';
import { createTestClock } from './clock.ts';
import { createFakeBrp } from './core-persons.ts';
import { createTestIds } from './ids.ts';
import { createTestLog } from './log.ts';
import { openTestStore } from './store.ts';
import type { Store } from '../../electron/core/store/index.ts';

const root = path.join(import.meta.dirname, '../..');
const world = {
  catalogue: loadCatalogue(path.join(root, 'resources')),
  fonts: loadDocumentFonts(path.join(root, 'resources/fonts')),
};

/** The configuration of the practice town, without devices. */
export const deskConfig: Config = Config.parse({
  ...practiceConfig({
    origin: 'http://127.0.0.1:9',
    zgwClientId: 'oefenen',
    receiptPrinter: { main: { kind: 'tcp', host: '127.0.0.1', port: 9 } },
    ticketDispenser: { main: { kind: 'tcp', host: '127.0.0.1', port: 9 } },
    documentReader: { main: { kind: 'tcp', host: '127.0.0.1', port: 9 } },
    codeScanner: { main: { kind: 'tcp', host: '127.0.0.1', port: 9 } },
    displayPort: 0,
  }),
  devices: [],
});

export const testClerk: Staff = {
  staffId: 'clerk-1',
  loginName: 'medewerker',
  name: 'Medewerker Oefening',
  role: 'clerk',
  active: true,
};

const away = { ok: false, error: { kind: 'unreachable', system: 'zaken' } } as const;

/** The way out under a test's control. */
export interface FakeOutbox extends Outbox {
  readonly visits: CommittedVisit[];
  readonly notified: { readonly notificationId: string; readonly label: string }[];
  woken: number;
  /** What the zaaksysteem gave out beforehand. */
  readonly numbers: string[];
  /** When set, thrown while the store transaction is open: the program that dies in the middle. */
  breaks: Error | null;
}

function createFakeOutbox(store: Store): FakeOutbox {
  const outbox: FakeOutbox = {
    visits: [],
    notified: [],
    woken: 0,
    numbers: [],
    breaks: null,
    enqueue(visit) {
      if (outbox.breaks) throw outbox.breaks;
      store.afterCommit(() => outbox.visits.push(visit));
    },
    notify: (notification) => store.afterCommit(() => outbox.notified.push(notification)),
    reservedNumber: () => outbox.numbers.shift(),
    wake: () => void (outbox.woken += 1),
  };
  return outbox;
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

export interface DeskOptions {
  readonly file?: string;
  /**
   * Real sessions: with the accounts of practice mode, with three accounts that share `testPassphrase`, or with none yet.
   * Left out, a clerk sits behind every window.
   */
  readonly signIn?: 'practice' | 'accounts' | 'setUp';
  /** Devices besides none; they do what the test's fake link says. */
  readonly devices?: Config['devices'];
  /** Changes of the hall's configuration, such as what a group needs, and of the workstation's, such as its profile. */
  readonly hall?: Partial<Config['hall']>;
  readonly workstation?: Partial<Config['workstation']>;
  readonly display?: Partial<Config['display']>;
  /** Where the appointments come from; left out, there are none. */
  readonly agenda?: Config['agenda'];
  /** Visits that the central systems have confirmed before the start. */
  readonly delivered?: readonly string[];
  /** What the zaaksysteem says of a person's open zaken; left out, it does not answer. */
  readonly centralZaken?: CentralZaken;
  /** What it says of one zaak; left out, it does not answer. */
  readonly findZaak?: FindZaak;
  /** The other workstations, where something is ready; left out, there are none. */
  readonly readyWord?: ReadyWord;
}

export const testPassphrase = 'een wachtzin om te testen';
/** Made once: the hash is slow by design. */
let testHash: Promise<string> | undefined;

async function addAccounts(store: Store, ids: Ids, at: Date): Promise<void> {
  testHash ??= hashPassphrase(testPassphrase);
  const hash = await testHash;
  const accounts = createStaffStore(store);
  if (accounts.count() > 0) return;
  for (const { loginName, name, role } of practiceAccounts)
    accounts.add({ staffId: ids.uuid(), loginName, name, role, active: true }, hash, at);
}

let opened = 0;

/**
 * A whole counter on a real store and the real hall, with a clerk behind it; the BRP, the devices and the way out are
 * under the test's control. Open it again with the same `file` after `close()`: that is a restart.
 */
export async function openDesk(options: DeskOptions = {}) {
  const clock = createTestClock();
  const store = openTestStore({ clock, ...(options.file && { file: options.file }) });
  opened += 1;
  const run = opened;
  let ulids = 0;
  // A restart goes on with ids of its own.
  const ids: Ids = {
    ...createTestIds(`desk ${run}`),
    ulid: () => `01KAR${String(run).padStart(5, '0')}${String(++ulids).padStart(16, '0')}`,
  };
  const log = createTestLog();
  const events = createEvents(store.afterCommit);
  const published: PushMessage[] = [];
  events.subscribe((message) => published.push(message));
  const audit = createAudit({ store, clock });
  const { agenda: _practice, ...town } = deskConfig;
  const config: Config = {
    ...town,
    devices: options.devices ?? [],
    hall: { ...deskConfig.hall, ...options.hall },
    workstation: { ...deskConfig.workstation, ...options.workstation },
    display: { ...deskConfig.display, ...options.display },
    ...(options.agenda && { agenda: options.agenda }),
  };
  const base = { store, clock, ids, log, events, audit, config };
  const { location, municipality, workstation } = deskConfig;
  const session = await createSession({
    ...base,
    workplace: {
      municipality: municipality.name,
      location: location.name,
      workstation: workstation.id,
      practice: options.signIn === 'practice',
      idleLockSeconds: 600,
      keyboardReader: null,
      displayUrl: () => null,
      hasAgenda: options.agenda !== undefined,
      hasPickUpMessages: true,
      version: '0',
    },
  });
  if (options.signIn === 'accounts') await addAccounts(store, ids, clock.now());
  const link = createFakeLink();
  const hall = createHall({ ...base, equipment: equipmentOf(link), clerkAt: session.clerkAt });
  const devices = createDevices({
    ...base,
    link,
    local: createLocalDevices(),
    traceDir: 'nowhere',
    issue: hall.selfService.issue,
    onRoll: hall.paperRoll.isInUse,
    logoFile: null,
  });
  const appointments = createAppointments({
    ...base,
    secrets: { read: () => undefined },
    authorities: [],
    engine: hall.engine,
    issue: hall.issue,
    printTicket: (issued) => void devices.printTicket(issued),
    changed: () => events.publish({ name: 'hall.changed', data: {} }),
  });
  const brp = createFakeBrp();
  const outbox = createFakeOutbox(store);
  const delivered = new Set<string>(options.delivered);
  let source: VisitSource | undefined;
  /** Who sits behind each window; a test may lock it. */
  const present = { staff: testClerk, locked: false };
  const side = transactionSide({
    ...base,
    ...world,
    devices,
    hall: hall.engine,
    ...(options.readyWord && { readyWord: options.readyWord }),
    practice: true,
    workingAt: options.signIn ? session.workingAt : () => (present.locked ? null : present.staff),
    connect(visits) {
      source = visits;
      return {
        outbox,
        persons: brp,
        openZaken: options.centralZaken ?? (() => Promise.resolve(fail('centralUnavailable'))),
        findZaak: options.findZaak ?? (() => Promise.resolve(fail('centralUnavailable'))),
        klantbeeld: {
          zaken: async () => away,
          contacten: async () => away,
          taken: async () => away,
          zaak: async () => away,
          stop: async () => undefined,
        },
        handlers: {
          'sync.inspect': { kind: 'effect', run: async () => fail('notFound') },
          'sync.shorten': { kind: 'atomic', run: () => fail('notParked') },
          'sync.assign': { kind: 'atomic', run: () => fail('notFound') },
          'sync.correctAddress': { kind: 'atomic', run: () => fail('notParked') },
          'sync.end': { kind: 'atomic', run: () => fail('notParked') },
          'sync.correctPhone': { kind: 'atomic', run: () => fail('notParked') },
          'sync.correct': { kind: 'atomic', run: () => fail('notParked') },
          'sync.status': { kind: 'query', run: () => fail('centralUnavailable') },
          'sync.tryNow': { kind: 'atomic', run: () => ok({ done: true }) },
          'sync.retry': { kind: 'atomic', run: () => ok({ done: true }) },
        },
        syncState: () => 'queued',
        isDelivered: (visitId) => delivered.has(visitId),
        stop: () => Promise.resolve(),
      };
    },
  });
  const dayClose = createDayClose({
    ...base,
    engine: hall.engine,
    seats: session.seats.list,
    hasOpenVisit: side.hasOpenVisit,
  });
  if (!source) throw new Error('the central side was not connected');
  const dispatch = createDispatch({
    handlers: {
      ...session.handlers,
      ...auditHandlers(audit, session.nameOf),
      ...hall.handlers,
      ...appointments.handlers,
      ...devices.handlers,
      ...displayHandlers({ url: () => null, list: () => [], refresh: () => false }, undefined),
      ...kioskHandlers({
        ...base,
        board: hall.board,
        selfService: hall.selfService,
        appointments,
        paper: devices.paper,
        printTicket: devices.printTicket,
      }),
      ...alarmHandlers({ ...base, seats: session.seats }),
      ...overviewHandlers({
        ...base,
        engine: hall.engine,
        seats: session.seats,
        assignments: hall.assignments,
        workAt: hall.workAt,
        dayClose,
      }),
      ...statisticsHandlers({ ...base, engine: hall.engine, booked: appointments.booked }),
      ...side.handlers,
      ...practiceHandlers(null),
      'central.check': { kind: 'query', run: () => fail('centralUnavailable') },
      'central.warning': { kind: 'query', run: () => ok({ at: null, catalogue: [], products: [] }) },
    },
    presence: options.signIn ? session.presence : { staff: () => present },
    ...base,
    checkOutputs: true,
  });
  const given = { published, brp, outbox, delivered, present, hall, link };
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    session.stop();
    await appointments.stop();
    dayClose.stop();
    await side.stop();
    devices.stop();
    await hall.stop();
    await store.close();
  };
  onTestFinished(close);

  const call = async <N extends CallName>(
    name: N,
    input: CallInput<N>,
    counter = 1,
  ): Promise<Result<CallOutput<N>>> =>
    (await dispatch(name, input, { audience: 'counter', client: `window ${counter}`, counter })) as Result<
      CallOutput<N>
    >;
  /** The answer of a call that must succeed. */
  const must = async <N extends CallName>(
    name: N,
    input: CallInput<N>,
    counter = 1,
  ): Promise<CallOutput<N>> => {
    const result = await call(name, input, counter);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
    return result.value;
  };
  return {
    ...base,
    ...given,
    dispatch,
    call,
    must,
    close,
    source,
    file: store.file,
    commandId: () => ids.uuid(),
    /** A document lies on the reader; done when the counter has dealt with it. */
    async read(lines: readonly string[]) {
      link.say({ type: 'documentRead', role: 'document-reader', lines: [...lines] });
      await clock.advance(0);
    },
    /** The code on the back of a document is scanned; done when the counter has dealt with it. */
    async scanCode(bsn: string) {
      link.say({ type: 'codeScanned', role: 'code-scanner', bsn });
      await clock.advance(0);
    },
    /** Why documents and codes were refused, oldest first. */
    refused: (): readonly string[] =>
      published.flatMap((message) => (message.name === 'visit.documentRefused' ? [message.data.why] : [])),
    /** Starts a visit without a ticket and answers it. */
    async startVisit(counter = 1) {
      await must('hall.startWithoutTicket', { commandId: ids.uuid(), group: 'O' }, counter);
      const visit = await must('visits.current', {}, counter);
      if (!visit) throw new Error('no visit was started');
      return visit;
    },
    /** The lines of the audit log, oldest first, as action and record type. */
    audited: (): readonly string[] =>
      audit
        .list({ limit: 200 })
        .map(({ action }) => action)
        .toReversed(),
  };
}
