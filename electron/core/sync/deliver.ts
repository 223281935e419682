import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { CentralError } from '../central/index.ts';
import type { Clock, Log } from '../ports.ts';
import { backOffMs } from './back-off.ts';
import { kindOfStep } from './carry-out.ts';
import type { Gates } from './gates.ts';
import type { Item, Queue } from './queue.ts';
import { reasonOf } from './reasons.ts';
import type { Run } from './run-steps.ts';
import type { LocalError } from './step.ts';

export interface Settling {
  readonly queue: Queue;
  readonly gates: Gates;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  /** Inside the transaction that marks the item as done. */
  readonly onDone: (item: Item) => void;
}

/** Refusals of a moment that the server finds ahead of its clock. */
const IN_FUTURE: readonly string[] = ['date-in-future', 'future_not_allowed'];
const RETRY_PARKED_MS = 15 * 60_000;
/** After so many tries a person must look at an answer that can't be read, or at a zaak that does not appear. */
const MAX_TRIES = 8;

/** Writes what became of an item: done, put off until a moment, or parked for a person. */
export function settle(deps: Settling, item: Item, run: Run): void {
  const { queue, log } = deps;
  switch (run.kind) {
    case 'done':
      finish(deps, item);
      return;
    case 'waits':
      queue.putOff(item.itemId, run.until.toISOString(), reasonOf(run.error), false);
      return;
    case 'failed':
      log.warn('sync.itemFailed', {
        item: item.itemId,
        step: kindOfStep(run.step),
        kind: run.error.kind,
        ...('status' in run.error && run.error.status !== undefined && { status: run.error.status }),
        ...('code' in run.error && run.error.code !== undefined && { code: run.error.code }),
      });
      settleFailure(deps, item, run.error);
      return;
    case 'settled':
      return;
    default:
      assertNever(run);
  }
}

/** Everything of the item is at the central side. */
export function finish({ queue, onDone }: Settling, item: Item): void {
  queue.finish(item);
  onDone(item);
}

function settleFailure(deps: Settling, item: Item, error: CentralError | LocalError): void {
  const { queue, gates, clock, random } = deps;
  const reason = reasonOf(error);
  const later = (ms: number): string => new Date(clock.now().getTime() + ms).toISOString();
  const exchange = 'exchange' in error ? error.exchange : undefined;
  const putOff = (ms: number): void => queue.putOff(item.itemId, later(ms), reason, true, exchange);
  const park = (retryMs: number | null): void =>
    queue.park(item.itemId, reason, retryMs === null ? null : later(retryMs), exchange);
  const wait = backOffMs(item.attempts + 1, random);
  switch (error.kind) {
    case 'unreachable':
    case 'unknownOutcome': {
      if (error.notAsked) {
        const until = gates.closedUntil(error.system)?.toISOString() ?? later(wait);
        return queue.putOff(
          item.itemId,
          until,
          reasonOf({ kind: 'unreachable', system: error.system }),
          false,
        );
      }
      const until = gates.close(error).getTime() - clock.now().getTime();
      return putOff(Math.max(wait, error.retryAfterMs === undefined ? 0 : until));
    }
    case 'unauthorized': {
      const asks = gates.asksForIt(error.system, item.itemId);
      const until = gates.close(error).getTime() - clock.now().getTime();
      // One item asks for IT; the others wait behind the same closed gate.
      return asks ? park(RETRY_PARKED_MS) : putOff(until);
    }
    case 'notAllowed':
      gates.opened(error.system);
      return park(RETRY_PARKED_MS);
    case 'invalidAnswer':
      // Often a proxy's own page: when that is gone, nobody should have to click every zaak of that hour.
      return item.attempts + 1 >= MAX_TRIES ? park(RETRY_PARKED_MS) : putOff(wait);
    case 'notYet':
      return item.attempts + 1 >= MAX_TRIES ? park(null) : putOff(wait);
    case 'refused':
      gates.opened(error.system);
      // Our estimate of the server's time was ahead after all; the same moment is good a little later.
      if (error.invalidParams?.some(({ code }) => IN_FUTURE.includes(code)) && item.attempts < MAX_TRIES)
        return putOff(Math.max(wait, 2000));
      return park(null);
    case 'conflict':
    case 'notFound':
      // An answer, if not the one that was hoped for.
      gates.opened(error.system);
      return park(null);
    case 'impossible':
      return park(null);
    default:
      return assertNever(error);
  }
}
