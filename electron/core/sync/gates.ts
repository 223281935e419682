import type { CentralError, CentralSystem } from '../central/index.ts';
import type { Clock } from '../ports.ts';
import { backOffMs } from './back-off.ts';

const REFUSED_ACCESS_MS = 60_000;

/**
 * One gate per central system. A failure closes it for a while, longer each time; everything that needs the system
 * waits, and after the wait one item goes first to see whether it works again.
 */
export interface Gates {
  /** Until when the gate is closed (UTC), undefined when it is open. */
  closedUntil(system: CentralSystem): Date | undefined;
  /** True from a failure until the next success. */
  failing(system: CentralSystem): boolean;
  close(error: CentralError): Date;
  opened(system: CentralSystem): void;
  /** A person wants it tried now, or the clock was set back. */
  openAll(): void;
}

/** All gates open. `random` gives numbers from 0 up to 1. */
export function createGates(clock: Clock, random: () => number): Gates {
  const gates = new Map<CentralSystem, { readonly failures: number; readonly until: number }>();
  return {
    closedUntil: (system) => {
      const until = gates.get(system)?.until ?? 0;
      const left = until - clock.now().getTime();
      return left > 0 ? new Date(until) : undefined;
    },
    failing: (system) => gates.has(system),
    close: (error) => {
      const failures = (gates.get(error.system)?.failures ?? 0) + 1;
      const wait = error.kind === 'unauthorized' ? REFUSED_ACCESS_MS : backOffMs(failures, random);
      const until = clock.now().getTime() + Math.max(wait, error.retryAfterMs ?? 0);
      gates.set(error.system, { failures, until });
      return new Date(until);
    },
    opened: (system) => void gates.delete(system),
    openAll: () => gates.clear(),
  };
}
