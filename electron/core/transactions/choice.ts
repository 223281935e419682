import type { Product } from '../../../shared/domain/product.ts';
import { refusals, variantsFor } from '../../../shared/domain/product-rules.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { VisitPerson } from '../visit-records/index.ts';

/** Why this person may not have a product; undefined when he may, or when nobody is identified yet. */
export function refusalFor(product: Product, person: VisitPerson | null): string | undefined {
  const deceased = person?.view.warnings.some(({ code }) => code === 'overleden') ?? false;
  return refusals(product, { age: person?.view.age ?? undefined, deceased })[0];
}

/** Refuses a variant or an urgency that the product does not have, for somebody of this age. */
export function choiceFits(
  product: Product,
  choice: { readonly variantId: string | null; readonly urgent: boolean },
  age: number | undefined,
): Result<true> {
  const { variantId, urgent } = choice;
  if (variantId !== null && !product.variants.some(({ id }) => id === variantId))
    return fail('notFound', { field: 'variantId' });
  if (variantId !== null && !variantsFor(product, age).some(({ id }) => id === variantId))
    return fail('productNotPossible', { field: 'variantId', detail: 'noVariant' });
  if (urgent && !product.urgency?.allowed)
    return fail('productNotPossible', { field: 'urgent', detail: 'notUrgent' });
  return ok(true);
}
