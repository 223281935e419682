import type { Staff } from '../../../shared/contract/session.ts';
import type { VisitView } from '../../../shared/contract/visits.ts';
import { isBsn, maskBsn } from '../../../shared/domain/bsn.ts';
import { normalizeMrzInput } from '../../../shared/domain/mrz.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Audit } from '../audit/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Events } from '../events.ts';
import { type CallContext, type Handlers, staffOf } from '../handlers.ts';
import type { Clock, HallEngine, Ids, Log, PersonLookup } from '../ports.ts';
import type { KeptZaken } from '../kept-zaken/index.ts';
import { leaveCounter } from '../hall/index.ts';
import type { Store } from '../store/index.ts';
import {
  choiceFits,
  type Drafts,
  type DraftViews,
  forgetPerson,
  notPossible,
  refusalFor,
} from '../transactions/index.ts';
import { createDocumentCode } from './document-code.ts';
import { createDocumentDesk } from './document-desk.ts';
import { documentDifferences, isHolder } from './document-match.ts';
import { createDocumentReads, type DocumentRead } from './document-reads.ts';
import { type Clerk, createGezagQuestion } from './gezag-question.ts';
import { createIdentify, type Identification } from './identify.ts';
import { type CentralZaken, createOpenZaken } from './open-zaken.ts';
import { shownDocument, type Visit, type VisitPerson, type VisitRows } from '../visit-records/index.ts';
import { createVisitView } from './visit-view.ts';

export type { CentralZaken } from './open-zaken.ts';

type VisitCalls =
  | 'visits.current'
  | 'visits.identify'
  | 'visits.scanned'
  | 'visits.dismissDocument'
  | 'visits.revealBsn'
  | 'visits.askGezag'
  | 'visits.products'
  | 'visits.addProduct'
  | 'visits.removeProduct'
  | 'visits.cancel'
  | 'visits.openZaken';

export interface Visits {
  readonly handlers: Handlers<VisitCalls>;
  readonly view: (visit: Visit) => VisitView;
  /** The visit at a counter, made at the first call of its ticket; null when there is none. */
  readonly currentVisit: (counter: number) => Promise<Visit | null>;
  /** What the document reader says. */
  readonly desk: ReturnType<typeof createDocumentDesk>;
}

/** Whether nobody was known yet, or this is the same person; without a number, the same document tells. */
function sameOrNew(before: VisitPerson | null, now: VisitPerson | null): boolean {
  if (before === null || now === null) return before === null;
  const { burgerservicenummer, documentNumber } = before.record;
  return burgerservicenummer === null
    ? now.record.burgerservicenummer === null && now.record.documentNumber === documentNumber
    : now.record.burgerservicenummer === burgerservicenummer;
}

/** Whether this is still who it was: nobody, or the same person, as far as known. */
function isSamePerson(before: VisitPerson | null, now: VisitPerson | null): boolean {
  return (before === null) === (now === null) && (now === null || sameOrNew(before, now));
}

/** The visit at the counter: who it is, and with which products he is helped. */
export function createVisits(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly events: Events;
  readonly audit: Audit;
  readonly catalogue: Catalogue;
  readonly rows: VisitRows;
  readonly drafts: Drafts;
  readonly draftViews: DraftViews;
  readonly hall: HallEngine;
  readonly persons: PersonLookup;
  /** The municipality of the counter, four digits. */
  readonly gemeentecode: string;
  readonly centralZaken: CentralZaken;
  readonly kept: Pick<KeptZaken, 'of'>;
  /** Refused while a card payment of the visit is not settled or not given back. */
  readonly mayCancel: (visitId: string) => Result<unknown>;
  /** Who is at work at a counter, with an unlocked window. */
  readonly workingAt: (counter: number) => Staff | null;
}): Visits {
  const { store, clock, ids, events, catalogue, rows, drafts, hall } = deps;
  const reads = createDocumentReads(clock, ids);
  const identify = createIdentify({
    persons: deps.persons,
    reads,
    clock,
    ids,
    gemeentecode: deps.gemeentecode,
  });
  const changed = (counter: number) => events.publish({ name: 'visit.changed', data: { counter } });
  const gezag = createGezagQuestion({ ...deps, changed });
  const view = createVisitView({ draftViews: deps.draftViews, reads, clock, gezagQuestion: gezag.state });
  const openZaken = createOpenZaken(store, deps);

  const currentVisit = async (counter: number): Promise<Visit | null> => {
    const ticket = await hall.current(counter);
    if (!ticket) return null;
    return store.atomically(() => {
      const { visit, continues } = rows.openFor(ticket, counter, ids.uuid(), clock.now());
      if (continues !== null)
        deps.audit.record({
          who: deps.workingAt(counter)?.staffId ?? 'waarmee',
          action: 'visits.continued',
          recordType: 'visit',
          recordId: visit.visitId,
          detail: continues,
        });
      return visit;
    });
  };
  const openVisit = (visitId: string, context: CallContext): Visit | undefined => {
    const visit = rows.byId(visitId);
    return visit?.state === 'open' && visit.counter === context.caller.counter ? visit : undefined;
  };
  /** The first act for the visitor tells that he stands there: nobody has to press a key for it. */
  const cameToCounter = ({ counter, ticketId }: Visit, staffId: string): void =>
    hall.arriveInStore({ counter, staffId, ticketId });
  /** `completed`: the person stays who he is, and now has his number; only what was printed of him is out of date. */
  const keep = (
    visit: Visit,
    clerk: Clerk,
    identification: Extract<Identification, { kind: 'identified' }>,
    completed = false,
  ): Visit => {
    // A driving licence alone says nothing of its holder: it joins the person who is known already.
    const found = identification.person ?? visit.person;
    // And who is named after it, or named once more, keeps the document that was shown.
    const isSame = sameOrNew(visit.person, found);
    const document = identification.document ?? (isSame ? visit.document : null);
    const person = found && {
      ...(isSame && visit.person?.gezag && { gezag: visit.person.gezag }),
      ...found,
      record: { ...found.record, documentNumber: document?.number ?? null },
    };
    cameToCounter(visit, clerk.staffId);
    rows.setPerson(visit.visitId, person, document);
    rows.setVerification(visit.visitId, person?.verification ?? 'none');
    if (completed)
      for (const { transactionId } of drafts.ofVisit(visit.visitId))
        drafts.discardPapers(transactionId, 'person');
    else if (!sameOrNew(visit.person, person)) forgetPerson(catalogue, drafts, visit.visitId);
    reads.settle(visit.counter);
    changed(visit.counter);
    gezag.askSoon(visit.visitId, clerk);
    return rows.byId(visit.visitId) ?? visit;
  };
  /** A document of the person who is known already joins the visit: he stays who he is, and so do his papers. */
  const join = (visit: Visit, { document }: DocumentRead, staffId: string): boolean => {
    const { person } = visit;
    if (!person || !isHolder(document, person.record)) return false;
    const shown = shownDocument(
      document,
      documentDifferences(document, person.record, person.view.sex),
      clock.now(),
    );
    const record = { ...person.record, documentNumber: document.documentNumber };
    store.atomically(() => {
      rows.setPerson(visit.visitId, { ...person, record }, shown);
      deps.audit.record({
        who: staffId,
        action: 'visits.documentAdded',
        recordType: 'visit',
        recordId: visit.visitId,
        detail: document.kind,
      });
    });
    reads.settle(visit.counter);
    return true;
  };

  const askerOf = ({ staffId, loginName }: Clerk, visitId: string) =>
    ({ staffId, loginName, visitId, purpose: 'identification' }) as const;
  /** What a reader found out, unless the visit ended or went on with somebody else while the BRP was asked. */
  const keepIfSame = (
    visit: Visit,
    identification: Extract<Identification, { kind: 'identified' }>,
    clerk: Clerk,
    detail: 'document' | 'documentCode',
  ): boolean =>
    store.atomically(() => {
      const now = rows.byId(visit.visitId);
      if (now?.state !== 'open' || !isSamePerson(visit.person, now.person)) return false;
      keep(now, clerk, identification, now.person !== null);
      const subject = { recordType: 'visit', recordId: visit.visitId } as const;
      deps.audit.record({ who: clerk.staffId, action: 'visits.identify', ...subject, detail });
      return true;
    });
  const byCode = createDocumentCode({ persons: deps.persons, reads, clock });
  const desk = createDocumentDesk({
    workingAt: deps.workingAt,
    reads,
    clock,
    events,
    currentVisit,
    join,
    async identify(visit, read, clerk) {
      const by = { kind: 'document', readId: read.readId } as const;
      const result = await identify(by, askerOf(clerk, visit.visitId));
      if (!result.ok || result.value.kind !== 'identified') return false;
      return keepIfSame(visit, result.value, clerk, 'document');
    },
    async code(visit, bsn, clerk) {
      const found = await byCode(visit, bsn, askerOf(clerk, visit.visitId));
      if (typeof found === 'string') return found;
      keepIfSame(visit, found, clerk, 'documentCode');
      return null;
    },
  });

  const onOpen = <T>(visitId: string, context: CallContext, work: (visit: Visit) => Result<T>): Result<T> => {
    const visit = openVisit(visitId, context);
    return visit ? work(visit) : fail('noVisit');
  };

  return {
    view,
    currentVisit,
    desk,
    handlers: {
      'visits.current': {
        kind: 'query',
        async run(_input, context) {
          const visit = await currentVisit(context.caller.counter);
          return ok(visit && view(visit));
        },
      },
      'visits.identify': {
        kind: 'effect',
        async run({ visitId, by }, context) {
          if (!openVisit(visitId, context)) return fail('noVisit');
          const answer = await identify(by, askerOf(staffOf(context), visitId));
          if (!answer.ok) return answer;
          const identification = answer.value;
          context.audit('visits.identify', 'visit', visitId, by.kind);
          if (identification.kind === 'nobody') return ok(identification);
          if (identification.kind === 'candidates') {
            const persons = identification.persons.map((one) => ({
              fullName: one.fullName,
              birthDateText: one.birthDateText,
              address: one.address,
              bsnMasked: maskBsn(one.burgerservicenummer),
            }));
            return ok({ kind: 'candidates', searchId: identification.searchId, persons });
          }
          return store.atomically(() =>
            onOpen(visitId, context, (visit) =>
              ok({ kind: 'identified', visit: view(keep(visit, staffOf(context), identification)) }),
            ),
          );
        },
      },
      'visits.scanned': {
        kind: 'effect',
        async run({ text }, context) {
          const { counter } = context.caller;
          const plain = text.trim();
          if (isBsn(plain)) await desk.code(counter, plain);
          else await desk.read(counter, normalizeMrzInput(text));
          return ok({ done: true });
        },
      },
      'visits.dismissDocument': {
        kind: 'atomic',
        run: ({ visitId }, context) =>
          onOpen(visitId, context, (visit) => {
            reads.settle(visit.counter);
            return ok(view(visit));
          }),
      },
      'visits.revealBsn': {
        kind: 'query',
        run: ({ visitId }, context) =>
          onOpen(visitId, context, ({ person }) => {
            const bsn = person?.record.burgerservicenummer;
            if (!bsn) return fail('notFound');
            context.audit('visits.revealBsn', 'visit', visitId);
            return ok({ bsn });
          }),
      },
      'visits.askGezag': {
        kind: 'effect',
        async run({ visitId }, context) {
          if (!openVisit(visitId, context)) return fail('noVisit');
          await gezag.ask(visitId, staffOf(context));
          return onOpen(visitId, context, (visit) => ok(view(visit)));
        },
      },
      'visits.products': { kind: 'query', run: () => ok([...catalogue.products()]) },
      'visits.addProduct': {
        kind: 'atomic',
        run: ({ visitId, productId, variantId, urgent }, context) =>
          onOpen(visitId, context, (visit) => {
            const product = catalogue.product(productId);
            if (!product) return fail('notFound', { field: 'productId' });
            const refusal = refusalFor(product, visit.person);
            if (refusal) return notPossible('productId', refusal);
            const choice = { variantId: variantId ?? null, urgent };
            const fits = choiceFits(product, choice, visit.person?.view.age ?? undefined);
            if (!fits.ok) return fits;
            cameToCounter(visit, staffOf(context).staffId);
            const transactionId = ids.uuid();
            drafts.add({
              transactionId,
              visitId,
              productId,
              ...choice,
              pickUpOf: null,
              pickUpFound: null,
            });
            context.audit('visits.addProduct', 'transaction', transactionId, productId);
            changed(visit.counter);
            gezag.askSoon(visitId, staffOf(context));
            return ok(view(visit));
          }),
      },
      'visits.removeProduct': {
        kind: 'atomic',
        run({ transactionId }, context) {
          const draft = drafts.byId(transactionId);
          if (!draft) return fail('notFound');
          return onOpen(draft.visitId, context, (visit) => {
            drafts.remove(transactionId);
            context.audit('visits.removeProduct', 'transaction', transactionId, draft.productId);
            changed(visit.counter);
            return ok(view(visit));
          });
        },
      },
      'visits.cancel': {
        kind: 'effect',
        async run({ commandId, visitId, sendOn }, context) {
          const visit = openVisit(visitId, context);
          if (!visit) return fail('noVisit');
          const allowed = deps.mayCancel(visitId);
          if (!allowed.ok) return allowed;
          const { counter } = context.caller;
          const end = { commandId, counter, staffId: staffOf(context).staffId, ticketId: visit.ticketId };
          return store.atomically(() => {
            const left = leaveCounter(hall, end, sendOn);
            if (!left.ok) return left;
            if (sendOn)
              context.audit('hall.transferred', 'ticket', visit.ticketId, `${visit.number} -> ${sendOn}`);
            drafts.removeOfVisit(visitId);
            rows.cancel(visitId, clock.now());
            context.audit('visits.cancel', 'visit', visitId);
            changed(counter);
            return ok({ done: true });
          });
        },
      },
      'visits.openZaken': {
        kind: 'query',
        async run({ visitId }, context) {
          const visit = openVisit(visitId, context);
          if (!visit) return fail('noVisit');
          return ok(await openZaken(visit, staffOf(context)));
        },
      },
    },
  };
}
