const FEWEST = 16;
const MOST = 128;
/** What is left of the depth after a claim that found its visitor nearer by. */
const SHRINK = 0.95;

/**
 * How many of the first in line a claim tries: twice as far as claims had to go of late, since other counters call the first
 * ones at the same moment. Nearly always that is the first itself, and a long list costs more than the claim.
 */
export function createClaimDepth() {
  let depth = MOST;
  const set = (to: number): void => {
    depth = Math.min(MOST, Math.max(FEWEST, to));
  };
  return {
    candidates: () => Math.ceil(depth),
    /** `place`: of who was called in the list, from 0. */
    called: (place: number) => set(Math.max(2 * (place + 1), SHRINK * depth)),
    /** Nobody in the list waited any more. */
    missed: () => set(2 * depth),
  };
}
