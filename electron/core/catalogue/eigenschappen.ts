import type { Product } from '../../../shared/domain/product.ts';

/** The eigenschappen that the application fills by itself for every product; a product file has none of these. */
export const SET_BY_APPLICATION: readonly string[] = [
  'kanaal',
  'product',
  'leges',
  'betaalwijze',
  'volgnummer',
];

/** The names of all eigenschappen that a zaak of this product can get; `leveringswijze` is the application's too. */
export function eigenschappenOf(product: Product): readonly string[] {
  return [...new Set([...SET_BY_APPLICATION, 'leveringswijze', ...Object.keys(product.eigenschappen)])];
}
