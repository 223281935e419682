import { createHash } from 'node:crypto';
import type {
  AttachmentRecord,
  CommittedVisit,
  PersonRecord,
  TransactionRecord,
} from '../../../electron/core/records.ts';

/** Suzanne Moulin of the official fictitious test persons. */
export const moulin: PersonRecord = {
  burgerservicenummer: '999993653',
  geslachtsnaam: 'Moulin',
  voorvoegsel: '',
  voornamen: 'Suzanne',
  voorletters: 'S.',
  geboortedatum: '1985-12-01',
  verified: true,
  documentNumber: null,
};

export const photo = new Uint8Array(4000).map((_, index) => (index * 31) % 256);

export const pasfoto: AttachmentRecord = {
  attachmentId: 'att-1',
  informatieobjecttype: 'Pasfoto',
  titel: 'Pasfoto paspoort',
  bestandsnaam: 'pasfoto-01.jpg',
  formaat: 'image/jpeg',
  bytes: photo.byteLength,
  sha256: createHash('sha256').update(photo).digest('hex'),
};

/** A product that is ready while the visitor waits, with two eigenschappen and one document. */
export function uittreksel(number = 1, changes: Partial<TransactionRecord> = {}): TransactionRecord {
  const serial = String(number).padStart(12, '0');
  return {
    transactionId: `6f1b2c3d-0000-4000-8000-${serial}`,
    zaakIdentificatie: `BALIE-W1-01KAR${serial.padStart(21, '0')}`,
    kind: 'new',
    productId: 'uittreksel-brp',
    productName: 'Uittreksel uit de BRP',
    uplUri: null,
    zaaktype: 'BALIE-UITTREKSEL',
    resultaattype: 'Verleend',
    closes: true,
    eigenschappen: { kanaal: 'balie', leges: '16,80' },
    legesCents: 1680,
    attachments: [{ ...pasfoto, informatieobjecttype: 'Uittreksel', titel: 'Uittreksel' }],
    ...changes,
  };
}

/** A product that the visitor comes back for, and the visit in which he does. */
export function paspoort(number: number, kind: 'new' | 'pickUp'): TransactionRecord {
  const base = uittreksel(number);
  return {
    ...base,
    kind,
    transactionId: kind === 'new' ? base.transactionId : base.transactionId.replace('6f1b2c3d', '7a7a7a7a'),
    productId: 'paspoort',
    productName: 'Paspoort',
    zaaktype: 'BALIE-PASPOORT',
    closes: kind === 'pickUp',
    eigenschappen: kind === 'new' ? { kanaal: 'balie' } : {},
    attachments: kind === 'new' ? [pasfoto] : [],
  };
}

export function visitOf(number: number, changes: Partial<CommittedVisit> = {}): CommittedVisit {
  return {
    visitId: `0d8f6a10-0000-4000-8000-${String(number).padStart(12, '0')}`,
    committedAt: '2026-11-23T08:55:30.000Z',
    startedAt: '2026-11-23T08:50:10.000Z',
    day: '2026-11-23',
    receiptNumber: `W1-${number}`,
    referentienummer: `001${String(number).padStart(7, '0')}`,
    workstation: 'W1',
    counter: 1,
    ticketNumber: 'U001',
    clerk: { staffId: 'staff-1', loginName: 'j.jansen', name: 'Joke Jansen' },
    person: moulin,
    outcome: 'inOneGo',
    note: '',
    payment: { method: 'card', totalCents: 1680 },
    transactions: [uittreksel(number)],
    ...changes,
  };
}
