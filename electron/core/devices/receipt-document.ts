import { amsterdamDay, amsterdamTime, formatDutchDate } from '../../../shared/domain/dates.ts';
import { formatEuro } from '../../../shared/domain/money.ts';
import type { PrintBlock, PrintDocument } from '../../../shared/domain/print-document.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { feed, line, row, rule } from './paper.ts';

export interface ReceiptFacts {
  readonly municipality: string;
  readonly location: string;
  readonly receiptNumber: string;
  readonly at: Date;
  readonly counter: number;
  readonly lines: readonly { readonly text: string; readonly cents: number }[];
  readonly totalCents: number;
  readonly payment: {
    readonly method: 'none' | 'cash' | 'card';
    readonly givenCents?: number;
    readonly changeCents?: number;
    /** What the payment terminal wants on the receipt. */
    readonly cardReceipt?: readonly string[];
  };
  readonly zaken: readonly { readonly productName: string; readonly zaakIdentificatie: string }[];
  readonly pickUpNote?: string;
}

function paymentBlocks({ payment, totalCents }: ReceiptFacts): PrintBlock[] {
  switch (payment.method) {
    case 'none':
      return [line('U hoefde niets te betalen.')];
    case 'card':
      return [
        row('Betaald met pin', formatEuro(totalCents)),
        ...(payment.cardReceipt ?? []).map((text) => line(text)),
      ];
    case 'cash': {
      if (payment.givenCents === undefined) return [row('Contant betaald', formatEuro(totalCents))];
      const change = payment.changeCents ?? 0;
      const rounding = payment.givenCents - change - totalCents;
      return [
        ...(rounding === 0 ? [] : [row('Afronding op 5 cent', formatEuro(rounding))]),
        row('Contant gekregen', formatEuro(payment.givenCents)),
        row('Terug', formatEuro(change)),
      ];
    }
    default:
      return assertNever(payment.method);
  }
}

/** The receipt: what was paid for, how, and the zaaknummers to ask about it. It does not say who the visitor is. */
export function receiptDocument(receipt: ReceiptFacts): PrintDocument {
  const { day, time } = { day: amsterdamDay(receipt.at), time: amsterdamTime(receipt.at) };
  return {
    blocks: [
      line(receipt.municipality, { align: 'center', bold: true }),
      line(receipt.location, { align: 'center' }),
      feed(1),
      row('Bon', receipt.receiptNumber),
      row(`${formatDutchDate(day)}, ${time} uur`, `Balie ${receipt.counter}`),
      rule,
      ...receipt.lines.map(({ text, cents }) => row(text, formatEuro(cents))),
      rule,
      row('Totaal', formatEuro(receipt.totalCents), true),
      ...paymentBlocks(receipt),
      ...receipt.zaken.flatMap(({ productName, zaakIdentificatie }) => [
        feed(1),
        line(productName, { bold: true }),
        line('Zaaknummer:'),
        // On a line of its own: with its name before it, it would not fit the narrowest paper of 42 letters.
        line(zaakIdentificatie),
      ]),
      ...(receipt.pickUpNote === undefined ? [] : [feed(1), line(receipt.pickUpNote)]),
      feed(1),
      line('Bewaar deze bon. Hebt u een vraag? Noem dan het zaaknummer.'),
    ].slice(0, 200),
  };
}
