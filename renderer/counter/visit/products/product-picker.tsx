import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../../shared/contract/visits.ts';
import type { Product } from '../../../../shared/domain/product.ts';
import { isPaid, refusals } from '../../../../shared/domain/product-rules.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { TextField } from '../../../components/fields.tsx';
import { useDesk } from '../desk/desk-context.tsx';
import { groupProducts, matchingProducts } from './find-product.ts';
import { ProductFacts } from './product-facts.tsx';
import { useAddProduct } from './use-add-product.ts';
import { useProducts } from './use-products.ts';

/** Choosing a product by keyboard: type to filter, arrows, Enter. Escape goes back. */
export function ProductPicker({ visit }: { readonly visit: VisitView }) {
  const { t } = useTranslation('visit');
  const addProduct = useAddProduct(visit);
  const desk = useDesk();
  const { products, error } = useProducts();
  const [filter, setFilter] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string>();
  const groups = useMemo(
    () => groupProducts(matchingProducts(products ?? [], filter), visit.number?.[0]),
    [products, filter, visit.number],
  );
  const ordered = groups.flatMap(({ products: inGroup }) => inGroup);
  const active = ordered.find(({ id }) => id === chosen) ?? ordered[0];

  useEffect(() => {
    list.current?.querySelector('[data-selected]')?.scrollIntoView?.({ block: 'nearest' });
  });

  const add = async (product: Product | undefined) => {
    if (product !== undefined) await addProduct(product);
  };
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape') desk.show('work');
    if (event.key === 'Enter' && !event.ctrlKey) void add(active);
    if (step === 0 && event.key !== 'Enter') return;
    event.preventDefault();
    const index = ordered.findIndex(({ id }) => id === active?.id);
    if (step !== 0) setChosen(ordered[Math.min(ordered.length - 1, Math.max(0, index + step))]?.id);
  };

  return (
    <section className="v-sheet" aria-label={t('products.pick')}>
      <div className="v-picker">
        <div className="v-picker-list">
          <div onKeyDownCapture={move}>
            <TextField
              label={t('products.pick')}
              placeholder={t('products.filter')}
              value={filter}
              onChange={setFilter}
              autoFocus
              autoComplete="off"
            />
          </div>
          {error && <ErrorMessage error={error} />}
          <div className="v-scroll" ref={list}>
            <ListBox
              aria-label={t('products.list')}
              selectionMode="single"
              selectionBehavior="replace"
              disallowEmptySelection
              selectedKeys={active === undefined ? [] : [active.id]}
              onSelectionChange={(keys) => setChosen(keys === 'all' ? undefined : String([...keys][0]))}
              onAction={(key) => void add(ordered.find(({ id }) => id === key))}
              renderEmptyState={() =>
                products === undefined ? null : <p className="w-soft">{t('products.noMatch')}</p>
              }
              className="v-products"
            >
              {groups.map((group) => (
                <ListBoxSection key={group.letter} id={group.letter}>
                  <Header className="w-section-title">{t(`products.group.${group.letter}`)}</Header>
                  {group.products.map((product) => (
                    <ListBoxItem
                      key={product.id}
                      id={product.id}
                      textValue={product.name}
                      className="v-product"
                    >
                      <span>{product.name}</span>
                      <small className="w-soft">
                        {t(isPaid(product) ? 'products.paid' : 'products.free')}
                        {product.completes === undefined &&
                          ` · ${t('products.visits', { count: product.visits })}`}
                      </small>
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </div>
        </div>
        {active && (
          <ProductFacts
            product={active}
            person={visit.person}
            refused={refusals(active, {
              age: visit.person?.age ?? undefined,
              deceased: visit.person?.warnings.some(({ code }) => code === 'overleden') ?? false,
              dutch: visit.person?.dutch ?? 'unknown',
            })}
          />
        )}
      </div>
      <div className="v-bar">
        <Button keys="Esc" onPress={() => desk.show('work')}>
          {t('products.back')}
        </Button>
        <Button
          variant="primary"
          keys="Enter"
          className="w-push"
          isDisabled={!active}
          onPress={() => void add(active)}
        >
          {active?.name ?? t('products.pick')}
        </Button>
      </div>
    </section>
  );
}
