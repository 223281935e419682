import { inflateSync } from 'node:zlib';

/** A picture in grey: one byte per pixel, row by row, 0 black to 255 white. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Samples per pixel by colour type: grey, colour, palette, grey with alpha, colour with alpha. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const LARGEST = 4000;

/**
 * Reads a PNG (ISO/IEC 15948) of any colour type and depth, on white where it is transparent. Throws an Error that says why
 * for what is no PNG, is damaged, interlaced, or larger than 4000 by 4000.
 */
export function readPngGrey(file: Buffer): Grey {
  const { header, data, palette, alpha } = chunksOf(file);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth = 0, type = 0, , , interlaced] = header.subarray(8);
  const channels = CHANNELS[type];
  if (channels === undefined || ![1, 2, 4, 8, 16].includes(depth)) throw new Error('it is damaged');
  if (interlaced !== 0) throw new Error('an interlaced PNG is not read');
  if (width === 0 || height === 0 || width > LARGEST || height > LARGEST) throw new Error('too large');
  if (type === 3 && !palette) throw new Error('the palette is missing');
  const stride = Math.ceil((width * channels * depth) / 8);
  const raw = inflateSync(data, { maxOutputLength: (stride + 1) * height });
  if (raw.length < (stride + 1) * height) throw new Error('it ends too early');
  const rows = unfiltered(raw, stride, height, Math.max(1, (channels * depth) >> 3));

  // Of 16 bits the upper 8 are more than enough for a printer.
  const top = depth === 16 ? 255 : 2 ** depth - 1;
  const sample = (y: number, index: number) => {
    if (depth === 16) return rows[y * stride + index * 2] ?? 0;
    const bit = index * depth;
    const byte = rows[y * stride + (bit >> 3)] ?? 0;
    return (byte >> (8 - depth - (bit & 7))) & top;
  };
  const greyAt = (x: number, y: number): number => {
    const at = (index: number) => sample(y, x * channels + index);
    if (type === 3) {
      const index = at(0);
      const [r = 0, g = 0, b = 0] = palette?.subarray(index * 3, index * 3 + 3) ?? [];
      return onWhite(luminance(r, g, b), alpha?.[index] ?? 255);
    }
    const scaled = (index: number) => (at(index) * 255) / top;
    const grey = channels < 3 ? scaled(0) : luminance(scaled(0), scaled(1), scaled(2));
    return onWhite(grey, channels % 2 === 0 ? scaled(channels - 1) : 255);
  };
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) pixels[y * width + x] = Math.round(greyAt(x, y));
  return { width, height, pixels };
}

/** ITU-R BT.601. */
const luminance = (r: number, g: number, b: number) => 0.299 * r + 0.587 * g + 0.114 * b;
const onWhite = (grey: number, alpha: number) => 255 - ((255 - grey) * alpha) / 255;

function chunksOf(file: Buffer) {
  if (!file.subarray(0, 8).equals(SIGNATURE)) throw new Error('it is not a PNG');
  const found = new Map<string, Buffer[]>();
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    found.set(name, [...(found.get(name) ?? []), file.subarray(at + 8, at + 8 + length)]);
    at += length + 12;
  }
  const header = found.get('IHDR')?.[0];
  const data = found.get('IDAT');
  if (!header || header.length < 13 || !data) throw new Error('it ends too early');
  return {
    header,
    data: Buffer.concat(data),
    palette: found.get('PLTE')?.[0],
    alpha: found.get('tRNS')?.[0],
  };
}

/** Takes the filter off each row (section 9.2); `step` is the bytes per pixel. */
function unfiltered(raw: Buffer, stride: number, height: number, step: number): Uint8Array {
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const a = x >= step ? rows[at - step]! : 0;
      const b = y > 0 ? rows[at - stride]! : 0;
      const c = x >= step && y > 0 ? rows[at - stride - step]! : 0;
      rows[at] = raw[y * (stride + 1) + 1 + x]! + predicted(filter, a, b, c);
    }
  }
  return rows;
}

function predicted(filter: number | undefined, a: number, b: number, c: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return a;
    case 2:
      return b;
    case 3:
      return (a + b) >> 1;
    case 4: {
      const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
      if (pa <= pb && pa <= pc) return a;
      return pb <= pc ? b : c;
    }
    default:
      throw new Error('it is damaged');
  }
}
