import type { CentralError, CentralSystem } from '../central/index.ts';
import type { Clock } from '../ports.ts';
import { backOffMs } from './back-off.ts';

const REFUSED_ACCESS_MS = 60_000;
const MOST_REFUSALS = 15;
/** So long the others wait for the one that goes first; mostly it is told sooner. */
const FIRST_MS = 1000;

/**
 * One gate per central system. A failure closes it for a while, longer each time; everything that needs the system
 * waits, and after the wait one item goes first to see whether it works again.
 */
export interface Gates {
  /** Until when the gate is closed (UTC), undefined when it is open. */
  closedUntil(system: CentralSystem): Date | undefined;
  /** True from a failure until the next success. */
  failing(system: CentralSystem): boolean;
  /**
   * Until when `item` waits; undefined: it may ask now. After a failure it is then the one that goes first, and the others
   * wait until an answer came, or until it `left`.
   */
  enter(system: CentralSystem, item: string): Date | undefined;
  /** Whether `item` is the one that asks for IT while access is refused: the first that was, until the next success. */
  asksForIt(system: CentralSystem, item: string): boolean;
  /** Whatever became of `item`, it goes first no longer. */
  left(item: string): void;
  close(error: CentralError): Date;
  /**
   * It answered. When it had failed, the others that could not be reached are tried at once too: mostly it was the line
   * that was away, and that is back. Not one that asked for a pause, or refused access.
   */
  opened(system: CentralSystem): void;
  /** A person wants it tried now, or the clock was set back. */
  openAll(): void;
}

/** All gates open. `random` gives numbers from 0 up to 1. */
export function createGates(clock: Clock, random: () => number): Gates {
  const gates = new Map<
    CentralSystem,
    { readonly failures: number; readonly until: number; readonly mayBeTheLine: boolean }
  >();
  const first = new Map<CentralSystem, string>();
  const asking = new Map<CentralSystem, string>();
  const closedUntil = (system: CentralSystem): Date | undefined => {
    const until = gates.get(system)?.until ?? 0;
    return until > clock.now().getTime() ? new Date(until) : undefined;
  };
  return {
    closedUntil,
    failing: (system) => gates.has(system),
    enter(system, item) {
      const until = closedUntil(system);
      if (until || !gates.has(system)) return until;
      const ahead = first.get(system) ?? item;
      first.set(system, ahead);
      return ahead === item ? undefined : new Date(clock.now().getTime() + FIRST_MS);
    },
    asksForIt(system, item) {
      const one = asking.get(system) ?? item;
      asking.set(system, one);
      return one === item;
    },
    left(item) {
      for (const [system, ahead] of first) if (ahead === item) first.delete(system);
    },
    close: (error) => {
      const failures = (gates.get(error.system)?.failures ?? 0) + 1;
      const wait =
        error.kind === 'unauthorized'
          ? REFUSED_ACCESS_MS * Math.min(failures, MOST_REFUSALS)
          : backOffMs(failures, random);
      const until = clock.now().getTime() + Math.max(wait, error.retryAfterMs ?? 0);
      const mayBeTheLine = error.kind !== 'unauthorized' && error.retryAfterMs === undefined;
      gates.set(error.system, { failures, until, mayBeTheLine });
      return new Date(until);
    },
    opened(system) {
      first.delete(system);
      asking.delete(system);
      if (!gates.delete(system)) return;
      for (const [other, gate] of gates) if (gate.mayBeTheLine) gates.set(other, { ...gate, until: 0 });
    },
    openAll() {
      gates.clear();
      first.clear();
    },
  };
}
