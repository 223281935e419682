import { randomUUID } from 'node:crypto';
import { monotonicFactory } from 'ulid';
import type { Clock, Ids } from '../core/ports.ts';

/** The machine's own clock. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => new Date(),
  after(ms, run) {
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
};

/** Random ids; ULIDs of one process also sort by order within a millisecond. */
export function createIds(): Ids {
  const ulid = monotonicFactory();
  return { uuid: () => randomUUID(), ulid: () => ulid() };
}
