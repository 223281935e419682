import { useTranslation } from 'react-i18next';
import type { TransactionView } from '../../../shared/contract/visits.ts';
import { formatEuro } from '../../../shared/domain/money.ts';
import { ErrorMessage } from '../../components/error-text.tsx';
import { useCounterState } from '../../state/context.tsx';
import { FinishedVisitLines } from './aside/finished-visit.tsx';
import { Klantbeeld } from './aside/klantbeeld.tsx';
import { useDeskState } from './desk/desk-context.tsx';
import { ProductBasics } from './products/product-facts.tsx';
import { placeOrNearest } from './steps/places.ts';

/** The right column: about the product at hand, and today's finished visits. Stands inside a DeskProvider. */
export function VisitAside() {
  const { t } = useTranslation('visit');
  const visit = useCounterState((state) => state.visit.value);
  const finished = useCounterState((state) => state.finished);
  const stored = useDeskState((state) => state.place);
  const justFinished = useDeskState((state) => state.finished?.visitId);
  const place = visit ? placeOrNearest(visit, stored) : undefined;
  const active =
    place?.kind === 'step'
      ? visit?.transactions.find(({ transactionId }) => transactionId === place.transactionId)
      : undefined;
  return (
    <div className="v-aside">
      {active && <AboutProduct transaction={active} />}
      {visit && <Klantbeeld visit={visit} />}
      <section aria-label={t('aside.today')}>
        <h2 className="w-section-title">{t('aside.today')}</h2>
        {finished.error && finished.value === undefined && <ErrorMessage error={finished.error} />}
        {finished.value?.length === 0 && <p className="w-soft">{t('aside.none')}</p>}
        {finished.value !== undefined && finished.value.length > 0 && (
          <ul>
            {finished.value.map((one) => (
              <li key={one.visitId}>
                <FinishedVisitLines finished={one} isBrief={one.visitId === justFinished} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function AboutProduct({ transaction }: { readonly transaction: TransactionView }) {
  const { t } = useTranslation('visit');
  const { product, fee } = transaction;
  return (
    <section aria-label={t('aside.product')} className="v-about">
      <h2 className="w-section-title">{product.name}</h2>
      <ProductBasics product={product} />
      {fee.lines.length > 0 && (
        <>
          <h3 className="v-about-fee">
            {t('aside.fee')} {fee.example && <small className="v-example">{t('payment.example')}</small>}
          </h3>
          <ul className="v-fee-lines">
            {fee.lines.map((line, index) => (
              <li key={index}>
                <span>{line.text}</span> <span>{formatEuro(line.cents)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
