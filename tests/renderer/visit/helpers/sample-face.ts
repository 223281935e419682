import { type Face, POINT, type Point } from '../../../../renderer/counter/visit/photo-checks/face.ts';
import type { Crop, Size } from '../../../../renderer/counter/visit/photo/passport-frame.ts';

/** A full HD picture and the part of it that becomes the photo: 24 pixels per millimetre. */
export const SOURCE: Size = { width: 1920, height: 1080 };
export const CROP: Crop = { x: 540, y: 0, width: 840, height: 1080 };
const PX_PER_MM = 24;

export interface Pose {
  readonly roll?: number;
  readonly yaw?: number;
  readonly pitch?: number;
  /** 1: from the pupils to the chin is 14 mm of the photo. */
  readonly size?: number;
  /** The middle between the eyes, in millimetres of the photo. */
  readonly at?: { readonly x: number; readonly y: number };
  readonly eyeOpen?: number;
  readonly mouthOpen?: number;
}

/** The points that the checks use, of a face turned by exactly these angles around the middle between its eyes. */
export function sampleFace(pose: Pose = {}): Face {
  const { roll = 0, yaw = 0, pitch = 0, size = 1, at = { x: 17.5, y: 23 } } = pose;
  const lid = (3.75 * (pose.eyeOpen ?? 0.35)) / 2;
  const lip = (6 * (pose.mouthOpen ?? 0)) / 2;
  const face: Point[] = Array.from({ length: 478 }, () => ({ x: 0, y: 0, z: 0 }));
  const put = (index: number, x: number, y: number, z = 0): void => {
    const turned = turn({ x: x * size, y: y * size, z: z * size }, [roll, yaw, pitch]);
    face[index] = {
      x: (CROP.x + (at.x + turned.x) * PX_PER_MM) / SOURCE.width,
      y: (CROP.y + (at.y + turned.y) * PX_PER_MM) / SOURCE.height,
      z: (turned.z * PX_PER_MM) / SOURCE.width,
    };
  };
  for (const [eye, side] of [
    [POINT.eyeLeft, -1],
    [POINT.eyeRight, 1],
  ] as const) {
    put(eye.outer, side * 5.75, 0);
    put(eye.inner, side * 2, 0);
    put(eye.upper, side * 3.9, -lid);
    put(eye.lower, side * 3.9, lid);
  }
  put(POINT.forehead, 0, -7);
  put(POINT.chin, 0, 14, 21 * Math.tan((6 * Math.PI) / 180));
  put(POINT.sideLeft, -9.5, 2, 6);
  put(POINT.sideRight, 9.5, 2, 6);
  put(POINT.mouth.left, -3, 9);
  put(POINT.mouth.right, 3, 9);
  put(POINT.mouth.upper, 0, 9 - lip);
  put(POINT.mouth.lower, 0, 9 + lip);
  put(POINT.cheekLeft, -4.5, 5);
  put(POINT.cheekRight, 4.5, 5);
  return face;
}

/** Pitch first, then yaw, then roll; degrees. */
function turn({ x, y, z }: Point, angles: readonly [number, number, number]): Point {
  const [roll, yaw, pitch] = angles.map((angle) => (angle * Math.PI) / 180) as [number, number, number];
  const nodded = {
    x,
    y: y * Math.cos(pitch) - z * Math.sin(pitch),
    z: y * Math.sin(pitch) + z * Math.cos(pitch),
  };
  const turned = {
    x: nodded.x * Math.cos(yaw) - nodded.z * Math.sin(yaw),
    y: nodded.y,
    z: nodded.x * Math.sin(yaw) + nodded.z * Math.cos(yaw),
  };
  return {
    x: turned.x * Math.cos(roll) - turned.y * Math.sin(roll),
    y: turned.x * Math.sin(roll) + turned.y * Math.cos(roll),
    z: turned.z,
  };
}
