import type { PhotoAdviceCode } from '../../../../shared/domain/photo-advice.ts';
import { dotsPerInch, headHeights, isSharpEnough, PHOTO_MM, type Size } from '../photo/passport-frame.ts';
import { type Background, isAllowedColour } from './background.ts';
import type { Head } from './head.ts';
import type { Light } from './light.ts';

/** One thing to mend, with the whole numbers that its text names. */
export interface Advice {
  readonly code: PhotoAdviceCode;
  readonly values: Readonly<Record<string, number>>;
}

/** All that was measured of one picture. */
export interface Measured {
  /** How many faces are in the picture; undefined when nobody could look. */
  readonly faces: number | undefined;
  readonly head: Head | undefined;
  readonly background: Background | undefined;
  readonly light: Light | undefined;
  readonly sharpness: number | undefined;
  /** Pixels of the picture that become the photo. */
  readonly crop: Size;
}

/** Where advice starts. Head height and dots per inch are the Fotomatrix's; the others are ours to begin with. */
export const LIMITS = {
  angle: 5,
  offCentreMm: 2,
  edgeMm: 1,
  eyeOpen: 0.15,
  mouthOpen: 0.08,
  backgroundSpread: 30,
  darkPart: 0.1,
  brightPart: 0.1,
  cheekRatio: 1.35,
  glareMm2: 1,
  sharpness: 0.006,
} as const;

/** The advice on a photo of a person of this age, most urgent first; empty when nothing is to be said. */
export function adviceOn(measured: Measured, age: number | null): readonly Advice[] {
  const advice: Advice[] = [];
  const add = (code: PhotoAdviceCode, values: Advice['values'] = {}): void => {
    advice.push({ code, values });
  };
  const { faces, head, background, light, sharpness, crop } = measured;
  if (faces === 0) add('noFace');
  if (faces !== undefined && faces > 1) add('severalFaces', { count: faces });
  if (head !== undefined) {
    addPlace(add, head, age);
    addPose(add, head);
  }
  if (background !== undefined) {
    if (background.spread > LIMITS.backgroundSpread) add('backgroundUneven');
    if (!isAllowedColour(background)) add('backgroundColour');
  }
  if (light !== undefined) addLight(add, light);
  if (sharpness !== undefined && sharpness < LIMITS.sharpness) add('blurred');
  if (!isSharpEnough(crop)) add('fewPixels', { dpi: dotsPerInch(crop) });
  return advice;
}

type Add = (code: PhotoAdviceCode, values?: Advice['values']) => void;

function addPlace(add: Add, head: Head, age: number | null): void {
  const { least, most } = headHeights(age);
  const mm = Math.round(head.height);
  const middle = (head.eyes.x + head.chin.x) / 2 - PHOTO_MM.width / 2;
  if (head.crown.y < LIMITS.edgeMm || head.chin.y > PHOTO_MM.height - LIMITS.edgeMm) add('outOfFrame');
  if (mm < least) add('headSmall', { mm, least, most });
  if (mm > most) add('headLarge', { mm, least, most });
  if (Math.abs(middle) > LIMITS.offCentreMm) add('offCentre', { mm: Math.round(Math.abs(middle)) });
}

function addPose(add: Add, head: Head): void {
  const angles = [
    ['tilted', head.roll],
    ['turned', head.yaw],
    ['nodded', head.pitch],
  ] as const;
  for (const [code, angle] of angles) {
    if (Math.abs(angle) > LIMITS.angle) add(code, { degrees: Math.round(Math.abs(angle)) });
  }
  if (head.eyeOpen < LIMITS.eyeOpen) add('eyesClosed');
  if (head.mouthOpen > LIMITS.mouthOpen) add('mouthOpen');
}

function addLight(add: Add, light: Light): void {
  if (light.dark > LIMITS.darkPart) add('tooDark', { percent: Math.round(light.dark * 100) });
  if (light.bright > LIMITS.brightPart) add('tooBright', { percent: Math.round(light.bright * 100) });
  else if (light.glare >= LIMITS.glareMm2) add('glare');
  if (light.cheekRatio > LIMITS.cheekRatio)
    add('unevenLight', { percent: Math.round((light.cheekRatio - 1) * 100) });
}
