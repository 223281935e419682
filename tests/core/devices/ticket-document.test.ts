import { expect, test } from 'vitest';
import { type TicketFacts, ticketDocument } from '../../../electron/core/devices/ticket-document.ts';
import { paperLanguages } from '../../../electron/core/devices/ticket-texts.ts';
import { PrintDocument } from '../../../shared/domain/print-document.ts';

const ticket = {
  municipality: 'Gemeente Voorbeeld',
  location: 'Stadhuis',
  number: 'P012',
  groupName: 'Paspoort en ID-kaart',
  issuedAt: new Date('2026-11-23T09:05:00.000Z'),
  appointmentAt: null as Date | null,
  waitingBefore: 4 as number | null,
  expected: { fromMinutes: 10, toMinutes: 20 } as TicketFacts['expected'],
  persons: 1,
  languages: ['nl'] as TicketFacts['languages'],
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

test('for who reads another language: his own where a printer has its letters, else Dutch and English', () => {
  expect(texts({ languages: paperLanguages('de'), persons: 2, bring: ['alter Pass'] })).toEqual([
    'Gemeente Voorbeeld',
    'Stadhuis',
    'Ihre Nummer',
    'P012',
    'Paspoort en ID-kaart',
    'Für 2 Personen',
    'Vor Ihnen warten 4 Personen.',
    'Wartezeit: 10 bis 20 Minuten.',
    'Achten Sie auf den Bildschirm: Er zeigt, wann Sie an der Reihe sind und an welchem Schalter.',
    'Halten Sie bereit:',
    '- alter Pass',
    '23. November 2026, 10:05 Uhr',
  ]);
  expect(texts({ languages: paperLanguages('en') })).toContain('Wait: 10 to 20 minutes.');
  expect(texts({ languages: paperLanguages('uk') })).toEqual(
    expect.arrayContaining([
      'Uw nummer',
      'Your number',
      'Wachttijd: 10 tot 20 minuten.',
      'Wait: 10 to 20 minutes.',
    ]),
  );
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

test('who has an appointment reads its time, in each language of his paper, and no count or wait', () => {
  const change = { appointmentAt: new Date('2026-11-23T09:20:00.000Z'), waitingBefore: null, expected: null };
  expect(texts(change).slice(4, 7)).toEqual([
    'Paspoort en ID-kaart',
    'Uw afspraak is om 10:20.',
    'Kijk op het scherm. Daar ziet u wanneer u aan de beurt bent en naar welke balie u gaat.',
  ]);
  expect(texts({ ...change, languages: paperLanguages('de') })).toContain('Ihr Termin ist um 10:20 Uhr.');
  expect(texts({ ...change, languages: paperLanguages('uk') })).toEqual(
    expect.arrayContaining(['Uw afspraak is om 10:20.', 'Your appointment is at 10:20.']),
  );
});

test('who is called before others reads no count or wait', () => {
  expect(texts({ waitingBefore: null, expected: null }).join(' ')).not.toMatch(/wacht/i);
});
