import type { Signed } from '../../../shared/domain/step-data.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Clock } from '../ports.ts';
import type { Visit } from '../visit-records/index.ts';
import type { Draft, Drafts } from './drafts.ts';
import { outdatedSignatures, shownLines, textSha256, type ToSign } from './signed.ts';

/** Where a signature came from. */
export type SignedOn = Pick<Signed, 'how' | 'padSerial' | 'complete'>;

/** A signature drawn in the window, or scanned from paper. */
export const IN_WINDOW: SignedOn = { how: 'window', padSerial: null, complete: true };

/** Binds the signatures of a visit to what was signed. */
export interface SignatureStep {
  /** What the visitor sees on the pad. */
  lines(draft: Draft, visit: Visit, index: number): readonly string[] | undefined;
  /** The record of a signature that is given now. */
  record(draft: Draft, visit: Visit, index: number, staffId: string, on: SignedOn): Signed | undefined;
  /** After other answers: marks the signatures that were for something else, and frees those that fit again. */
  checkOutdated(draft: Draft, visit: Visit): void;
}

/** The signature steps of the products. */
export function createSignatureStep(deps: {
  readonly catalogue: Catalogue;
  readonly drafts: Drafts;
  readonly clock: Clock;
}): SignatureStep {
  const { catalogue, drafts, clock } = deps;

  function toSign(draft: Draft, visit: Visit): Omit<ToSign, 'index'> | undefined {
    const product = catalogue.product(draft.productId);
    return (
      product && {
        product,
        variantId: draft.variantId,
        signer: visit.person?.view.fullName ?? '',
        steps: drafts.steps(draft.transactionId),
      }
    );
  }

  /** The paper that is there already: it is what is signed. */
  function paperOf(draft: Draft, product: ToSign['product']): string | null {
    const paper = drafts
      .attachments(draft.transactionId)
      .find(({ stepIndex }) => product.steps[stepIndex]?.kind === 'document');
    return paper?.sha256 ?? null;
  }

  return {
    lines(draft, visit, index) {
      const sign = toSign(draft, visit);
      return sign && shownLines({ ...sign, index }, amsterdamDay(clock.now()));
    },
    record(draft, visit, index, staffId, on) {
      const sign = toSign(draft, visit);
      if (!sign) return undefined;
      const at = clock.now();
      return {
        textSha256: textSha256({ ...sign, index }, amsterdamDay(at)),
        documentSha256: paperOf(draft, sign.product),
        at: at.toISOString(),
        staffId,
        ...on,
      };
    },
    checkOutdated(draft, visit) {
      const sign = toSign(draft, visit);
      if (!sign) return;
      for (const [index, data] of outdatedSignatures(sign, ({ at }) => amsterdamDay(new Date(at))))
        drafts.saveStep(draft.transactionId, index, data);
    },
  };
}
