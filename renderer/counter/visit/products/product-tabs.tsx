import { Check, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TransactionView, VisitView } from '../../../../shared/contract/visits.ts';
import { IconButton } from '../../../components/button.tsx';
import { Confirm } from '../../../components/dialog.tsx';
import { Key } from '../../../components/key.tsx';
import { KEYS } from '../../../keys/keys.ts';
import { useCounter } from '../../../state/context.tsx';
import { useDesk, useDrafts } from '../desk/desk-context.tsx';
import { firstOpenPlace, type Place } from '../steps/places.ts';
import { stepsNow } from '../steps/step-now.ts';
import { useStepCase } from '../steps/use-step-case.ts';

/** The products of the visit; Alt+1..9 goes to one, F7 adds one. */
export function ProductTabs({
  visit,
  active,
  place,
}: {
  readonly visit: VisitView;
  readonly active: TransactionView | undefined;
  readonly place: Place;
}) {
  const { t } = useTranslation('visit');
  const desk = useDesk();
  const saver = useDrafts();
  const { run } = useCounter();
  const [removing, setRemoving] = useState<TransactionView>();
  const about = useStepCase(visit);
  const isDone = (transaction: TransactionView) =>
    stepsNow(transaction, saver, about).every(({ state }) => state === 'done');
  const remove = async ({ transactionId }: TransactionView) => {
    setRemoving(undefined);
    await saver.flush();
    await run('visits.removeProduct', { transactionId });
  };
  return (
    <nav className="v-tabs" aria-label={t('products.label')}>
      {visit.transactions.map((transaction, index) => (
        <div
          key={transaction.transactionId}
          className="v-tab"
          data-active={transaction === active || undefined}
        >
          <AriaButton
            className="v-tab-name"
            aria-current={transaction === active}
            onPress={() => desk.goTo(firstOpenPlace(transaction) ?? { kind: 'payment' }, place)}
          >
            <span className="v-tab-number">{index + 1}</span>
            {transaction.product.shortName}
            {isDone(transaction) && (
              <Check size={16} className="w-tone-ok" aria-label={t('steps.state.done')} />
            )}
          </AriaButton>
          {transaction === active && (
            <IconButton
              icon={X}
              label={t('products.remove', { name: transaction.product.shortName })}
              onPress={() => setRemoving(transaction)}
            />
          )}
        </div>
      ))}
      <AriaButton className="v-tab v-tab-add" onPress={() => desk.show('products')}>
        <Plus size={16} aria-hidden /> {t('products.add')} <Key combo={KEYS.addProduct} />
      </AriaButton>
      {removing && (
        <Confirm
          title={t('products.removeTitle', { name: removing.product.name })}
          confirm={t('products.removeConfirm')}
          cancel={t('products.keep')}
          variant="danger"
          onConfirm={() => void remove(removing)}
          onCancel={() => setRemoving(undefined)}
        >
          {t('products.removeBody')}
        </Confirm>
      )}
    </nav>
  );
}
