import type { Crop, Size } from '../photo/passport-frame.ts';
import { PHOTO_MM } from '../photo/passport-frame.ts';
import { type Face, type Point, POINT, pointOf } from './face.ts';

/** A place in the photo in millimetres, from its upper left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What the points of a face tell about the photo; lengths in millimetres of the photo, angles in degrees. */
export interface Head {
  readonly chin: Place;
  /** Estimated: the face mesh ends below the hair. */
  readonly crown: Place;
  readonly eyes: Place;
  readonly cheeks: readonly [Place, Place];
  readonly height: number;
  readonly faceWidth: number;
  /** Positive: to the clerk's right, clockwise. */
  readonly roll: number;
  /** Looking aside. */
  readonly yaw: number;
  /** Looking up or down. */
  readonly pitch: number;
  /** Height of the narrower eye by its width. */
  readonly eyeOpen: number;
  /** Height of the opening of the lips by the width of the mouth. */
  readonly mouthOpen: number;
}

/**
 * From the pupils to the crown, by the way from the pupils to the chin: in adults the eyes stand a little below the middle
 * of the head. A child's crown is higher, and hair hides it: the clerk sees the line and moves it.
 */
export const CROWN_BY_CHIN = 1.05;
/**
 * How far forehead and chin of a head that looks straight ahead lean in this mesh: 3 degrees by the package's own pose
 * matrix, 8 to 10 in two pictures from the front. The least certain of the three angles.
 */
const PITCH_AT_REST = 6;

/**
 * Measures a face found in a picture of `source` pixels of which `crop` becomes the photo of 35 by 45 mm. `crownByChin` is
 * the clerk's correction of the estimated crown. Undefined for a face without height or width.
 */
export function measureHead(
  face: Face,
  source: Size,
  crop: Crop,
  crownByChin = CROWN_BY_CHIN,
): Head | undefined {
  const mm = PHOTO_MM.width / crop.width;
  const at = (index: number): Point => {
    const { x, y, z } = pointOf(face, index);
    return {
      x: (x * source.width - crop.x) * mm,
      y: (y * source.height - crop.y) * mm,
      z: z * source.width * mm,
    };
  };
  const left = at(POINT.eyeLeft.outer);
  const right = at(POINT.eyeRight.outer);
  const chin = at(POINT.chin);
  const eyes = middle([left, at(POINT.eyeLeft.inner), right, at(POINT.eyeRight.inner)]);
  const eyesToChin = Math.hypot(chin.x - eyes.x, chin.y - eyes.y);
  const across = direction([
    [left, right],
    [at(POINT.sideLeft), at(POINT.sideRight)],
    [at(POINT.mouth.left), at(POINT.mouth.right)],
  ]);
  const down = direction([[at(POINT.forehead), chin]]);
  const faceWidth = flat(at(POINT.sideLeft), at(POINT.sideRight));
  if (!(eyesToChin > 0) || !(faceWidth > 0)) return undefined;
  const crown = {
    x: eyes.x + (eyes.x - chin.x) * crownByChin,
    y: eyes.y + (eyes.y - chin.y) * crownByChin,
  };
  return {
    chin: { x: chin.x, y: chin.y },
    crown,
    eyes: { x: eyes.x, y: eyes.y },
    cheeks: [at(POINT.cheekLeft), at(POINT.cheekRight)],
    height: Math.hypot(chin.x - crown.x, chin.y - crown.y),
    faceWidth,
    roll: degrees(Math.atan2(right.y - left.y, right.x - left.x)),
    yaw: degrees(Math.atan2(across.z, Math.hypot(across.x, across.y))),
    pitch: degrees(Math.atan2(down.z, Math.hypot(down.x, down.y))) - PITCH_AT_REST,
    eyeOpen: Math.min(openness(at, POINT.eyeLeft), openness(at, POINT.eyeRight)),
    mouthOpen:
      flat(at(POINT.mouth.upper), at(POINT.mouth.lower)) /
      Math.max(flat(at(POINT.mouth.left), at(POINT.mouth.right)), Number.EPSILON),
  };
}

function openness(at: (index: number) => Point, eye: typeof POINT.eyeLeft | typeof POINT.eyeRight): number {
  return flat(at(eye.upper), at(eye.lower)) / Math.max(flat(at(eye.outer), at(eye.inner)), Number.EPSILON);
}

function middle(points: readonly Point[]): Point {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y, z: a.z + b.z }));
  return { x: sum.x / points.length, y: sum.y / points.length, z: sum.z / points.length };
}

/** The ways of all pairs together: a long way counts for more. */
function direction(pairs: readonly (readonly [Point, Point])[]): Point {
  return middle(pairs.map(([from, to]) => ({ x: to.x - from.x, y: to.y - from.y, z: to.z - from.z })));
}

function flat(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
