// `npm run check`: format, lint, types per layer, unused code, and the rules of the house.
import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const node = process.execPath;
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const LAYERS = ['shared', 'drivers', 'electron', 'renderer', 'tests'];

const steps = [
  { name: 'format', command: bin('biome'), args: ['format', '--error-on-warnings', '.'] },
  { name: 'lint', command: bin('oxlint'), args: ['--type-aware', '--deny-warnings', '.'] },
  ...LAYERS.map((layer) => ({
    name: `types ${layer}`,
    command: node,
    args: ['node_modules/typescript7/bin/tsc', '-p', layer],
  })),
  { name: 'unused', command: bin('knip'), args: ['--no-progress'] },
  {
    name: 'architecture',
    command: node,
    args: ['node_modules/vitest/vitest.mjs', 'run', 'tests/architecture', '--reporter=dot'],
  },
];

function run({ name, command, args }) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ name, ok: false, output: error.message, seconds: 0 }));
    child.on('close', (code) =>
      resolve({ name, ok: code === 0, output, seconds: (performance.now() - started) / 1000 }),
    );
  });
}

async function main() {
  const generated = await run({
    name: 'generate',
    command: node,
    args: ['electron/core/central/generate-types.mjs'],
  });
  const results = [generated];
  const queue = [...steps];
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) results.push(await run(step));
  };
  await Promise.all([worker(), worker()]);
  for (const { name, ok, output, seconds } of results) {
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`);
    if (!ok) console.log(output);
  }
  return results.every(({ ok }) => ok);
}

process.exitCode = (await main()) ? 0 : 1;
