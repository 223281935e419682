import type { Clock, Log } from './ports.ts';

/**
 * The same clock, whose timers cannot take the program down: what fails in one, such as a write to a full disk, is
 * logged without its data. Nobody waits for a timer, so nobody else would catch it.
 */
export function guardClock(clock: Clock, log: Pick<Log, 'error'>): Clock {
  return {
    now: () => clock.now(),
    after: (ms, run) =>
      clock.after(ms, () => {
        try {
          run();
        } catch (error) {
          log.error('timer.failed', { error: error instanceof Error ? error.name : 'unknown' });
        }
      }),
  };
}
