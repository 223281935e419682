import type { Clock } from '../clock.ts';

const TICK_MS = 20;
/** Start, eight data and stop bit. */
const BITS_PER_BYTE = 10;
/** As much as a TM-T88 holds; what comes beyond waits at the host. */
const FULL = 4096;

/** One direction of a serial line. */
export interface Pace {
  push(bytes: Uint8Array): void;
  /** Bits per second; 0: as fast as it can. */
  setBaud(baud: number): void;
  /** What was on its way is lost. */
  clear(): void;
}

/** Passes bytes on as fast as a serial line of so many baud would; `onFull` tells when more would not fit, and fits again. */
export function createPace(
  clock: Clock,
  deliver: (bytes: Uint8Array) => void,
  onFull: (full: boolean) => void = () => {},
): Pace {
  let baud = 0;
  let waiting = Buffer.alloc(0);
  let full = false;
  let cancel: (() => void) | undefined;

  function tellFull() {
    if (full === waiting.length >= FULL) return;
    full = !full;
    onFull(full);
  }

  function tick() {
    cancel = undefined;
    const share =
      baud === 0 ? waiting.length : Math.max(1, Math.floor((baud * TICK_MS) / 1000 / BITS_PER_BYTE));
    const now = waiting.subarray(0, share);
    waiting = waiting.subarray(share);
    if (now.length > 0) deliver(now);
    if (waiting.length > 0) cancel ??= clock.after(TICK_MS, tick);
    tellFull();
  }

  return {
    push(bytes) {
      if (baud === 0 && waiting.length === 0) return deliver(bytes);
      waiting = Buffer.concat([waiting, bytes]);
      cancel ??= clock.after(TICK_MS, tick);
      tellFull();
    },
    setBaud(next) {
      baud = next;
    },
    clear() {
      cancel?.();
      cancel = undefined;
      waiting = Buffer.alloc(0);
      tellFull();
    },
  };
}
