import type { Clock } from '../../electron/core/ports.ts';

/** How the time of a run goes: from `start` on, `speed` times as fast as the machine's, which stood at `realStart` then. */
export interface Timescale {
  readonly start: number;
  readonly realStart: number;
  readonly speed: number;
}

/** A clock that all processes of a run share; one of them may be set wrong. */
export interface ScaledClock extends Clock {
  /** Sets this clock so many milliseconds (of its own time) ahead of the others. */
  setAhead(ms: number): void;
}

/** See `Timescale`. Its timers do not keep a process alive. */
export function scaledClock({ start, realStart, speed }: Timescale, aheadMs = 0): ScaledClock {
  let ahead = aheadMs;
  return {
    now: () => new Date(start + (Date.now() - realStart) * speed + ahead),
    after(ms, run) {
      const timer = setTimeout(run, Math.min(ms / speed, 2 ** 31 - 1)).unref();
      return () => clearTimeout(timer);
    },
    setAhead: (ms) => void (ahead = ms),
  };
}
