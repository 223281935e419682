import type { Result } from '../../shared/lib/result.ts';
import type { CallError } from '../bridge/bridge.ts';

/** Server state in the window: the last good value, and the failure of the last attempt if it failed. */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly error: CallError | undefined;
}

/** One piece of server state. It is replaced whole; an answer that was overtaken by a newer one is dropped. */
export interface Resource<T> {
  /** Fetches anew. While a fetch runs, one more is queued; `force` gives up on the running one instead. */
  refresh(force?: boolean): Promise<void>;
  /** Takes a value that a command answered; a fetch that was under way is older and is done again. */
  put(value: T): void;
  /** Forgets the value, and whatever answer is still under way. */
  clear(): void;
}

/** Makes a resource from a call; `show` receives each new state. */
export function createResource<T>(
  fetch: () => Promise<Result<T>>,
  show: (loaded: Loaded<T>) => void,
): Resource<T> {
  let sequence = 0;
  let flight: Promise<void> | undefined;
  let again = false;
  let last: T | undefined;

  async function fly(mine: number): Promise<void> {
    const result = await fetch();
    if (mine !== sequence) return;
    flight = undefined;
    if (result.ok) last = result.value;
    show({ value: last, error: result.ok ? undefined : result.error });
    if (again) {
      again = false;
      await refresh();
    }
  }

  function refresh(force = false): Promise<void> {
    if (flight && !force) {
      again = true;
      return flight;
    }
    sequence += 1;
    flight = fly(sequence);
    return flight;
  }

  function overtake(value: T | undefined): boolean {
    const flying = flight !== undefined;
    sequence += 1;
    flight = undefined;
    again = false;
    last = value;
    show({ value, error: undefined });
    return flying;
  }

  return {
    refresh,
    put(value) {
      if (overtake(value)) void refresh();
    },
    clear() {
      overtake(undefined);
    },
  };
}
