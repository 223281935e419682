import { roundCash } from '../../../shared/domain/money.ts';
import type { CommittedVisit } from '../records.ts';
import type { Config } from '../settings/config-schema.ts';
import type { ReceiptFacts } from './receipt-document.ts';

/** Reads off a committed visit what its receipt says; the person stays out of it. */
export function receiptOfVisit(config: Config, visit: CommittedVisit, changeCents: number): ReceiptFacts {
  const { method, totalCents, terminal } = visit.payment;
  const given = { givenCents: roundCash(totalCents) + changeCents, changeCents };
  return {
    municipality: config.municipality.name,
    location: config.location.name,
    receiptNumber: visit.receiptNumber,
    at: new Date(visit.committedAt),
    counter: visit.counter,
    lines: visit.transactions.map(({ productName, legesCents }) => ({
      text: productName,
      cents: legesCents,
    })),
    totalCents,
    payment:
      method === 'cash'
        ? { method, ...given }
        : { method, ...(terminal && { cardReceipt: terminal.receipt }) },
    zaken: visit.transactions.map(({ productName, zaakIdentificatie }) => ({
      productName,
      zaakIdentificatie,
    })),
    ...(visit.transactions.some(({ closes }) => !closes) && {
      pickUpNote: 'U haalt uw document later op. Neem dan deze bon en uw identiteitsbewijs mee.',
    }),
  };
}
