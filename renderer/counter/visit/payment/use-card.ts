import type { CardPayments } from '../../../../shared/contract/payments.ts';
import { useCounterState } from '../../../state/context.tsx';

/** The card payments of the visit; undefined while they are not known. */
export function useCard(): CardPayments | undefined {
  return useCounterState((state) => state.payments.value);
}

/** What was paid on the terminal, in cents. */
export function useCardCents(): number {
  return useCounterState((state) => state.payments.value?.paidCents ?? 0);
}
