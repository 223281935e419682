import { homedir } from 'node:os';
import { runDeviceTool } from './hosting/device-tool/run.ts';
import { errorText } from './hosting/error-text.ts';

/** The devices of this workstation in a terminal: what is plugged in, how it is, and what passes over its lines. */
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());

process.exitCode = await runDeviceTool(process.argv.slice(2), {
  facts: { platform: process.platform, env: process.env, home: homedir() },
  say: (line) => void process.stdout.write(`${line}\n`),
  stop: stop.signal,
}).catch((error: unknown) => {
  process.stderr.write(`${errorText(error)}\n`);
  return 2;
});
