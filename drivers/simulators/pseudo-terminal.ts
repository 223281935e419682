import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { dirname } from 'node:path';

const APPEARS_MS = 10_000;

/** A serial port without hardware, at a path of choice. */
export interface PseudoTerminal {
  /** Hangs up: for whoever has it open the device is unplugged. */
  close(): Promise<void>;
}

/**
 * Links a pseudo-terminal at `path` to a local TCP port, by socat; rejects with a message for people when socat is
 * missing. When the driver closes its side socat ends, so it is started again as long as the device is plugged in.
 */
export async function openPseudoTerminal(path: string, port: number): Promise<PseudoTerminal> {
  let closing = false;
  let child: ChildProcess;
  let ended: Promise<void>;

  /** Starts socat; the answer rejects when it could not start or ended. */
  function start(): Promise<never> {
    // -t0.05: else socat lingers half a second after the far side has closed.
    child = spawn('socat', ['-t0.05', `PTY,raw,echo=0,link=${path}`, `TCP:127.0.0.1:${port},nodelay`], {
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    const run = child;
    const failed = new Promise<never>((_, reject) => {
      run.once('error', (error) => reject(socatFault(error)));
      run.once('exit', () => reject(new Error(`socat could not make a pseudo-terminal at ${path}`)));
    });
    failed.catch(() => {});
    ended = failed.catch(() => {});
    return failed;
  }

  async function keepRunning() {
    for (;;) {
      await ended;
      // A pause, so that a path that cannot be made does not keep a processor busy.
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (closing) return;
      void start();
    }
  }

  const given = new AbortController();
  try {
    await Promise.race([start(), appears(path, given.signal)]);
  } catch (error) {
    given.abort();
    child!.kill();
    throw error;
  }
  const keeping = keepRunning();
  return {
    async close() {
      closing = true;
      child.kill();
      await ended;
      await keeping;
    },
  };
}

function socatFault(error: NodeJS.ErrnoException): Error {
  if (error.code !== 'ENOENT') return error;
  return new Error(
    'socat is missing: a simulated serial port needs it. Debian/Ubuntu: sudo apt-get install socat',
  );
}

/** Resolves when the link is there; rejects after ten seconds, far more than socat needs, or when it is given up. */
function appears(path: string, given: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const watcher = watch(dirname(path), look);
    const stop = AbortSignal.any([given, AbortSignal.timeout(APPEARS_MS)]);
    const giveUp = () => {
      watcher.close();
      reject(new Error(`socat made no pseudo-terminal at ${path}`));
    };
    stop.addEventListener('abort', giveUp, { once: true });
    watcher.once('error', giveUp);
    look();

    function look() {
      if (!existsSync(path)) return;
      stop.removeEventListener('abort', giveUp);
      watcher.close();
      resolve();
    }
  });
}
