import { existsSync } from 'node:fs';
import { openCounter, stillClock } from './counter.ts';
import { BEGIN, END } from './syncs.ts';

/** Runs under strace: prepares and commits visits, touching a mark before and after each commit. */
const [folder = '', count = '1'] = process.argv.slice(2);
// The clock stands still, so that the pump, once refused, stays at rest.
const now = new Date();
const counter = await openCounter(folder, { ...stillClock, now: () => now });
for (let i = 0; i < Number(count); i += 1) {
  const visitId = await counter.prepare();
  existsSync(BEGIN);
  await counter.commit(visitId);
  existsSync(END);
}
await counter.stop();
process.exit(0);
