import { expect, test } from 'vitest';
import { type TicketFacts, ticketDocument } from '../../../electron/core/devices/ticket-document.ts';
import { PrintDocument } from '../../../shared/domain/print-document.ts';

const ticket = {
  municipality: 'Gemeente Voorbeeld',
  location: 'Stadhuis',
  number: 'P012',
  groupName: 'Paspoort en ID-kaart',
  issuedAt: new Date('2026-11-23T09:05:00.000Z'),
  waitingBefore: 4,
  expected: { fromMinutes: 10, toMinutes: 20 } as TicketFacts['expected'],
  persons: 1,
  bring: [] as readonly string[],
  page: null as string | null,
};

function texts(change: Partial<typeof ticket> = {}): string[] {
  return ticketDocument({ ...ticket, ...change }).blocks.flatMap((block) =>
    block.kind === 'text' ? [block.text] : [],
  );
}

test('the ticket says where, which number, how many wait, and when in Dutch time', () => {
  expect(texts()).toEqual([
    'Gemeente Voorbeeld',
    'Stadhuis',
    'Uw nummer',
    'P012',
    'Paspoort en ID-kaart',
    'Er wachten 4 personen voor u.',
    'Wachttijd: 10 tot 20 minuten.',
    'Kijk op het scherm. Daar ziet u wanneer u aan de beurt bent en naar welke balie u gaat.',
    '23 november 2026, 10:05 uur',
  ]);
  expect(PrintDocument.parse(ticketDocument(ticket))).toEqual(ticketDocument(ticket));
});

test.each([
  [0, 'Er wacht niemand voor u.'],
  [1, 'Er wacht 1 persoon voor u.'],
  [12, 'Er wachten 12 personen voor u.'],
])('with %i before: "%s"', (waitingBefore, text) => {
  expect(texts({ waitingBefore })).toContain(text);
});

test.each([
  [{ fromMinutes: 0, toMinutes: 5 }, 'Wachttijd: hooguit 5 minuten.'],
  [null, 'Wachttijd: onbekend.'],
])('with a wait of %o: "%s"', (expected, text) => {
  expect(texts({ expected })).toContain(text);
});

test.each([
  ['P012', 8],
  ['P1000', 6],
])('number %s is as large as the narrowest paper holds', (number, size) => {
  expect(ticketDocument({ ...ticket, number }).blocks).toContainEqual(
    expect.objectContaining({ text: number, size }),
  );
});

test('it says what to bring, when there is something to bring', () => {
  const lines = texts({ bring: ['uw oude paspoort', 'een pasfoto'] });
  expect(lines.slice(-4, -1)).toEqual(['Houd klaar:', '- uw oude paspoort', '- een pasfoto']);
});

test('it says for how many it is, when they are more than one', () => {
  expect(texts({ persons: 3 })).toContain('Voor 3 personen');
  expect(texts({}).join(' ')).not.toMatch(/Voor \d/);
});

test('the code on the ticket leads to the page of the visitor; without a page there is no code', () => {
  const page = 'https://hal.test/w/Zx3-abcdefghijklmnop_9';
  const codes = (change: Partial<typeof ticket>) =>
    ticketDocument({ ...ticket, ...change }).blocks.filter(({ kind }) => kind === 'qr');
  expect(codes({ page })).toEqual([{ kind: 'qr', data: page }]);
  expect(texts({ page })).toContain('Scan de code: zie op uw telefoon hoe lang het duurt.');
  expect(codes({})).toEqual([]);
});
