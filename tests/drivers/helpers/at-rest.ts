import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The share of one core that this process, drivers and simulators in it, uses while nothing is asked of it. A hang-up
 * that went by unseen would burn a whole core.
 */
export async function cpuShareAtRest(ms = 500): Promise<number> {
  const before = process.cpuUsage();
  const start = performance.now();
  await sleep(ms);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / (performance.now() - start);
}
