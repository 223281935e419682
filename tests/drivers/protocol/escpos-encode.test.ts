import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escpos, findRealtimeSequence } from '../../../drivers/protocol/escpos-commands.ts';
import { encodeDocument, UnprintableDocument } from '../../../drivers/protocol/escpos-encode.ts';
import { type PaperItem, textOf } from '../../../drivers/simulators/paper/item.ts';
import { createPaperReader } from '../../../drivers/simulators/paper/reader.ts';
import { PrintDocument } from '../../../shared/domain/print-document.ts';
import { PAPER } from '../helpers/paper.ts';

const document = (...blocks: unknown[]) => PrintDocument.parse({ blocks });

/** What a printer makes of it; the interpreter was written from the reference, not from the encoder. */
function onPaper(bytes: Uint8Array): string[] {
  const items: PaperItem[] = [];
  readPaper(bytes, items);
  return items.map((item) => textOf(item) ?? '');
}

function readPaper(bytes: Uint8Array, items: PaperItem[]): void {
  const reader = createPaperReader({
    print: (item) => items.push(item),
    cut: () => {},
    processId: () => {},
    command: () => {},
    initialized: () => {},
  });
  for (const byte of bytes) reader.feed(byte);
}

test('a document comes out as its text, with euro, accents and typographic quotes', () => {
  const bytes = encodeDocument(
    document(
      { kind: 'text', text: 'Gemeente Súdwest-Fryslân', align: 'center', bold: true },
      { kind: 'text', text: '“coördinatie” – € 1,00' },
      { kind: 'columns', left: 'Paspoort', right: '€ 87,15' },
      { kind: 'rule' },
      { kind: 'qr', data: 'https://example.nl/a1' },
    ),
    PAPER,
  );
  const lines = onPaper(bytes).filter((line) => line !== '');
  expect(lines.map((line) => line.trim())).toEqual([
    'Gemeente Súdwest-Fryslân',
    '“coördinatie” – € 1,00',
    expect.stringMatching(/^Paspoort +€ 87,15$/),
    '-'.repeat(42),
    '[QR https://example.nl/a1]',
  ]);
  expect(lines[0]!.length - lines[0]!.trimStart().length).toBeGreaterThan(5);
});

test('one code page only, whatever is printed', () => {
  const bytes = encodeDocument(document({ kind: 'text', text: '€ ï ë ’ й 漢' }, { kind: 'rule' }), PAPER);
  const pages: number[] = [];
  bytes.forEach((byte, at) => byte === 0x1b && bytes[at + 1] === 0x74 && pages.push(bytes[at + 2]!));
  expect(new Set(pages)).toEqual(new Set([16]));
});

test('the page number follows the profile, and a page without euro prints EUR', () => {
  const text = document({ kind: 'text', text: 'Leges € 10 één' });
  const cp858 = encodeDocument(text, { ...PAPER, codePage: 'cp858', codePageNumber: 19 });
  expect(onPaper(cp858)).toContain('Leges € 10 één');
  const cp437 = encodeDocument(text, { ...PAPER, codePage: 'cp437', codePageNumber: 0 });
  expect(onPaper(cp437)).toContain('Leges EUR 10 één');
});

test('long lines wrap within the columns, also in double size and beside an amount', () => {
  const long = 'verlenging van de geldigheidsduur '.repeat(4).trim();
  const bytes = encodeDocument(
    document({ kind: 'text', text: long }, { kind: 'columns', left: long, right: '€ 1,00' }),
    PAPER,
  );
  for (const line of onPaper(bytes)) expect(line.length).toBeLessThanOrEqual(42);
  const double = encodeDocument(document({ kind: 'text', text: long, size: 2 }), PAPER);
  for (const line of onPaper(double)) expect(line.length).toBeLessThanOrEqual(21);
});

test('text cannot smuggle in commands: control characters never reach the printer', () => {
  const bytes = encodeDocument(
    document({ kind: 'text', text: 'a\u0010\u0014\u0008\u001b@\u001dV0b' }),
    PAPER,
  );
  expect(onPaper(bytes).join('')).toContain('a@V0b');
  expect(findRealtimeSequence(bytes)).toBe(-1);
});

test('a QR code with other than printable ASCII is refused by field', () => {
  expect(() => encodeDocument(document({ kind: 'rule' }, { kind: 'qr', data: 'é' }), PAPER)).toThrow(
    UnprintableDocument,
  );
  expect(() =>
    encodeDocument(document({ kind: 'rule' }, { kind: 'qr', data: 'a\u0010\u0004\u0001' }), PAPER),
  ).toThrow('blocks[1].data');
});

test('real-time sequences are found wherever they are', () => {
  expect(findRealtimeSequence(escpos.realtimeStatus(4))).toBe(0);
  expect(findRealtimeSequence(Uint8Array.of(0x41, ...escpos.clearBuffers()))).toBe(1);
  expect(findRealtimeSequence(Uint8Array.of(0x1b, 0x74, 0x10, 0x41))).toBe(-1);
});

test('any text prints without an unknown command, a real-time sequence or a throw', () => {
  const block = fc.oneof(
    fc.record({
      kind: fc.constant('text' as const),
      text: fc.string({ unit: 'binary', maxLength: 60 }),
      align: fc.constantFrom('left', 'center', 'right'),
      size: fc.integer({ min: 1, max: 8 }),
    }),
    fc.record({
      kind: fc.constant('columns' as const),
      left: fc.string({ unit: 'grapheme', maxLength: 60 }),
      right: fc.string({ maxLength: 50 }),
    }),
    fc.record({ kind: fc.constant('feed' as const), lines: fc.integer({ min: 1, max: 20 }) }),
  );
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
      const bytes = encodeDocument(document(...blocks), PAPER);
      expect(findRealtimeSequence(bytes)).toBe(-1);
      expect(onPaper(bytes).join('\n')).not.toContain('<unknown');
    }),
  );
});

/** 16 by 2 dots. */
const picture = (...rows: number[]) => ({
  kind: 'image',
  width: 16,
  height: rows.length / 2,
  rows: Buffer.from(rows).toString('base64'),
});

test('a picture stands where it belongs among the text', () => {
  const bytes = encodeDocument(
    document({ kind: 'text', text: 'voor' }, picture(0xff, 0, 0, 0xff), { kind: 'text', text: 'na één' }),
    PAPER,
  );
  expect(onPaper(bytes).filter((line) => line !== '')).toEqual(['voor', '[picture 16x2]', 'na één']);
});

test('a picture that is too wide, or for a printer without pictures, is left out', () => {
  const bytes = (profile: typeof PAPER) =>
    onPaper(encodeDocument(document(picture(1, 2), { kind: 'text', text: 'Bon' }), profile));
  expect(bytes({ ...PAPER, dots: 15 }).join('')).toBe('Bon');
  expect(bytes({ ...PAPER, images: false }).join('')).toBe('Bon');
});

test('a picture whose rows are not its size is no document', () => {
  expect(() => document({ ...picture(1, 2), height: 2 })).toThrow('not the size');
});

test('a printer without QR codes gets the data as text', () => {
  const bytes = encodeDocument(document({ kind: 'qr', data: 'A12' }), { ...PAPER, qr: false });
  expect(onPaper(bytes).join('')).toBe('A12');
});

test('dots that are a real-time command lose one dot, and nothing else changes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0x01, 0x02, 0x08), { minLength: 2, maxLength: 600 }),
      (dots) => {
        const rows = dots.length % 2 === 0 ? dots : dots.slice(1);
        const bytes = encodeDocument(document(picture(...rows)), PAPER);
        for (const second of [0x04, 0x05, 0x14])
          expect(Buffer.from(bytes).includes(Buffer.of(0x10, second))).toBe(false);
        const items: PaperItem[] = [];
        readPaper(bytes, items);
        const drawn = items.flatMap((item) => (item.kind === 'raster' ? [...item.dots.rows] : []));
        expect(drawn).toHaveLength(rows.length);
        drawn.forEach((byte, at) => expect([0, 0x02]).toContain(byte ^ rows[at]!));
      },
    ),
  );
});
