import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/person-view.ts';
import type { Product } from '../../../../shared/domain/product.ts';
import { needsBrp, needsNationality, type refusals } from '../../../../shared/domain/product-rules.ts';
import { Message } from '../../../components/message.tsx';

/** What the clerk tells about a product before choosing it. */
export function ProductFacts({
  product,
  refused,
  person,
}: {
  readonly product: Product;
  readonly refused: ReturnType<typeof refusals>;
  readonly person: PersonView | null;
}) {
  const { t } = useTranslation('visit');
  return (
    <div className="v-product-facts w-stack v-scroll" aria-live="polite" tabIndex={0}>
      <h2>{product.name}</h2>
      {refused.map((reason) => (
        <Message key={reason} tone="bad">
          {t(`products.refusal.${reason}`)}
        </Message>
      ))}
      {person?.source === 'document' && needsBrp(product) && (
        <Message tone="warn">{t('products.brpNeeded')}</Message>
      )}
      {person && needsNationality(product, person) && (
        <Message tone="warn">{t('products.nationality')}</Message>
      )}
      <ProductBasics product={product} />
    </div>
  );
}

/** Term, who comes and what to bring. */
export function ProductBasics({ product }: { readonly product: Product }) {
  const { t } = useTranslation('visit');
  return (
    <dl className="v-basics">
      <dt>{t('products.term')}</dt>
      <dd>{product.term.note}</dd>
      <dt>{t('products.mustAppear')}</dt>
      <dd>{product.mustAppear}</dd>
      {product.bring.length > 0 && (
        <>
          <dt>{t('products.bring')}</dt>
          <dd>
            <ul className="v-bring">
              {product.bring.map((thing) => (
                <li key={thing}>{thing}</li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
}
