import { useTranslation } from 'react-i18next';
import type { TransactionView, VisitView } from '../../../../shared/contract/visits.ts';
import { addWorkingDays, formatDutchDate } from '../../../../shared/domain/dates.ts';
import { needsNationality, variantsFor } from '../../../../shared/domain/product-rules.ts';
import { CheckField, SelectField } from '../../../components/choices.tsx';
import { Message } from '../../../components/message.tsx';
import { useCounter } from '../../../state/context.tsx';
import { useToday } from '../clock.ts';
import { PickUpChoice } from './pick-up-choice.tsx';

/** What is chosen for a product as a whole: its kind, urgency, and for a pick-up the zaak. Nothing to choose: nothing shown. */
export function ProductOptions({
  visit,
  transaction,
}: {
  readonly visit: VisitView;
  readonly transaction: TransactionView;
}) {
  const { t } = useTranslation('visit');
  const { run } = useCounter();
  const today = useToday();
  const { transactionId, product, variantId, urgent, pickUpOf } = transaction;
  const variants = variantsFor(product, visit.person?.age ?? undefined);
  const hasVariants = variants.length > 1 || (variants.length === 1 && variantId === null);
  const urgency = product.urgency?.allowed ? product.urgency : undefined;
  const choose = (change: Partial<{ variantId: string; urgent: boolean }>) =>
    void run('transactions.choose', { transactionId, variantId, urgent, pickUpOf, ...change });
  const warnsNationality = visit.person !== null && needsNationality(product, visit.person);
  if (!hasVariants && urgency === undefined && product.completes === undefined && !warnsNationality)
    return null;
  const workingDays = urgent ? urgency?.workingDays : product.term.workingDays;
  return (
    <div className="v-options">
      {warnsNationality && <Message tone="warn">{t('products.nationality')}</Message>}
      {hasVariants && (
        <SelectField
          label={t('products.variant')}
          placeholder={t('products.chooseVariant')}
          options={variants.map(({ id, name }) => ({ value: id, label: name }))}
          value={variantId}
          onChange={(next) => choose({ variantId: next })}
        />
      )}
      {urgency && (
        <CheckField isSelected={urgent} onChange={(next) => choose({ urgent: next })}>
          {t('products.urgent', { time: urgency.beforeTime })}
        </CheckField>
      )}
      {workingDays !== undefined && workingDays > 0 && (
        <span className="w-soft v-ready">
          {t('products.ready', { date: formatDutchDate(addWorkingDays(today, workingDays)) })}
        </span>
      )}
      {product.completes !== undefined && <PickUpChoice visit={visit} transaction={transaction} />}
    </div>
  );
}
