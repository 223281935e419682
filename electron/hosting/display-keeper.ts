import type { Clock, Displays, Log } from '../core/ports.ts';
import type { DisplayServer } from '../http/display-server.ts';

const RETRY_MS = 30_000;

/** Keeps the displays' server up, and says where it is. */
export interface DisplayKeeper extends Displays {
  /** Resolves when the server runs, or when it did not start and will be tried again; then with the reason (a code). */
  readonly firstTry: Promise<string | null>;
  stop(): Promise<void>;
}

/**
 * Starts the displays' server and tries again every half minute while its address or port is not available: the counter
 * goes on without the displays.
 */
export function keepDisplays(start: () => Promise<DisplayServer>, clock: Clock, log: Log): DisplayKeeper {
  let server: DisplayServer | undefined;
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
      log.error('display.notStarted', { code });
      if (!stopped) cancelRetry = clock.after(RETRY_MS, () => void (trying = attempt()));
      return code;
    }
  }

  let trying = attempt();
  return {
    url: () => server?.url ?? null,
    list: () => server?.list() ?? [],
    refresh: (displayId) => server?.refresh(displayId) ?? false,
    firstTry: trying,
    async stop() {
      stopped = true;
      cancelRetry();
      await trying;
      await server?.stop();
    },
  };
}
