import { expect, test } from 'vitest';
import { type ReceiptFacts, receiptDocument } from '../../../electron/core/devices/receipt-document.ts';
import { receiptOfVisit } from '../../../electron/core/devices/receipt-of-visit.ts';
import type { CommittedVisit, TransactionRecord } from '../../../electron/core/records.ts';
import { PrintDocument } from '../../../shared/domain/print-document.ts';
import { hallConfig } from '../hall/config.ts';

const facts: ReceiptFacts = {
  municipality: 'Gemeente Voorbeeld',
  location: 'Stadhuis',
  receiptNumber: 'B1-20261123-0007',
  at: new Date('2026-11-23T09:12:00.000Z'),
  counter: 3,
  lines: [
    { text: 'Uittreksel', cents: 1763 },
    { text: 'Verklaring', cents: 4185 },
  ],
  totalCents: 5948,
  payment: { method: 'cash', givenCents: 6000, changeCents: 50 },
  zaken: [{ productName: 'Uittreksel', zaakIdentificatie: 'WM-B1-01KB' }],
};

function written(receipt: ReceiptFacts): string[] {
  return PrintDocument.parse(receiptDocument(receipt)).blocks.flatMap((block) => {
    if (block.kind === 'text') return [block.text];
    return block.kind === 'columns' ? [`${block.left} | ${block.right}`.replaceAll('\u00a0', ' ')] : [];
  });
}

test('a cash receipt tells lines, total, rounding, what was given and what went back', () => {
  expect(written(facts)).toEqual([
    'Gemeente Voorbeeld',
    'Stadhuis',
    'Bon | B1-20261123-0007',
    '23 november 2026, 10:12 uur | Balie 3',
    'Uittreksel | € 17,63',
    'Verklaring | € 41,85',
    'Totaal | € 59,48',
    'Afronding op 5 cent | € 0,02',
    'Contant gekregen | € 60,00',
    'Terug | € 0,50',
    'Uittreksel',
    'Zaaknummer:',
    'WM-B1-01KB',
    'Bewaar deze bon. Hebt u een vraag? Noem dan het zaaknummer.',
  ]);
});

test('without rounding there is no line about it', () => {
  const exact = {
    ...facts,
    totalCents: 5950,
    payment: { method: 'cash', givenCents: 6000, changeCents: 50 },
  } as const;
  expect(written(exact).some((text) => text.startsWith('Afronding'))).toBe(false);
});

test('a card payment and a free visit each say how it was paid', () => {
  expect(written({ ...facts, payment: { method: 'card' } })).toContain('Betaald met pin | € 59,48');
  expect(written({ ...facts, lines: [], totalCents: 0, payment: { method: 'none' } })).toContain(
    'U hoefde niets te betalen.',
  );
});

test('a note about picking up stands before the closing line', () => {
  expect(written({ ...facts, pickUpNote: 'Ophalen na 5 werkdagen.' }).slice(-2)).toEqual([
    'Ophalen na 5 werkdagen.',
    'Bewaar deze bon. Hebt u een vraag? Noem dan het zaaknummer.',
  ]);
});

test('long names and many products still make a document that a printer takes', () => {
  const lines = Array.from({ length: 300 }, () => ({ text: 'x'.repeat(900), cents: 1 }));
  expect(() => written({ ...facts, lines })).not.toThrow();
});

const transaction: TransactionRecord = {
  transactionId: 't1',
  zaakIdentificatie: 'WM-B1-01KB',
  kind: 'new',
  productId: 'rijbewijs',
  productName: 'Rijbewijs',
  uplUri: null,
  zaaktype: 'RIJBEWIJS',
  resultaattype: 'Verstrekt',
  closes: false,
  eigenschappen: {},
  legesCents: 5133,
  attachments: [],
};

const visit: CommittedVisit = {
  visitId: 'bezoek-1',
  committedAt: '2026-11-23T09:12:00.000Z',
  startedAt: '2026-11-23T09:00:00.000Z',
  day: '2026-11-23',
  receiptNumber: 'B1-20261123-0007',
  referentienummer: '1000000007',
  workstation: 'B1',
  counter: 3,
  ticketNumber: 'A001',
  clerk: { staffId: 'medewerker-1', loginName: 'balie', name: 'Balie' },
  person: {
    burgerservicenummer: '999990019',
    geslachtsnaam: 'Bultenaar',
    voorvoegsel: '',
    voornamen: 'Erebos',
    voorletters: 'E.',
    geboortedatum: null,
    verified: true,
    documentNumber: 'SPECI2021',
  },
  outcome: 'pickUpNeeded',
  note: 'Notitie van de balie',
  payment: { method: 'cash', totalCents: 5133 },
  transactions: [transaction],
};

test('the receipt of a visit follows from what was committed', () => {
  expect(receiptOfVisit(hallConfig(), visit, 865)).toMatchObject({
    lines: [{ text: 'Rijbewijs', cents: 5133 }],
    totalCents: 5133,
    payment: { method: 'cash', givenCents: 6000, changeCents: 865 },
    zaken: [{ productName: 'Rijbewijs', zaakIdentificatie: 'WM-B1-01KB' }],
    pickUpNote: expect.stringContaining('later op'),
  });
  const closed = { ...visit, transactions: [{ ...transaction, closes: true }] };
  expect(receiptOfVisit(hallConfig(), closed, 0).pickUpNote).toBeUndefined();
});

test('nothing on the receipt says who the visitor is', () => {
  const paper = JSON.stringify(receiptDocument(receiptOfVisit(hallConfig(), visit, 865)));
  for (const personal of ['999990019', 'Bultenaar', 'Erebos', 'SPECI2021', 'Notitie'])
    expect(paper).not.toContain(personal);
});
