import type {
  Payment,
  TransactionView,
  VisitOutcome,
  VisitView,
} from '../../../../shared/contract/visits.ts';
import { closesZaak, isPaid } from '../../../../shared/domain/product-rules.ts';
import type { StepCase } from '../../../../shared/domain/step-problems.ts';
import type { StepSaver } from '../desk/step-saver.ts';
import { firstOpenPlace, type Place } from '../steps/places.ts';
import { stepsNow } from '../steps/step-now.ts';

/** One thing that keeps the visit from being finished, and where it can be mended. */
export type Missing =
  | {
      readonly kind: 'step';
      readonly transaction: TransactionView;
      readonly index: number;
      readonly place: Place;
    }
  | {
      readonly kind: 'variant' | 'pickUp' | 'tariff';
      readonly transaction: TransactionView;
      readonly place: Place;
    }
  | { readonly kind: 'payment'; readonly cents: number; readonly place: Place }
  | { readonly kind: 'save' | 'person'; readonly place: undefined };

/** All that is missing before the visitor can leave, in the order of the work. `payment` undefined: not received yet. */
export function missingOf(
  visit: VisitView,
  payment: Payment | undefined,
  saver: Pick<StepSaver, 'draft' | 'overall'>,
  about: StepCase,
): readonly Missing[] {
  const found: Missing[] = [];
  if (visit.person === null && visit.transactions.length > 0)
    found.push({ kind: 'person', place: undefined });
  for (const transaction of visit.transactions) {
    const { transactionId, product } = transaction;
    const start = firstOpenPlace(transaction) ?? { kind: 'payment' };
    if (product.variants.length > 0 && transaction.variantId === null) {
      found.push({ kind: 'variant', transaction, place: start });
    }
    if (product.completes !== undefined && transaction.pickUpOf === null) {
      found.push({ kind: 'pickUp', transaction, place: start });
    }
    const isPriced = !isPaid(product) || transaction.fee.lines.length > 0;
    if (!isPriced) found.push({ kind: 'tariff', transaction, place: start });
    for (const { index, problems } of stepsNow(transaction, saver, about)) {
      if (problems.length === 0) continue;
      found.push({ kind: 'step', transaction, index, place: { kind: 'step', transactionId, index } });
    }
  }
  if (saver.overall() === 'failed') found.push({ kind: 'save', place: undefined });
  if (visit.totalCents > 0 && payment === undefined) {
    found.push({ kind: 'payment', cents: visit.totalCents, place: { kind: 'payment' } });
  }
  return found;
}

/** The outcome that the products point to; the clerk may choose another. */
export function likelyOutcome(visit: VisitView): VisitOutcome {
  return visit.transactions.every(({ product }) => closesZaak(product)) ? 'inOneGo' : 'pickUpNeeded';
}

/** True for an outcome in which the visitor got no product: only the contact is recorded, nothing is paid. */
export function isWithoutProducts(outcome: VisitOutcome): boolean {
  return outcome === 'handedOver' || outcome === 'notPossible';
}
