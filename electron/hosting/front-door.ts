import type { Core } from '../core/create-core.ts';
import type { Clock, Log } from '../core/ports.ts';
import { type Loopback, startLoopback } from '../http/loopback.ts';

/** Servers for counter windows in a browser on this PC, which may open before the application behind them has started. */
export interface FrontDoor {
  open(port: number): Promise<Loopback>;
  /** The application is there: calls that waited for it are answered. */
  started(core: Core): void;
  /** It will not come: calls that waited are refused. */
  failed(error: unknown): void;
  close(): Promise<void>;
}

/** A browser takes half a second to start; with the door open first it does so beside the application. */
export function createFrontDoor(options: {
  readonly rendererDir: string;
  readonly themeFile: string | null;
  readonly clock: Clock;
  readonly log: Log;
}): FrontDoor {
  const core = Promise.withResolvers<Core>();
  // Who waits hears of a failed start by himself; nobody may be waiting.
  core.promise.catch(() => undefined);
  const servers: Loopback[] = [];
  return {
    async open(port) {
      const server = await startLoopback({ ...options, core: core.promise, port });
      servers.push(server);
      return server;
    },
    started: core.resolve,
    failed: core.reject,
    async close() {
      await Promise.all(servers.splice(0).map((server) => server.stop()));
    },
  };
}
