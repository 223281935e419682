import { Ban, CreditCard, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../../shared/contract/index.ts';
import type { CardPayment, CardPayments } from '../../../../shared/contract/payments.ts';
import { formatEuro } from '../../../../shared/domain/money.ts';
import { Button } from '../../../components/button.tsx';
import { Message } from '../../../components/message.tsx';
import { useCounter, useCounterState } from '../../../state/context.tsx';

const ACTIONS: readonly CallInput<'practice.card'>['action'][] = ['pin', 'pay', 'decline', 'cancel'];

/** Paying on the terminal: start, where it is, and what to do when it is not certain. */
export function TerminalPay({
  visitId,
  due,
  card,
}: {
  readonly visitId: string;
  readonly due: number;
  readonly card: CardPayments;
}) {
  const { t } = useTranslation('card');
  const { run } = useCounter();
  const isStarting = useCounterState((state) => state.busy.has('payments.start'));
  const [last] = card.payments;
  const left = due - card.paidCents;

  if (last?.state === 'running') {
    return (
      <div className="w-stack" role="status">
        <Message tone="info">
          {t(`stage.${last.stage ?? 'preparing'}`, { amount: formatEuro(last.amountCents) })}
        </Message>
        <PracticeCard />
        <div className="w-row">
          <Button icon={Ban} onPress={() => void run('payments.stop', { paymentId: last.paymentId })}>
            {t('stop')}
          </Button>
        </div>
      </div>
    );
  }
  if (last?.state === 'unknown') return <Unknown payment={last} />;
  return (
    <div className="w-stack">
      {last && <HowItEnded payment={last} />}
      {left > 0 && (
        <div className="w-row">
          <Button
            variant="primary"
            icon={last ? RotateCcw : CreditCard}
            isPending={isStarting}
            onPress={() => void run('payments.start', { visitId, amountCents: left })}
          >
            {t('start', { amount: formatEuro(left) })}
          </Button>
        </div>
      )}
      {left < 0 && <TooMuch card={card} tooMuch={-left} />}
    </div>
  );
}

/** In practice mode the clerk is the visitor too. */
function PracticeCard() {
  const { t } = useTranslation('practice');
  const { ask } = useCounter();
  const isPractice = useCounterState((state) => state.session.value?.practice === true);
  if (!isPractice) return null;
  return (
    <div className="w-row w-row-wrap" role="group" aria-label={t('card.title')}>
      <span className="w-soft">{t('card.title')}</span>
      {ACTIONS.map((action) => (
        <Button key={action} onPress={() => void ask('practice.card', { action })}>
          {t(`card.${action}`)}
        </Button>
      ))}
    </div>
  );
}

function HowItEnded({ payment }: { readonly payment: CardPayment }) {
  const { t } = useTranslation('card');
  const { state, amountCents, code } = payment;
  if (state === 'running' || state === 'unknown') return null;
  return (
    <Message tone={state === 'paid' ? 'ok' : 'warn'} role="status">
      {t(`ended.${state}`, { amount: formatEuro(amountCents), code: code ?? '' })}
    </Message>
  );
}

/** Nobody knows whether it was paid: the terminal is asked, else the clerk looks. Nothing is paid again before that. */
function Unknown({ payment }: { readonly payment: CardPayment }) {
  const { t } = useTranslation('card');
  const { run } = useCounter();
  const { paymentId } = payment;
  const isAsking = useCounterState((state) => state.busy.has('payments.ask'));
  const [isUnclear, setUnclear] = useState(false);
  const ask = async () => {
    const answer = await run('payments.ask', { paymentId });
    if (answer.ok) setUnclear(answer.value.answer === 'unclear');
  };
  return (
    <div className="w-stack" role="alert">
      <Message tone="warn">
        {t(isUnclear ? 'unclear' : 'unknown', {
          amount: formatEuro(payment.amountCents),
        })}
      </Message>
      <div className="w-row w-row-wrap">
        <Button variant="primary" isPending={isAsking} onPress={() => void ask()}>
          {t('ask')}
        </Button>
        <Button onPress={() => void run('payments.settle', { paymentId, answer: 'paid' })}>
          {t('wasPaid')}
        </Button>
        <Button onPress={() => void run('payments.settle', { paymentId, answer: 'notPaid' })}>
          {t('wasNotPaid')}
        </Button>
      </div>
      <PracticeCard />
    </div>
  );
}

/** More was paid than is due by now: given back on the terminal, payment by payment. */
function TooMuch({ card, tooMuch }: { readonly card: CardPayments; readonly tooMuch: number }) {
  const { t } = useTranslation('card');
  const { run } = useCounter();
  return (
    <div className="w-stack" role="alert">
      <Message tone="warn">{t('tooMuch', { amount: formatEuro(tooMuch) })}</Message>
      {card.payments
        .filter(({ state }) => state === 'paid')
        .map(({ paymentId, amountCents, traceNumber }) => (
          <div key={paymentId} className="w-row">
            <Button onPress={() => void run('payments.settle', { paymentId, answer: 'refunded' })}>
              {t('refunded', {
                amount: formatEuro(amountCents),
                number: traceNumber ?? '-',
              })}
            </Button>
          </div>
        ))}
    </div>
  );
}
