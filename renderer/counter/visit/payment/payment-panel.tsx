import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../../shared/contract/visits.ts';
import { formatEuro } from '../../../../shared/domain/money.ts';
import { CheckField, RadioField } from '../../../components/choices.tsx';
import { Message } from '../../../components/message.tsx';
import { useDesk, useDeskState } from '../desk/desk-context.tsx';
import { CashFields } from './cash-fields.tsx';
import { paymentOf } from './payment-of.ts';

/** What is due for the whole visit, line by line, and how the visitor pays it. */
export function PaymentPanel({ visit }: { readonly visit: VisitView }) {
  const { t } = useTranslation('visit');
  const desk = useDesk();
  const payment = useDeskState((state) => state.payment);
  const due = visit.totalCents;
  const isExample = visit.transactions.some(({ fee }) => fee.example && fee.lines.length > 0);
  return (
    <div className="v-step v-payment">
      <div className="w-stack">
        <DueTable visit={visit} />
        {isExample && <p className="w-soft w-small">{t('payment.exampleNote')}</p>}
      </div>
      {due === 0 ? (
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
            value={payment.method}
            onChange={(method) => desk.pay({ method })}
          />
          {payment.method === 'card' && (
            <CheckField
              isSelected={payment.seenCents === due}
              onChange={(seen) => desk.pay({ seenCents: seen ? due : null })}
            >
              {t('payment.cardSeen')}
            </CheckField>
          )}
          {payment.method === 'cash' && (
            <CashFields due={due} given={payment.given} onGive={(given) => desk.pay({ given })} />
          )}
          <div role="status">
            {paymentOf(payment, due) && <Message tone="ok">{t('payment.nowFinish')}</Message>}
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
