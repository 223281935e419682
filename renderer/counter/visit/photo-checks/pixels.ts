import { PHOTO_MM } from '../photo/passport-frame.ts';

/** A picture as a canvas gives it: red, green, blue and alpha of each pixel, row by row. */
export interface Pixels {
  readonly data: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
}

/** Mean red, green and blue (0 to 255) of a square of the photo, with the place of its middle in millimetres. */
export interface Cell {
  readonly x: number;
  readonly y: number;
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** Lightness, 0 to 255, by the weights of ITU-R BT.601 that JPEG uses. */
export function luma(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** Lightness of pixel number `index`. */
export function lumaAt({ data }: Pixels, index: number): number {
  return luma(data[index * 4] ?? 0, data[index * 4 + 1] ?? 0, data[index * 4 + 2] ?? 0);
}

/** The photo in squares of one millimetre, in which the noise of a camera is gone. */
export function cellsOf(photo: Pixels): readonly Cell[] {
  const side = photo.width / PHOTO_MM.width;
  const cells: Cell[] = [];
  for (let y = 0; y < PHOTO_MM.height; y += 1) {
    for (let x = 0; x < PHOTO_MM.width; x += 1) cells.push(cellAt(photo, side, x, y));
  }
  return cells;
}

function cellAt({ data, width, height }: Pixels, side: number, x: number, y: number): Cell {
  const right = Math.min(width, Math.round((x + 1) * side));
  const bottom = Math.min(height, Math.round((y + 1) * side));
  let [red, green, blue, count] = [0, 0, 0, 0];
  for (let row = Math.round(y * side); row < bottom; row += 1) {
    for (let column = Math.round(x * side); column < right; column += 1) {
      const index = (row * width + column) * 4;
      red += data[index] ?? 0;
      green += data[index + 1] ?? 0;
      blue += data[index + 2] ?? 0;
      count += 1;
    }
  }
  const by = Math.max(1, count);
  return { x: x + 0.5, y: y + 0.5, red: red / by, green: green / by, blue: blue / by };
}

/** The value below which `part` (0 to 1) of the values lie; NaN of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * part)] ?? Number.NaN;
}
