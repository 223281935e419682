import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { reportGoal } from '../figures.ts';

/** How much more memory the application holds while 100,000 items wait than while 1,000 do. */
export function benchMemory(folder: string): void {
  const child = path.join(import.meta.dirname, 'waiting-core.ts');
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', child, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the process with the waiting items ended with ${status}`);
  const { few, many } = JSON.parse(stdout) as { readonly few: number; readonly many: number };
  reportGoal({ bench: 'sync', figure: 'rss_growth_mb', ours: (many - few) / 2 ** 20, goal: 20, runs: 1 });
}
