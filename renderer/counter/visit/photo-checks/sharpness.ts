import type { Crop } from '../photo/passport-frame.ts';
import { PHOTO_MM } from '../photo/passport-frame.ts';
import type { Head } from './head.ts';
import { lumaAt, type Pixels } from './pixels.ts';

/** The size to which the eyes are brought before they are measured, so that a far and a near camera are judged alike. */
export const EYES_PX = { width: 256, height: 80 } as const;
const WIDTH_BY_FACE = 0.8;

/** The part of the picture, in its pixels, with both eyes. */
export function eyesCrop({ eyes, faceWidth }: Head, crop: Crop): Crop {
  const px = crop.width / PHOTO_MM.width;
  const width = faceWidth * WIDTH_BY_FACE * px;
  const height = (width * EYES_PX.height) / EYES_PX.width;
  return { x: crop.x + eyes.x * px - width / 2, y: crop.y + eyes.y * px - height / 2, width, height };
}

/**
 * How sharp the eyes are: the variance of the Laplacian by the variance of the lightness, so that contrast of skin and light
 * do not count. 0 for one plain colour; falls with blur until there is next to nothing left.
 */
export function sharpnessOf(eyes: Pixels): number {
  const { width, height } = eyes;
  const light = Float64Array.from({ length: width * height }, (_, index) => lumaAt(eyes, index));
  const at = (x: number, y: number): number => light[y * width + x] ?? 0;
  const edges: number[] = [];
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      edges.push(at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4 * at(x, y));
    }
  }
  return variance(edges) / (variance(light) + 1);
}

function variance(values: ArrayLike<number>): number {
  let [sum, squares] = [0, 0];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    sum += value;
    squares += value * value;
  }
  const count = Math.max(1, values.length);
  return squares / count - (sum / count) ** 2;
}
