import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { traceFile } from '../../../shared/domain/trace-file.ts';
import type { Clock } from '../ports.ts';
import type { WriteTrace } from './setup-handlers.ts';

/** Writes each trace to a file of its own in a folder, which only this user may read; rejects when it cannot. */
export function traceWriter(folder: string, clock: Clock): WriteTrace {
  return async ({ binding: { role, driver, settings } }, lines) => {
    const stamp = clock.now().toISOString().replace(/[-:]/g, '').replace(/\..*/, 'Z');
    const file = path.join(folder, `${role}-${stamp}.jsonl`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(file, traceFile({ trace: 1, role, driver, settings }, lines), { mode: 0o600 });
    return file;
  };
}
