import type { Head, Place } from './head.ts';
import { PHOTO_MM } from '../photo/passport-frame.ts';
import { type Cell, luma, lumaAt, type Pixels } from './pixels.ts';

/** How the light falls on the face. */
export interface Light {
  /** Part (0 to 1) of the face that is nearly black, lightness below 10. */
  readonly dark: number;
  /** Part (0 to 1) of the face that is nearly white, lightness above 245. */
  readonly bright: number;
  /** Lightness of the lighter cheek by that of the darker, from 1. */
  readonly cheekRatio: number;
  readonly darkerCheek: 'left' | 'right';
  /** Square millimetres of the face that are white as a whole: glare of skin or glasses; a glint in the eye is smaller. */
  readonly glare: number;
}

const DARK = 10;
const BRIGHT = 245;
const CHEEK_MM = 2;

/** Measures the light on the face. The lightness of skin as such is not judged: people differ. */
export function measureLight(photo: Pixels, cells: readonly Cell[], head: Head): Light {
  const inFace = faceOf(head);
  const side = photo.width / PHOTO_MM.width;
  let [dark, bright, all] = [0, 0, 0];
  for (let index = 0; index < photo.width * photo.height; index += 1) {
    const place = {
      x: (index % photo.width) / side,
      y: Math.floor(index / photo.width) / side,
    };
    if (!inFace(place)) continue;
    const lightness = lumaAt(photo, index);
    all += 1;
    if (lightness < DARK) dark += 1;
    if (lightness > BRIGHT) bright += 1;
  }
  const [left, right] = head.cheeks.map((cheek) => cheekLightness(cells, cheek));
  const glare = cells.filter((cell) => inFace(cell) && luma(cell.red, cell.green, cell.blue) > BRIGHT).length;
  return {
    dark: all === 0 ? 0 : dark / all,
    bright: all === 0 ? 0 : bright / all,
    glare,
    ...compared(left ?? Number.NaN, right ?? Number.NaN),
  };
}

function compared(left: number, right: number): Pick<Light, 'cheekRatio' | 'darkerCheek'> {
  const ratio = (Math.max(left, right) + 1) / (Math.min(left, right) + 1);
  return { cheekRatio: Number.isNaN(ratio) ? 1 : ratio, darkerCheek: left < right ? 'left' : 'right' };
}

/** An ellipse from above the brows to just above the chin: skin, eyes and mouth, without hair and neck. */
function faceOf({ eyes, chin, faceWidth }: Head): (place: Place) => boolean {
  const down = Math.hypot(chin.x - eyes.x, chin.y - eyes.y);
  const centre = { x: eyes.x + (chin.x - eyes.x) * 0.25, y: eyes.y + (chin.y - eyes.y) * 0.25 };
  return ({ x, y }) => ((x - centre.x) / (faceWidth * 0.42)) ** 2 + ((y - centre.y) / (down * 0.62)) ** 2 < 1;
}

/** NaN for a cheek outside the photo. */
function cheekLightness(cells: readonly Cell[], cheek: Place): number {
  const near = cells.filter(({ x, y }) => Math.hypot(x - cheek.x, y - cheek.y) < CHEEK_MM);
  return near.reduce((sum, { red, green, blue }) => sum + luma(red, green, blue), 0) / near.length;
}
