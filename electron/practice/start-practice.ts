import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { agendaApp } from './agenda/agenda-app.ts';
import { brpApp } from './brp/brp-app.ts';
import { readPersons } from './brp/persons.ts';
import { catalogiApp } from './catalogi/catalogi-app.ts';
import type { Certificates } from './certificates.ts';
import { PRACTICE_CATALOGUE, type PracticeCatalogue } from './catalogi/catalogue-data.ts';
import { seedCatalogue } from './catalogi/seed-catalogue.ts';
import { type PracticeCredentials, practiceCredentials } from './credentials.ts';
import { dutchDay } from './dates.ts';
import { documentenApp } from './documenten/documenten-app.ts';
import { answerNotFound } from './exchange.ts';
import { faultGate } from './fault-gate.ts';
import { faultRoutes } from './fault-routes.ts';
import { createFaults, type Faults, type PracticeApi } from './faults.ts';
import { serveOnLoopback } from './http-server.ts';
import { inspectWorld, type PracticeSnapshot } from './inspect.ts';
import { jwtCheck } from './jwt.ts';
import { klantinteractiesApp } from './klantinteracties/klantinteracties-app.ts';
import { notifyApp, takenMessages, type TakenMessage } from './notify/notify-app.ts';
import { openResourceStore, type ResourceStore } from './resource-store.ts';
import { chosenTestPersons, type TestPerson } from './test-persons.ts';
import { machineReadableLines, type TravelDocument } from './travel-documents.ts';
import { seedHistory } from './seed-history.ts';
import type { World } from './world.ts';
import { zakenApp } from './zaken/zaken-app.ts';

const PORT_SETTING = 'port';
const CERTIFICATES_SETTING = 'certificates';
/** Open Zaak's DOCUMENTEN_UPLOAD_CHUNK_SIZE: 4 GiB. */
const DEFAULT_PART_SIZE = 4 * 1024 ** 3;
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** Of the real NotifyNL. */
const NOTIFY_LEEWAY_SECONDS = 30;

/** Where a practice environment lives and how it behaves. */
export interface PracticeOptions {
  /** SQLite file that holds the world, or ':memory:'. */
  readonly databaseFile: string;
  /** File with the official fictitious BRP test persons. */
  readonly personsFile: string;
  readonly clock: { now(): Date };
  /** Port on 127.0.0.1. Left out: that of the last time if it is free, else any free one. 0: any free one. */
  readonly port?: number;
  /** Whether clients must speak TLS; yes if left out. */
  readonly tls?: boolean;
  /** Whether Open Zaak's experimental endpoints exist; yes if left out. */
  readonly experimental?: boolean;
  /** The catalogus of a new world; PRACTICE_CATALOGUE if left out. A world that has one keeps it. */
  readonly catalogue?: PracticeCatalogue;
  /** Scopes that the client of the ZGW APIs was not given, such as `zaken.aanmaken`; none if left out. */
  readonly withheldScopes?: readonly string[];
  /** A burgerservicenummer whose person has a history: contacts, zaken and a task. Nobody if left out. */
  readonly history?: string;
  /** RSIN of the municipality whose zaken that person has; the one of PRACTICE_CATALOGUE if left out. */
  readonly historyRsin?: string;
  /** Greatest bestandsdeel in bytes; 4 GiB if left out, as Open Zaak does. */
  readonly partSize?: number;
  /** How far a token for NotifyNL may be from the clock; 30 if left out. */
  readonly notifyLeewaySeconds?: number;
  /** NotifyNL took a message. */
  readonly onMessage?: () => void;
}

/** A running practice environment. */
export interface Practice {
  /** `https://127.0.0.1:<port>`, without a slash at the end. */
  readonly origin: string;
  /** PEM of the authority of its certificate, which clients must trust; null without TLS. The same after a restart. */
  readonly authority: string | null;
  readonly credentials: PracticeCredentials;
  readonly faults: Faults;
  testPersons(): readonly TestPerson[];
  /** Machine readable lines of a document of this person, a passport if `kind` is left out; none if unknown. */
  documentFor(bsn: string, kind?: TravelDocument): readonly string[];
  inspect(): PracticeSnapshot;
  /** The last messages that NotifyNL took, newest first. */
  messages(most: number): readonly TakenMessage[];
  /** Ends the server and closes the world. Later calls do nothing. */
  stop(): Promise<void>;
}

/**
 * Starts the central registries that people practise with: zaken, documenten, catalogi, klantinteracties, BRP, NotifyNL and an agenda on one
 * loopback port, behaving as the real ones do. Rejects if the files cannot be opened or no port is free.
 */
export async function startPractice(options: PracticeOptions): Promise<Practice> {
  const { clock, experimental = true } = options;
  const persons = readPersons(options.personsFile);
  const store = openResourceStore(options.databaseFile);
  const world: World = { store, clock };
  seedCatalogue(world, options.catalogue ?? PRACTICE_CATALOGUE);
  const { history } = options;
  if (history !== undefined) seedHistory(world, options.historyRsin ?? PRACTICE_CATALOGUE.rsin, history);
  const credentials = practiceCredentials(store);
  const faults = createFaults();
  const zgw = jwtCheck({
    clientId: credentials.zgwClientId,
    secret: credentials.zgwSecret,
    clock,
    withheld: options.withheldScopes ?? [],
  });

  const app = new Hono<{ Bindings: HttpBindings }>();
  const mount = (api: PracticeApi, path: string, registry: Hono): void => {
    app.use(`${path}/*`, faultGate(api, { faults, clock, expireNext: () => server.expireNext() }));
    app.route(path, registry);
  };
  mount('zaken', '/zaken/api/v1', zakenApp(world, zgw, experimental));
  mount(
    'documenten',
    '/documenten/api/v1',
    documentenApp(world, zgw, { experimental, partSize: options.partSize ?? DEFAULT_PART_SIZE }),
  );
  mount('catalogi', '/catalogi/api/v1', catalogiApp(world, zgw));
  mount(
    'klantinteracties',
    '/klantinteracties/api/v1',
    klantinteractiesApp(world, credentials.klantinteractiesToken),
  );
  mount('brp', '/haalcentraal/api/brp', brpApp(persons, credentials.brpApiKey, clock));
  const [serviceId = '', notifySecret = ''] = credentials.notifyApiKey.match(UUID) ?? [];
  mount(
    'notify',
    '/notify',
    notifyApp(
      world,
      {
        serviceId,
        secret: notifySecret,
        leewaySeconds: options.notifyLeewaySeconds ?? NOTIFY_LEEWAY_SECONDS,
      },
      () => options.onMessage?.(),
    ),
  );
  mount('agenda', '/agenda', agendaApp(chosenTestPersons(persons), credentials.agendaToken, clock));
  app.notFound(answerNotFound);
  app.route('/practice', faultRoutes(faults, credentials.practiceToken));

  const certificates = (options.tls ?? true) ? await certificatesOf(store) : null;
  const port = options.port ?? Number(store.setting(PORT_SETTING) ?? 0);
  const server = await serveOnLoopback(app, port, certificates).catch((error: unknown) => {
    store.close();
    throw error;
  });
  store.setting(PORT_SETTING, String(server.port));
  const { origin } = server;
  let stopping: Promise<void> | undefined;
  return {
    origin,
    authority: certificates?.authority ?? null,
    credentials,
    faults,
    testPersons: () => chosenTestPersons(persons),
    documentFor: (bsn, kind = 'passport') => {
      const person = persons.find(bsn);
      return person ? machineReadableLines(person, kind, dutchDay(clock.now())) : [];
    },
    inspect: () => inspectWorld(world, origin),
    messages: (most) => takenMessages(world, most),
    stop: () => {
      stopping ??= server.stop().then(() => store.close());
      return stopping;
    },
  };
}

/** The certificates of this world, made at its first start: a client that trusts it goes on doing so. */
async function certificatesOf(store: ResourceStore): Promise<Certificates> {
  const kept = store.setting(CERTIFICATES_SETTING);
  if (kept !== undefined) return JSON.parse(kept) as Certificates;
  const { makeCertificates } = await import('./certificates.ts');
  const made = makeCertificates();
  store.setting(CERTIFICATES_SETTING, JSON.stringify(made));
  return made;
}
