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

/** 400 dots per inch, the least that the Fotomatrix asks of a printed photo; more than 600 adds bytes, no detail. */
const MAX_HEIGHT_PX = Math.round((PHOTO_MM.height / 25.4) * 600);
const CHIN_MM = 37;

/**
 * The largest part of the picture with the shape of a passport photo, 35:45. `zoom` of 1 takes all that fits, 2 half
 * of its width; `shift` moves it from the middle, in parts (-1 to 1) of the room that is left. Undefined when the
 * picture has no size yet.
 */
export function passportCrop(
  source: Size,
  zoom = 1,
  shift: { readonly x: number; readonly y: number } = { x: 0, y: 0 },
): Crop | undefined {
  if (!(source.width > 0) || !(source.height > 0)) return undefined;
  const ratio = PHOTO_MM.width / PHOTO_MM.height;
  const fullHeight = Math.min(source.height, source.width / ratio);
  const height = fullHeight / Math.max(1, zoom);
  const width = height * ratio;
  const place = (room: number, part: number): number => (room / 2) * (1 + Math.min(1, Math.max(-1, part)));
  return {
    x: Math.round(place(source.width - width, shift.x)),
    y: Math.round(place(source.height - height, shift.y)),
    width: Math.round(width),
    height: Math.round(height),
  };
}

/** The size at which a crop is kept: never enlarged, never above 600 dots per inch, 35:45. */
export function photoSize(crop: Size): Size {
  const height = Math.min(crop.height, MAX_HEIGHT_PX);
  return { width: Math.round((height * PHOTO_MM.width) / PHOTO_MM.height), height };
}

/** True when a crop has the 400 dots per inch that the Fotomatrix asks (551 by 709 pixels). */
export function isSharpEnough(crop: Size): boolean {
  return crop.height >= Math.floor((PHOTO_MM.height / 25.4) * 400);
}

/**
 * Where the guide lines are, in parts of the frame's height from the top: the chin on one line, the crown between two.
 * Head height (chin to crown) is 26 to 30 mm from 11 years, 19 to 30 mm up to 10 (Fotomatrix model 2020). With an
 * unknown age the lines of an adult are given.
 */
export function guideLines(age: number | null): {
  readonly crownHigh: number;
  readonly crownLow: number;
  readonly chin: number;
} {
  const least = age !== null && age <= 10 ? 19 : 26;
  return {
    crownHigh: (CHIN_MM - 30) / PHOTO_MM.height,
    crownLow: (CHIN_MM - least) / PHOTO_MM.height,
    chin: CHIN_MM / PHOTO_MM.height,
  };
}
