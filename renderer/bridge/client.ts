import type { Bridge } from './bridge.ts';
import { createHttpBridge } from './http-bridge.ts';
import { createPreloadBridge } from './preload-bridge.ts';

/** The way to the application: the preload's door in the desktop application, else loopback HTTP of the same origin. */
export function createBridge(): Bridge {
  if (window.waarmee) return createPreloadBridge(window.waarmee);
  return createHttpBridge({
    fetch: (url, init) => fetch(url, init),
    openEvents: (url) => new EventSource(url),
  });
}
