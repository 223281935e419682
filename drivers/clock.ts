/** Stops a timer; calling it again, or after the timer ran, does nothing. */
export type Cancel = () => void;

/** Time as the drivers see it. Passed in everywhere, so that a test can make ten seconds pass at once. */
export interface Clock {
  now(): Date;
  /** Runs `run` once after `ms` milliseconds, unless cancelled before. */
  after(ms: number, run: () => void): Cancel;
}

/** The clock of this computer. */
export const systemClock: Clock = {
  now: () => new Date(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Runs `run` every `ms` milliseconds until cancelled or until `signal` aborts; the next round waits for the last one. */
export function every(clock: Clock, ms: number, signal: AbortSignal, run: () => Promise<void> | void): void {
  let cancel: Cancel = () => {};
  const schedule = () => {
    if (signal.aborted) return;
    cancel = clock.after(ms, () => {
      Promise.resolve().then(run).then(schedule, schedule);
    });
  };
  signal.addEventListener('abort', () => cancel(), { once: true });
  schedule();
}

/** Made once: making it takes ten times as long as using it. */
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

const HOUR_MS = 3_600_000;
let latest = { hour: Number.NaN, day: '' };

/** The calendar day in the Netherlands, 'YYYY-MM-DD'. */
export function today(clock: Clock): string {
  const now = clock.now();
  // A Dutch day begins on a whole hour of UTC: within one, the day stays.
  const hour = Math.floor(now.getTime() / HOUR_MS);
  if (hour !== latest.hour) latest = { hour, day: DAY.format(now) };
  return latest.day;
}
