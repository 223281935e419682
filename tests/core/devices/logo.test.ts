import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { logoBlock } from '../../../electron/core/devices/logo.ts';
import { readPngGrey } from '../../../electron/core/devices/png-grey.ts';
import { encodePng } from '../../../drivers/raster/png.ts';
import { aReceipt, keptDocument, openDevices } from './bench.ts';

/** A PNG from its parts; `rows` with the filter byte in front of each. */
function png(
  [width, height, depth, type, interlace = 0]: readonly number[],
  rows: readonly number[],
  extra: Readonly<Record<string, readonly number[]>> = {},
): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width ?? 0, 0);
  header.writeUInt32BE(height ?? 0, 4);
  header.set([depth ?? 0, type ?? 0, 0, 0, interlace], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...Object.entries(extra).map(([name, data]) => chunk(name, Buffer.from(data))),
    chunk('IDAT', deflateSync(Buffer.from(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const pixels = (file: Buffer) => [...readPngGrey(file).pixels];

test.each([
  ['grey of 8 bits', png([2, 1, 8, 0], [0, 0, 200]), [0, 200]],
  ['grey of 1 bit', png([3, 1, 1, 0], [0, 0b0100_0000]), [0, 255, 0]],
  ['grey of 4 bits', png([2, 1, 4, 0], [0, 0x0f]), [0, 255]],
  ['colour', png([2, 1, 8, 2], [0, 255, 255, 255, 255, 0, 0]), [255, 76]],
  ['colour with alpha', png([2, 1, 8, 6], [0, 0, 0, 0, 0, 0, 0, 0, 255]), [255, 0]],
  ['colour of 16 bits with alpha', png([1, 1, 16, 6], [0, 90, 1, 90, 2, 90, 3, 255, 255]), [90]],
  ['grey with alpha', png([1, 1, 8, 4], [0, 0, 128]), [127]],
  [
    'a palette',
    png([3, 1, 2, 3], [0, 0b00_01_10_00], { PLTE: [0, 0, 0, 255, 255, 255, 0, 0, 0], tRNS: [255, 255, 0] }),
    [0, 255, 255],
  ],
] as const)('%s is read', (_, file, expected) => {
  expect(pixels(file)).toEqual(expected);
});

test('every filter of the rows is taken off', () => {
  const rows = [0, 10, 20, 1, 10, 10, 2, 5, 5, 3, 10, 10, 4, 1, 1];
  expect(pixels(png([2, 5, 8, 0], rows))).toEqual([10, 20, 10, 20, 15, 25, 17, 31, 18, 32]);
});

test.each([
  ['no PNG', Buffer.from('GIF89a'), 'not a PNG'],
  ['interlaced', png([1, 1, 8, 0, 1], [0, 0]), 'interlaced'],
  ['of a depth that is not there', png([1, 1, 3, 0], [0, 0]), 'damaged'],
  ['cut off', png([2, 2, 8, 0], [0, 0, 0]), 'ends too early'],
  ['without its palette', png([1, 1, 8, 3], [0, 0]), 'palette'],
  ['enormous', png([5000, 1, 8, 0], [0]), 'too large'],
] as const)('a picture that is %s is refused by reason', (_, file, why) => {
  expect(() => readPngGrey(file)).toThrow(why);
});

function dotsOf(block: ReturnType<typeof logoBlock>) {
  if (block.kind !== 'image') throw new Error('no image');
  const rows = Buffer.from(block.rows, 'base64');
  const black = [...rows].reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
  return { ...block, black };
}

test('a large logo is made to fit and keeps its shape; a small one stays as it is', () => {
  const sized = (width: number, height: number) => {
    const block = logoBlock(encodePng({ width, height, ink: new Uint8Array(width * height) }));
    return [dotsOf(block).width, dotsOf(block).height, dotsOf(block).black];
  };
  expect(sized(1600, 200)).toEqual([384, 48, 0]);
  expect(sized(500, 1000)).toEqual([80, 160, 0]);
  expect(sized(40, 20)).toEqual([40, 20, 0]);
});

test('grey becomes as many black dots as it is dark', () => {
  for (const share of [0.25, 0.5, 0.75]) {
    const ink = new Uint8Array(80 * 80).fill(Math.round(255 * share));
    const { black } = dotsOf(logoBlock(encodePng({ width: 80, height: 80, ink })));
    expect(Math.abs(black / 6400 - share)).toBeLessThan(0.02);
  }
});

function logoFile(content: Buffer): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'waarmee-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'logo.png');
  writeFileSync(file, content);
  return file;
}

test('the logo stands above each paper on its way to the printer, and not in the store', () => {
  const file = logoFile(png([8, 1, 1, 0], [0, 0b1010_1010]));
  const bench = openDevices({ logoFile: file });
  const jobId = bench.devices.print(aReceipt());
  const [sent] = bench.link.prints();
  expect(sent?.document.blocks).toEqual([
    { kind: 'image', width: 8, height: 1, rows: Buffer.of(0b0101_0101).toString('base64') },
    ...aReceipt().document.blocks,
  ]);
  expect(String(keptDocument(bench, jobId))).not.toContain('image');
  rmSync(file);
  bench.link.answer('confirmed');
  bench.devices.print(aReceipt('twee'));
  expect(bench.link.prints().at(-1)?.document.blocks).toHaveLength(2);
});

test('a logo that cannot be read is logged once, and the receipt comes without it', () => {
  const bench = openDevices({ logoFile: '/nergens/logo.png' });
  bench.devices.print(aReceipt());
  bench.link.answer('confirmed');
  bench.devices.print(aReceipt('twee'));
  expect(bench.link.prints().map(({ document }) => document.blocks.length)).toEqual([1, 1]);
  expect(bench.log.lines.filter((line) => line.event === 'devices.logoNotPrinted')).toHaveLength(1);
});
