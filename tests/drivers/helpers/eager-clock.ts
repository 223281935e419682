import type { Clock } from '../../../drivers/clock.ts';

/**
 * Time that passes whenever nothing else is left to do: the next timer runs as soon as the event loop is idle. Only where
 * all that happens is in memory; ten hours of faults pass in seconds.
 */
export function eagerClock(start = '2026-11-23T09:00:00.000Z'): Clock & { stop(): void } {
  let now = Date.parse(start);
  let timers: { at: number; run: () => void }[] = [];
  let idle: NodeJS.Immediate | undefined;
  let stopped = false;

  function step() {
    idle = undefined;
    const next = timers.reduce<(typeof timers)[number] | undefined>(
      (first, timer) => (first === undefined || timer.at < first.at ? timer : first),
      undefined,
    );
    if (!next || stopped) return;
    timers = timers.filter((timer) => timer !== next);
    now = Math.max(now, next.at);
    next.run();
    idle ??= setImmediate(step);
  }

  return {
    now: () => new Date(now),
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      idle ??= setImmediate(step);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    stop() {
      stopped = true;
    },
  };
}
