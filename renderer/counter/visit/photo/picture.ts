import { type Crop, passportCrop, type Size } from './passport-frame.ts';

/** Something that a photo can be cut out of, with its size in pixels. */
export interface Picture extends Size {
  readonly source: CanvasImageSource;
}

/** How the clerk moved the picture in the frame: zoom from 1, and up or down from -1 to 1. */
export interface Adjust {
  readonly zoom: number;
  readonly shift: number;
}

/** The picture as it comes. */
export const AS_IT_COMES: Adjust = { zoom: 1, shift: 0 };

/** The part of the picture that shows in the frame. */
export function cropOf(picture: Size, { zoom, shift }: Adjust): Crop | undefined {
  return passportCrop(picture, zoom, { x: 0, y: shift });
}

/** The CSS transform that shows the same part in the frame, in which the picture lies with object-fit: cover. */
export function transformOf({ zoom, shift }: Adjust): string {
  const up = -shift * ((1 - 1 / zoom) / 2) * 100;
  return `scale(${zoom}) translateY(${up}%)`;
}
