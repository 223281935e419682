import type { Product } from '../../../shared/domain/product.ts';
import { type ProductObstacle, refusals, variantsFor } from '../../../shared/domain/product-rules.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { VisitPerson } from '../visit-records/index.ts';

/** The failure of a product that cannot be; `field` is the input at fault, or the transaction. */
export function notPossible(field: string, detail: ProductObstacle): ReturnType<typeof fail> {
  return fail('productNotPossible', { field, detail });
}

/** Why this person may not have a product; undefined when he may, or when nobody is identified yet. */
export function refusalFor(product: Product, person: VisitPerson | null): ProductObstacle | undefined {
  const deceased = person?.view.warnings.some(({ code }) => code === 'overleden') ?? false;
  const { age, dutch = 'unknown' } = person?.view ?? {};
  return refusals(product, { age: age ?? undefined, deceased, dutch })[0];
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
    return notPossible('variantId', 'noVariant');
  if (urgent && !product.urgency?.allowed) return notPossible('urgent', 'notUrgent');
  return ok(true);
}
