import type { Clock } from './clock.ts';
import { asFault, DeviceFault, type Limits } from './driver.ts';
import { pause } from './inbox.ts';

/** More than any picture we take; a device that sends on for ever must not fill the memory. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Bytes of a device that answers only when asked, to be read in the lengths that its protocol gives. */
export interface ByteQueue {
  push(bytes: Uint8Array): void;
  /** The next `count` bytes. Rejects with a DeviceFault: `timeout` at the deadline, else the reason of the signal. */
  read(count: number, limits: Limits): Promise<Uint8Array>;
  /** Forgets everything that comes within `ms`: what is late belongs to another question. */
  drain(ms: number, signal: AbortSignal): Promise<void>;
  /** Forgets everything until nothing came for `ms`: an answer under way ends first. */
  drainUntilQuiet(ms: number, signal: AbortSignal): Promise<void>;
  /** Overwrites what it holds with zeros and forgets it. */
  wipe(): void;
}

/** A queue that ends with the connection whose `life` is given; one reader at a time. */
export function createByteQueue(clock: Clock, life: AbortSignal): ByteQueue {
  let held: Buffer = Buffer.alloc(0);
  let came = 0;
  let look: () => void = () => {};
  const wipe = () => {
    held.fill(0);
    held = Buffer.alloc(0);
  };
  const drain = async (ms: number, signal: AbortSignal): Promise<void> => {
    wipe();
    await pause(clock, ms, signal);
    wipe();
  };
  life.addEventListener('abort', () => look(), { once: true });
  return {
    push(bytes) {
      came += bytes.length;
      if (held.length + bytes.length > MOST_BYTES) wipe();
      else held = Buffer.concat([held, bytes]);
      look();
    },
    read(count, limits) {
      return new Promise((resolve, reject) => {
        const end = () => {
          cancel();
          look = () => {};
          limits.signal.removeEventListener('abort', tryNow);
        };
        const cancel = clock.after(limits.deadlineMs, () => {
          end();
          reject(new DeviceFault('timeout', `${held.length} of ${count} bytes in ${limits.deadlineMs} ms`));
        });
        const tryNow = () => {
          const aborted = [life, limits.signal].find((signal) => signal.aborted);
          if (aborted) {
            end();
            return reject(asFault(aborted.reason));
          }
          if (held.length < count) return;
          end();
          resolve(Uint8Array.from(held.subarray(0, count)));
          held = held.subarray(count);
        };
        look = tryNow;
        limits.signal.addEventListener('abort', tryNow, { once: true });
        tryNow();
      });
    },
    drain,
    async drainUntilQuiet(ms, signal) {
      for (let before = -1; before !== came; ) {
        before = came;
        await drain(ms, signal);
      }
    },
    wipe,
  };
}
