import type { TransactionView } from '../../../shared/contract/visits.ts';
import { type Product, type StepData, stepProblems, stepsFor } from '../../../shared/domain/product.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Draft } from './drafts.ts';

/** About whom and when the product is decided. */
export interface DraftCase {
  readonly day: string;
  readonly age: number | undefined;
}

type StepView = TransactionView['steps'][number];

function stepViews(
  product: Product,
  draft: Draft,
  data: ReadonlyMap<number, StepData>,
  { age }: DraftCase,
): StepView[] {
  const views: StepView[] = [];
  for (const { index, step } of stepsFor(product, { age, variantId: draft.variantId })) {
    if (step.kind === 'payment') continue;
    const filled = data.get(index) ?? null;
    const problems = stepProblems(step, filled).map(({ field, reason }) => ({ field, reason }));
    // A step nobody came to yet is to do, not wrong.
    const state =
      problems.length === 0
        ? filled || step.kind !== 'note'
          ? 'done'
          : 'todo'
        : filled
          ? 'problem'
          : 'todo';
    views.push({ index, kind: step.kind, state, problems, data: filled });
  }
  return views;
}

/** What the window shows of a draft: its steps with what is still missing, and the leges. Pure. */
export function draftView(
  catalogue: Catalogue,
  draft: Draft,
  data: ReadonlyMap<number, StepData>,
  about: DraftCase,
): TransactionView | undefined {
  const product = catalogue.product(draft.productId);
  if (!product) return undefined;
  const fee = catalogue.fee(product.id, {
    day: about.day,
    age: about.age,
    variantId: draft.variantId,
    urgent: draft.urgent,
    channel: 'balie',
  });
  const steps = stepViews(product, draft, data, about);
  const chosen = product.variants.length === 0 || draft.variantId !== null;
  const found = product.completes === undefined || draft.pickUpOf !== null;
  return {
    transactionId: draft.transactionId,
    product,
    variantId: draft.variantId,
    urgent: draft.urgent,
    fee: fee
      ? { cents: fee.cents, lines: [...fee.lines], example: fee.example }
      : { cents: 0, lines: [], example: false },
    steps,
    pickUpOf: draft.pickUpOf,
    complete: fee !== undefined && chosen && found && steps.every((step) => step.problems.length === 0),
  };
}
