import { MOST_NOTE, type TransactionView } from '../../../shared/contract/visits.ts';
import type { CallOutput, ParsedInput } from '../../../shared/contract/index.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { type CallContext, staffOf } from '../handlers.ts';
import type { CardPayments, PaidByCard } from '../card-payments/index.ts';
import { leaveCounter } from '../hall/index.ts';
import { handOverRecord } from '../hand-over/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { HandOverTargets } from '../settings/hand-over-schema.ts';
import type { Clock, HallEngine, Ids, Outbox } from '../ports.ts';
import type { CommittedVisit, HandOverRecord, TransactionRecord } from '../records.ts';
import type { Store } from '../store/index.ts';
import type { Visit, VisitRows } from '../visit-records/index.ts';
import { notPossible, refusalFor } from './choice.ts';
import type { Drafts } from './drafts.ts';
import type { DraftViews } from './draft-view.ts';
import { type Numbers, receiptNumber, referentienummer, zaakIdentificatie } from './numbers.ts';
import { settlePayment } from './payment.ts';
import type { PickUps } from './pick-up.ts';
import { transactionRecord } from './record.ts';

/** Puts a receipt in the printer's queue inside the open transaction; null when no printer is bound. */
export type PrintReceipt = (visit: CommittedVisit, changeCents: number) => { readonly jobId: string } | null;

type Input = ParsedInput<'transactions.commit'>;

type Output = CallOutput<'transactions.commit'>;

/** Outcomes in which the visitor got no product: drafts are dropped, only the contact is recorded. */
const WITHOUT_PRODUCTS: readonly Input['outcome'][] = ['handedOver', 'notPossible'];

/**
 * "Klaar": writes the visit, its transactions with their attachments, the rows of the outbox, the receipt's print job,
 * the end of the ticket and the audit line in the one transaction that dispatch opened. Runs inside it.
 */
export function createCommit(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly rows: VisitRows;
  readonly drafts: Drafts;
  readonly pickUps: PickUps;
  readonly draftViews: DraftViews;
  readonly numbers: Numbers;
  readonly hall: HallEngine;
  readonly outbox: Outbox;
  readonly notifications: Pick<Notifications, 'commit'>;
  readonly productName: (productId: string) => string | undefined;
  /** Takes away what was only a draft; see Purge. */
  readonly tidySoon: () => void;
  readonly cardPayments: Pick<CardPayments, 'settled'>;
  readonly printReceipt: PrintReceipt;
  /** Called once, after the commit of a cash payment. */
  readonly cashPaid: () => void;
  readonly workstation: { readonly id: string; readonly number: number };
  readonly handOverTargets: HandOverTargets;
}) {
  const { db } = deps.store;
  const insertRecord = db.prepare(
    'INSERT INTO transaction_record (transaction_id, visit_id, seq, kind, product_id, product_name, zaak_identificatie, closes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const keepAttachment = db.prepare(
    'INSERT INTO attachment (attachment_id, transaction_id, content) SELECT attachment_id, transaction_id, content FROM draft_attachment WHERE attachment_id = ?',
  );

  /** What is in the way of "klaar"; each names the transaction, or the person. */
  const problemOf = (visit: Visit, views: readonly TransactionView[]): Result<never> | undefined => {
    const left = deps.drafts
      .ofVisit(visit.visitId)
      .find(({ transactionId }) => !views.some((view) => view.transactionId === transactionId));
    if (left) return notPossible(left.transactionId, 'notInCatalogue');
    if (views.length > 0 && !visit.person) return fail('stepIncomplete', { field: 'person' });
    const zaken = new Set<string>();
    for (const { transactionId: field, product, complete, pickUpOf } of views) {
      // Who it is for, and what happened to an earlier zaak, may have become known after the product was chosen.
      const refusal = refusalFor(product, visit.person);
      if (refusal) return notPossible(field, refusal);
      if (!complete) return fail('stepIncomplete', { field, detail: product.id });
      if (pickUpOf === null) continue;
      const pickUp = deps.pickUps.fits(product, pickUpOf);
      if (!pickUp.ok) return pickUp;
      if (zaken.has(pickUpOf)) return notPossible(field, 'pickedUp');
      zaken.add(pickUpOf);
    }
    return undefined;
  };

  const recordsOf = (visit: Visit, input: Input): Result<readonly TransactionRecord[]> => {
    if (WITHOUT_PRODUCTS.includes(input.outcome)) return ok([]);
    const views = deps.draftViews(visit, amsterdamDay(deps.clock.now()));
    const problem = problemOf(visit, views);
    if (problem) return problem;
    return ok(
      views.map((view) =>
        transactionRecord({
          view,
          attachments: deps.drafts.attachments(view.transactionId),
          newZaak: () =>
            deps.outbox.reservedNumber() ?? zaakIdentificatie(deps.workstation.id, deps.ids.ulid()),
          payment: input.payment,
          ticketNumber: visit.number,
        }),
      ),
    );
  };

  const saveRecords = (visitId: string, records: readonly TransactionRecord[]) => {
    records.forEach((record, seq) => {
      const { transactionId, kind, productId, productName, closes } = record;
      insertRecord.run(
        transactionId,
        visitId,
        seq,
        kind,
        productId,
        productName,
        record.zaakIdentificatie,
        closes ? 1 : 0,
      );
      for (const { attachmentId } of record.attachments) keepAttachment.run(attachmentId);
    });
  };

  const finishTicket = (visit: Visit, input: Input, staffId: string): Result<unknown> => {
    const action = { commandId: input.commandId, counter: visit.counter, staffId, ticketId: visit.ticketId };
    return leaveCounter(deps.hall, action, input.sendOn);
  };

  return (input: Input, context: CallContext): Result<Output> => {
    const staff = staffOf(context);
    const visit = deps.rows.byId(input.visitId);
    if (!visit || visit.counter !== context.caller.counter) return fail('noVisit');
    if (visit.state !== 'open') return fail('visitFinished');
    const records = recordsOf(visit, input);
    if (!records.ok) return records;
    const day = amsterdamDay(deps.clock.now());
    const handOver = input.handOver && handOverRecord(deps.handOverTargets, input.handOver, day);
    if (handOver && !handOver.ok) return handOver;
    const note = noteOf(input, handOver?.value, deps.productName);
    if (records.value.length === 0 && note === '') return fail('nothingToCommit', { field: 'note' });
    const totalCents = records.value.reduce((sum, { legesCents }) => sum + legesCents, 0);
    const terminal = deps.cardPayments.settled(visit.visitId);
    if (!terminal.ok) return terminal;
    const paid = settlePayment(input.payment, totalCents, terminal.value);
    if (!paid.ok) return paid;

    const now = deps.clock.now();
    const { id, number } = deps.workstation;
    const committed: CommittedVisit = {
      visitId: visit.visitId,
      committedAt: now.toISOString(),
      startedAt: visit.startedAt,
      day,
      receiptNumber: receiptNumber(id, day, deps.numbers.next(`receipt/${day}`)),
      referentienummer: referentienummer(number, deps.numbers.next('referentienummer')),
      workstation: id,
      counter: visit.counter,
      ticketNumber: visit.number,
      clerk: { staffId: staff.staffId, loginName: staff.loginName, name: staff.name },
      person: visit.person?.record ?? null,
      outcome: input.outcome,
      note,
      payment: { method: input.payment.method, totalCents, ...terminalPart(terminal.value) },
      transactions: records.value,
      ...(handOver && { handOver: handOver.value }),
      ...(input.signal && {
        signal: {
          ...input.signal,
          referentienummer: referentienummer(number, deps.numbers.next('referentienummer')),
        },
      }),
    };
    saveRecords(visit.visitId, records.value);
    // Before the receipt: the printer does one thing after the other.
    if (input.payment.method === 'cash') deps.store.afterCommit(deps.cashPaid);
    const receipt = records.value.length > 0 ? deps.printReceipt(committed, paid.value.changeCents) : null;
    deps.rows.finish(committed, receipt?.jobId ?? null, visit.person?.verification ?? 'none');
    deps.outbox.enqueue(committed);
    const messages = deps.notifications.commit(committed, input.message);
    if (!messages.ok) return messages;
    const left = finishTicket(visit, input, staff.staffId);
    if (!left.ok) return left;
    if (input.sendOn)
      context.audit('hall.transferred', 'ticket', visit.ticketId, `${visit.number} -> ${input.sendOn}`);
    context.audit(
      'transactions.commit',
      'visit',
      visit.visitId,
      `${input.outcome}, ${records.value.length} producten`,
    );
    // That he agreed to it; not where it goes.
    if (input.message)
      context.audit(
        'messages.agreed',
        'visit',
        visit.visitId,
        `${input.message.to.map(({ channel }) => channel).join('+')}, ${messages.value} berichten`,
      );
    deps.store.afterCommit(() => {
      deps.outbox.wake();
      deps.tidySoon();
    });
    return ok({
      visitId: visit.visitId,
      receiptNumber: committed.receiptNumber,
      totalCents,
      changeCents: paid.value.changeCents,
      zaken: records.value.map(({ productName, zaakIdentificatie: zaak }) => ({
        productName,
        zaakIdentificatie: zaak,
      })),
    });
  };
}

/** What the contact says: the clerk's note, else what was handed over, else what the visitor let know or got a link of. */
function noteOf(
  { note, signal, message }: Input,
  handOver: HandOverRecord | undefined,
  productName: (productId: string) => string | undefined,
): string {
  const written = note.trim();
  if (written !== '') return written;
  if (handOver) return `Voor ${handOver.target.name}: ${handOver.toelichting}`.slice(0, MOST_NOTE);
  if (signal) return signal.text;
  const name = message?.webFormOf ? productName(message.webFormOf) : undefined;
  return name === undefined ? '' : `Link naar het webformulier gestuurd: ${name}.`;
}

function terminalPart({
  cents,
  traceNumbers,
  receipt,
}: PaidByCard): Pick<CommittedVisit['payment'], 'terminal'> {
  return cents > 0 ? { terminal: { traceNumbers, receipt } } : {};
}
