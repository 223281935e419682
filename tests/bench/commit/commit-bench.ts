import { rmSync, statSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../../../electron/hosting/system.ts';
import { quantile, report } from '../figures.ts';
import { openBare, rowsReader } from './bare.ts';
import { openCounter, stillClock } from './counter.ts';
import { syncsPerCommit } from './syncs.ts';

/**
 * "Klaar" through dispatch against the bare encrypted library writing the same rows, in turns in one run: neither has just
 * done the same thing many times, as no counter has. Between the blocks, as between visits, both move their log into the
 * file; nothing of that is measured, but it has to happen.
 */
const BLOCKS = Number(process.env['BLOCKS'] ?? 10);
const PER_BLOCK = Number(process.env['PER_BLOCK'] ?? 50);
const WARM_UP = 5;

async function walSettled(file: string): Promise<void> {
  // The quiet moment after which a counter checkpoints by itself, and the checkpoint.
  await pause(2_500);
  if (statSync(file).size === 0) throw new Error('no database');
}

const folder = mkdtempSync(path.join(process.env['BENCH_DIR'] ?? tmpdir(), 'waarmee-bench-'));
try {
  const counter = await openCounter(path.join(folder, 'ours'), { ...stillClock, after: systemClock.after });
  const file = path.join(folder, 'ours', 'waarmee.db');
  const rows = rowsReader(file);
  const bare = openBare(path.join(folder, 'bare.db'));
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let block = -1; block < BLOCKS; block += 1) {
    for (let i = 0; i < (block < 0 ? WARM_UP : PER_BLOCK); i += 1) {
      const visitId = await counter.prepare();
      const started = performance.now();
      await counter.commit(visitId);
      const elapsed = performance.now() - started;
      const same = rows.rowsOf(visitId);
      const bareStarted = performance.now();
      bare.commit(same);
      const bareElapsed = performance.now() - bareStarted;
      if (block < 0) continue;
      ours.push(elapsed);
      theirs.push(bareElapsed);
    }
    bare.checkpoint();
    await walSettled(file);
  }
  const median = quantile(ours, 0.5);
  report({
    bench: 'commit',
    figure: 'median_ms',
    ours: median,
    bare: quantile(theirs, 0.5),
    runs: ours.length,
  });
  report({
    bench: 'commit',
    figure: 'p99_over_median',
    ours: quantile(ours, 0.99),
    bare: median,
    runs: ours.length,
  });
  rows.close();
  bare.close();
  await counter.stop();
  const syncs = syncsPerCommit(path.join(folder, 'traced'));
  if (syncs)
    report({ bench: 'commit', figure: 'syncs', ours: syncs.perCommit, bare: 1, runs: syncs.commits });
  else console.error('syncs: not counted, because strace is not installed (Debian: apt-get install strace)');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
