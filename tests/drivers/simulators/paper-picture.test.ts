import fc from 'fast-check';
import jsqr from 'jsqr';
import { expect, test } from 'vitest';
import { encodeDocument } from '../../../drivers/protocol/escpos-encode.ts';
import type { Picture } from '../../../drivers/raster/picture.ts';
import type { PaperItem } from '../../../drivers/simulators/paper/item.ts';
import { drawPaper } from '../../../drivers/simulators/paper/picture.ts';
import { createPaperReader } from '../../../drivers/simulators/paper/reader.ts';
import { PrintDocument } from '../../../shared/domain/print-document.ts';
import { PAPER } from '../helpers/paper.ts';

/** What the bytes put on paper, from top to bottom. */
function itemsOf(bytes: Uint8Array, width?: number): PaperItem[] {
  const items: PaperItem[] = [];
  const nothing = () => {};
  const reader = createPaperReader(
    {
      print: (item) => items.push(item),
      cut: nothing,
      processId: nothing,
      command: nothing,
      initialized: nothing,
    },
    width,
  );
  for (const byte of bytes) reader.feed(byte);
  return items;
}

const printed = (...blocks: unknown[]) =>
  drawPaper(itemsOf(encodeDocument(PrintDocument.parse({ blocks }), PAPER)), 512);

/** Rows and columns between which there is ink. */
function inkBox({ width, height, ink }: Picture) {
  const box = { left: width, right: 0, top: height, bottom: 0 };
  ink.forEach((value, at) => {
    if (value === 0) return;
    const [x, y] = [at % width, Math.floor(at / width)];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  });
  return box;
}

function scan({ width, height, ink }: Picture): string | undefined {
  const rgba = new Uint8ClampedArray(width * height * 4);
  ink.forEach((value, at) => rgba.set([255 - value, 255 - value, 255 - value, 255], at * 4));
  return jsqr(rgba, width, height)?.data;
}

test.each([
  ['a ticket number', 'A12'],
  ['a web address', 'https://example.nl/zaak/B1-ZAAK-01KAR0000000000000000000001'],
  ['300 letters', 'x'.repeat(300)],
])('a QR code of %s is read from the paper', (_, data) => {
  const paper = printed({ kind: 'text', text: 'Scan mij' }, { kind: 'qr', data });
  expect(scan(paper)).toBe(data);
});

test('a QR code stands in the middle', () => {
  const { left, right } = inkBox(printed({ kind: 'qr', data: 'A12' }));
  expect(Math.abs(left - 24 - (512 + 24 - right))).toBeLessThanOrEqual(2);
});

test('a letter of size 4 is four times as high and wide, and bold is heavier', () => {
  const box = (size: number, bold = false) => {
    const picture = printed({ kind: 'text', text: 'H', size, bold });
    const { left, right, top, bottom } = inkBox(picture);
    return {
      wide: right - left + 1,
      high: bottom - top + 1,
      ink: picture.ink.filter((value) => value > 0).length,
    };
  };
  expect([box(4).wide, box(4).high]).toEqual([box(1).wide * 4, box(1).high * 4]);
  expect(box(1, true).ink).toBeGreaterThan(box(1).ink);
});

test('left, centre and right are where they should be', () => {
  const leftOf = (align: string) => inkBox(printed({ kind: 'text', text: 'Balie', align })).left;
  expect(leftOf('left')).toBeLessThan(24 + 12);
  expect(leftOf('center')).toBeGreaterThan(24 + 200);
  expect(leftOf('right')).toBeGreaterThan(24 + 420);
});

test('accents, euro and quotes are drawn as themselves', () => {
  const drawn = (text: string) => Buffer.from(printed({ kind: 'text', text }).ink).toString('base64');
  const letters = ['?', 'e', 'é', 'ë', '€', '“', '’', '–', 'ï'];
  expect(new Set(letters.map(drawn)).size).toBe(letters.length);
});

test('letters beyond the edge go on at the next line', () => {
  const items = itemsOf(Buffer.from(`${'x'.repeat(50)}\n`), 512);
  expect(items.map((item) => item.kind === 'line' && item.runs[0]?.text.length)).toEqual([42, 8]);
});

test('both families of raster images put their dots on the paper', () => {
  const rows = [0b1111_0000, 0b1000_0000];
  const direct = [0x1d, 0x76, 0x30, 0x00, 1, 0, 2, 0, ...rows];
  const stored = [0x1d, 0x28, 0x4c, 12, 0, 0x30, 0x70, 0x30, 1, 1, 0x31, 8, 0, 2, 0, ...rows];
  const print = [0x1d, 0x28, 0x4c, 2, 0, 0x30, 0x32];
  const inkOf = (bytes: number[]) => {
    const { width, ink } = drawPaper(itemsOf(Uint8Array.from(bytes)), 512);
    return [...ink.keys()]
      .filter((at) => ink[at] !== 0)
      .map((at) => [(at % width) - 24, Math.floor(at / width) - 24]);
  };
  const expected = [0, 1, 2, 3].map((x) => [x, 0]).concat([[0, 1]]);
  expect(inkOf(direct)).toEqual(expected);
  expect(inkOf([...stored, ...print])).toEqual(expected);
});

test('any bytes at all: no throw, and a paper of some size', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const { width, height, ink } = drawPaper(itemsOf(bytes, 512).slice(0, 20), 512);
      expect(ink).toHaveLength(width * height);
    }),
    { numRuns: 50 },
  );
});

test('a raster image in double size takes four dots for one', () => {
  const picture = drawPaper(itemsOf(Uint8Array.of(0x1d, 0x76, 0x30, 0x03, 1, 0, 1, 0, 0x80)), 512);
  expect(picture.ink.filter((value) => value > 0)).toHaveLength(4);
});
