import type { CallName } from '../../shared/contract/index.ts';
import type { Staff } from '../../shared/contract/session.ts';
import type { FinishedVisit } from '../../shared/contract/visits.ts';
import { isPickedUp } from '../../shared/domain/product-rules.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import type { Audit } from './audit/index.ts';
import { createCardPayments } from './card-payments/index.ts';
import type { Catalogue } from './catalogue/index.ts';
import type { Devices } from './devices/index.ts';
import type { DocumentFonts } from './documents/index.ts';
import type { Events } from './events.ts';
import type { Handlers } from './handlers.ts';
import { createKeptZaken, type KeptZaken } from './kept-zaken/index.ts';
import { handOverHandlers } from './hand-over/index.ts';
import { klantbeeldHandlers, type KlantbeeldReader, zaakHandlers } from './klantbeeld/index.ts';
import {
  correctAddress,
  createNotificationRows,
  createNotifications,
  type Notification,
} from './notifications/index.ts';
import type { ReadyWord } from './hall/index.ts';
import type { Clock, HallEngine, Ids, Log, Outbox, PersonLookup } from './ports.ts';
import type { CommittedVisit } from './records.ts';
import type { Config } from './settings/config-schema.ts';
import type { Store } from './store/index.ts';
import {
  createCommit,
  createDocumentStep,
  createDrafts,
  createDraftViews,
  createFindPickUp,
  createFinished,
  createNumbers,
  createPickUps,
  createPurge,
  createSignatureStep,
  createSigning,
  type Correction,
  type FindZaak,
  transactionHandlers,
} from './transactions/index.ts';
import { createVisitRows } from './visit-records/index.ts';
import { type CentralZaken, createVisits } from './visits/index.ts';

/** What the central side needs to know of visits, and is told by them. */
export interface VisitSource {
  visit(visitId: string): CommittedVisit | undefined;
  attachment(attachmentId: string): Uint8Array | undefined;
  notification(notificationId: string): Notification | undefined;
  /** Gives a message another address; `invalidInput` when nothing can be sent there. */
  correctAddress(notificationId: string, address: string): Result<true>;
  /** The message was sent. */
  onNotified(notificationId: string): void;
  /** The zaak of this transaction is whole in the zaaksysteem. */
  onDelivered(transactionId: string): void;
  onVerified(visitId: string, outcome: 'verified' | 'notFound' | 'different'): void;
  /** Gives the pick-up of a transaction another zaak. */
  correctPickUp(transactionId: string, zaakIdentificatie: string, staffId: string): Result<true>;
  /** Where zaken that are picked up are kept, and the identificaties of their zaaktypen. */
  readonly pickedUp: { readonly kept: KeptZaken; readonly zaaktypen: () => readonly string[] };
}

/** The central side as visits and transactions know it; made by sync. */
export interface CentralSide {
  readonly outbox: Outbox;
  readonly persons: PersonLookup;
  readonly openZaken: CentralZaken;
  readonly klantbeeld: KlantbeeldReader;
  readonly findZaak: FindZaak;
  readonly handlers: Handlers<Extract<CallName, `sync.${string}`>>;
  syncState(transactionId: string): FinishedVisit['transactions'][number]['sync'];
  isDelivered(visitId: string): boolean;
  stop(): Promise<void>;
}

/** Puts visits, transactions and the central side together: they need each other, and here is where they meet. */
export function transactionSide(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly events: Events;
  readonly audit: Audit;
  readonly config: Config;
  readonly catalogue: Catalogue;
  readonly fonts: DocumentFonts;
  readonly devices: Devices;
  readonly hall: HallEngine;
  /** Left out: no other workstation shares the hall. */
  readonly readyWord?: ReadyWord;
  readonly practice: boolean;
  readonly workingAt: (counter: number) => Staff | null;
  readonly connect: (source: VisitSource) => CentralSide;
}): {
  readonly handlers: Handlers<
    Extract<
      CallName,
      | `visits.${string}`
      | `klantbeeld.${string}`
      | `zaken.${string}`
      | `transactions.${string}`
      | `payments.${string}`
      | `sync.${string}`
      | `messages.${string}`
    >
  >;
  /** Whether there is an open visit on a ticket. */
  readonly hasOpenVisit: (ticketId: string) => boolean;
  stop(): Promise<void>;
} {
  const { store, clock, ids, log, events, audit, config, catalogue, devices, hall } = deps;
  const rows = createVisitRows(store);
  const drafts = createDrafts(store, ids);
  const pickUps = createPickUps(store, catalogue);
  const kept = createKeptZaken(store);
  const draftViews = createDraftViews(catalogue, drafts, kept);
  const notificationRows = createNotificationRows(store, clock);
  const attachment = store.db.prepare<[string], { content: Buffer | null }>(
    'SELECT content FROM attachment WHERE attachment_id = ?',
  );

  const central = deps.connect({
    visit: (visitId) => withCorrections(rows.committed(visitId), pickUps.corrected),
    correctPickUp(transactionId, zaak, staffId) {
      const corrected = pickUps.correct(transactionId, zaak, { staffId, at: clock.now() });
      if (!corrected.ok) return corrected;
      const { was, visitId } = corrected.value;
      if (was !== zaak) {
        devices.correctReceipt(visitId, was, zaak);
        notificationRows.waitAgainFor(was);
        notificationRows.endWaitingFor(zaak);
      }
      return ok(true);
    },
    attachment: (attachmentId) => attachment.get(attachmentId)?.content ?? undefined,
    onDelivered(transactionId) {
      purge.delivered(transactionId);
      notificationRows.forgetFetched(transactionId);
    },
    notification: notificationRows.byId,
    onNotified: notificationRows.end,
    correctAddress: (notificationId, address) => correctAddress(notificationRows, notificationId, address),
    pickedUp: {
      kept,
      zaaktypen: () => catalogue.products().flatMap((one) => (isPickedUp(one) ? [one.zaaktype] : [])),
    },
    onVerified(visitId, outcome) {
      rows.setVerification(visitId, outcome);
      audit.record({
        who: 'waarmee',
        action: 'visits.verified',
        recordType: 'visit',
        recordId: visitId,
        detail: outcome,
      });
    },
  });
  const purge = createPurge({
    store,
    clock,
    log,
    retentionDays: config.retention.days,
    isDelivered: central.isDelivered,
  });
  purge.run();

  const base = { store, clock, ids, log, events, audit, catalogue, rows, drafts, pickUps, draftViews, hall };
  const visits = createVisits({
    ...base,
    persons: central.persons,
    gemeentecode: config.municipality.gemeentecode,
    centralZaken: central.openZaken,
    kept,
    workingAt: deps.workingAt,
    mayCancel: (visitId) => cardPayments.nothingPaid(visitId),
  });
  const cardPayments = createCardPayments({
    ...base,
    devices,
    currentVisit: visits.currentVisit,
    totalCents: (visit) => visits.view(visit).totalCents,
  });
  const orLogged = (work: Promise<void>): void =>
    void work.catch((error: unknown) =>
      log.error('reader.failed', { error: error instanceof Error ? error.name : 'unknown' }),
    );
  const { counter } = config.workstation;
  const stopReading = [
    devices.onDocumentRead((lines) => orLogged(visits.desk.read(counter, lines))),
    devices.onDocumentUnreadable((why) => visits.desk.unreadable(counter, why)),
    devices.onCodeScanned((bsn) => orLogged(visits.desk.code(counter, bsn))),
  ];
  const notifications = createNotifications({
    store,
    ids,
    config,
    rows: notificationRows,
    outbox: central.outbox,
    audit,
    others: deps.readyWord ?? null,
    products: catalogue.products,
  });
  const commit = createCommit({
    ...base,
    notifications,
    productName: (productId) => catalogue.product(productId)?.name,
    numbers: createNumbers(store),
    outbox: central.outbox,
    tidySoon: purge.tidySoon,
    cardPayments,
    printReceipt: devices.printReceipt,
    cashPaid: devices.cashPaid,
    workstation: config.workstation,
    handOverTargets: config.handOver,
  });
  const isOpen = (transactionId: string): boolean => {
    const draft = drafts.byId(transactionId);
    return draft !== undefined && rows.byId(draft.visitId)?.state === 'open';
  };
  const signing = createSigning({ devices, events, log });
  // A visit that ended, or a product that was taken away, leaves nobody to sign.
  const stopFollowing = events.subscribe((message) => {
    if (message.name === 'visit.changed') signing.stopGone(isOpen);
  });
  const klantbeeld = klantbeeldHandlers({
    store,
    clock,
    reader: central.klantbeeld,
    bsnOf: (visitId, counter) => {
      const visit = rows.byId(visitId);
      if (visit?.state !== 'open' || visit.counter !== counter) return undefined;
      return visit.person?.record.burgerservicenummer ?? null;
    },
  });
  const handlers = transactionHandlers({
    ...base,
    signing,
    signatureStep: createSignatureStep({ catalogue, drafts, clock }),
    commit,
    findPickUp: createFindPickUp({ pickUps, findZaak: central.findZaak, kept, clock }),
    view: visits.view,
    finished: createFinished({
      rows,
      corrected: (transactionId) => pickUps.corrected(transactionId)?.zaakIdentificatie,
      syncState: central.syncState,
      receiptState: devices.jobState,
    }),
    documentStep: createDocumentStep({
      clock,
      drafts,
      fonts: deps.fonts,
      municipality: config.municipality,
      practice: deps.practice,
    }),
  });
  return {
    handlers: {
      ...visits.handlers,
      ...handlers,
      ...cardPayments.handlers,
      ...central.handlers,
      ...klantbeeld,
      ...zaakHandlers({
        store,
        clock,
        ids,
        reader: central.klantbeeld,
        print: devices.printZaak,
        isOpenVisit: (visitId, counter) => {
          const visit = rows.byId(visitId);
          return visit?.state === 'open' && visit.counter === counter;
        },
      }),
      ...handOverHandlers(config.handOver),
      ...notifications.handlers,
    },
    hasOpenVisit: rows.hasOpen,
    async stop() {
      for (const stop of stopReading) stop();
      cardPayments.stop();
      stopFollowing();
      signing.stop();
      purge.stop();
      notifications.stop();
      await central.stop();
    },
  };
}

/** A finished visit with the zaak numbers of its pick-ups as they were corrected since; whose those are, nobody saw. */
function withCorrections(
  visit: CommittedVisit | undefined,
  corrected: (transactionId: string) => Correction | undefined,
): CommittedVisit | undefined {
  if (!visit?.transactions.some(({ kind }) => kind === 'pickUp')) return visit;
  const transactions = visit.transactions.map((one) => {
    const correction = corrected(one.transactionId);
    if (!correction) return one;
    const { zaakIdentificatie, isConfirmed } = correction;
    return { ...one, zaakIdentificatie, holderUnseen: !isConfirmed };
  });
  return { ...visit, transactions };
}
