import { randomBytes, randomUUID } from 'node:crypto';
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

/** Random numbers from 0 up to 1 in steps of 1/256, fetched by the block: a ULID takes sixteen of them. */
function randomSteps(): () => number {
  let block = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at === block.length) {
      block = randomBytes(512);
      at = 0;
    }
    return block.readUInt8(at++) / 256;
  };
}

/** Random ids; ULIDs of one process also sort by order within a millisecond. */
export function createIds(): Ids {
  const ulid = monotonicFactory(randomSteps());
  return { uuid: () => randomUUID(), ulid: () => ulid() };
}
