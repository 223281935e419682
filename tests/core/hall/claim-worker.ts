import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { createSqliteHall } from '../../../electron/core/hall/sqlite-hall.ts';
import { migrations } from '../../../electron/core/store/migrations/index.ts';
import { openDatabase } from '../../../electron/core/store/open-database.ts';
import { createSubjectSeal } from '../../../electron/core/store/subject-seal.ts';
import type { Store } from '../../../electron/core/store/store.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { hallConfig } from './config.ts';

/** One counter with its own connection to the file: takes a number and calls until nobody waits. */
const { file, key, counter } = workerData as { file: string; key: string; counter: number };
const db = openDatabase(file, Buffer.from(key, 'hex'), migrations);
const transaction = db.transaction((work: () => unknown) => work());
const store: Store = {
  db,
  subjects: createSubjectSeal(Buffer.from(key, 'hex')),
  atomically: <T>(work: () => T) => (db.inTransaction ? work() : (transaction.immediate(work) as T)),
  afterCommit: () => {},
  checkpoint: async () => {},
  close: async () => void db.close(),
};
const ids = { uuid: randomUUID, ulid: randomUUID };
const engine = createSqliteHall({ store, clock: createTestClock(), ids, config: hallConfig() });

/** No clerk clicks without a breath; SQLite lets who waits go first only then. */
const breath = () => pause(1);
const action = () => ({ commandId: randomUUID(), counter, staffId: `medewerker-${counter}` });
const claimed: string[] = [];
const issued: string[] = [];
for (let count = 0; count < 40; count += 1) {
  const ticket = await engine.issue({ commandId: randomUUID(), group: 'B', origin: 'clerk', staffId: null });
  if (!ticket.ok) throw new Error(ticket.error.code);
  issued.push(ticket.value.number);
  await breath();
}
for (;;) {
  const called = await engine.callNext(action());
  if (!called.ok) throw new Error(called.error.code);
  if (!called.value) break;
  claimed.push(called.value.ticketId);
  await engine.finish({ ...action(), ticketId: called.value.ticketId });
  await breath();
}
await engine.stop();
db.close();
parentPort?.postMessage({ claimed, issued });
