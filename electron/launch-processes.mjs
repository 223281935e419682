// The programs that the launcher runs, one at a time, and when they end. Runs on Node 20 with nothing installed.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** How long a program may take to stop, in milliseconds: longer than the application gives itself. */
const STOP_MS = 20_000;
const WATCH_MS = 500;

let child;
let leaving = false;
let taken = false;

/**
 * Runs a program to its end and gives its exit code; stops it after `limitMs` when that is given. A signal to this
 * process goes on to the program, and when that has ended so does this process.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: Record<string, string | undefined>, limitMs?: number }} options
 * @returns {Promise<number>}
 */
export function run(program, args, { limitMs, ...options }) {
  takeSignals();
  return new Promise((resolve) => {
    const started = spawn(program, args, { stdio: 'inherit', ...options });
    child = started;
    const timer = limitMs === undefined ? undefined : setTimeout(() => started.kill('SIGKILL'), limitMs);
    const end = (code) => {
      clearTimeout(timer);
      child = undefined;
      if (leaving) process.exit(code);
      resolve(code);
    };
    started.once('error', () => end(127));
    started.once('exit', (code, signal) => end(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** From here on the signals are for a program that goes on inside this process. */
export function handSignalsOver() {
  for (const signal of SIGNALS) process.off(signal, onSignal);
  taken = false;
}

function takeSignals() {
  if (taken) return;
  taken = true;
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

/** Ctrl-C in a terminal reaches the child as well; a plain kill does not, so it is passed on. */
function onSignal(signal) {
  leaving = true;
  if (!child) process.exit(128 + constants.signals[signal]);
  child.kill(signal);
  setTimeout(() => child?.kill('SIGKILL'), STOP_MS).unref();
}

/**
 * Ends this process as SIGTERM does when what started it through npm is gone. npm passes SIGINT and SIGTERM on, but not
 * SIGHUP, and nothing when it is killed; the system tells nobody that his parent went, so we look. (Windows keeps the
 * number of a parent that is gone: there this sees nothing.)
 */
export function watchParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, WATCH_MS).unref();
}
