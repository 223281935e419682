import { useTranslation } from 'react-i18next';
import type { CardPayment } from '../../../../shared/contract/payments.ts';
import type { VisitView } from '../../../../shared/contract/visits.ts';
import { formatEuro } from '../../../../shared/domain/money.ts';
import { CheckField, RadioField } from '../../../components/choices.tsx';
import { Message } from '../../../components/message.tsx';
import { useDesk, useDeskState } from '../desk/desk-context.tsx';
import { CashFields } from './cash-fields.tsx';
import { paymentOf } from './payment-of.ts';
import { TerminalPay } from './terminal-pay.tsx';
import { useCard } from './use-card.ts';

/** While one of these stands, the visit is paid on the terminal and in no other way. */
const IN_THE_WAY: readonly CardPayment['state'][] = ['running', 'unknown', 'paid'];

/** What is due for the whole visit, line by line, and how the visitor pays it. */
export function PaymentPanel({ visit }: { readonly visit: VisitView }) {
  const { t } = useTranslation(['visit', 'card']);
  const desk = useDesk();
  const payment = useDeskState((state) => state.payment);
  const card = useCard();
  const due = visit.totalCents;
  const paidByCard = card?.paidCents ?? 0;
  const isOnTerminal = card !== undefined && card.payments.some(({ state }) => IN_THE_WAY.includes(state));
  const method = isOnTerminal ? 'card' : payment.method;
  const isExample = visit.transactions.some(({ fee }) => fee.example && fee.lines.length > 0);
  return (
    <div className="v-step v-payment">
      <div className="w-stack">
        <DueTable visit={visit} />
        {isExample && <p className="w-soft w-small">{t('payment.exampleNote')}</p>}
      </div>
      {due === 0 && !isOnTerminal ? (
        <p>{t('payment.nothing')}</p>
      ) : (
        <div className="w-stack">
          <RadioField
            label={t('payment.method')}
            orientation="horizontal"
            options={[
              { value: 'card', label: t('payment.card') },
              { value: 'cash', label: t('payment.cash') },
            ]}
            value={method}
            isDisabled={isOnTerminal}
            onChange={(method) => desk.pay({ method })}
          />
          {method === 'card' && card?.hasTerminal && (
            <TerminalPay visitId={visit.visitId} due={due} card={card} />
          )}
          {method === 'card' && !isOnTerminal && (
            <CheckField
              isSelected={payment.seenCents === due}
              onChange={(seen) => desk.pay({ seenCents: seen ? due : null })}
            >
              {card?.hasTerminal ? t('card:seenElsewhere') : t('payment.cardSeen')}
            </CheckField>
          )}
          {method === 'cash' && (
            <CashFields due={due} given={payment.given} onGive={(given) => desk.pay({ given })} />
          )}
          <div role="status">
            {paymentOf(payment, due, paidByCard) && <Message tone="ok">{t('payment.nowFinish')}</Message>}
          </div>
        </div>
      )}
    </div>
  );
}

function DueTable({ visit }: { readonly visit: VisitView }) {
  const { t } = useTranslation('visit');
  return (
    <table className="v-due">
      <thead>
        <tr>
          <th scope="col">{t('payment.product')}</th>
          <th scope="col">{t('payment.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {visit.transactions.map(({ transactionId, product, fee }) =>
          fee.lines.length === 0 ? (
            <tr key={transactionId}>
              <td>{product.name}</td>
              <td>{t('products.free')}</td>
            </tr>
          ) : (
            fee.lines.map((line, index) => (
              <tr key={`${transactionId} ${index}`}>
                <td>
                  {line.text} {fee.example && <small className="v-example">{t('payment.example')}</small>}
                </td>
                <td>{formatEuro(line.cents)}</td>
              </tr>
            ))
          ),
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('payment.total')}</th>
          <td>{formatEuro(visit.totalCents)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
