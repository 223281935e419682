import type { PushMessage } from '../../shared/contract/index.ts';
import type { Bridge } from './bridge.ts';
import { parseJson, toAnswer, toPush } from './envelope.ts';

/** Longer than the slowest central system may take; after it the outcome of the call is unknown. */
const CALL_TIMEOUT_MS = 60_000;
const RECONNECT_MS = [500, 1000, 2000, 4000] as const;

/** The parts of the browser that the bridge uses; replaced in tests. */
export interface Network {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly openEvents: (url: string) => EventSource;
}

/** The bridge over loopback HTTP: calls by POST, events by server-sent events with reconnect. */
export function createHttpBridge(network: Network): Bridge {
  const listeners = new Set<(message: PushMessage) => void>();
  const watchers = new Set<(connected: boolean) => void>();
  let events: EventSource | undefined;
  let connected: boolean | undefined;
  let attempt = 0;

  function setConnected(next: boolean): void {
    if (connected === next) return;
    connected = next;
    for (const watcher of watchers) watcher(next);
  }

  function connect(): void {
    const source = network.openEvents('/events');
    events = source;
    source.addEventListener('open', () => {
      attempt = 0;
      setConnected(true);
    });
    source.addEventListener('message', (event: MessageEvent<string>) => {
      const message = toPush(parseJson(event.data));
      if (message) for (const listener of listeners) listener(message);
    });
    source.addEventListener('error', () => {
      // The browser's own retry stops for good after an HTTP error; ours does not.
      source.close();
      setConnected(false);
      setTimeout(connect, RECONNECT_MS[Math.min(attempt, RECONNECT_MS.length - 1)]);
      attempt += 1;
    });
  }

  return {
    async call(name, input) {
      try {
        const response = await network.fetch(`/call/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input),
          signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
        });
        const raw = parseJson(await response.text());
        if (raw === undefined)
          return { ok: false, error: { code: 'unreachable', detail: `HTTP ${response.status}` } };
        return toAnswer(name, raw);
      } catch {
        return { ok: false, error: { code: 'unreachable' } };
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      if (!events) connect();
      return () => listeners.delete(listener);
    },
    onConnection(listener) {
      watchers.add(listener);
      if (!events) connect();
      queueMicrotask(() => connected !== undefined && watchers.has(listener) && listener(connected));
      return () => watchers.delete(listener);
    },
  };
}
