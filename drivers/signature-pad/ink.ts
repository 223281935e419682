import type { PenSample } from '../protocol/pen-sample.ts';
import { contains, type Rect } from '../raster/picture.ts';

/** A point of ink in millimetres from the top left of the pad; `force` from 0 to 1. */
export interface InkPoint {
  readonly x: number;
  readonly y: number;
  readonly force: number;
}

export type Stroke = readonly InkPoint[];

/** How the units of a pad become ink. */
export interface InkScale {
  readonly unitsPerMm: number;
  readonly maxPressure: number;
  /** In millimetres: only here there is ink. */
  readonly area: Rect;
}

export interface Ink {
  begin(sample: PenSample): void;
  add(sample: PenSample): void;
  clear(): void;
  strokes(): readonly Stroke[];
  /** True when nobody would call it a signature: less than three points, or less than five millimetres. */
  isEmpty(): boolean;
  /** False when it grew beyond what is kept. */
  readonly isWhole: boolean;
}

/** Closer to the point before it adds nothing that can be seen. */
const STEP_MM = 0.08;
/** Two and a half minutes of writing without a pause. */
const MAX_POINTS = 30_000;

/** The ink on a pad while somebody signs. Times are not taken, and force goes with the object. */
export function createInk({ unitsPerMm, maxPressure, area }: InkScale): Ink {
  let strokes: InkPoint[][] = [];
  let count = 0;

  const pointOf = ({ x, y, pressure }: PenSample): InkPoint => ({
    x: x / unitsPerMm,
    y: y / unitsPerMm,
    force: Math.min(1, pressure / maxPressure),
  });
  const push = (stroke: InkPoint[], point: InkPoint) => {
    count += 1;
    if (count <= MAX_POINTS) stroke.push(point);
  };

  return {
    get isWhole() {
      return count <= MAX_POINTS;
    },
    begin(sample) {
      const stroke: InkPoint[] = [];
      strokes.push(stroke);
      push(stroke, pointOf(sample));
    },
    add(sample) {
      const stroke = strokes.at(-1);
      const before = stroke?.at(-1);
      const point = pointOf(sample);
      if (stroke && before && Math.hypot(point.x - before.x, point.y - before.y) >= STEP_MM)
        push(stroke, point);
    },
    clear() {
      strokes = [];
      count = 0;
    },
    strokes: () => strokes,
    isEmpty() {
      const seen = strokes.flat().filter(({ x, y }) => contains(area, x, y));
      const side = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
      return seen.length < 3 || Math.max(side(seen.map(({ x }) => x)), side(seen.map(({ y }) => y))) < 5;
    },
  };
}
