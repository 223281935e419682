import { createFaults } from '../../electron/practice/faults.ts';

/** Choices of a run that a seed repeats. */
export interface Chance {
  /** From 0 up to 1. */
  (): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  of<T>(choices: readonly T[]): T;
}

/** See `Chance`. */
export function createChance(seed: number): Chance {
  const series = createFaults();
  series.clear(seed);
  const between = (low: number, high: number): number => low + Math.floor(series.chance() * (high - low + 1));
  return Object.assign(() => series.chance(), {
    between,
    of: <T>(choices: readonly T[]): T => {
      const chosen = choices[between(0, choices.length - 1)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
  });
}
