/** A size in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of a picture, in pixels of that picture. */
export interface Crop extends Size {
  readonly x: number;
  readonly y: number;
}

/** The photo of a travel document in millimetres (Fotomatrix model 2020). */
export const PHOTO_MM = { width: 35, height: 45 } as const;

const MM_PER_INCH = 25.4;
/** What a photo is kept at; more adds bytes, no detail. */
const MAX_DPI = 600;
/** The least that the Fotomatrix asks of a printed photo. */
const LEAST_DPI = 400;
const CHIN_MM = 37;

/** How the picture is moved in the frame: zoom from 1, and aside and up or down from -1 to 1. */
export interface Adjust {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

/** The picture as it comes. */
export const AS_IT_COMES: Adjust = { zoom: 1, x: 0, y: 0 };

/** The zoom that still gives a picture of some use. */
export const MAX_ZOOM = 3;

/**
 * The largest part of the picture with the shape of a passport photo, 35:45. `zoom` of 1 takes all that fits, 2 half
 * of its width; `x` and `y` move it from the middle, in parts (-1 to 1) of the room that is left. Undefined when the
 * picture has no size yet.
 */
export function passportCrop(source: Size, { zoom, x, y }: Adjust = AS_IT_COMES): Crop | undefined {
  if (!(source.width > 0) || !(source.height > 0)) return undefined;
  const ratio = PHOTO_MM.width / PHOTO_MM.height;
  const fullHeight = Math.min(source.height, source.width / ratio);
  const height = fullHeight / Math.max(1, zoom);
  const width = height * ratio;
  const place = (room: number, part: number): number => (room / 2) * (1 + Math.min(1, Math.max(-1, part)));
  return {
    x: Math.round(place(source.width - width, x)),
    y: Math.round(place(source.height - height, y)),
    width: Math.round(width),
    height: Math.round(height),
  };
}

/**
 * The adjustment that puts a head, by its crown and chin in pixels of the picture, on the lines: chin on its line and the
 * height in the middle of what the Fotomatrix asks. A head that is too near or too far, or at the edge, comes as close as
 * it can.
 */
export function adjustTo(
  source: Size,
  head: { readonly crown: { x: number; y: number }; readonly chin: { x: number; y: number } },
  age: number | null,
): Adjust {
  const full = passportCrop(source);
  const { least, most } = headHeights(age);
  const px = Math.hypot(head.chin.x - head.crown.x, head.chin.y - head.crown.y) / ((least + most) / 2);
  if (full === undefined || !(px > 0)) return AS_IT_COMES;
  const zoom = Math.min(MAX_ZOOM, Math.max(1, full.height / (PHOTO_MM.height * px)));
  const width = full.width / zoom;
  const height = full.height / zoom;
  const part = (from: number, room: number): number =>
    room > 0 ? Math.min(1, Math.max(-1, (2 * from) / room - 1)) : 0;
  return {
    zoom,
    x: part((head.chin.x + head.crown.x) / 2 - width / 2, source.width - width),
    y: part(head.chin.y - (CHIN_MM / PHOTO_MM.height) * height, source.height - height),
  };
}

/** The size at which a crop is kept: never enlarged, never above 600 dots per inch (827 by 1063 pixels), 35:45. */
export function photoSize(crop: Size): Size {
  const height = Math.min(crop.height, Math.round((PHOTO_MM.height / MM_PER_INCH) * MAX_DPI));
  return { width: Math.round((height * PHOTO_MM.width) / PHOTO_MM.height), height };
}

/** Dots per inch of a picture that is printed as a passport photo. */
export function dotsPerInch({ height }: Size): number {
  return Math.round((height * MM_PER_INCH) / PHOTO_MM.height);
}

/** True when a crop has the 400 dots per inch that the Fotomatrix asks (551 by 709 pixels). */
export function isSharpEnough(crop: Size): boolean {
  return dotsPerInch(crop) >= LEAST_DPI;
}

/**
 * Head height, chin to crown, in millimetres: 26 to 30 from 11 years, 19 to 30 up to 10 (Fotomatrix model 2020). With an
 * unknown age those of an adult.
 */
export function headHeights(age: number | null): { readonly least: number; readonly most: number } {
  return { least: age !== null && age <= 10 ? 19 : 26, most: 30 };
}

/** Where the guide lines are, in millimetres from the top: the chin on one line, the crown between two, eyes between. */
export function guideLines(age: number | null): {
  readonly crownHigh: number;
  readonly crownLow: number;
  readonly eyes: number;
  readonly chin: number;
} {
  const { least, most } = headHeights(age);
  const crownHigh = CHIN_MM - most;
  const crownLow = CHIN_MM - least;
  return { crownHigh, crownLow, eyes: (CHIN_MM + (crownHigh + crownLow) / 2) / 2, chin: CHIN_MM };
}
