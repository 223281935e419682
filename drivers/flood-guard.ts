import type { Clock } from './clock.ts';
import { DeviceFault, type Transport } from './driver.ts';

/** More than ten times what the fastest serial line brings: no device here has so much to say. */
const LIMIT_BYTES = 1_000_000;
const WINDOW_MS = 1000;

/** The link was given up because the device would keep the whole process busy. */
export class FloodFault extends DeviceFault {}

/** Calls `onFlood` once, when a link brings more than a megabyte within a second: the other devices wait meanwhile. */
export function guardFlood(transport: Transport, clock: Clock, onFlood: (fault: FloodFault) => void): void {
  let since = clock.now().getTime();
  let bytes = 0;
  let told = false;
  transport.onBytes((chunk) => {
    const now = clock.now().getTime();
    if (now - since >= WINDOW_MS) {
      since = now;
      bytes = 0;
    }
    bytes += chunk.length;
    if (told || bytes <= LIMIT_BYTES) return;
    told = true;
    onFlood(new FloodFault('failure', `${transport.name} sends more than any device does; it was let go`));
  });
}
