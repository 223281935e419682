import type { TransactionView } from '../../../shared/contract/visits.ts';
import type { Product, StepData } from '../../../shared/domain/product.ts';
import { stepsFor, variantsFor } from '../../../shared/domain/product-rules.ts';
import { type StepCase, stepCaseOf, stepProblems } from '../../../shared/domain/step-problems.ts';
import { toldGezag, type Visit } from '../visit-records/index.ts';
import type { KeptZaken } from '../kept-zaken/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Draft, Drafts } from './drafts.ts';

/** About whom and when the product is decided. */
interface DraftCase extends StepCase {
  readonly age: number | undefined;
  readonly burgerservicenummer: string | null;
  readonly kept: Pick<KeptZaken, 'isFor'>;
}

type StepView = TransactionView['steps'][number];

function stepViews(product: Product, data: ReadonlyMap<number, StepData>, about: DraftCase): StepView[] {
  const views: StepView[] = [];
  for (const { index, step } of stepsFor(product, about)) {
    if (step.kind === 'payment') continue;
    const filled = data.get(index) ?? null;
    const problems = stepProblems(step, filled, about).map(({ field, reason }) => ({ field, reason }));
    // A step nobody came to yet is to do, not wrong; it holds nothing up when all of it may stay empty.
    const state = filled === null ? 'todo' : problems.length === 0 ? 'done' : 'problem';
    views.push({ index, kind: step.kind, state, problems, data: filled });
  }
  return views;
}

/**
 * The variant that was chosen; else the only one that this age leaves. A choice of before the age was known counts no
 * more when the person turns out too young or too old for it.
 */
function variantOf(product: Product, draft: Draft, { age }: DraftCase): string | null {
  const open = variantsFor(product, age);
  if (open.some(({ id }) => id === draft.variantId)) return draft.variantId;
  return age !== undefined && open.length === 1 ? (open[0]?.id ?? null) : null;
}

function pickUpView(
  { pickUpOf, pickUpFound: found }: Draft,
  { burgerservicenummer: visitor, kept }: DraftCase,
): TransactionView['pickUp'] {
  if (!found) return null;
  const { burgerservicenummer: bsn, ...shown } = found;
  if (visitor === null) return { ...shown, holder: 'unknown' };
  // Of a zaak that was kept nobody knows for whom it is, only whether it is for this visitor.
  const isSame =
    found.check === 'kept' ? kept.isFor(pickUpOf ?? '', visitor) : bsn === null ? undefined : bsn === visitor;
  return { ...shown, holder: isSame === undefined ? 'unknown' : isSame ? 'same' : 'other' };
}

/** What the window shows of a draft: its steps with what is still missing, and the leges. Pure. */
function draftView(
  catalogue: Catalogue,
  draft: Draft,
  data: ReadonlyMap<number, StepData>,
  about: DraftCase,
): TransactionView | undefined {
  const product = catalogue.product(draft.productId);
  if (!product) return undefined;
  const variantId = variantOf(product, draft, about);
  const fee = catalogue.fee(product.id, {
    day: about.today,
    age: about.age,
    variantId,
    urgent: draft.urgent,
    channel: 'balie',
  });
  const steps = stepViews(product, data, about);
  const chosen = product.variants.length === 0 || variantId !== null;
  const found = product.completes === undefined || draft.pickUpOf !== null;
  return {
    transactionId: draft.transactionId,
    product,
    variantId,
    urgent: draft.urgent,
    fee: fee
      ? { cents: fee.cents, lines: [...fee.lines], example: fee.example }
      : { cents: 0, lines: [], example: false },
    steps,
    pickUpOf: draft.pickUpOf,
    pickUp: pickUpView(draft, about),
    complete: fee !== undefined && chosen && found && steps.every((step) => step.problems.length === 0),
  };
}

/** The drafts of a visit as the window sees them on a day (YYYY-MM-DD). */
export type DraftViews = (visit: Pick<Visit, 'visitId' | 'person'>, day: string) => TransactionView[];

/** A product that is no longer in the catalogue is left out: its draft stays, and cannot be committed. */
export function createDraftViews(
  catalogue: Catalogue,
  drafts: Drafts,
  kept: Pick<KeptZaken, 'isFor'>,
): DraftViews {
  return ({ visitId, person }, day) => {
    const about = {
      ...stepCaseOf(person && { fullName: person.view.fullName, gezag: toldGezag(person) }, day),
      age: person?.view.age ?? undefined,
      burgerservicenummer: person?.record.burgerservicenummer ?? null,
      kept,
    };
    return drafts
      .ofVisit(visitId)
      .flatMap((draft) => draftView(catalogue, draft, drafts.steps(draft.transactionId), about) ?? []);
  };
}
