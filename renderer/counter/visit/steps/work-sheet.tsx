import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransactionView, VisitView } from '../../../../shared/contract/visits.ts';
import { formatEuro } from '../../../../shared/domain/money.ts';
import { Button } from '../../../components/button.tsx';
import { WRONG_FIELD } from '../../../components/use-focus-wrong.ts';
import { useShortcut } from '../../../keys/key-context.tsx';
import { KEYS } from '../../../keys/keys.ts';
import { useDesk, useDeskState, useDrafts } from '../desk/desk-context.tsx';
import { PaymentPanel } from '../payment/payment-panel.tsx';
import { ProductOptions } from '../products/product-options.tsx';
import { neighbour, type Place, placeKey } from './places.ts';
import { SaveFailure, SaveState } from './save-state.tsx';
import { StepBody } from './step-body.tsx';
import { StepRail } from './step-rail.tsx';
import { stepsNow } from './step-now.ts';
import { useStepCase } from './use-step-case.ts';
import { useStepName } from './step-name.ts';

/** The sheet of one product: its rail of steps, the step itself, and the bar with what comes next. */
export function WorkSheet({
  visit,
  transaction,
  place,
  onFinish,
}: {
  readonly visit: VisitView;
  readonly transaction: TransactionView | undefined;
  readonly place: Place;
  readonly onFinish: () => void;
}) {
  const { t } = useTranslation('visit');
  const desk = useDesk();
  const saver = useDrafts();
  const left = useDeskState((state) => state.left);
  const nameOf = useStepName();
  const next = neighbour(visit, place, 1);
  const previous = neighbour(visit, place, -1);
  const goOn = () => (next === undefined ? onFinish() : desk.goTo(next, place));
  const goBack = () => previous && desk.goTo(previous, place);
  useShortcut('confirmStep', goOn);
  useShortcut('nextStep', goOn);
  useShortcut('previousStep', goBack);

  const about = useStepCase(visit);
  const railOf = transaction ?? visit.transactions.at(-1);
  const steps = railOf === undefined ? [] : stepsNow(railOf, saver, about);
  const step = place.kind === 'step' ? steps.find(({ index }) => index === place.index) : undefined;
  const body = useFocusInside(placeKey(place));

  const nextText = (): string => {
    if (next === undefined) return t('steps.toFinish');
    if (next.kind === 'payment') return t('steps.toPayment');
    const following = visit.transactions.find((one) => one.transactionId === next.transactionId);
    if (following !== railOf) return t('steps.nextProduct', { product: following?.product.shortName ?? '' });
    return t('steps.next', { step: nameOf(railOf?.product.steps[next.index]).toLowerCase() });
  };

  return (
    <section className="v-sheet" aria-label={transaction?.product.name ?? t('payment.title')}>
      {railOf && <StepRail visit={visit} transaction={railOf} steps={steps} place={place} left={left} />}
      <div className="v-scroll v-body" ref={body}>
        {transaction && (step?.index === steps[0]?.index || mustChoose(transaction)) && (
          <ProductOptions key={transaction.transactionId} visit={visit} transaction={transaction} />
        )}
        {transaction && step && (
          <StepBody
            key={placeKey(place)}
            visit={visit}
            transaction={transaction}
            now={step}
            wasLeft={left.has(placeKey(place))}
          />
        )}
        {place.kind === 'payment' && <PaymentPanel visit={visit} />}
      </div>
      <SaveFailure />
      <div className="v-bar">
        <Button isDisabled={previous === undefined} keys={KEYS.previousStep} onPress={goBack}>
          {t('steps.back')}
        </Button>
        <Button variant="primary" keys={KEYS.confirmStep} onPress={goOn}>
          {nextText()}
        </Button>
        <SaveState />
        <span className="w-push v-total">
          {t('finish.total')} <strong>{formatEuro(visit.totalCents)}</strong>
        </span>
        <Button variant="done" keys={KEYS.finish} onPress={onFinish}>
          {t('finish.button')}
        </Button>
      </div>
    </section>
  );
}

/** The kind and the zaak are asked on every step until they are chosen; urgency only on the first. */
function mustChoose({ product, variantId, pickUpOf }: TransactionView): boolean {
  return (
    (product.variants.length > 0 && variantId === null) ||
    (product.completes !== undefined && pickUpOf === null)
  );
}

/** Puts the focus on the first wrong field of a step, or else on its first, when the clerk comes to it. */
function useFocusInside(key: string) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const wrong = ref.current?.querySelector<HTMLElement>(`.v-step ${WRONG_FIELD}`);
    const first = ref.current?.querySelector<HTMLElement>(
      '.v-step :is(input, textarea, button, select, [tabindex="0"]):not([disabled])',
    );
    // The zaak of a pick-up is asked before its steps, and takes the focus itself when it is known.
    if (ref.current?.querySelector('.v-pick-up') === null) (wrong ?? first)?.focus();
  }, [key]);
  return ref;
}
