import { amsterdamDay } from '../../shared/domain/dates.ts';
import type { Clock } from './ports.ts';

const LOOK_MS = 60_000;

/**
 * Calls `begun` within a minute after a new day began in Europe/Amsterdam; the answer stops it. It looks again and again
 * instead of waiting for midnight once, because a PC sleeps at night and clocks are set.
 */
export function watchDay(clock: Clock, begun: () => void): () => void {
  let day = amsterdamDay(clock.now());
  const look = (): void => {
    const today = amsterdamDay(clock.now());
    cancel = clock.after(LOOK_MS, look);
    if (today === day) return;
    begun();
    // Only now: what failed, on a full disk, is tried again at the next look.
    day = today;
  };
  let cancel = clock.after(LOOK_MS, look);
  return () => cancel();
}
