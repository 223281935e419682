import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DeviceBinding } from '../../../shared/contract/device-protocol.ts';
import { traceFile } from '../../../shared/domain/trace-file.ts';
import { HostError } from '../host-error.ts';
import { openHost, type Terminal } from './open-host.ts';
import { STATE } from './words.ts';

const TRACE_MS = 5000;

/**
 * Opens a device and writes what passes over its lines to a file that only this user may read, masked as its driver does.
 * Ends after `seconds` or when the signal aborts; 1 when nothing was recorded.
 */
export async function recordTrace(
  binding: DeviceBinding,
  { seconds, out }: { readonly seconds: number; readonly out: string | null },
  { say, stop }: Terminal,
): Promise<number> {
  const { role, driver, settings } = binding;
  const stamp = new Date().toISOString().replace(/[-:]/g, '').replace(/\..*/, 'Z');
  const file = path.resolve(out ?? `${role}-${stamp}.jsonl`);
  const host = openHost(new AbortController().signal);
  host.onMessage((message) => {
    if (message.type === 'status')
      say(
        `${role}: ${STATE[message.status.state]}${message.status.detail ? ` — ${message.status.detail}` : ''}`,
      );
  });
  try {
    host.send({ type: 'configure', bindings: [binding] });
    say(`De opname loopt ${seconds} seconden, of tot Ctrl-C. Gebruik het apparaat nu.`);
    // Ctrl-C ends the recording, not the tool.
    await pause(seconds * 1000, undefined, { signal: stop }).catch(() => undefined);
    const answer = host.next('traced', () => true, TRACE_MS);
    host.send({ type: 'trace', role, requestId: 'trace' });
    const lines = (await answer)?.lines ?? [];
    await writeFile(file, traceFile({ trace: 1, role, driver, settings }, lines), { mode: 0o600 }).catch(
      (error: Error) => {
        throw new HostError(`${file}: de opname kon niet worden bewaard (${error.message}).`);
      },
    );
    say(`${lines.length} regels, zonder persoonsgegevens, in ${file}`);
    return lines.length > 0 ? 0 : 1;
  } finally {
    await host.stop();
  }
}
