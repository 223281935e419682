import type { Payment } from '../../../shared/contract/visits.ts';
import { changeFor } from '../../../shared/domain/money.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';

/** The change in cents for a payment of `dueCents`; refused when the amount is not covered or nothing is due. */
export function settlePayment(payment: Payment, dueCents: number): Result<{ readonly changeCents: number }> {
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
