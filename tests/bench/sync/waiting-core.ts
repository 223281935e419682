import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createIds, systemClock } from '../../../electron/hosting/system.ts';
import { openEncrypted } from '../commit/bare.ts';
import { openCounter } from '../commit/counter.ts';

/** A whole application whose central systems are away: tells its resident memory while 1,000 and 100,000 items wait. */
const [folder = ''] = process.argv.slice(2);
const VISITS = 50;
mkdirSync(folder, { recursive: true });
const counter = await openCounter(folder, systemClock);
for (let i = 0; i < VISITS; i += 1) await counter.commit(await counter.prepare());

const other = openEncrypted(path.join(folder, 'waarmee.db'));
const ids = createIds();
/** Copies the zaken of real visits until so many items wait, from another connection: only the waiting is measured. */
async function fillUpTo(items: number): Promise<void> {
  const missing = items - (await counter.waiting());
  const zaken = other
    .prepare<[], { visit_id: string; created_at: string }>(
      "SELECT visit_id, created_at FROM outbox_item WHERE kind = 'zaak' AND state <> 'done'",
    )
    .all();
  const add = other.prepare(
    `INSERT INTO outbox_item (item_id, kind, visit_id, entity_id, order_key, label, state, due_at, created_at)
     VALUES (@id, 'zaak', @visit_id, @id, @id, @id, 'queued', @created_at, @created_at)`,
  );
  other.transaction(() => {
    for (let i = 0; i < missing; i += 1) add.run({ ...zaken[i % zaken.length], id: ids.ulid() });
  })();
  other.pragma('wal_checkpoint(PASSIVE)');
  // A check of a person can be parked meanwhile; no zaak is.
  if ((await counter.waiting()) < items - VISITS) throw new Error(`fewer than ${items} items wait`);
}

/** After the pump looked several times, and the window asked what waits. */
async function restingMemory(): Promise<number> {
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

await fillUpTo(1000);
const few = await restingMemory();
await fillUpTo(100_000);
const many = await restingMemory();
console.log(JSON.stringify({ few, many }));
await counter.stop();
process.exit(0);
