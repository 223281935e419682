import { changeFor, parseEuro, roundCash } from '../../../../shared/domain/money.ts';

/** What the typed cash means for the amount due. All in cents. */
export type CashState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'short'; readonly givenCents: number; readonly missingCents: number }
  | { readonly kind: 'enough'; readonly givenCents: number; readonly changeCents: number };

const NOTES = [500, 1000, 2000, 5000, 10_000, 20_000] as const;

/** Judges the text in the "gegeven" field against the amount due; the amount due is rounded to 5 cents first. */
export function cashState(text: string, dueCents: number): CashState {
  if (text.trim() === '') return { kind: 'empty' };
  const givenCents = parseEuro(text);
  if (givenCents === undefined) return { kind: 'invalid' };
  const changeCents = changeFor(dueCents, givenCents);
  if (changeCents === undefined)
    return { kind: 'short', givenCents, missingCents: roundCash(dueCents) - givenCents };
  return { kind: 'enough', givenCents, changeCents };
}

/** Up to four amounts that a visitor likely hands over: exact, then the least that notes make, each once, in cents. */
export function quickAmounts(dueCents: number): readonly number[] {
  const exact = roundCash(dueCents);
  const up = NOTES.map((note) => Math.ceil(exact / note) * note);
  return [...new Set([exact, ...up])].sort((a, b) => a - b).slice(0, 4);
}
