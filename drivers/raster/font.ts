import { inflateRawSync } from 'node:zlib';
import { FIXED_10X20, FIXED_8X13, RANGES } from './font-data.ts';
import type { Picture } from './picture.ts';

/** A fixed-width bitmap font: Latin with every accent of Dutch names (Latin-1, Latin Extended-A), euro and quotes. */
export interface Font {
  /** Size of a cell in pixels. */
  readonly width: number;
  readonly height: number;
  /** The pixels of a character, row by row, 1 for ink. What the font does not have is drawn as its base letter, or as ?. */
  glyph(character: string): Uint8Array;
}

const PLACES: ReadonlyMap<string, number> = new Map(
  RANGES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)),
  ).map((character, at) => [character, at]),
);

function font(width: number, height: number, data: readonly string[]): Font {
  const bits = inflateRawSync(Buffer.from(data.join(''), 'base64'));
  const size = width * height;
  return {
    width,
    height,
    glyph(character) {
      const first = (PLACES.get(replacement(character)) ?? 0) * size;
      return Uint8Array.from({ length: size }, (_, at) => {
        const bit = first + at;
        return ((bits[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
      });
    },
  };
}

function replacement(character: string): string {
  if (PLACES.has(character)) return character;
  if (/^\s$/.test(character)) return ' ';
  const base = character.normalize('NFD').slice(0, 1);
  return PLACES.has(base) ? base : '?';
}

/** 8 by 13 pixels: readable from about 100 pixels per inch. */
export const smallFont = font(8, 13, FIXED_8X13);
/** 10 by 20 pixels. */
export const largeFont = font(10, 20, FIXED_10X20);

/** The characters as the fonts see them: one cell each. */
export function cells(text: string): string[] {
  return [...text.normalize('NFC')];
}

/** Draws one line of text with its top left corner at (left, top); each pixel of the font becomes `scale` by `scale`. */
export function drawText(
  picture: Picture,
  text: string,
  left: number,
  top: number,
  style: { readonly font: Font; readonly scale?: number; readonly ink?: number },
): void {
  const {
    font: { width, height, glyph },
    scale = 1,
    ink = 255,
  } = style;
  cells(text).forEach((character, at) => {
    const pixels = glyph(character);
    const x0 = left + at * width * scale;
    for (let y = 0; y < height * scale; y += 1) {
      for (let x = 0; x < width * scale; x += 1) {
        if (pixels[Math.floor(y / scale) * width + Math.floor(x / scale)] === 0) continue;
        const [column, row] = [x0 + x, top + y];
        if (column >= 0 && column < picture.width && row >= 0 && row < picture.height)
          picture.ink[row * picture.width + column] = ink;
      }
    }
  });
}

/** Breaks text at spaces into lines of at most `columns` cells; a longer word is cut. */
export function wrapText(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  const push = () => {
    lines.push(line.join(''));
    line = [];
  };
  for (const word of text.trim().split(/\s+/)) {
    let letters = cells(word);
    if (line.length > 0) {
      if (line.length + 1 + letters.length > columns) push();
      else line.push(' ');
    }
    for (; letters.length > columns; letters = letters.slice(columns)) {
      line = letters.slice(0, columns);
      push();
    }
    line.push(...letters);
  }
  push();
  return lines;
}
