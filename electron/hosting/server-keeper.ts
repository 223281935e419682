import type { Clock, Displays, Log } from '../core/ports.ts';
import type { DisplayServer } from '../http/display-server.ts';

const RETRY_MS = 30_000;

/** Keeps a server up that the counter can do without. */
export interface ServerKeeper<S> {
  /** Null while there is none. */
  current(): S | null;
  /** Resolves when the server runs, or when it did not start and will be tried again; then with the reason (a code). */
  readonly firstTry: Promise<string | null>;
  stop(): Promise<void>;
}

/**
 * Starts a server and tries again every half minute while its address or port is not available: the counter goes on
 * without it. `event` names the failure in the log.
 */
export function keepServer<S extends { stop(): Promise<void> }>(
  start: () => Promise<S>,
  { clock, log, event }: { readonly clock: Clock; readonly log: Log; readonly event: string },
): ServerKeeper<S> {
  let server: S | undefined;
  let cancelRetry: () => void = () => undefined;
  let stopped = false;

  async function attempt(): Promise<string | null> {
    try {
      const started = await start();
      if (stopped) await started.stop();
      else server = started;
      return null;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      log.error(event, { code });
      if (!stopped) cancelRetry = clock.after(RETRY_MS, () => void (trying = attempt()));
      return code;
    }
  }

  let trying = attempt();
  return {
    current: () => server ?? null,
    firstTry: trying,
    async stop() {
      stopped = true;
      cancelRetry();
      await trying;
      await server?.stop();
    },
  };
}

/** The displays as the core sees them, whether their server is there or not. */
export function displaysOf(server: () => DisplayServer | null): Displays {
  return {
    url: () => server()?.url ?? null,
    list: () => server()?.list() ?? [],
    refresh: (displayId) => server()?.refresh(displayId) ?? false,
  };
}
