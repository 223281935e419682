import type { Clock } from '../../electron/core/ports.ts';

export interface TestClock extends Clock {
  /** Moves time on and runs what became due, in order; lets promises settle in between. */
  advance(ms: number): Promise<void>;
  /** Sets the wall clock without running timers: a clock that jumps. */
  jumpTo(instant: string): void;
}

/** A clock that stands still until a test moves it. */
export function createTestClock(start = '2026-11-23T09:00:00.000Z'): TestClock {
  let now = Date.parse(start);
  let elapsed = 0;
  const timers = new Set<{ due: number; run: () => void }>();
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    now: () => new Date(now),
    after(ms, run) {
      const timer = { due: elapsed + ms, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async advance(ms) {
      const end = elapsed + ms;
      await settle();
      for (;;) {
        const next = [...timers].filter((t) => t.due <= end).sort((a, b) => a.due - b.due)[0];
        if (!next) break;
        timers.delete(next);
        now += next.due - elapsed;
        elapsed = next.due;
        next.run();
        await settle();
      }
      now += end - elapsed;
      elapsed = end;
      await settle();
    },
    jumpTo(instant) {
      now = Date.parse(instant);
    },
  };
}
