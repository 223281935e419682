import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { quantile, reportGoal } from '../figures.ts';

const RUNS = 3;
const FEW = 1000;
const MANY = 100_000;

/** How much more memory the application holds while 100,000 items wait than while 1,000 do: medians over processes. */
export function benchMemory(folder: string): void {
  const growth =
    restingMemory(path.join(folder, 'many'), MANY) - restingMemory(path.join(folder, 'few'), FEW);
  reportGoal({ bench: 'sync', figure: 'rss_growth_mb', ours: growth / 2 ** 20, goal: 20, runs: RUNS });
}

function restingMemory(folder: string, items: number): number {
  withWaitingItems(folder, String(items));
  return quantile(
    Array.from({ length: RUNS }, () => Number(withWaitingItems(folder))),
    0.5,
  );
}

function withWaitingItems(...args: readonly string[]): string {
  const child = path.join(import.meta.dirname, 'waiting-core.ts');
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', child, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the process with the waiting items ended with ${status}`);
  return stdout;
}
