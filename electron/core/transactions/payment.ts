import type { Payment } from '../../../shared/contract/visits.ts';
import type { PaidByCard } from '../card-payments/index.ts';
import { changeFor } from '../../../shared/domain/money.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';

/**
 * The change in cents for a payment of `dueCents`; refused when the amount is not covered or nothing is due. What was paid on
 * the terminal must be the whole amount: the rest is paid there, or what is too much given back there.
 */
export function settlePayment(
  payment: Payment,
  dueCents: number,
  terminal: PaidByCard,
): Result<{ readonly changeCents: number }> {
  if (terminal.cents > 0 && (payment.method !== 'card' || terminal.cents !== dueCents))
    return fail('paymentUnsettled', { field: 'payment.method', detail: 'terminal' });
  switch (payment.method) {
    case 'none':
      return dueCents === 0 ? ok({ changeCents: 0 }) : fail('paymentIncomplete', { field: 'payment.method' });
    case 'card':
      return dueCents > 0
        ? ok({ changeCents: 0 })
        : fail('paymentIncomplete', { field: 'payment.method', detail: 'nothing due' });
    case 'cash': {
      const change = changeFor(dueCents, payment.givenCents);
      return change === undefined
        ? fail('paymentIncomplete', { field: 'payment.givenCents' })
        : ok({ changeCents: change });
    }
    default:
      return assertNever(payment);
  }
}
