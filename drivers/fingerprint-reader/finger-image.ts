import type { Picture } from '../raster/picture.ts';

/** Width and height by the number of bytes, at two pixels a byte; other numbers are no picture we know. */
const SIZES: ReadonlyMap<number, readonly [width: number, height: number]> = new Map([
  [36_864, [256, 288]],
  [18_432, [192, 192]],
]);

/** Ink of a ridge, as a share of full ink. */
const RIDGE = 128;

/** The picture that a module sent, 4 bits a pixel, high half first; undefined for an unknown size. Dark is ink. */
export function fingerPicture(bytes: Uint8Array): Picture | undefined {
  const size = SIZES.get(bytes.length);
  if (!size) return undefined;
  const [width, height] = size;
  const ink = new Uint8Array(width * height);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    ink[at * 2] = 255 - (byte >> 4) * 17;
    ink[at * 2 + 1] = 255 - (byte & 0x0f) * 17;
  }
  return { width, height, ink };
}

/**
 * An indication from 0 to 100 of how much can be made of the picture: contrast between its darkest and lightest pixels, times the
 * share of small squares in which ridges alternate. Our own measure: no NFIQ score (ISO/IEC 29794-4), which wants other images.
 */
export function fingerQuality({ width, height, ink }: Picture): number {
  const sorted = Uint8Array.from(ink).sort();
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const contrast = Math.min(1, (at(0.95) - at(0.05)) / 200);
  const SQUARE = 16;
  let squares = 0;
  let ridged = 0;
  for (let top = 0; top + SQUARE <= height; top += SQUARE)
    for (let left = 0; left + SQUARE <= width; left += SQUARE) {
      squares += 1;
      let dark = 0;
      for (let y = top; y < top + SQUARE; y += 1)
        for (let x = left; x < left + SQUARE; x += 1) if ((ink[y * width + x] ?? 0) >= RIDGE) dark += 1;
      const share = dark / (SQUARE * SQUARE);
      if (share > 0.2 && share < 0.8) ridged += 1;
    }
  return Math.round(100 * contrast * (ridged / squares));
}
