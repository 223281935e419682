#!/usr/bin/env node
// `npm start`: installs and builds what is missing, then starts Waarmee. Runs on Node 20 with nothing installed, so it
// uses Node alone.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { electronProgram, isReachable, mayTryElectron } from './launch-checks.mjs';
import { run, watchParent } from './launch-processes.mjs';
import { built, env, installed, root, runScript, say } from './launch-ready.mjs';

const memory = path.join(root, 'node_modules', '.cache', 'waarmee-electron.json');
const ELECTRON_HOST = { host: 'github.com', port: 443 };
const ELECTRON_MS = 60_000;

/** Fetches Electron when its host answers; what failed is remembered, so that tomorrow is the next try. */
async function fetchElectron(version) {
  const remembered = existsSync(memory) ? readFileSync(memory, 'utf8') : null;
  if (!mayTryElectron(remembered, version, Date.now())) return;
  if (await isReachable(ELECTRON_HOST, 2000)) {
    say('Electron ophalen (eenmalig, hooguit een minuut)...');
    const install = path.join(root, 'node_modules', 'electron', 'install.js');
    await run(process.execPath, [install], { cwd: root, limitMs: ELECTRON_MS });
    if (electronProgram(root)) return;
  }
  say('Electron is nu niet op te halen; Waarmee opent in de browser die er al is.');
  mkdirSync(path.dirname(memory), { recursive: true });
  writeFileSync(memory, JSON.stringify({ version, failedAt: Date.now() }));
}

watchParent();
const options = process.argv.slice(2);
const node = await installed();
await built(node);

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
if (electron) process.exitCode = await run(electron, ['.', ...options], { cwd: root, env });
else await runScript(node, path.join(root, 'out', 'main', 'serve.js'), options);
