import { readFileSync } from 'node:fs';
import type { PrintBlock, PrintDocument } from '../../../shared/domain/print-document.ts';
import type { Log } from '../ports.ts';
import { type Grey, readPngGrey } from './png-grey.ts';

/** Fits the narrowest paper (58 mm, 384 dots), and leaves the receipt short. */
const BOX = { width: 384, height: 160 } as const;
/** What a print document may hold. */
const MOST_BLOCKS = 200;

/**
 * Puts the municipality's logo above what is printed. The file is read once, at the first paper; one that can't be read is
 * logged and left out, for a receipt without its logo is still a receipt.
 */
export function createLetterhead(file: string | null, log: Log): (document: PrintDocument) => PrintDocument {
  let logo: PrintBlock | null | undefined;
  return (document) => {
    if (logo === undefined) logo = file === null ? null : readLogo(file, log);
    return logo === null ? document : { blocks: [logo, ...document.blocks].slice(0, MOST_BLOCKS) };
  };
}

function readLogo(file: string, log: Log): PrintBlock | null {
  try {
    return logoBlock(readFileSync(file));
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    log.warn('devices.logoNotPrinted', { why: why.slice(0, 100) });
    return null;
  }
}

/** A PNG as dots for a receipt printer: made smaller to fit 384 by 160, never larger, and dithered. Throws as readPngGrey. */
export function logoBlock(png: Buffer): PrintBlock {
  const { width, height, pixels } = fitted(readPngGrey(png));
  return {
    kind: 'image',
    width,
    height,
    rows: Buffer.from(dithered(width, height, Float64Array.from(pixels))).toString('base64'),
  };
}

/** Each pixel is the mean of those it stands for. */
function fitted(grey: Grey): Grey {
  const scale = Math.max(1, grey.width / BOX.width, grey.height / BOX.height);
  if (scale === 1) return grey;
  const width = Math.max(1, Math.floor(grey.width / scale));
  const height = Math.max(1, Math.floor(grey.height / scale));
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.floor(y * scale), Math.min(grey.height, Math.ceil((y + 1) * scale))];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.floor(x * scale), Math.min(grey.width, Math.ceil((x + 1) * scale))];
      let sum = 0;
      for (let row = top; row < bottom; row += 1)
        for (let column = left; column < right; column += 1)
          sum += grey.pixels[row * grey.width + column] ?? 255;
      pixels[y * width + x] = Math.round(sum / ((bottom - top) * (right - left)));
    }
  }
  return { width, height, pixels };
}

/** Floyd and Steinberg (1976): what a dot is too light or too dark goes to those right of and below it. */
function dithered(width: number, height: number, pixels: Float64Array): Uint8Array {
  const stride = Math.ceil(width / 8);
  const rows = new Uint8Array(stride * height);
  const spread = (x: number, y: number, error: number) => {
    if (x >= 0 && x < width && y < height) pixels[y * width + x] = (pixels[y * width + x] ?? 0) + error;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const value = pixels[y * width + x] ?? 255;
      const black = value < 128;
      if (black) rows[y * stride + (x >> 3)] = rows[y * stride + (x >> 3)]! | (0x80 >> (x & 7));
      const error = value - (black ? 0 : 255);
      spread(x + 1, y, (error * 7) / 16);
      spread(x - 1, y + 1, (error * 3) / 16);
      spread(x, y + 1, (error * 5) / 16);
      spread(x + 1, y + 1, error / 16);
    }
  }
  return rows;
}
