import type { Product, ProductVariant } from './product.ts';
import type { Step } from './product-steps.ts';

// The rules of products, apart from their schemas: the window uses these without carrying a validator.

/** About whom a product is decided. `age` in whole years; undefined when nobody is identified or the age is open. */
export interface ProductCase {
  readonly age?: number | undefined;
  readonly variantId?: string | null | undefined;
}

/** A step with its place in `product.steps`: that place names it in drafts and does not change with the case. */
export interface PlacedStep {
  readonly index: number;
  readonly step: Step;
}

/** Whether the visitor comes back for it: its zaak stays open until another product completes it. */
export function isPickedUp({ visits, completes }: Product): boolean {
  return visits === 2 && completes === undefined;
}

/**
 * The steps that apply, in order. Consent is asked of who is younger than its age and, to be safe, when the age is not
 * known.
 */
export function stepsFor(product: Product, { age }: ProductCase): readonly PlacedStep[] {
  return product.steps
    .map((step, index) => ({ index, step }))
    .filter(({ step }) => step.kind !== 'consent' || age === undefined || age < step.untilAge);
}

/**
 * The steps that must be right before the paper of the step at `index` can be made: all before it, because what is asked,
 * agreed and signed there is what the paper says.
 */
export function missingForPaper<T extends { readonly index: number; readonly problems: readonly unknown[] }>(
  steps: readonly T[],
  index: number,
): readonly T[] {
  return steps.filter((step) => step.index < index && step.problems.length > 0);
}

/** The variants open to this age; all of them when the age is not known. */
export function variantsFor(product: Product, age: number | undefined): readonly ProductVariant[] {
  if (age === undefined) return product.variants;
  return product.variants.filter(({ minAge = 0, maxAge = 130 }) => age >= minAge && age <= maxAge);
}

/** True when the zaak is closed at the end of this visit; false when it waits for the visitor to come back. */
export function closesZaak(product: Product): boolean {
  return product.visits === 1 || product.completes !== undefined;
}

/** True when leges may be due: the product has a payment step. */
export function isPaid(product: Product): boolean {
  return product.steps.some((step) => step.kind === 'payment');
}

/**
 * Every reason why a product or its paper is refused, as `detail` of the failure `productNotPossible`. The window has a
 * text for each.
 */
export const PRODUCT_OBSTACLES = [
  'deceased',
  'tooYoung',
  'notDutch',
  'noVariant',
  'notUrgent',
  'noPickUp',
  'pickedUp',
  'otherProduct',
  'zaakNumberForm',
  'zaakNotFound',
  'zaakClosed',
  'notInCatalogue',
  'notVerified',
  'unprintable',
  'signatureUnreadable',
] as const;
export type ProductObstacle = (typeof PRODUCT_OBSTACLES)[number];

/** True when the product hands out a paper that says what stands in the BRP: the document alone is not enough for it. */
export function needsBrp(product: Product): boolean {
  return product.steps.some((step) => step.kind === 'document' && step.template === 'brp-uittreksel');
}

/** What of a person decides whether he can have a product. */
export interface ProductPerson {
  readonly age?: number | undefined;
  readonly deceased: boolean;
  readonly dutch: 'yes' | 'no' | 'unknown';
}

/** True when only a Dutch national can have it, and nobody knows yet whether this person is one: the clerk finds out. */
export function needsNationality(product: Product, person: Pick<ProductPerson, 'dutch'>): boolean {
  return product.rules.dutchOnly && person.dutch === 'unknown';
}

/** Why a product can't be given to this person; empty when it can. */
export function refusals(
  product: Product,
  person: ProductPerson,
): readonly ('deceased' | 'tooYoung' | 'notDutch' | 'noVariant')[] {
  const { rules, variants } = product;
  const tooYoung = person.age !== undefined && rules.minAge !== undefined && person.age < rules.minAge;
  const noVariant = variants.length > 0 && variantsFor(product, person.age).length === 0;
  return [
    ...(person.deceased && rules.refuseWhenDeceased ? (['deceased'] as const) : []),
    ...(tooYoung ? (['tooYoung'] as const) : []),
    ...(rules.dutchOnly && person.dutch === 'no' ? (['notDutch'] as const) : []),
    ...(noVariant && !tooYoung ? (['noVariant'] as const) : []),
  ];
}
