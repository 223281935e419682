// `npm run bench -- NAME [NAME ...]`: measures against the bare library in the same run. Prints JSON lines, one per figure.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const BENCHES = {
  commit: ['commit/commit-bench.ts'],
  start: ['start/start-bench.ts'],
  devices: ['devices/devices-bench.ts'],
  hall: ['hall/claims-bench.ts', 'displays/displays-bench.ts'],
  sync: ['sync/sync-bench.ts'],
};
/** A bench that hangs is ended; it takes what it started with it. */
const HARD_LIMIT_MS = 600_000;
const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(BENCHES);

for (const name of names) {
  if (!Object.hasOwn(BENCHES, name)) {
    console.error(`There is no bench ${name}; there are: ${Object.keys(BENCHES).join(', ')}`);
    process.exit(2);
  }
  for (const file of BENCHES[name]) {
    const { status } = spawnSync(process.execPath, [path.join(import.meta.dirname, file)], {
      stdio: 'inherit',
      timeout: HARD_LIMIT_MS,
    });
    if (status !== 0) process.exit(status ?? 1);
  }
}
