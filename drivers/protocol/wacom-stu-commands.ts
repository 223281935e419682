import type { Picture, Rect } from '../raster/picture.ts';
import { REPORT } from './wacom-stu.ts';

/** How a picture travels: one bit or 16 bits (RGB 565) per pixel. */
export type PadEncoding = '1bit' | '16bit';

const CODES: Readonly<Record<PadEncoding, number>> = { '1bit': 0x00, '16bit': 0x02 };
/** Data bytes of one image block over HID. */
const BLOCK = 253;

/** Left, top, right and bottom in pixels, each little-endian; right and bottom belong to it. */
function rectangle({ left, top, width, height }: Rect): number[] {
  return [left, top, left + width - 1, top + height - 1].flatMap((value) => [value & 0xff, value >> 8]);
}

/** The commands, as feature reports to set. */
export const stuCommand = {
  softReset: () => Uint8Array.of(REPORT.reset, 0),
  clearScreen: () => Uint8Array.of(REPORT.clearScreen, 0),
  clearArea: (area: Rect) => Uint8Array.of(REPORT.clearArea, 0, 1, ...rectangle(area)),
  inking: (on: boolean) => Uint8Array.of(REPORT.inking, on ? 1 : 0),
  inkArea: (area: Rect) => Uint8Array.of(REPORT.inkArea, ...rectangle(area)),
  /** Stored in the pad's flash memory: only when it differs. */
  backlight: (level: number) => Uint8Array.of(REPORT.backlight, level & 0xff, level >> 8),
  /** Pen reports with time and sequence number. */
  timedPen: () => Uint8Array.of(REPORT.penOptionSet, 3),
  startImage: (encoding: PadEncoding) => Uint8Array.of(REPORT.startImage, CODES[encoding]),
  showImage: () => Uint8Array.of(REPORT.endImage, 0),
  abandonImage: () => Uint8Array.of(REPORT.endImage, 1),
} as const;

/** The bytes of a picture. 1-bit: rows padded to bytes, left pixel first, 1 for white. 16-bit: grey as RGB 565, high byte first. */
export function encodePicture({ width, height, ink }: Picture, encoding: PadEncoding): Uint8Array {
  if (encoding === '16bit') {
    const bytes = new Uint8Array(width * height * 2);
    ink.forEach((value, at) => {
      const light = 255 - value;
      const colour = ((light >> 3) << 11) | ((light >> 2) << 5) | (light >> 3);
      bytes[at * 2] = colour >> 8;
      bytes[at * 2 + 1] = colour & 0xff;
    });
    return bytes;
  }
  const stride = Math.ceil(width / 8);
  const bytes = new Uint8Array(stride * height).fill(0xff);
  ink.forEach((value, at) => {
    if (value < 128) return;
    const [x, y] = [at % width, Math.floor(at / width)];
    bytes[y * stride + (x >> 3)]! &= ~(0x80 >> (x & 7));
  });
  return bytes;
}

/** The blocks in which the bytes of a picture are sent: its length little-endian, then the data, filled with zeros. */
export function imageBlocks(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / BLOCK) }, (_, at) => {
    const data = bytes.subarray(at * BLOCK, (at + 1) * BLOCK);
    const block = new Uint8Array(3 + BLOCK);
    block.set([REPORT.imageBlock, data.length & 0xff, data.length >> 8]);
    block.set(data, 3);
    return block;
  });
}
