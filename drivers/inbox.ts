import type { Clock } from './clock.ts';
import { asFault, DeviceFault, type Limits } from './driver.ts';

/** Answers of a device on their way to whoever waits for them. */
export interface Inbox<Frame> {
  /** Offers a frame to those who wait, oldest first; false when nobody took it. */
  push(frame: Frame): boolean;
  /**
   * The first frame from now on for which `match` gives a value. Rejects with a DeviceFault: `timeout` at the
   * deadline (`what` says what was awaited), else the reason of the signal that aborted.
   */
  next<T>(what: string, match: (frame: Frame) => T | undefined, limits: Limits): Promise<T>;
}

/** An inbox that ends with the connection whose `life` is given. */
export function createInbox<Frame>(clock: Clock, life: AbortSignal): Inbox<Frame> {
  const waiting = new Set<(frame: Frame) => boolean>();
  return {
    push(frame) {
      for (const take of waiting) if (take(frame)) return true;
      return false;
    },
    next(what, match, limits) {
      return new Promise((resolve, reject) => {
        const signals = [life, limits.signal];
        const end = () => {
          cancel();
          waiting.delete(take);
          for (const signal of signals) signal.removeEventListener('abort', abort);
        };
        const abort = () => {
          end();
          reject(asFault(signals.find((signal) => signal.aborted)?.reason));
        };
        const take = (frame: Frame) => {
          const value = match(frame);
          if (value === undefined) return false;
          end();
          resolve(value);
          return true;
        };
        const cancel = clock.after(limits.deadlineMs, () => {
          end();
          reject(new DeviceFault('timeout', `no answer in ${limits.deadlineMs} ms: ${what}`));
        });
        waiting.add(take);
        for (const signal of signals) signal.addEventListener('abort', abort);
        if (signals.some((signal) => signal.aborted)) abort();
      });
    },
  };
}

/** Resolves after `ms`; rejects with the reason of the signal when that comes first. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      cancel();
      reject(asFault(signal.reason));
    };
    const cancel = clock.after(ms, () => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}
