import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../../shared/domain/money.ts';
import { assertNever } from '../../../../shared/lib/assert-never.ts';
import { Button } from '../../../components/button.tsx';
import { Message } from '../../../components/message.tsx';
import { placeKey } from '../steps/places.ts';
import { useStepName } from '../steps/step-name.ts';
import type { Missing } from './missing.ts';

/** What still has to be done, each a button that goes there. */
export function MissingList({
  missing,
  onGo,
}: {
  readonly missing: readonly Missing[];
  readonly onGo: (missing: Missing) => void;
}) {
  const { t } = useTranslation('visit');
  const nameOf = useStepName();
  if (missing.length === 0) return null;
  const textOf = (one: Missing): string => {
    switch (one.kind) {
      case 'step':
        return t('finish.missingStep', {
          product: one.transaction.product.shortName,
          step: nameOf(one.transaction.product.steps[one.index]),
        });
      case 'variant':
        return t('finish.missingVariant', { product: one.transaction.product.shortName });
      case 'pickUp':
        return t('finish.missingPickUp', { product: one.transaction.product.shortName });
      case 'payment':
        return t('finish.missingPayment', { amount: formatEuro(one.cents) });
      case 'tariff':
        return t('finish.missingTariff', { product: one.transaction.product.shortName });
      case 'person':
        return t('finish.missingPerson');
      case 'save':
        return t('finish.missingSave');
      default:
        return assertNever(one);
    }
  };
  return (
    <Message tone="warn" title={t('finish.missing')}>
      <ul className="v-missing">
        {missing.map((one) => (
          <li key={`${one.kind} ${one.place ? placeKey(one.place) : ''}`}>
            <Button variant="quiet" onPress={() => onGo(one)}>
              {textOf(one)}
            </Button>
          </li>
        ))}
      </ul>
    </Message>
  );
}
