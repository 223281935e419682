import type { Cancel, Clock } from './clock.ts';

/** Garbage bytes within ten seconds that are too many for a healthy cable. */
const LIMIT = 20;
const WINDOW_MS = 10_000;

/** Tells when a line brings more garbage than a healthy cable does, and when it is quiet again for ten seconds. */
export function createNoiseMeter(clock: Clock, life: AbortSignal, tell: (noisy: boolean) => void) {
  let counted = 0;
  let noisy = false;
  let cancel: Cancel = () => {};
  life.addEventListener('abort', () => cancel(), { once: true });
  return {
    count(bytes: number) {
      if (life.aborted) return;
      if (counted === 0 || noisy) {
        cancel();
        cancel = clock.after(WINDOW_MS, () => {
          counted = 0;
          if (noisy) tell(false);
          noisy = false;
        });
      }
      counted += bytes;
      if (noisy || counted <= LIMIT) return;
      noisy = true;
      tell(true);
    },
  };
}
