import { z } from 'zod';
import { PhotoAdviceCode } from '../domain/photo-advice.ts';
import { Product, StepData } from '../domain/product.ts';
import { Cents, CommandId, call, CounterNumber, Day, Done, Id, Instant, Nothing, push } from './call.ts';
import { HandOver, Signal } from './hand-over.ts';
import { GroupLetter } from './hall.ts';
import { MessageRequest } from './messages.ts';
import { DocumentView, PersonView } from './person-view.ts';

export const StepView = z.strictObject({
  index: z.int(),
  kind: z.enum(['checklist', 'form', 'consent', 'photo', 'signature', 'document', 'note']),
  state: z.enum(['todo', 'done', 'problem']),
  problems: z.array(z.strictObject({ field: z.string(), reason: z.string() })),
  data: StepData.nullable(),
});
export type StepView = z.infer<typeof StepView>;

export const OpenZaak = z.strictObject({
  zaakIdentificatie: z.string(),
  productName: z.string(),
  startedOn: Day,
  /** kept: another counter started it, and the zaaksysteem does not answer now. */
  source: z.enum(['here', 'central', 'kept']),
  /** Of `kept`: when it was last seen open. */
  seenAt: Instant.optional(),
});
export type OpenZaak = z.infer<typeof OpenZaak>;

export const TransactionView = z.strictObject({
  transactionId: Id,
  product: Product,
  variantId: z.string().nullable(),
  urgent: z.boolean(),
  fee: z.strictObject({
    cents: Cents,
    lines: z.array(z.strictObject({ text: z.string(), cents: Cents })),
    example: z.boolean(),
  }),
  /** The steps that apply to this person and variant, in order. */
  steps: z.array(StepView),
  /** Set for a pick-up: the zaak that it closes. */
  pickUpOf: z.string().nullable(),
  /** What a look-up said of that zaak; null without one. holder: whether it is of the person of this visit. */
  pickUp: z
    .strictObject({
      check: z.enum(['central', 'here', 'kept', 'notLookedUp']),
      /** Of `kept`: when it was last seen open. */
      seenAt: Instant.optional(),
      productName: z.string().nullable(),
      startedOn: Day.nullable(),
      forName: z.string().nullable(),
      holder: z.enum(['same', 'other', 'unknown']),
    })
    .nullable(),
  complete: z.boolean(),
});
export type TransactionView = z.infer<typeof TransactionView>;

export const VisitView = z.strictObject({
  visitId: Id,
  counter: CounterNumber,
  ticketId: Id.nullable(),
  number: z.string().nullable(),
  groupName: z.string().nullable(),
  waitedSeconds: z.int().nullable(),
  startedAt: Instant,
  person: PersonView.nullable(),
  document: DocumentView.nullable(),
  transactions: z.array(TransactionView),
  totalCents: Cents,
  /**
   * A document was read that is not known to be of the person who was already identified: the clerk decides. holder:
   * other when it is of somebody else, unknown when it does not say of whom it is, such as a driving licence.
   */
  offeredDocument: z
    .strictObject({
      readId: Id,
      documentNumber: z.string(),
      holder: z.enum(['other', 'unknown']),
      at: Instant,
    })
    .nullable(),
});
export type VisitView = z.infer<typeof VisitView>;

const Bsn = z.string().regex(/^\d{9}$/);
const HouseNumber = {
  huisnummer: z.int().min(1).max(99_999),
  huisletter: z.string().max(1).optional(),
  huisnummertoevoeging: z.string().max(4).optional(),
};
/** Four digits of the national table; the own municipality when left out. */
const InMunicipality = {
  gemeenteVanInschrijving: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
};
export const IdentifyBy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('document'), readId: Id }),
  z.strictObject({ kind: z.literal('mrz'), text: z.string().max(200) }),
  z.strictObject({ kind: z.literal('bsn'), bsn: Bsn }),
  z.strictObject({
    kind: z.literal('name'),
    geslachtsnaam: z.string().trim().min(1).max(200),
    geboortedatum: Day,
    voornamen: z.string().trim().max(200).optional(),
  }),
  z.strictObject({
    kind: z.literal('address'),
    postcode: z.string().regex(/^[1-9]\d{3} ?[A-Za-z]{2}$/),
    ...HouseNumber,
  }),
  z.strictObject({
    kind: z.literal('nameInMunicipality'),
    geslachtsnaam: z.string().trim().min(1).max(200),
    voornamen: z.string().trim().min(1).max(200),
    ...InMunicipality,
  }),
  z.strictObject({
    kind: z.literal('street'),
    straat: z.string().trim().min(1).max(80),
    ...HouseNumber,
    ...InMunicipality,
  }),
  z.strictObject({ kind: z.literal('candidate'), searchId: Id, index: z.int().min(0).max(99) }),
]);
export type IdentifyBy = z.infer<typeof IdentifyBy>;

export const Identified = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('identified'), visit: VisitView }),
  z.strictObject({
    kind: z.literal('candidates'),
    searchId: Id,
    persons: z.array(
      z.strictObject({
        fullName: z.string(),
        birthDateText: z.string(),
        address: z.string(),
        bsnMasked: z.string(),
      }),
    ),
  }),
  z.strictObject({ kind: z.literal('nobody') }),
]);
export type Identified = z.infer<typeof Identified>;

/** With what became of the visit before it, it fits in the `inhoud` of a klantcontact (Klantinteracties, 1000). */
export const MOST_NOTE = 940;

export const VisitOutcome = z.enum(['inOneGo', 'pickUpNeeded', 'handedOver', 'notPossible']);
export type VisitOutcome = z.infer<typeof VisitOutcome>;

export const Payment = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('none') }),
  z.strictObject({ method: z.literal('cash'), givenCents: Cents }),
  /** The clerk saw the terminal say "akkoord". */
  z.strictObject({ method: z.literal('card') }),
]);
export type Payment = z.infer<typeof Payment>;

export const SyncState = z.enum(['queued', 'sending', 'parked', 'done']);

export const FinishedVisit = z.strictObject({
  visitId: Id,
  number: z.string().nullable(),
  finishedAt: Instant,
  outcome: VisitOutcome,
  totalCents: Cents,
  /** As for a person; different: asked afterwards, the BRP has other data, and a person must look. none: nobody was identified. */
  verification: z.enum(['verified', 'notVerified', 'notFound', 'different', 'none']),
  receipt: z.enum(['none', 'waiting', 'printing', 'confirmed', 'probable', 'unknown', 'failed']),
  receiptJobId: Id.nullable(),
  transactions: z.array(
    z.strictObject({
      transactionId: Id,
      productName: z.string(),
      zaakIdentificatie: z.string(),
      sync: SyncState,
    }),
  ),
});
export type FinishedVisit = z.infer<typeof FinishedVisit>;

/** The group that the visitor goes on to with his number; left out: he leaves. */
const SendOn = GroupLetter.optional();
const OnVisit = z.strictObject({ commandId: CommandId, visitId: Id });
const OnTransaction = z.strictObject({ commandId: CommandId, transactionId: Id });

export const visitCalls = {
  /** The visit at the caller's counter. */
  'visits.current': call('visits.current', {
    audience: ['counter'],
    access: 'clerk',
    input: Nothing,
    output: VisitView.nullable(),
  }),
  'visits.identify': call('visits.identify', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId, visitId: Id, by: IdentifyBy }),
    output: Identified,
  }),
  /**
   * What a reader typed into the window as if it were a keyboard: the lines of a document, or the burgerservicenummer of
   * its code. Treated as from any other reader; what comes of it is told by `visit.changed` and `visit.documentRefused`.
   */
  'visits.scanned': call('visits.scanned', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId, text: z.string().min(1).max(400) }),
    output: Done,
  }),
  'visits.dismissDocument': call('visits.dismissDocument', {
    audience: ['counter'],
    access: 'clerk',
    input: OnVisit,
    output: VisitView,
  }),
  'visits.revealBsn': call('visits.revealBsn', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ visitId: Id }),
    output: z.strictObject({ bsn: Bsn }),
  }),
  /** Asks the BRP who has gezag over the minor of the visit, where `gezagQuestion` is open or failed. */
  'visits.askGezag': call('visits.askGezag', {
    audience: ['counter'],
    access: 'clerk',
    input: OnVisit,
    output: VisitView,
  }),
  'visits.products': call('visits.products', {
    audience: ['counter'],
    access: 'clerk',
    input: Nothing,
    output: z.array(Product),
  }),
  'visits.addProduct': call('visits.addProduct', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({
      commandId: CommandId,
      visitId: Id,
      productId: Id,
      variantId: Id.optional(),
      urgent: z.boolean().default(false),
    }),
    output: VisitView,
  }),
  'visits.removeProduct': call('visits.removeProduct', {
    audience: ['counter'],
    access: 'clerk',
    input: OnTransaction,
    output: VisitView,
  }),
  /** Ends a visit in which nothing was done for the visitor. */
  'visits.cancel': call('visits.cancel', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ ...OnVisit.shape, sendOn: SendOn }),
    output: Done,
  }),
  'visits.openZaken': call('visits.openZaken', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ visitId: Id }),
    output: z.array(OpenZaak),
  }),
  /** The visits that this workstation finished today, newest first. */
  'visits.finished': call('visits.finished', {
    audience: ['counter'],
    access: 'clerk',
    input: Nothing,
    output: z.array(FinishedVisit),
  }),
};

export const transactionCalls = {
  'transactions.choose': call('transactions.choose', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({
      commandId: CommandId,
      transactionId: Id,
      variantId: Id.nullable(),
      urgent: z.boolean(),
      pickUpOf: z.string().max(40).nullable(),
    }),
    output: VisitView,
  }),
  /** Saves the draft of one step; incomplete data is kept too, with its problems named in the answer. */
  'transactions.saveStep': call('transactions.saveStep', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({
      commandId: CommandId,
      transactionId: Id,
      index: z.int().min(0).max(30),
      data: StepData,
    }),
    output: VisitView,
  }),
  /** Stores a photo or signature with the draft and fills its step. At most 2 MB before base64. */
  'transactions.attach': call('transactions.attach', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({
      commandId: CommandId,
      transactionId: Id,
      index: z.int().min(0).max(30),
      mime: z.enum(['image/jpeg', 'image/png']),
      base64: z.string().min(4).max(2_800_000),
      /** Of a photo: what it is kept against; left out when nobody looked. */
      advice: z.array(PhotoAdviceCode).max(PhotoAdviceCode.options.length).optional(),
    }),
    output: VisitView,
  }),
  /** Makes the PDF of a document step from the data so far. */
  'transactions.makeDocument': call('transactions.makeDocument', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId, transactionId: Id, index: z.int().min(0).max(30) }),
    output: VisitView,
  }),
  'transactions.attachment': call('transactions.attachment', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ attachmentId: Id }),
    output: z.strictObject({ mime: z.string(), base64: z.string() }),
  }),
  /** "Klaar": everything of the visit in one transaction on disk. From the answer on, power may fail. */
  'transactions.commit': call('transactions.commit', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({
      commandId: CommandId,
      visitId: Id,
      outcome: VisitOutcome,
      payment: Payment,
      note: z.string().max(MOST_NOTE).default(''),
      handOver: HandOver.optional(),
      signal: Signal.optional(),
      message: MessageRequest.optional(),
      sendOn: SendOn,
    }),
    output: z.strictObject({
      visitId: Id,
      receiptNumber: z.string(),
      totalCents: Cents,
      changeCents: Cents,
      zaken: z.array(z.strictObject({ productName: z.string(), zaakIdentificatie: z.string() })),
    }),
  }),
};

/**
 * Why what was read was not used. `code`: no burgerservicenummer; `otherPerson`: the number is not of who is identified;
 * `codeUnknown`: the BRP does not know it; `codeAlone`: the BRP is away, and a number alone says nothing.
 */
export const DocumentRefusal = z.enum([
  'empty',
  'layout',
  'checkDigit',
  'noVisit',
  'code',
  'otherPerson',
  'codeUnknown',
  'codeAlone',
]);
export type DocumentRefusal = z.infer<typeof DocumentRefusal>;

export const visitPushes = {
  /** The visit at this counter changed, or a document was read for it. */
  'visit.changed': push('visit.changed', {
    audience: ['counter'],
    data: z.strictObject({ counter: CounterNumber }),
  }),
  /** A document of the person who was identified already was read, and joined the visit. */
  'visit.documentAdded': push('visit.documentAdded', {
    audience: ['counter'],
    data: z.strictObject({ counter: CounterNumber }),
  }),
  /** A document or its code was read but could not be used. */
  'visit.documentRefused': push('visit.documentRefused', {
    audience: ['counter'],
    data: z.strictObject({
      counter: CounterNumber,
      why: DocumentRefusal,
    }),
  }),
};
