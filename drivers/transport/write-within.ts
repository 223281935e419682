import type { Clock } from '../clock.ts';
import { asFault, DeviceFault, type Limits } from '../driver.ts';
import type { LinkEnd } from './link-end.ts';

/**
 * Starts a write and waits for its callback, the deadline, the signal or the end of the link, whichever is first.
 * A write that does not end in time loses the link: part of it may have left, and the rest would come out later.
 */
export function writeWithin(
  clock: Clock,
  limits: Limits,
  end: LinkEnd,
  start: (done: (error: Error | null | undefined) => void) => void,
  abandon: () => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (end.ended) return reject(end.fault ?? new DeviceFault('closed', 'the link is closed'));
    if (limits.signal.aborted) return reject(asFault(limits.signal.reason));
    let settled = false;
    const settle = (fault?: DeviceFault) => {
      if (settled) return;
      settled = true;
      cancel();
      forget();
      limits.signal.removeEventListener('abort', abort);
      if (fault) reject(fault);
      else resolve();
    };
    const giveUp = (fault: DeviceFault) => {
      if (settled) return;
      end.lose(fault);
      abandon();
      settle(fault);
    };
    const abort = () => giveUp(asFault(limits.signal.reason));
    const cancel = clock.after(limits.deadlineMs, () =>
      giveUp(new DeviceFault('timeout', `the device took no bytes for ${limits.deadlineMs} ms`)),
    );
    limits.signal.addEventListener('abort', abort, { once: true });
    const forget = end.onGone((fault) => settle(fault));
    start((error) => {
      if (!error) return settle();
      giveUp(new DeviceFault('offline', `writing failed: ${error.message}`));
    });
  });
}
