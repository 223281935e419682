import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright';
import { build } from 'vite';
import config from '../../../playwright.config.ts';
import { quantile, report } from '../figures.ts';

/**
 * From the command to a window in which the clerk can log in, against a React page with one button, built and served the
 * same way: npm, Node, a server on loopback, a new Chromium profile. In turns in one run.
 */
const STARTS = Number(process.env['STARTS'] ?? 9);
const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'waarmee-start-'));
const npm = existsSync(process.env['npm_execpath'] ?? '')
  ? [process.execPath, process.env['npm_execpath'] ?? '']
  : ['npm'];

function address(child: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('no output to read');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^Balie: (\S+)/.exec(line)?.[1];
      if (url) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

async function start(script: string, args: readonly string[]): Promise<number> {
  const started = performance.now();
  const [program = 'npm', ...before] = npm;
  const child = spawn(program, [...before, 'run', '--silent', script, '--', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  try {
    const url = await address(child);
    const browser = await chromium.launch({ ...config.use?.launchOptions });
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByRole('button', { name: /^Aanmelden/ }).waitFor();
    const elapsed = performance.now() - started;
    await browser.close();
    return elapsed;
  } finally {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    // The group that this bench started: npm, the launcher and the application.
    if (child.pid) process.kill(-child.pid, 'SIGTERM');
    await gone;
  }
}

try {
  const page = path.join(folder, 'page');
  await build({
    root: path.join(import.meta.dirname, 'page'),
    logLevel: 'error',
    configFile: false,
    build: { outDir: page, emptyOutDir: true },
  });
  const built = spawnSync(
    process.execPath,
    ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'error'],
    { cwd: root, stdio: 'inherit' },
  );
  if (built.status !== 0) throw new Error('the application does not build');
  const data = path.join(folder, 'data');
  const variants = {
    ours: () => start('start', ['--practice', '--no-window', '--data', data]),
    bare: () => start('bench:trivial-page', [page]),
  };
  await variants.ours(); // makes the accounts and the database, and warms the files for both
  await variants.bare();
  const ours: number[] = [];
  const bare: number[] = [];
  for (let i = 0; i < STARTS; i += 1) {
    ours.push(await variants.ours());
    bare.push(await variants.bare());
  }
  report({
    bench: 'start',
    figure: 'window_ms',
    ours: quantile(ours, 0.5),
    bare: quantile(bare, 0.5),
    runs: STARTS,
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
