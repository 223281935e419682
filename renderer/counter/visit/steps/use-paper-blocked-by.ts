import { useTranslation } from 'react-i18next';
import type { TransactionView, VisitView } from '../../../../shared/contract/visits.ts';
import { missingForPaper } from '../../../../shared/domain/product-rules.ts';
import { useDrafts } from '../desk/desk-context.tsx';
import { useStepName } from './step-name.ts';
import { useStepCase } from './use-step-case.ts';
import { stepsNow } from './step-now.ts';

/** Why the paper of a step can't be made yet, in words that name what is missing; undefined when it can. */
export function usePaperBlockedBy(visit: VisitView) {
  const { t } = useTranslation('visit');
  const saver = useDrafts();
  const nameOf = useStepName();
  const about = useStepCase(visit);
  const { person } = visit;
  return (transaction: TransactionView, index: number): string | undefined => {
    if (person === null) return t('document.needsPerson');
    const step = transaction.product.steps[index];
    if (step?.kind === 'document' && step.template === 'brp-uittreksel' && person.source === 'document')
      return t('products.brpNeeded');
    const missing = missingForPaper(stepsNow(transaction, saver, about), index).map(({ step: one }) =>
      nameOf(one),
    );
    return missing.length === 0 ? undefined : t('document.needsSteps', { steps: missing.join(', ') });
  };
}
