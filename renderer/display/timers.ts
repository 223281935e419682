/** Time as the display needs it; tests move it by hand. */
export interface Timers {
  /** Milliseconds that only ever grow, whatever the PC's clock does. */
  elapsed(): number;
  /** Calls `run` once after `ms` milliseconds; the answer cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** The browser's time. */
export const browserTimers: Timers = {
  elapsed: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
