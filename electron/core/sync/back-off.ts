const FIRST_MS = 1000;
const LONGEST_MS = 300_000;
const SHORTEST_MS = 250;

/**
 * How long to wait after the `attempt`-th failure in a row, in milliseconds: exponential, with full jitter so that all
 * counters of a municipality don't come back at the same moment; at least 250 ms, at most 5 minutes.
 */
export function backOffMs(attempt: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 20));
  return Math.max(SHORTEST_MS, Math.round(random() * ceiling));
}
