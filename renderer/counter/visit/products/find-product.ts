import type { Product } from '../../../../shared/domain/product.ts';

const GROUPS = ['P', 'R', 'U', 'V', 'O'] as const;

/** The products of one group of tickets. */
export interface ProductGroup {
  readonly letter: Product['ticketGroup'];
  readonly products: readonly Product[];
}

/** Lower case without accents, so that "geboorte-akté" is found by "akte". */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** The products in which every typed word begins a word or stands within one, in their own order. */
export function matchingProducts(products: readonly Product[], filter: string): readonly Product[] {
  const words = plain(filter).split(/\s+/).filter(Boolean);
  return products.filter(({ name, shortName, upl }) => {
    const text = plain([name, shortName, upl?.name ?? ''].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** The products by group of tickets, in the order of the groups; empty groups are left out. `first` goes before the others. */
export function groupProducts(products: readonly Product[], first?: string): readonly ProductGroup[] {
  const order = GROUPS.toSorted((a, b) => Number(b === first) - Number(a === first));
  return order
    .map((letter) => ({ letter, products: products.filter(({ ticketGroup }) => ticketGroup === letter) }))
    .filter((group) => group.products.length > 0);
}
