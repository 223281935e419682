import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createIds, systemClock } from '../../../electron/hosting/system.ts';
import { openEncrypted } from '../commit/bare.ts';
import { type Counter, openCounter } from '../commit/counter.ts';

/**
 * A whole application whose central systems are away. `FOLDER COUNT`: leaves a file behind in which so many items wait.
 * `FOLDER`: opens it and tells its resident memory, in bytes, at rest; a process of its own, so that what filling the
 * file took is not counted.
 */
const [folder = '', count] = process.argv.slice(2);
const VISITS = 50;
mkdirSync(folder, { recursive: true });
const counter = await openCounter(folder, systemClock);
if (count === undefined) console.log(await restingMemory(counter));
else await fillUpTo(counter, Number(count));
await counter.stop();
process.exit(0);

/** Copies the zaken of real visits, from another connection: they differ in nothing but their number. */
async function fillUpTo(counter: Counter, count: number): Promise<void> {
  for (let i = 0; i < VISITS; i += 1) await counter.commit(await counter.prepare());
  const other = openEncrypted(path.join(folder, 'waarmee.db'));
  const ids = createIds();
  const missing = count - (await counter.waiting());
  const zaken = other
    .prepare<[], { visit_id: string; created_at: string }>(
      "SELECT visit_id, created_at FROM outbox_item WHERE kind = 'zaak' AND state <> 'done'",
    )
    .all();
  const add = other.prepare(
    `INSERT INTO outbox_item (item_id, kind, visit_id, entity_id, order_key, label, state, due_at, created_at, moved_at)
     VALUES (@id, 'zaak', @visit_id, @id, @id, @id, 'queued', @created_at, @created_at, @created_at)`,
  );
  other.transaction(() => {
    for (let i = 0; i < missing; i += 1) add.run({ ...zaken[i % zaken.length], id: ids.ulid() });
  })();
  other.close();
  // A check of a person can be parked meanwhile; no zaak is.
  if ((await counter.waiting()) < count - VISITS) throw new Error(`fewer than ${count} items wait`);
}

/** After the pump looked several times, and the window asked what waits. */
async function restingMemory(counter: Counter): Promise<number> {
  for (let i = 0; i < 20; i += 1) {
    await counter.sendNow();
    await counter.waiting();
    await pause(50);
  }
  for (let i = 0; i < 5; i += 1) {
    globalThis.gc?.();
    await pause(50);
  }
  return process.memoryUsage().rss;
}
