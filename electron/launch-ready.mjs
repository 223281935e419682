// What has to be there before a program of the project can run, and running it. Runs on Node 20 with nothing installed.
import { existsSync, realpathSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { mustBuild, mustInstall, nodeProgram } from './launch-checks.mjs';
import { handSignalsOver, run } from './launch-processes.mjs';

/** The folder of the project. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Programs in node_modules/.bin first: there is the Node the application is made for. */
export const env = {
  ...process.env,
  PATH: `${path.join(root, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH ?? ''}`,
};

/**
 * A line for whoever waits.
 * @param {string} line
 */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Installs the packages when they are missing or changed, and gives the Node to run with; ends this process, with a
 * sentence, when either is not possible.
 * @returns {Promise<string>}
 */
export async function installed() {
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
  return node;
}

/**
 * Builds when something of the build is missing or older than its source; ends this process when that fails.
 * @param {string} node
 */
export async function built(node) {
  if (!mustBuild(root)) return;
  const vite = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  await step('Waarmee bouwen...', node, [vite, 'build', '--logLevel', 'error'], { env });
}

/**
 * Runs a script of the project to its end, with `node`; inside this process when that is the right Node already: one
 * process less to start, and what it compiles is kept for the next time.
 * @param {string} node
 * @param {string} script
 * @param {readonly string[]} args
 */
export async function runScript(node, script, args) {
  if (realpathSync(node) !== realpathSync(process.execPath)) {
    process.exitCode = await run(node, [script, ...args], { cwd: root, env });
    return;
  }
  handSignalsOver();
  module.enableCompileCache?.(path.join(root, 'node_modules', '.cache', 'compiled'));
  process.argv = [process.execPath, script, ...args];
  await import(pathToFileURL(script).href);
}

async function step(line, program, args, options) {
  say(line);
  const code = await run(program, args, { cwd: root, ...options });
  if (code === 0) return;
  process.stderr.write(
    `Dit lukte niet (code ${code}). Kijk hierboven wat er misging; er is niets verloren.\n`,
  );
  process.exit(code);
}

/** npm's own program next to this Node, so that a shell is never needed. */
function npm() {
  const script = process.env.npm_execpath;
  if (script !== undefined && existsSync(script)) return { program: process.execPath, args: [script] };
  return process.platform === 'win32'
    ? { program: 'cmd.exe', args: ['/d', '/s', '/c', 'npm.cmd'] }
    : { program: 'npm', args: [] };
}
