import { type ChildProcess, spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';

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

/** socat tells nobody when the link is there; ten seconds is far more than it needs. */
async function appears(path: string, given: AbortSignal): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end && !given.aborted; ) {
    if (
      await stat(path).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`socat made no pseudo-terminal at ${path}`);
}
