import type { Clock } from '../../../drivers/clock.ts';

/** Time that moves only when told to. */
export function manualClock(start = '2026-11-23T09:00:00.000Z'): Clock & { advance(ms: number): void } {
  let now = Date.parse(start);
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => new Date(now),
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now = next.at;
        next.run();
      }
      now = end;
    },
  };
}
