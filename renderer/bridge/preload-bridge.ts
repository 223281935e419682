import type { Bridge } from './bridge.ts';
import { toAnswer, toPush } from './envelope.ts';

/** What the preload script puts on the window of the desktop application. */
export interface PreloadDoor {
  call(name: string, input: unknown): Promise<unknown>;
  subscribe(listener: (message: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly waarmee?: PreloadDoor;
  }
}

/** The bridge over the desktop application's own door; always connected, because both live and die together. */
export function createPreloadBridge(door: PreloadDoor): Bridge {
  return {
    async call(name, input) {
      try {
        return toAnswer(name, await door.call(name, input));
      } catch {
        return { ok: false, error: { code: 'unreachable' } };
      }
    },
    subscribe: (listener) =>
      door.subscribe((raw) => {
        const message = toPush(raw);
        if (message) listener(message);
      }),
    onConnection(listener) {
      let listening = true;
      queueMicrotask(() => listening && listener(true));
      return () => {
        listening = false;
      };
    },
  };
}
