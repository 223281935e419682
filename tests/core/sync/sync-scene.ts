import { reasonWords } from '../../../renderer/counter/panels/sync/reason-words.ts';
import { createTexts } from '../../../renderer/i18n/i18n.ts';
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { createBrp, createCentralHealth } from '../../../electron/core/central/index.ts';
import {
  correctAddress,
  createNotificationRows,
  type Notification,
  type NotificationRows,
} from '../../../electron/core/notifications/index.ts';
import { createEvents } from '../../../electron/core/events.ts';
import { createKeptZaken, type KeptZaken } from '../../../electron/core/kept-zaken/index.ts';
import type { CommittedVisit } from '../../../electron/core/records.ts';
import type { Config } from '../../../electron/core/settings/config-schema.ts';
import type { NotifyConfig } from '../../../electron/core/settings/notify-schema.ts';
import type { Store } from '../../../electron/core/store/index.ts';
import { createSync, type Sync, type SyncDeps, type SyncStatus } from '../../../electron/core/sync/index.ts';
import { PRACTICE_TEMPLATES, type Practice, startPractice } from '../../../electron/practice/index.ts';
import { createTestClock, type TestClock } from '../../helpers/clock.ts';
import { createTestIds } from '../../helpers/ids.ts';
import { createTestLog, type TestLog } from '../../helpers/log.ts';
import { openTestStore } from '../../helpers/store.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { photo } from './visits.ts';

export const personsFile = path.resolve(
  import.meta.dirname,
  '../../../resources/testdata/brp-testpersonen.json',
);

export interface Scene {
  readonly practice: Practice;
  readonly gateway: Gateway;
  readonly clock: TestClock;
  readonly log: TestLog;
  readonly store: Store & { readonly file: string };
  readonly sync: Sync;
  readonly kept: KeptZaken;
  readonly pushes: string[];
  readonly verified: string[];
  readonly delivered: string[];
  /** Commits a visit as "klaar" does, and wakes the pump. */
  commit(visit: CommittedVisit): void;
  /** Commits a message to a visitor, and wakes the pump. */
  notify(notification: Omit<Notification, 'createdAt'>): void;
  readonly notifications: NotificationRows;
  /** Another process on the same file, after this one was killed; with `changes` in what is configured. */
  restart(changes?: Partial<SceneOptions>): Promise<Scene>;
  /** Another workstation before the same central systems, which keeps no open zaken. */
  neighbour(): Scene;
}

export interface SceneOptions {
  readonly start?: string;
  /** How far the clock of the central side is ahead of ours, in milliseconds. */
  readonly serverAheadMs?: number;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly parallel?: number;
  readonly attachments?: SyncDeps['attachments'];
  /** Whether the registries offer the all-in-one calls of Open Zaak. Left out: they do not, and that is known. */
  readonly allInOne?: boolean;
  /** Documents of more bytes go in parts of at most `partSize` bytes. */
  readonly partsAbove?: number;
  readonly partSize?: number;
  /** Zaak numbers of the zaaksysteem to keep in stock. */
  readonly reserveNumbers?: number;
  /** Keeps the open zaken of passports, of so many days; left out: none. */
  readonly keepOpenZakenDays?: number;
  /** Of messages to visitors; left out: all of practice. */
  readonly templates?: NotifyConfig['templates'];
  /** A burgerservicenummer of whom Klantinteracties has a partij. */
  readonly history?: string;
  readonly findByBsn?: boolean;
}

export function centralConfig(origin: string, parallelZaken: number): Config['central'] {
  return {
    zgw: {
      zakenUrl: `${origin}/zaken/api/v1`,
      documentenUrl: `${origin}/documenten/api/v1`,
      catalogiUrl: `${origin}/catalogi/api/v1`,
      clientId: 'waarmee-oefenen',
      secretName: 'zgw',
    },
    klantinteracties: {
      url: `${origin}/klantinteracties/api/v1`,
      secretName: 'klantinteracties',
      findByBsn: true,
    },
    brp: { url: `${origin}/haalcentraal/api/brp`, secretName: 'brp', headers: {} },
    timeoutSeconds: 5,
    lateCommitSeconds: 60,
    parallelZaken,
    partsAboveMb: 10,
    reserveNumbers: 0,
    keepOpenZakenDays: 0,
    notify: {
      baseUrl: `${origin}/notify`,
      secretName: 'notify',
      templates: PRACTICE_TEMPLATES,
      webForms: {},
    },
  };
}

/** A caller who may do everything; audit lines go nowhere. */
export const context = {
  caller: { audience: 'counter', client: 'test', counter: 1 },
  staff: null,
  at: new Date('2026-11-23T09:00:00Z'),
  audit: () => undefined,
} as const;

/** The status with its reasons in the words of the window. */
type SaidStatus = Omit<SyncStatus, 'items'> & {
  readonly items: readonly (Omit<SyncStatus['items'][number], 'reason'> & {
    readonly reason: string | null;
  })[];
};

/** What the clerk sees of the outbox. */
export function statusOf(sync: Sync): SaidStatus {
  const query = sync.handlers['sync.status'];
  const answer = query.run({}, context);
  if (answer instanceof Promise || !answer.ok) throw new Error('sync.status failed');
  const t = createTexts('nl').getFixedT(null, 'syncReasons');
  const items = answer.value.items.map((item) => ({
    ...item,
    reason: item.reason && reasonWords(t, item.reason),
  }));
  return { ...answer.value, items };
}

/** When the statuses of all zaken were set, in milliseconds, in the order in which they were made. */
export function statusMomentsOf({ practice }: Scene): readonly number[] {
  return practice
    .inspect()
    .statussen.map(({ datumStatusGezet }) =>
      typeof datumStatusGezet === 'string' ? Date.parse(datumStatusGezet) : Number.NaN,
    );
}

/** The practice environment with a workstation in front of it. Everything ends with the test. */
export async function openScene(options: SceneOptions = {}): Promise<Scene> {
  const clock = createTestClock(options.start);
  const ahead = options.serverAheadMs ?? 0;
  const serverClock = { now: () => new Date(clock.now().getTime() + ahead) };
  const practice = await startPractice({
    databaseFile: ':memory:',
    personsFile,
    clock: serverClock,
    port: 0,
    tls: false,
    experimental: options.allInOne ?? false,
    ...(options.history !== undefined && { history: options.history }),
    ...(options.partSize !== undefined && { partSize: options.partSize }),
  });
  onTestFinished(() => practice.stop());
  const gateway = await openGateway(() => practice.origin);
  const store = openTestStore({ clock });
  if (options.allInOne === undefined) knowNoAllInOne(store, gateway.origin, clock.now());
  return workstation(options, { practice, gateway, clock, visits: new Map() }, store);
}

/** The workstation knows that the registries offer the standard calls alone. */
export function knowNoAllInOne({ db }: Store, origin: string, at: Date): void {
  const { zakenUrl, documentenUrl } = centralConfig(origin, 1).zgw;
  const know = db.prepare('INSERT INTO missing_call (url, seen_at) VALUES (?, ?)');
  for (const call of ['zaak_registreren', 'zaak_afsluiten'])
    know.run(`${zakenUrl}/${call}`, at.toISOString());
  know.run(`${documentenUrl}/document_registreren`, at.toISOString());
}

interface World {
  readonly practice: Practice;
  readonly gateway: Gateway;
  readonly clock: TestClock;
  readonly visits: Map<string, CommittedVisit>;
}

function workstation(options: SceneOptions, world: World, store: Store & { readonly file: string }): Scene {
  const { practice, gateway, clock, visits } = world;
  const log = createTestLog();
  const events = createEvents((run) => store.afterCommit(run));
  const pushes: string[] = [];
  events.subscribe(({ name }) => pushes.push(name));
  const { credentials } = practice;
  const secrets: Readonly<Record<string, string>> = options.secrets ?? {
    zgw: credentials.zgwSecret,
    klantinteracties: credentials.klantinteractiesToken,
    brp: credentials.brpApiKey,
    notify: credentials.notifyApiKey,
  };
  const health = createCentralHealth(clock);
  const base = centralConfig(gateway.origin, options.parallel ?? 4);
  const central = {
    ...base,
    klantinteracties: { ...base.klantinteracties, findByBsn: options.findByBsn ?? true },
    reserveNumbers: options.reserveNumbers ?? 0,
    keepOpenZakenDays: options.keepOpenZakenDays ?? 0,
    notify: {
      baseUrl: `${gateway.origin}/notify`,
      secretName: 'notify',
      templates: options.templates ?? PRACTICE_TEMPLATES,
      webForms: {},
    },
    partsAboveMb: (options.partsAbove ?? 10 * 1024 * 1024) / 1024 / 1024,
  };
  const read = { read: (name: string) => secrets[name] };
  const ids = createTestIds(String(Math.random()));
  const brp = createBrp({
    config: central.brp,
    timeoutSeconds: 5,
    secrets: read,
    store,
    clock,
    ids,
    log,
    health,
  });
  const notifications = createNotificationRows(store, clock);
  const kept = createKeptZaken(store);
  const verified: string[] = [];
  const delivered: string[] = [];
  const sync = createSync({
    store,
    clock,
    ids: { ...ids, ulid: () => ids.uuid() },
    log,
    events,
    health,
    brp: brp.afterwards,
    secrets: read,
    config: {
      central,
      municipality: { name: 'Oefenstad', rsin: '002220647', gemeentecode: '0599' },
    },
    attachments: options.attachments ?? (() => photo),
    visit: (visitId) => visits.get(visitId),
    notification: notifications.byId,
    correctAddress: (notificationId, address) => correctAddress(notifications, notificationId, address),
    onVerified: (_, verification) => verified.push(verification),
    onDelivered: ({ kind, entityId }) => {
      if (kind === 'notification') notifications.end(entityId);
      delivered.push(kind);
    },
    pickedUp: { kept, zaaktypen: () => ['BALIE-PASPOORT'] },
    random: () => 0.5,
  });
  const stop = async (): Promise<void> => {
    await sync.stop();
    await brp.stop();
  };
  onTestFinished(stop);
  return {
    practice,
    gateway,
    clock,
    log,
    store,
    sync,
    kept,
    pushes,
    verified,
    delivered,
    commit: (visit) => {
      visits.set(visit.visitId, visit);
      store.atomically(() => sync.outbox.enqueue(visit));
      sync.outbox.wake();
    },
    notifications,
    notify: (notification) => {
      store.atomically(() => {
        notifications.add(notification);
        sync.outbox.notify(notification);
      });
      sync.outbox.wake();
    },
    restart: async (changes = {}) => {
      await stop();
      await store.close();
      return workstation({ ...options, ...changes }, world, openTestStore({ file: store.file, clock }));
    },
    neighbour: () => {
      const other = openTestStore({ clock });
      if (options.allInOne === undefined) knowNoAllInOne(other, gateway.origin, clock.now());
      return workstation({ ...options, keepOpenZakenDays: 0 }, { ...world, visits: new Map() }, other);
    },
  };
}

/** Lets the pump go on until everything is done; fails when it does not get there. */
export async function finish({ sync, clock }: Scene): Promise<void> {
  for (let round = 0; round < 8; round += 1) {
    await sync.idle();
    if (statusOf(sync).items.length === 0) return;
    await clock.advance(600_000);
  }
  expect(statusOf(sync).items).toEqual([]);
}
