import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createSqliteHall } from '../../../electron/core/hall/sqlite-hall.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { createTestIds } from '../../helpers/ids.ts';
import { openTestStore, testKey } from '../../helpers/store.ts';
import { hallConfig } from './config.ts';
import { take } from './engine-bench.ts';

interface Outcome {
  readonly claimed: string[];
  readonly issued: string[];
}

async function counterAtWork(file: string, counter: number): Promise<Outcome> {
  const worker = new Worker(new URL('./claim-worker.ts', import.meta.url), {
    workerData: { file, key: testKey.toString('hex'), counter },
  });
  const [outcome] = await once(worker, 'message');
  return outcome as Outcome;
}

test('two connections to one file never call the same visitor and never give a number twice', async () => {
  const clock = createTestClock();
  const store = openTestStore({ clock });
  const engine = createSqliteHall({ store, clock, ids: createTestIds(), config: hallConfig() });
  const waiting = [];
  for (let count = 0; count < 2_000; count += 1) waiting.push((await take(engine)).ticketId);

  const [one, two] = await Promise.all([counterAtWork(store.file, 1), counterAtWork(store.file, 2)]);

  const numbers = [...one.issued, ...two.issued];
  expect(new Set(numbers).size).toBe(80);
  expect(numbers).toHaveLength(80);
  const claimed = [...one.claimed, ...two.claimed];
  expect(new Set(claimed).size).toBe(claimed.length);
  expect(claimed).toEqual(expect.arrayContaining(waiting));
  expect((await engine.queue(1)).waiting).toEqual([]);
  expect(claimed).toHaveLength(2_080);
  expect(one.claimed.length).toBeGreaterThan(0);
  expect(two.claimed.length).toBeGreaterThan(0);
  await engine.stop();
}, 180_000);
