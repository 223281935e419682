import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/** Thread that writes the WAL back into the database file, so that the clerk's thread never waits for it. */
const { file, key } = workerData as { file: string; key: Uint8Array };
const db = new Database(file, { timeout: 0 });
db.pragma("cipher = 'sqlcipher'");
db.pragma('legacy = 4');
db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);

parentPort?.on('message', (message: 'checkpoint' | 'stop') => {
  if (message === 'stop') {
    db.close();
    parentPort?.close();
    return;
  }
  let done = true;
  try {
    // PASSIVE never blocks the writer; what it could not move is moved the next time.
    db.pragma('wal_checkpoint(PASSIVE)');
  } catch {
    done = false;
  }
  parentPort?.postMessage(done);
});
