import type { Payment } from '../../../../shared/contract/visits.ts';
import type { PaymentDraft } from '../desk/desk.ts';
import { cashState } from './cash.ts';

/**
 * The payment as it is sent, or undefined while it is not received. `dueCents` of 0 needs none. `cardCents` was paid on the
 * terminal: then it must be the whole amount.
 */
export function paymentOf(
  { method, given, seenCents }: PaymentDraft,
  dueCents: number,
  cardCents: number,
): Payment | undefined {
  if (cardCents > 0) return cardCents === dueCents ? { method: 'card' } : undefined;
  if (dueCents === 0) return { method: 'none' };
  if (method === 'card') return seenCents === dueCents ? { method } : undefined;
  if (method !== 'cash') return undefined;
  const cash = cashState(given, dueCents);
  return cash.kind === 'enough' ? { method, givenCents: cash.givenCents } : undefined;
}
