import type { Payment, TransactionView } from '../../../shared/contract/visits.ts';
import type { StepData } from '../../../shared/domain/product.ts';
import { closesZaak } from '../../../shared/domain/product-rules.ts';
import type { AttachmentRecord, TransactionRecord } from '../records.ts';
import type { DraftAttachment } from './drafts.ts';

const EXTENSION: Readonly<Record<AttachmentRecord['formaat'], string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** Leges as the zaak carries them: euros with a comma, such as 83,87. */
function eurosText(cents: number): string {
  return `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
}

const METHOD: Readonly<Record<Payment['method'], string>> = { none: 'geen', cash: 'contant', card: 'pin' };

function formValue(steps: readonly { readonly data: StepData | null }[], field: string): string | undefined {
  for (const { data } of steps)
    if (data?.kind === 'form' && data.values[field]?.trim()) return data.values[field].trim();
  return undefined;
}

function eigenschappen(
  view: TransactionView,
  payment: Payment,
  ticketNumber: string | null,
): Record<string, string> {
  // A pick-up adds what was filled in; how the product was asked for stays as the first visit told it.
  const found: Record<string, string> = view.pickUpOf
    ? {}
    : {
        kanaal: 'balie',
        product: view.product.name,
        leges: eurosText(view.fee.cents),
        betaalwijze: view.fee.cents === 0 ? METHOD.none : METHOD[payment.method],
        leveringswijze: view.urgent ? 'spoed' : 'normaal',
        ...(ticketNumber && { volgnummer: ticketNumber }),
      };
  for (const [name, source] of Object.entries(view.product.eigenschappen)) {
    const value = 'constant' in source ? source.constant : formValue(view.steps, source.field);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

function attachmentRecords(
  view: TransactionView,
  attachments: readonly DraftAttachment[],
  zaak: string,
): AttachmentRecord[] {
  return attachments.flatMap(({ attachmentId, stepIndex, mime, bytes, sha256 }, at): AttachmentRecord[] => {
    const step = view.product.steps[stepIndex];
    const used = view.steps.find(({ index }) => index === stepIndex);
    if (!used || !step || !('informatieobjecttype' in step)) return [];
    const formaat = mime === 'application/pdf' || mime === 'image/png' ? mime : 'image/jpeg';
    const titel =
      step.kind === 'document' ? step.title : `${step.informatieobjecttype} ${view.product.shortName}`;
    const bestandsnaam = `${zaak}-${String(at + 1).padStart(2, '0')}.${EXTENSION[formaat]}`;
    return [
      {
        attachmentId,
        informatieobjecttype: step.informatieobjecttype,
        titel,
        bestandsnaam,
        formaat,
        bytes,
        sha256,
        ...(used.data?.kind === 'signature' && used.data.signed && { signed: used.data.signed }),
      },
    ];
  });
}

/** Makes the record of one product out of its draft. Pure. */
export function transactionRecord(input: {
  readonly view: TransactionView;
  readonly attachments: readonly DraftAttachment[];
  /** A number for the zaak, asked only for a new one. */
  readonly newZaak: () => string;
  readonly payment: Payment;
  readonly ticketNumber: string | null;
}): TransactionRecord {
  const { view, payment, ticketNumber } = input;
  const { product } = view;
  const zaak = view.pickUpOf ?? input.newZaak();
  return {
    transactionId: view.transactionId,
    zaakIdentificatie: zaak,
    kind: view.pickUpOf ? 'pickUp' : 'new',
    ...(view.pickUp?.holder === 'unknown' && { holderUnseen: true }),
    productId: product.id,
    productName: product.name,
    uplUri: product.upl?.uri ?? null,
    zaaktype: product.zaaktype,
    resultaattype: product.resultaattype,
    closes: closesZaak(product),
    eigenschappen: eigenschappen(view, payment, ticketNumber),
    legesCents: view.fee.cents,
    attachments: attachmentRecords(view, input.attachments, view.pickUpOf ? `${zaak}-U` : zaak),
  };
}
