import type { Product } from '../../../shared/domain/product.ts';

/** The eigenschappen that the application fills by itself for every product; a product file has none of these. */
export const SET_BY_APPLICATION: readonly string[] = [
  'kanaal',
  'product',
  'leges',
  'betaalwijze',
  'volgnummer',
];

/**
 * The names of all eigenschappen that a zaak can get from this product; `leveringswijze` is the application's too. One that
 * completes another adds only what is filled in at the second visit.
 */
export function eigenschappenOf({ completes, eigenschappen }: Product): readonly string[] {
  const byApplication = completes === undefined ? [...SET_BY_APPLICATION, 'leveringswijze'] : [];
  return [...new Set([...byApplication, ...Object.keys(eigenschappen)])];
}
