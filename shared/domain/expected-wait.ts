/** A wait as people say it: between two numbers of whole minutes. */
export interface WaitRange {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

export interface WaitFacts {
  /** Visitors who will be called before this one, at the counters that can help him. */
  readonly ahead: number;
  /** Counters that are open now and can help him. */
  readonly counters: number;
  /** How many of those have nobody at this moment. */
  readonly free: number;
  /** Seconds that recent visits took at such counters, from arrival at the counter to the end. */
  readonly services: readonly number[];
}

/** With fewer measured visits a forecast is a guess. */
const FEWEST_SERVICES = 5;
/** Half the width of the middle 80 % of a normal distribution, in standard deviations. */
const WIDTH = 1.2816;
const STEP_MINUTES = 5;
/** Beyond this a number frightens more than it helps, and is hardly ever right. */
const LONGEST_MINUTES = 180;

/**
 * The wait to expect, as the range in which about four of five such waits fall; null when nobody can know: no counter
 * open, or too few visits measured. With `c` counters the visitor waits for the first `ahead + 1 - free` ends of a visit,
 * which come `c` times as fast as at one counter; their sum is taken as normal (central limit theorem), with the
 * coefficient of variation of the measured visits, at least that of a regular service (0.5).
 */
export function expectedWait({ ahead, counters, free, services }: WaitFacts): WaitRange | null {
  if (counters < 1 || services.length < FEWEST_SERVICES) return null;
  const ends = Math.max(0, ahead + 1 - Math.min(free, counters));
  const mean = services.reduce((sum, one) => sum + one, 0) / services.length;
  const variance = services.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (services.length - 1);
  const deviation = Math.max(Math.sqrt(variance), mean / 2);
  const middle = (ends * mean) / counters;
  const spread = (WIDTH * Math.sqrt(ends) * deviation) / counters;
  const from = floorStep(Math.max(0, middle - spread) / 60);
  const to = Math.max(from + STEP_MINUTES, ceilStep((middle + spread) / 60));
  return from >= LONGEST_MINUTES ? null : { fromMinutes: from, toMinutes: Math.min(to, LONGEST_MINUTES) };
}

function floorStep(minutes: number): number {
  return Math.floor(minutes / STEP_MINUTES) * STEP_MINUTES;
}

function ceilStep(minutes: number): number {
  return Math.ceil(minutes / STEP_MINUTES) * STEP_MINUTES;
}
