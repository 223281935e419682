import { useTranslation } from 'react-i18next';
import type { Step } from '../../../../shared/domain/product.ts';

/** The name of a step on the rail, in the clerk's language. */
export function useStepName(): (step: Step | undefined) => string {
  const { t } = useTranslation('visit');
  return (step) => {
    if (step === undefined) return '';
    if (step.kind === 'payment') return t('steps.payment');
    return t(`steps.kind.${step.kind}`);
  };
}
