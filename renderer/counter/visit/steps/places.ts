import type { TransactionView, VisitView } from '../../../../shared/contract/visits.ts';

/** Where the clerk is, or can go, in the work of a visit. */
export type Place =
  | { readonly kind: 'step'; readonly transactionId: string; readonly index: number }
  | { readonly kind: 'payment' };

/** The steps of a product that the clerk walks through, as places. */
export function placesOf(transaction: TransactionView): readonly Place[] {
  return transaction.steps.map(({ index }) => ({
    kind: 'step',
    transactionId: transaction.transactionId,
    index,
  }));
}

/** All places of a visit in their order: the steps of each product, then paying. */
export function allPlaces(visit: VisitView): readonly Place[] {
  return [...visit.transactions.flatMap(placesOf), { kind: 'payment' }];
}

/** True when both are the same place. */
export function samePlace(a: Place, b: Place): boolean {
  if (a.kind === 'payment' || b.kind === 'payment') return a.kind === b.kind;
  return a.transactionId === b.transactionId && a.index === b.index;
}

/** The place `step` further (1) or back (-1); undefined past either end. A place that is gone counts as the first. */
export function neighbour(visit: VisitView, at: Place, step: 1 | -1): Place | undefined {
  const places = allPlaces(visit);
  const index = places.findIndex((place) => samePlace(place, at));
  return places[index + step];
}

/** The first step of a product that is not done, else its first step; undefined for a product without steps. */
export function firstOpenPlace(transaction: TransactionView): Place | undefined {
  const open = transaction.steps.find((step) => step.state !== 'done') ?? transaction.steps[0];
  if (open === undefined) return undefined;
  return { kind: 'step', transactionId: transaction.transactionId, index: open.index };
}

/** `place` if it is still in the visit, else where the clerk best goes on. */
export function placeOrNearest(visit: VisitView, place: Place | undefined): Place {
  if (place !== undefined && allPlaces(visit).some((one) => samePlace(one, place))) return place;
  for (const transaction of visit.transactions) {
    if (!transaction.complete) return firstOpenPlace(transaction) ?? { kind: 'payment' };
  }
  return { kind: 'payment' };
}

/** A name for a place, to keep sets and maps of places. */
export function placeKey(place: Place): string {
  return place.kind === 'payment' ? 'payment' : `${place.transactionId}:${place.index}`;
}
