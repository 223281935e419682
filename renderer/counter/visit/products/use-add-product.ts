import type { VisitView } from '../../../../shared/contract/visits.ts';
import type { Product } from '../../../../shared/domain/product.ts';
import { useCounter } from '../../../state/context.tsx';
import { useDesk } from '../desk/desk-context.tsx';
import { firstOpenPlace } from '../steps/places.ts';

/** Adds a product to the visit and goes to its first step; a refusal is said by the counter, and changes nothing. */
export function useAddProduct({
  visitId,
  transactions,
}: VisitView): (product: Pick<Product, 'id'>) => Promise<void> {
  const { run } = useCounter();
  const desk = useDesk();
  return async ({ id }) => {
    const answer = await run('visits.addProduct', { visitId, productId: id });
    if (!answer.ok) return;
    const known = new Set(transactions.map(({ transactionId }) => transactionId));
    const added = answer.value.transactions.find(({ transactionId }) => !known.has(transactionId));
    desk.goTo((added && firstOpenPlace(added)) ?? { kind: 'payment' });
  };
}
