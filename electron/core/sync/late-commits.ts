import type { CentralError } from '../central/index.ts';
import type { Clock } from '../ports.ts';
import type { LocalError } from './step.ts';

/** A gateway that gave up waiting, while the registry behind it goes on (RFC 9110 15.5.9, 15.6.3, 15.6.5). */
const GAVE_UP: readonly number[] = [408, 502, 504];

/**
 * Requests without an answer that the server may still carry out. A look-up before that is past proves nothing; it matters
 * for what the server would take twice. Kept in memory: after a start nobody knows what was under way, so all of it counts
 * from the start.
 */
export interface LateCommits {
  /** The first request of a step of `item` is about to be sent: nothing of it is under way. */
  begun(item: string): void;
  /** A request of `item` ended so. */
  failed(item: string, error: CentralError | LocalError): void;
  /** Until when a request of `item` that was sent earlier may still be carried out; undefined: it is past. */
  until(item: string): Date | undefined;
  /** All of it is there. */
  forget(item: string): void;
}

/** `waitMs`: how long a server can go on with a request after nobody waits for it. */
export function createLateCommits(clock: Clock, waitMs: number): LateCommits {
  const now = (): number => clock.now().getTime();
  const startedAt = now();
  const leftAt = new Map<string, number>();
  const nothingUnderWay = (item: string): void => void leftAt.set(item, Number.NEGATIVE_INFINITY);
  return {
    begun: nothingUnderWay,
    failed: (item, error) => {
      if (error.kind === 'unreachable') return;
      const mayCome =
        error.kind === 'unknownOutcome' && (error.status === undefined || GAVE_UP.includes(error.status));
      if (mayCome) leftAt.set(item, now());
      else nothingUnderWay(item);
    },
    until: (item) => {
      const since = leftAt.get(item) ?? startedAt;
      // A clock that was set back must not make it wait for hours.
      const left = Math.min(waitMs, since + waitMs - now());
      return left > 0 ? new Date(now() + left) : undefined;
    },
    forget: (item) => void leftAt.delete(item),
  };
}
