import type { Crop } from '../photo/passport-frame.ts';

/** The part of the pixels (RGBA) that holds ink, with a margin inside the picture; undefined when all is transparent. */
export function inkBounds(
  { data, width, height }: Pick<ImageData, 'data' | 'width' | 'height'>,
  margin: number,
): Crop | undefined {
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (data[(y * width + x) * 4 + 3] === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  if (right < 0) return undefined;
  const x = Math.max(0, left - margin);
  const y = Math.max(0, top - margin);
  return {
    x,
    y,
    width: Math.min(width, right + margin + 1) - x,
    height: Math.min(height, bottom + margin + 1) - y,
  };
}
