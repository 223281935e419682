/** A point of a face: x and y in parts of the picture's width and height, z in parts of its width, nearer is less. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** The points of one face, numbered as MediaPipe Face Mesh numbers them (478 with the irises). */
export type Face = readonly Point[];

/** Numbers of the points that are used. "Left" is left in the picture, so the right of the person. */
export const POINT = {
  forehead: 10,
  chin: 152,
  sideLeft: 234,
  sideRight: 454,
  eyeLeft: { outer: 33, inner: 133, upper: 159, lower: 145 },
  eyeRight: { outer: 263, inner: 362, upper: 386, lower: 374 },
  mouth: { left: 61, right: 291, upper: 13, lower: 14 },
  cheekLeft: 50,
  cheekRight: 280,
} as const;

/** The face behind a row of x, y and z as the worker sends it. */
export function toFace(numbers: ArrayLike<number>): Face {
  return Array.from({ length: Math.floor(numbers.length / 3) }, (_, index) => ({
    x: numbers[index * 3] ?? 0,
    y: numbers[index * 3 + 1] ?? 0,
    z: numbers[index * 3 + 2] ?? 0,
  }));
}

/** One point of a face; throws for a face without it, which no detector gives. */
export function pointOf(face: Face, index: number): Point {
  const point = face[index];
  if (point === undefined) throw new RangeError(`the face has no point ${index}`);
  return point;
}

/** The faces that are not one face found twice: the middles of two lie at least half a face's width apart. */
export function distinctFaces(faces: readonly Face[]): readonly Face[] {
  const kept: Face[] = [];
  for (const face of faces) {
    const { x, y, width } = boxOf(face);
    const isSeen = kept.some((other) => {
      const box = boxOf(other);
      return Math.max(Math.abs(box.x - x), Math.abs(box.y - y)) < Math.max(box.width, width) / 2;
    });
    if (!isSeen) kept.push(face);
  }
  return kept;
}

function boxOf(face: Face): { readonly x: number; readonly y: number; readonly width: number } {
  const left = pointOf(face, POINT.sideLeft);
  const right = pointOf(face, POINT.sideRight);
  return { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2, width: Math.abs(right.x - left.x) };
}
