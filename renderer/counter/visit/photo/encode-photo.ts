import { withDensity } from './jpeg-density.ts';
import type { Crop } from './passport-frame.ts';
import { dotsPerInch, photoSize } from './passport-frame.ts';

/** The most bytes of a kept photo: enough for 600 dots per inch, small enough for a slow line. */
export const MAX_PHOTO_BYTES = 250_000;
const QUALITIES = [0.92, 0.85, 0.78, 0.7, 0.6, 0.5] as const;
const SHRINK = 0.8;
const MIN_HEIGHT_PX = 300;

/** Turns the drawn canvas into a JPEG of this quality (0 to 1); null when the browser cannot. */
export type ToJpeg = (canvas: HTMLCanvasElement, quality: number) => Promise<Blob | null>;

const toJpeg: ToJpeg = (canvas, quality) =>
  new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality);
  });

/**
 * Cuts `crop` out of a picture and gives it as a JPEG of at most `MAX_PHOTO_BYTES` that prints at 35 by 45 mm, by lowering
 * first the quality and then the size. Null when the browser cannot draw or encode. A JPEG from a canvas carries no EXIF:
 * place and device of the camera are gone.
 */
export async function encodePhoto(
  source: CanvasImageSource,
  crop: Crop,
  encode: ToJpeg = toJpeg,
): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) return null;
  for (let size = photoSize(crop); size.height >= Math.min(MIN_HEIGHT_PX, crop.height); ) {
    canvas.width = size.width;
    canvas.height = size.height;
    context.imageSmoothingQuality = 'high';
    context.drawImage(source, crop.x, crop.y, crop.width, crop.height, 0, 0, size.width, size.height);
    const blob = await smallestFirstFit(canvas, encode);
    if (blob === null) return null;
    if (blob.size <= MAX_PHOTO_BYTES) return printable(blob, dotsPerInch(size));
    size = { width: Math.round(size.width * SHRINK), height: Math.round(size.height * SHRINK) };
  }
  return null;
}

/** The best quality that fits, else the last tried. */
async function smallestFirstFit(canvas: HTMLCanvasElement, encode: ToJpeg): Promise<Blob | null> {
  let last: Blob | null = null;
  for (const quality of QUALITIES) {
    last = await encode(canvas, quality);
    if (last === null || last.size <= MAX_PHOTO_BYTES) return last;
  }
  return last;
}

async function printable(blob: Blob, dpi: number): Promise<Blob | null> {
  const bytes = withDensity(new Uint8Array(await blob.arrayBuffer()), dpi);
  return bytes === undefined ? null : new Blob([bytes], { type: 'image/jpeg' });
}
