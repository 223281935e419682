import { homedir } from 'node:os';
import { errorText } from './hosting/error-text.ts';
import { runHallTool } from './hosting/hall-tool/run.ts';

/** The waiting hall in a terminal: derive it anew from its events, or take it over to a shared database. */
process.exitCode = await runHallTool(process.argv.slice(2), {
  facts: { platform: process.platform, env: process.env, home: homedir() },
  checkpointWorker: new URL('./core/store/checkpoint-worker.ts', import.meta.url),
  say: (line) => void process.stdout.write(`${line}\n`),
}).catch((error: unknown) => {
  process.stderr.write(`${errorText(error)}\n`);
  return 2;
});
