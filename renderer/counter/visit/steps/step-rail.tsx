import { Check, TriangleAlert } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { StepView, TransactionView, VisitView } from '../../../../shared/contract/visits.ts';
import { useDesk, useDeskState } from '../desk/desk-context.tsx';
import { useCardCents } from '../payment/use-card.ts';
import { paymentOf } from '../payment/payment-of.ts';
import { type Place, placeKey, samePlace } from './places.ts';
import { useStepName } from './step-name.ts';
import type { StepNow } from './step-now.ts';

/** The numbered steps of a product, and paying at the end; each can be left and returned to. */
export function StepRail({
  visit,
  transaction,
  steps,
  place,
  left,
}: {
  readonly visit: VisitView;
  readonly transaction: TransactionView;
  readonly steps: readonly StepNow[];
  readonly place: Place;
  readonly left: ReadonlySet<string>;
}) {
  const { t } = useTranslation('visit');
  const nameOf = useStepName();
  const payment = useDeskState((state) => state.payment);
  const paid = paymentOf(payment, visit.totalCents, useCardCents()) !== undefined;
  const { transactionId } = transaction;
  return (
    <ol className="v-rail" aria-label={t('steps.label', { product: transaction.product.name })}>
      {steps.map((step, position) => {
        const target: Place = { kind: 'step', transactionId, index: step.index };
        return (
          <RailItem
            key={step.index}
            number={position + 1}
            name={nameOf(step.step)}
            state={railState(step, left.has(placeKey(target)))}
            target={target}
            place={place}
          />
        );
      })}
      <RailItem
        number={steps.length + 1}
        name={t('steps.payment')}
        state={paid ? 'done' : 'todo'}
        target={{ kind: 'payment' }}
        place={place}
      />
    </ol>
  );
}

/** A step nobody came to is to do, also when nothing in it is required; what is wrong is said after leaving it. */
function railState({ problems, data }: StepNow, wasLeft: boolean): StepView['state'] {
  if (problems.length > 0) return wasLeft ? 'problem' : 'todo';
  return data !== null || wasLeft ? 'done' : 'todo';
}

function RailItem({
  number,
  name,
  state,
  target,
  place,
}: {
  readonly number: number;
  readonly name: string;
  readonly state: StepView['state'];
  readonly target: Place;
  readonly place: Place;
}) {
  const { t } = useTranslation('visit');
  const desk = useDesk();
  const isHere = samePlace(target, place);
  return (
    <li>
      <AriaButton
        className="v-rail-item"
        data-state={state}
        aria-current={isHere ? 'step' : false}
        onPress={() => desk.goTo(target, place)}
      >
        <span className="v-rail-sign" aria-hidden>
          {state === 'done' ? (
            <Check size={14} strokeWidth={3} />
          ) : state === 'problem' ? (
            <TriangleAlert size={13} />
          ) : (
            number
          )}
        </span>
        {name}
        <span className="w-hidden">, {t(`steps.state.${state}`)}</span>
      </AriaButton>
    </li>
  );
}
