// `npm run bench -- NAME [NAME ...]`: measures against the bare library in the same run. Prints JSON lines, one per figure.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const BENCHES = {
  commit: 'commit/commit-bench.ts',
  start: 'start/start-bench.ts',
  devices: 'devices/devices-bench.ts',
  displays: 'displays/displays-bench.ts',
  sync: 'sync/sync-bench.ts',
};
const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(BENCHES);

for (const name of names) {
  if (!Object.hasOwn(BENCHES, name)) {
    console.error(`There is no bench ${name}; there are: ${Object.keys(BENCHES).join(', ')}`);
    process.exit(2);
  }
  const { status } = spawnSync(process.execPath, [path.join(import.meta.dirname, BENCHES[name])], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
