import type { DeviceFault } from '../driver.ts';

/** The end of a link, told exactly once, whatever order and number the events of the system come in. */
export interface LinkEnd {
  readonly fault: DeviceFault | undefined;
  /** True once the link ended, by itself or by us. */
  readonly ended: boolean;
  /** The link was lost: the listeners hear it. */
  lose(fault: DeviceFault): void;
  /** We close it: nobody needs to hear it. */
  finish(): void;
  /** Gives a function that takes the listener away again. */
  onGone(listener: (fault: DeviceFault) => void): () => void;
}

/** The end of a link that is open now. */
export function createLinkEnd(): LinkEnd {
  const listeners = new Set<(fault: DeviceFault) => void>();
  let fault: DeviceFault | undefined;
  let ended = false;
  return {
    get fault() {
      return fault;
    },
    get ended() {
      return ended;
    },
    lose(reason) {
      if (ended) return;
      ended = true;
      fault = reason;
      for (const listener of listeners) listener(reason);
    },
    finish() {
      ended = true;
    },
    onGone(listener) {
      if (fault) listener(fault);
      else listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
