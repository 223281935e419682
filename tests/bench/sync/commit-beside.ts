import { mkdirSync } from 'node:fs';
import { systemClock } from '../../../electron/hosting/system.ts';
import { openCounter } from '../commit/counter.ts';
import { quantile, reportGoal } from '../figures.ts';
import type { CaseSystem } from './start-case-system.ts';

const COMMITS = Number(process.env['COMMITS'] ?? 150);

/**
 * p99 of "klaar" while the pump sends at full speed what the visits before left, against the p99 while it sends nothing
 * because the central systems are away.
 */
export async function benchCommitBeside(folder: string, central: CaseSystem): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await central.setOn(false);
  const counter = await openCounter(folder, systemClock, central);
  const measure = async (): Promise<number> => {
    const visitId = await counter.prepare();
    const started = performance.now();
    await counter.commit(visitId);
    return performance.now() - started;
  };
  for (let i = 0; i < 5; i += 1) await measure();
  const idle: number[] = [];
  for (let i = 0; i < COMMITS; i += 1) idle.push(await measure());
  await central.setOn(true);
  await counter.sendNow();
  const before = await central.changes();
  const busy: number[] = [];
  while (busy.length < COMMITS && (await counter.waiting()) > 8) busy.push(await measure());
  if (busy.length < COMMITS / 2) throw new Error(`all was sent after ${busy.length} commits`);
  if ((await central.changes()) === before) throw new Error('the pump sent nothing');
  await counter.stop();
  reportGoal({
    bench: 'sync',
    figure: 'commit_p99',
    ours: quantile(busy, 0.99) / quantile(idle, 0.99),
    goal: 2,
    runs: busy.length,
  });
}
