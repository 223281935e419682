import type { Clock } from '../clock.ts';
import { asFault, DeviceFault, type Limits } from '../driver.ts';

/**
 * The outcome of `work`, or a DeviceFault at the deadline (`timeout`, with `what`) or when the signal aborts, whichever is
 * first. What `work` still gives after that goes to `late`; an error of it is dropped.
 */
export function within<T>(
  clock: Clock,
  limits: Limits,
  what: string,
  work: Promise<T>,
  late: (value: T) => void = () => {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const over = (): boolean => {
      const was = isOver;
      isOver = true;
      cancel();
      limits.signal.removeEventListener('abort', abort);
      return was;
    };
    const giveUp = (fault: DeviceFault) => {
      if (!over()) reject(fault);
    };
    const abort = () => giveUp(asFault(limits.signal.reason));
    const cancel = clock.after(limits.deadlineMs, () =>
      giveUp(new DeviceFault('timeout', `${what} (${limits.deadlineMs} ms)`)),
    );
    limits.signal.addEventListener('abort', abort, { once: true });
    work.then(
      (value) => (over() ? late(value) : resolve(value)),
      (error: unknown) => giveUp(asFault(error)),
    );
    if (limits.signal.aborted) abort();
  });
}
