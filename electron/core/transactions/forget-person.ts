import type { StepData } from '../../../shared/domain/product.ts';
import type { Step } from '../../../shared/domain/product-steps.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Drafts } from './drafts.ts';

/**
 * The visitor of these drafts turned out to be somebody else: his signature, photo and consent, the answers that were
 * filled in from his data, and every paper go. What the clerk asked and ticked stays.
 */
export function forgetPerson(catalogue: Catalogue, drafts: Drafts, visitId: string): void {
  for (const { transactionId, productId } of drafts.ofVisit(visitId)) {
    const steps = catalogue.product(productId)?.steps ?? [];
    for (const [index, data] of drafts.steps(transactionId)) {
      if (data.kind === 'signature' || data.kind === 'photo' || data.kind === 'consent')
        drafts.clearStep(transactionId, index);
      else if (data.kind === 'form') drafts.saveStep(transactionId, index, withoutPerson(steps[index], data));
    }
    drafts.discardPapers(transactionId, 'person');
  }
}

function withoutPerson(step: Step | undefined, data: Extract<StepData, { kind: 'form' }>): StepData {
  const fields = step?.kind === 'form' ? step.fields : [];
  const his = fields.filter(({ prefill }) => /^(person|document)\./.test(prefill ?? ''));
  const gone = his.filter(({ id }) => id in data.values).map(({ id }) => [id, ''] as const);
  return { ...data, values: { ...data.values, ...Object.fromEntries(gone) } };
}
