import { impossible } from './step.ts';
import type { CallName } from '../../../shared/contract/index.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import {
  type BrpAfterwards,
  type CentralHealth,
  type CentralSystem,
  createHttpClient,
  createKlantinteracties,
  createNotify,
  createZgw,
} from '../central/index.ts';
import type { Events } from '../events.ts';
import type { Handlers } from '../handlers.ts';
import type { KeptZaken } from '../kept-zaken/index.ts';
import type { Clock, Ids, Log, Outbox, Secrets } from '../ports.ts';
import type { CommittedVisit } from '../records.ts';
import type { Config } from '../settings/config-schema.ts';
import type { Store } from '../store/store.ts';
import { createCatalogue } from './catalogue.ts';
import { finish, settle } from './deliver.ts';
import { findZaak, type FoundZaak } from './find-zaak.ts';
import { createGates } from './gates.ts';
import { createGroupCommit } from './group-commit.ts';
import { type Corrections, itemHandlers } from './item-handlers.ts';
import { itemOfNotification, itemsOf } from './items.ts';
import { klantcontactPlan } from './klantcontact-plan.ts';
import { type CentralZaak, openZakenOf } from './open-zaken.ts';
import { type NotificationToSend, notificationPlan } from './notification-plan.ts';
import { createLateCommits } from './late-commits.ts';
import { createOffers } from './offers.ts';
import { createPump } from './pump.ts';
import { createQueue, type Item, type ItemState } from './queue.ts';
import { createReservedNumbers } from './reserved-numbers.ts';
import { type Run, runSteps, type StepRunner } from './run-steps.ts';
import { createCorrectedTexts } from './corrected-texts.ts';
import { createStatusReader } from './status.ts';
import { troubleHandlers } from './trouble-handlers.ts';
import { createTurns } from '../turns.ts';
import { type Verification, verify } from './verification.ts';
import { zaakPlan } from './zaak-plan.ts';
import { createZakenReader } from './zaken-reader.ts';

export interface SyncDeps extends Corrections {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly events: Events;
  readonly config: Pick<Config, 'central' | 'municipality'>;
  readonly secrets: Secrets;
  /** PEM of certificate authorities to trust beside those of this computer. */
  readonly authorities?: readonly string[];
  /** Shared with the BRP, so that the clerk sees the state of all central systems. */
  readonly health: CentralHealth;
  readonly brp: BrpAfterwards;
  /** The bytes of an attachment; undefined when it was deleted. */
  readonly attachments: (attachmentId: string) => Uint8Array | undefined;
  readonly visit: (visitId: string) => CommittedVisit | undefined;
  /** A message to a visitor; undefined when it is no longer there. */
  readonly notification: (notificationId: string) => NotificationToSend | undefined;
  /** Runs inside the transaction that marks it: the central side confirmed all of this zaak, of this klantcontact, or took this message. */
  readonly onDelivered?: (delivery: Pick<Item, 'kind' | 'visitId' | 'entityId'>) => void;
  /** Runs inside a transaction: what the BRP says afterwards of a person who could not be verified. */
  readonly onVerified?: (visitId: string, verification: Verification) => void;
  /** Where zaken that are picked up are kept, and the identificaties of their zaaktypen; left out: none are read. */
  readonly pickedUp?: { readonly kept: KeptZaken; readonly zaaktypen: () => readonly string[] };
  /** Numbers from 0 up to 1, for the jitter. */
  readonly random?: () => number;
}

export interface Sync {
  readonly outbox: Outbox;
  readonly handlers: Handlers<Extract<CallName, `sync.${string}`>>;
  /** How far the zaak of a transaction is. */
  syncState(transactionId: string): ItemState;
  /** True when the central side has confirmed everything of a visit. */
  isDelivered(visitId: string): boolean;
  /** The open zaken of a person in the zaaksysteem, on behalf of a clerk; `centralUnavailable` when it is away. */
  openZaken(
    burgerservicenummer: string,
    clerk: Pick<CommittedVisit['clerk'], 'loginName' | 'name'>,
  ): Promise<Result<readonly CentralZaak[]>>;
  /** One zaak by its number, on behalf of a clerk; null when there is none. */
  findZaak(
    identificatie: string,
    clerk: Pick<CommittedVisit['clerk'], 'loginName' | 'name'>,
  ): Promise<Result<FoundZaak | null>>;
  /** Breaks off what is under way; what is on disk tells the next start where to go on. */
  stop(): Promise<void>;
  /** Resolves when nothing is being sent and nothing can be sent now. */
  idle(): Promise<void>;
}

/** The way out of this computer: sends what was committed to the central systems, exactly once; starts by itself. */
export function createSync(deps: SyncDeps): Sync {
  const { store, clock, log, health, config, secrets, events } = deps;
  const { central, municipality } = config;
  const random = deps.random ?? Math.random;
  const http = createHttpClient({
    clock,
    health,
    timeoutMs: central.timeoutSeconds * 1000,
    connections: central.parallelZaken + 1,
    authorities: deps.authorities ?? [],
  });
  const zgw = createZgw({ http, config: central.zgw, secrets });
  const klantinteracties = createKlantinteracties({ http, config: central.klantinteracties, secrets });
  const notify = central.notify && createNotify({ http, config: central.notify, secrets });
  const address: Readonly<Record<CentralSystem, string>> = {
    zaken: central.zgw.zakenUrl,
    documenten: central.zgw.documentenUrl,
    catalogi: central.zgw.catalogiUrl,
    klantinteracties: central.klantinteracties.url,
    brp: central.brp.url,
    notify: central.notify?.baseUrl ?? '',
  };
  const queue = createQueue(store, clock);
  const gates = createGates(clock, random);
  const catalogue = createCatalogue(
    store,
    clock,
    () => gates.opened('catalogi'),
    () => gates.closedUntil('catalogi') !== undefined,
  );
  const turns = createTurns();
  const texts = createCorrectedTexts(store, clock);
  const reader = createStatusReader(store, health, queue, clock);
  let stopped = false;
  const changed = (): void => events.publish({ name: 'sync.changed', data: {} });
  const stopWatching = health.onChange(() => void (stopped || changed()));

  const offers = createOffers(store, clock, address);
  const numbers = createReservedNumbers({
    store,
    clock,
    log,
    offers,
    zaken: () => zgw({ id: 'waarmee', name: 'Waarmee' }).zaken,
    rsin: municipality.rsin,
    keep: central.reserveNumbers,
    stopped: () => stopped,
  });

  const settling = {
    queue,
    gates,
    clock,
    log,
    random,
    onDone: ({ kind, visitId, entityId }: Item) => deps.onDelivered?.({ kind, visitId, entityId }),
  };

  const runner: StepRunner = {
    queue,
    commit: createGroupCommit(store),
    finish: (item) => finish(settling, item),
    gates,
    offers,
    log,
    stopped: () => stopped,
    late: createLateCommits(clock, 1000 * central.lateCommitSeconds),
    knowsClock: (system) => http.knowsClock(address[system]),
  };

  const runZaak = async (item: Item, visit: CommittedVisit): Promise<Run> => {
    const transaction = visit.transactions.find(({ transactionId }) => transactionId === item.entityId);
    if (!transaction) return gone('zaak');
    const plan = zaakPlan({
      visit,
      transaction,
      zgw: zgw({ id: visit.clerk.loginName, name: visit.clerk.name }),
      catalogue,
      rsin: municipality.rsin,
      now: () => clock.now(),
      serverTime: (system) => (local) => http.serverTime(address[system], local),
      partsAbove: central.partsAboveMb * 1024 * 1024,
      attachment: deps.attachments,
    });
    return runSteps(runner, item, plan);
  };

  const runKlantcontact = (item: Item, visit: CommittedVisit): Promise<Run> =>
    runSteps(
      runner,
      item,
      klantcontactPlan({
        visit,
        api: klantinteracties,
        findByBsn: central.klantinteracties.findByBsn,
        now: () => clock.now(),
        turns,
        zaken: queue.zakenOf(visit.visitId),
      }),
    );

  const runVerification = async (item: Item, visit: CommittedVisit): Promise<Run> => {
    const verification = await verify(deps.brp, visit);
    if (stopped) return { kind: 'settled' };
    if (typeof verification === 'object')
      return { kind: 'failed', step: 'verification', error: verification };
    store.atomically(() => {
      settle(settling, item, { kind: 'done' });
      if (verification !== 'cannotAsk') deps.onVerified?.(visit.visitId, verification);
    });
    gates.opened('brp');
    return { kind: 'settled' };
  };

  const runNotification = async (item: Item): Promise<Run> => {
    const notification = deps.notification(item.entityId);
    // After the retention it went with its address.
    if (!notification) return gone('message', 'addressGone');
    return runSteps(
      runner,
      item,
      notificationPlan({
        notification,
        reference: item.itemId,
        api: notify,
        templates: central.notify?.templates ?? {},
        now: () => clock.now(),
      }),
    );
  };

  const run = async (item: Item): Promise<Run> => {
    if (item.kind === 'notification') return runNotification(item);
    const committed = deps.visit(item.visitId);
    if (!committed) return gone('visit');
    const visit = texts.applied(item.itemId, committed);
    switch (item.kind) {
      case 'zaak':
        return runZaak(item, visit);
      case 'klantcontact':
        return runKlantcontact(item, visit);
      case 'verification':
        return runVerification(item, visit);
      default:
        return assertNever(item.kind);
    }
  };

  const pump = createPump({
    queue,
    gates,
    clock,
    log,
    width: {
      zaak: central.parallelZaken,
      klantcontact: central.parallelZaken,
      verification: 1,
      notification: central.parallelZaken,
    },
    deliver: async (item) => {
      changed();
      try {
        const result = await run(item);
        if (stopped) return;
        if (result.kind !== 'settled') store.atomically(() => settle(settling, item, result));
      } finally {
        gates.left(item.itemId);
      }
      changed();
      // The line works, or may work again.
      void numbers.fill();
    },
  });

  let asking = 0;
  /** A clerk waits for it: what is read in the background does not. */
  const forClerk = async <T>(question: Promise<T>): Promise<T> => {
    asking += 1;
    return question.finally(() => {
      asking -= 1;
    });
  };
  const reading =
    deps.pickedUp &&
    createZakenReader({
      ...deps.pickedUp,
      store,
      clock,
      log,
      random,
      zgw: () => zgw({ id: 'waarmee', name: 'Waarmee' }),
      rsin: municipality.rsin,
      days: central.keepOpenZakenDays,
      isBusy: () =>
        asking > 0 ||
        pump.running() ||
        gates.closedUntil('zaken') !== undefined ||
        gates.closedUntil('catalogi') !== undefined,
    });

  const tryNow = (): void =>
    store.afterCommit(() => {
      gates.openAll();
      changed();
      pump.wake();
    });

  queue.recover();
  pump.wake();
  void numbers.fill();

  return {
    outbox: {
      enqueue: (visit) => queue.add(itemsOf(visit, deps.ids)),
      notify: (notification) => queue.add([itemOfNotification(notification, deps.ids)]),
      reservedNumber: () => numbers.take(),
      wake: () => {
        changed();
        pump.wake();
      },
    },
    handlers: {
      ...troubleHandlers({ store, changed, texts, visit: deps.visit }),
      ...itemHandlers({
        queue,
        reader,
        corrections: deps,
        texts,
        visit: deps.visit,
        tryNow,
        ended: () => store.afterCommit(changed),
      }),
      'sync.status': { kind: 'query', run: () => ok(reader.status()) },
    },
    syncState: (transactionId) => reader.stateOf(transactionId),
    isDelivered: (visitId) => reader.isDelivered(visitId),
    openZaken: (burgerservicenummer, { loginName, name }) =>
      forClerk(openZakenOf({ zgw: zgw({ id: loginName, name }), catalogue }, burgerservicenummer)),
    findZaak: (identificatie, { loginName, name }) =>
      forClerk(
        findZaak({ zgw: zgw({ id: loginName, name }), catalogue, rsin: municipality.rsin }, identificatie),
      ),
    stop: async () => {
      stopped = true;
      stopWatching();
      const read = reading?.stop();
      await http.stop();
      await read;
      await pump.stop();
    },
    idle: () => pump.idle(),
  };
}

function gone(what: 'zaak' | 'message' | 'visit', reason: 'gone' | 'addressGone' = 'gone'): Run {
  return { kind: 'failed', step: what, error: impossible(reason).error };
}
