import type { Head } from './head.ts';
import { type Cell, luma, quantile } from './pixels.ts';

/** What stands behind the head. Colours and spread from 0 to 255. */
export interface Background {
  /** Difference between nearly the darkest and nearly the lightest place, in the colour in which it is largest. */
  readonly spread: number;
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** With less to see than this many square millimetres nothing is said. */
const LEAST_CELLS = 40;

/**
 * Measures the background: the squares outside a generous head, above the chin, so that shoulders and most hair are left
 * out. Undefined when too little of it shows.
 */
export function measureBackground(cells: readonly Cell[], head: Head): Background | undefined {
  const centre = { x: (head.crown.x + head.chin.x) / 2, y: (head.crown.y + head.chin.y) / 2 };
  const half = { width: head.faceWidth * 0.75, height: head.height * 0.62 };
  const lowest = head.eyes.y + (head.chin.y - head.eyes.y) / 2;
  const behind = cells.filter(
    ({ x, y }) => y < lowest && ((x - centre.x) / half.width) ** 2 + ((y - centre.y) / half.height) ** 2 > 1,
  );
  if (behind.length < LEAST_CELLS) return undefined;
  const colours = (['red', 'green', 'blue'] as const).map((colour) => behind.map((cell) => cell[colour]));
  const [red = 0, green = 0, blue = 0] = colours.map((values) => quantile(values, 0.5));
  const spread = Math.max(...colours.map((values) => quantile(values, 0.95) - quantile(values, 0.05)));
  return { spread, red, green, blue };
}

/** Whether a colour is grey or white, or light blue (Fotomatrix model 2020). The limits are ours. */
export function isAllowedColour({ red, green, blue }: Omit<Background, 'spread'>): boolean {
  const lightness = luma(red, green, blue);
  const chroma = Math.max(red, green, blue) - Math.min(red, green, blue);
  const isBlue = blue >= green && green >= red;
  return lightness >= 60 && (chroma <= 35 || (isBlue && lightness >= 120 && chroma <= 110));
}
