import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** The root of the sources. */
export const REPOSITORY = path.resolve(import.meta.dirname, '..', '..', '..');
/** Where the built application is; elsewhere for a run that must not notice a build beside it. */
const APPLICATION = process.env['WAARMEE_E2E_APP'] ?? REPOSITORY;
const STARTS_WITHIN_MS = 30_000;

/** The built application, running as its own process. */
export interface App {
  /** One-time link to the counter window. */
  readonly counterUrl: string;
  readonly displayUrl: string;
  /** Settles when it is said, which is after the others; never where there is no kiosk. */
  readonly kioskUrl: Promise<string>;
  readonly pid: number;
  /** Pulls the plug: nothing of the process gets a moment more. */
  kill(): Promise<void>;
  /** Ends it the way a person would. */
  stop(): Promise<void>;
}

/** Starts `serve` with these arguments; rejects with all it said when it does not come up. */
export async function startApp(args: readonly string[], nodeArgs: readonly string[] = []): Promise<App> {
  const entry = path.join(APPLICATION, 'out', 'main', 'serve.js');
  // Together they make Node warn on the error output, which must stay silent here.
  const { NO_COLOR: _plain, FORCE_COLOR: _coloured, ...env } = process.env;
  const child = spawn(process.execPath, [...nodeArgs, entry, ...args, '--no-window'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  const said: string[] = [];
  const errors = createInterface({ input: child.stderr });
  errors.on('line', (line) => said.push(line));
  const kioskUrl = Promise.withResolvers<string>();
  const links = await readLinks(child, said, kioskUrl.resolve);
  if (child.pid === undefined) throw new Error('the application has no process');
  const { pid } = child;
  return {
    ...links,
    kioskUrl: kioskUrl.promise,
    pid,
    kill: () => end(child, 'SIGKILL'),
    stop: async () => {
      await end(child, 'SIGTERM');
      const trouble = said.filter((line) => !line.includes('ExperimentalWarning'));
      if (trouble.length > 0) throw new Error(`the application complained:\n${trouble.join('\n')}`);
    },
  };
}

function readLinks(
  child: ChildProcess,
  said: string[],
  kiosk: (url: string) => void,
): Promise<Pick<App, 'counterUrl' | 'displayUrl'>> {
  return new Promise((resolve, reject) => {
    const give = (why: string) => reject(new Error(`${why}\n${said.join('\n')}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      give('the application did not start in time');
    }, STARTS_WITHIN_MS);
    let counterUrl: string | undefined;
    child.once('error', (error) => give(error.message));
    child.once('exit', (code) => {
      clearTimeout(timer);
      give(`the application ended with ${code}`);
    });
    if (!child.stdout) return give('no output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, name, url] = /^(Balie|Scherm|Zuil): (http\S+)$/.exec(line) ?? [];
      if (name === 'Zuil' && url !== undefined) kiosk(url);
      if (name === 'Balie') counterUrl = url;
      if (name !== 'Scherm' || url === undefined || counterUrl === undefined) return;
      clearTimeout(timer);
      child.removeAllListeners('exit');
      resolve({ counterUrl, displayUrl: url });
    });
  });
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
