import { type Clock, systemClock } from '../../../drivers/clock.ts';

/** Real time, `factor` times as fast: ten seconds of waiting pass in half a second with factor 20. */
export function fastClock(factor: number): Clock {
  const start = Date.now();
  return {
    now: () => new Date(start + (Date.now() - start) * factor),
    after: (ms, run) => systemClock.after(ms / factor, run),
  };
}
