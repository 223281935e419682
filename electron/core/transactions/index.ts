import type { VisitView } from '../../../shared/contract/visits.ts';
import { isDeepStrictEqual } from 'node:util';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import type { Product } from '../../../shared/domain/product.ts';
import { zaakNumber } from '../../../shared/domain/zaak-number.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Events } from '../events.ts';
import { type CallContext, type Handlers, staffOf } from '../handlers.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../store/index.ts';
import type { Visit, VisitRows } from '../visit-records/index.ts';
import { choiceFits } from './choice.ts';
import type { createCommit } from './commit.ts';
import type { createDocumentStep } from './document-step.ts';
import type { DraftViews } from './draft-view.ts';
import type { Draft, Drafts } from './drafts.ts';
import type { createFinished } from './finished.ts';
import { isImage } from './image.ts';
import type { FindPickUp } from './find-pick-up.ts';
import { IN_WINDOW, type SignatureStep, type SignedOn } from './signature-step.ts';
import type { Signature, Signing } from './signing.ts';
import type { PickUps } from './pick-up.ts';

export { choiceFits, notPossible, refusalFor } from './choice.ts';
export { createCommit, type PrintReceipt } from './commit.ts';
export { createDocumentStep } from './document-step.ts';
export { createDraftViews, type DraftViews } from './draft-view.ts';
export { createDrafts, type Drafts } from './drafts.ts';
export { createFinished } from './finished.ts';
export { createNumbers } from './numbers.ts';
export { forgetPerson } from './forget-person.ts';
export { createFindPickUp, type FindZaak } from './find-pick-up.ts';
export { withPatience } from './patience.ts';
export { type Correction, createPickUps } from './pick-up.ts';
export { createSignatureStep } from './signature-step.ts';
export { createSigning } from './signing.ts';
export { createPurge, type Purge } from './purge.ts';

const MAX_ATTACHMENT_BYTES = 2_000_000;

type TransactionCalls =
  | 'transactions.choose'
  | 'transactions.saveStep'
  | 'transactions.attach'
  | 'transactions.makeDocument'
  | 'transactions.attachment'
  | 'transactions.commit'
  | 'transactions.captureSignature'
  | 'transactions.steerSignature'
  | 'transactions.signing'
  | 'visits.finished';

/** The products of a visit, step by step, and "klaar". */
export function transactionHandlers(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: Events;
  readonly catalogue: Catalogue;
  readonly rows: VisitRows;
  readonly drafts: Drafts;
  readonly pickUps: PickUps;
  readonly findPickUp: FindPickUp;
  readonly draftViews: DraftViews;
  readonly view: (visit: Visit) => VisitView;
  readonly commit: ReturnType<typeof createCommit>;
  readonly finished: ReturnType<typeof createFinished>;
  readonly documentStep: ReturnType<typeof createDocumentStep>;
  readonly signatureStep: SignatureStep;
  readonly signing: Signing;
}): Handlers<TransactionCalls> {
  const { store, catalogue, rows, drafts } = deps;
  const changed = (counter: number) => deps.events.publish({ name: 'visit.changed', data: { counter } });

  const onDraft = <T>(
    transactionId: string,
    context: CallContext,
    work: (draft: Draft, visit: Visit) => Result<T>,
  ): Result<T> => {
    const draft = drafts.byId(transactionId);
    const visit = draft && rows.byId(draft.visitId);
    if (!draft || !visit || visit.counter !== context.caller.counter)
      return fail('notFound', { field: 'transactionId' });
    return visit.state === 'open' ? work(draft, visit) : fail('visitFinished');
  };
  const stepKind = (draft: Draft, index: number) => catalogue.product(draft.productId)?.steps[index]?.kind;
  /** What a paper is made from. */
  const basisOf = (draft: Draft, visit: Visit) => ({
    visit,
    answers: [...drafts.steps(draft.transactionId)].filter(
      ([, { kind }]) => kind === 'form' || kind === 'signature',
    ),
  });
  const keepSignature = (
    draft: Draft,
    visit: Visit,
    index: number,
    context: CallContext,
    given: { readonly mime: string; readonly bytes: Uint8Array; readonly on: SignedOn },
  ) => {
    const { transactionId } = draft;
    const signed = deps.signatureStep.record(draft, visit, index, staffOf(context).staffId, given.on);
    drafts.attach(transactionId, index, 'signature', given.mime, given.bytes, { signed });
    drafts.discardPapers(transactionId, 'signature');
    const serial = given.on.padSerial === null ? '' : ` ${given.on.padSerial}`;
    const of = signed?.documentSha256 ?? signed?.textSha256 ?? '';
    context.audit(
      'transactions.sign',
      'transaction',
      transactionId,
      `${given.on.how}${serial}, sha256 ${of}`,
    );
  };
  const answer = (visit: Visit): Result<VisitView> => {
    changed(visit.counter);
    return ok(deps.view(visit));
  };

  return {
    'transactions.choose': {
      kind: 'effect',
      async run({ transactionId, variantId, urgent, pickUpOf }, context) {
        const zaak = zaakNumber(pickUpOf ?? '') || null;
        const judge = (draft: Draft, visit: Visit): Result<{ draft: Draft; product: Product }> => {
          const product = catalogue.product(draft.productId);
          if (!product) return fail('notFound', { field: 'transactionId' });
          const fits = choiceFits(product, { variantId, urgent }, visit.person?.view.age ?? undefined);
          if (!fits.ok) return fits;
          const pickUp = zaak === null ? fits : deps.pickUps.fits(product, zaak);
          return pickUp.ok ? ok({ draft, product }) : pickUp;
        };
        const before = onDraft(transactionId, context, judge);
        if (!before.ok) return before;
        const { draft, product } = before.value;
        const check = draft.pickUpFound?.check;
        const isKnown = zaak === draft.pickUpOf && check !== 'notLookedUp' && check !== 'kept';
        const found =
          zaak === null
            ? ok(null)
            : isKnown
              ? ok(draft.pickUpFound)
              : await deps.findPickUp(product, zaak, staffOf(context));
        if (!found.ok) return found;
        return store.atomically(() =>
          onDraft(transactionId, context, (now, visit) => {
            const judged = judge(now, visit);
            if (!judged.ok) return judged;
            drafts.choose(transactionId, { variantId, urgent, pickUpOf: zaak, pickUpFound: found.value });
            deps.signatureStep.checkOutdated({ ...now, variantId }, visit);
            return answer(visit);
          }),
        );
      },
    },
    'transactions.saveStep': {
      kind: 'atomic',
      run: ({ transactionId, index, data }, context) =>
        onDraft(transactionId, context, (draft, visit) => {
          if (stepKind(draft, index) !== data.kind) return fail('invalidInput', { field: 'data.kind' });
          // Attachments come in through transactions.attach alone, which knows their bytes.
          if (data.kind === 'document' || 'attachmentId' in data)
            return fail('invalidInput', { field: 'data.attachmentId' });
          const before = drafts.steps(transactionId).get(index);
          drafts.saveStep(transactionId, index, data);
          // Only answers stand on papers; the window also saves what it saved before.
          if (data.kind === 'form' && !isDeepStrictEqual(before, data))
            drafts.discardPapers(transactionId, 'answers');
          deps.signatureStep.checkOutdated(draft, visit);
          return answer(visit);
        }),
    },
    'transactions.attach': {
      kind: 'atomic',
      run: ({ transactionId, index, mime, base64, advice }, context) =>
        onDraft(transactionId, context, (draft, visit) => {
          const kind = stepKind(draft, index);
          if (kind !== 'photo' && kind !== 'signature') return fail('invalidInput', { field: 'index' });
          const bytes = Buffer.from(base64, 'base64');
          if (!isImage(bytes, mime))
            return fail('invalidInput', { field: 'base64', detail: `not a ${mime}` });
          if (bytes.byteLength > MAX_ATTACHMENT_BYTES) return fail('attachmentTooLarge', { field: 'base64' });
          if (kind === 'signature')
            keepSignature(draft, visit, index, context, { mime, bytes, on: IN_WINDOW });
          else drafts.attach(transactionId, index, kind, mime, bytes, { advice });
          return answer(visit);
        }),
    },
    'transactions.captureSignature': {
      kind: 'effect',
      async run({ transactionId, index }, context) {
        const found = onDraft(transactionId, context, (draft, visit) => {
          const lines = deps.signatureStep.lines(draft, visit, index);
          if (stepKind(draft, index) !== 'signature' || !lines)
            return fail('invalidInput', { field: 'index' });
          return ok(lines);
        });
        if (!found.ok) return found;
        const keep = ({ png, padSerial, complete }: Signature): boolean => {
          const on = { how: 'pad', padSerial, complete } as const;
          const given = { mime: 'image/png', bytes: Buffer.from(png, 'base64'), on } as const;
          const kept = store.atomically(() =>
            onDraft(transactionId, context, (draft, visit) => {
              keepSignature(draft, visit, index, context, given);
              return answer(visit);
            }),
          );
          return kept.ok;
        };
        await deps.signing.start(context.caller.counter, { transactionId, index, lines: found.value, keep });
        return ok({ done: true });
      },
    },
    'transactions.steerSignature': {
      kind: 'query',
      run({ steer, ...place }, context) {
        deps.signing.steer(context.caller.counter, place, steer);
        return ok({ done: true });
      },
    },
    'transactions.signing': {
      kind: 'query',
      run: (_, context) => ok(deps.signing.view(context.caller.counter)),
    },
    'transactions.makeDocument': {
      kind: 'effect',
      async run({ transactionId, index }, context) {
        const before = onDraft(transactionId, context, (draft, visit) => ok(basisOf(draft, visit)));
        if (!before.ok) return before;
        const { visit } = before.value;
        const day = amsterdamDay(deps.clock.now());
        const view = deps.draftViews(visit, day).find((one) => one.transactionId === transactionId);
        if (!view) return fail('notFound', { field: 'transactionId' });
        const pdf = await deps.documentStep(visit, view, index, staffOf(context).name);
        if (!pdf.ok) return pdf;
        return store.atomically(() =>
          onDraft(transactionId, context, (draft, now) => {
            // Answers that came in while the paper was made do not stand on it.
            if (!isDeepStrictEqual(basisOf(draft, now), before.value))
              return fail('stepIncomplete', { field: 'index', detail: 'the answers changed meanwhile' });
            drafts.attach(transactionId, index, 'document', 'application/pdf', pdf.value);
            context.audit('transactions.makeDocument', 'transaction', transactionId);
            return answer(now);
          }),
        );
      },
    },
    'transactions.attachment': {
      kind: 'query',
      run({ attachmentId }, context) {
        const found = drafts.content(attachmentId);
        if (!found || rows.byId(found.visitId)?.counter !== context.caller.counter) return fail('notFound');
        return ok({ mime: found.mime, base64: found.content.toString('base64') });
      },
    },
    'transactions.commit': {
      kind: 'atomic',
      run(input, context) {
        const result = deps.commit(input, context);
        if (result.ok) changed(context.caller.counter);
        return result;
      },
    },
    'visits.finished': {
      kind: 'query',
      // A day is at most 25 hours long; what was finished before today's midnight is filtered by its own day.
      run() {
        const now = deps.clock.now();
        const today = amsterdamDay(now);
        const since = new Date(now.getTime() - 25 * 3_600_000).toISOString();
        return ok(
          deps.finished(since).filter(({ finishedAt }) => amsterdamDay(new Date(finishedAt)) === today),
        );
      },
    },
  };
}
