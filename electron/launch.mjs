#!/usr/bin/env node
// `npm start`: installs and builds what is missing, then starts Waarmee. Runs on Node 20 with nothing installed, so it
// uses Node alone.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  electronProgram,
  isReachable,
  mayTryElectron,
  mustBuild,
  mustInstall,
  nodeProgram,
} from './launch-checks.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const memory = path.join(root, 'node_modules', '.cache', 'waarmee-electron.json');
const ELECTRON_HOST = { host: 'github.com', port: 443 };
const ELECTRON_MS = 60_000;

const say = (line) => process.stdout.write(`${line}\n`);
let child;
let leaving = false;
let passing = false;

/** Ctrl-C in a terminal reaches the child as well; a plain kill does not, so it is passed on. We go when the child went. */
function passSignalsOn() {
  if (passing) return;
  passing = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      leaving = true;
      child?.kill(signal);
    });
  }
}

/** Runs a program to its end and gives its exit code; stops it after `limitMs` when that is given. */
function run(program, args, { limitMs, env = process.env } = {}) {
  passSignalsOn();
  return new Promise((resolve) => {
    child = spawn(program, args, { cwd: root, stdio: 'inherit', env });
    const timer = limitMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), limitMs);
    const end = (code) => {
      clearTimeout(timer);
      resolve(code);
    };
    child.once('error', () => end(127));
    child.once('exit', (code, signal) => end(code ?? (signal === null ? 1 : 128)));
  });
}

async function step(line, program, args, options) {
  say(line);
  const code = await run(program, args, options);
  if (leaving) process.exit(130);
  if (code !== 0) {
    process.stderr.write(
      `Dit lukte niet (code ${code}). Kijk hierboven wat er misging; er is niets verloren.\n`,
    );
    process.exit(code);
  }
}

/** npm's own program next to this Node, so that a shell is never needed. */
function npm() {
  const script = process.env.npm_execpath;
  if (script !== undefined && existsSync(script)) return { program: process.execPath, args: [script] };
  return process.platform === 'win32'
    ? { program: 'cmd.exe', args: ['/d', '/s', '/c', 'npm.cmd'] }
    : { program: 'npm', args: [] };
}

/** Fetches Electron when its host answers; what failed is remembered, so that tomorrow is the next try. */
async function fetchElectron(version) {
  const remembered = existsSync(memory) ? readFileSync(memory, 'utf8') : null;
  if (!mayTryElectron(remembered, version, Date.now())) return;
  if (await isReachable(ELECTRON_HOST, 2000)) {
    say('Electron ophalen (eenmalig, hooguit een minuut)...');
    const install = path.join(root, 'node_modules', 'electron', 'install.js');
    await run(process.execPath, [install], { limitMs: ELECTRON_MS });
    if (leaving) process.exit(130);
    if (electronProgram(root)) return;
  }
  say('Electron is nu niet op te halen; Waarmee opent in de browser die er al is.');
  mkdirSync(path.dirname(memory), { recursive: true });
  writeFileSync(memory, JSON.stringify({ version, failedAt: Date.now() }));
}

const options = process.argv.slice(2);
const bin = path.join(root, 'node_modules', '.bin');
// Programs in node_modules/.bin first: there is the Node the application is made for.
const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` };

if (mustInstall(root)) {
  const { program, args } = npm();
  await step('Onderdelen installeren...', program, [
    ...args,
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
}
const node = nodeProgram(root, process);
if (node === null) {
  process.stderr.write(
    `Waarmee heeft Node 24 nodig; dit is ${process.version}. Installeer Node 24 en start opnieuw.\n`,
  );
  process.exit(1);
}
if (mustBuild(root)) {
  const vite = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  await step('Waarmee bouwen...', node, [vite, 'build', '--logLevel', 'error'], { env });
}

// Without a window of its own there is nothing Electron would add.
const headless = options.includes('--no-window') || options.includes('--help') || options.includes('--port');
if (!headless) {
  const manifest = JSON.parse(
    readFileSync(path.join(root, 'node_modules', 'electron', 'package.json'), 'utf8'),
  );
  if (!electronProgram(root)) await fetchElectron(manifest.version);
}
const electron = headless ? null : electronProgram(root);
say(electron ? 'Waarmee starten...' : 'Waarmee starten (zonder Electron)...');
const serve = path.join(root, 'out', 'main', 'serve.js');
if (electron) process.exitCode = await run(electron, ['.', ...options], { env });
else if (realpathSync(node) === realpathSync(process.execPath)) {
  // This is the right Node already: one process less to start, and what it compiles is kept for the next time.
  module.enableCompileCache?.(path.join(root, 'node_modules', '.cache', 'compiled'));
  process.argv = [process.execPath, serve, ...options];
  await import(pathToFileURL(serve).href);
} else process.exitCode = await run(node, [serve, ...options], { env });
