import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the traced child touches before and after each commit, so that the trace shows where it begins and ends. */
export const BEGIN = '/waarmee-bench-commit-begins';
export const END = '/waarmee-bench-commit-ended';

const COMMITS = 20;

/** Counts fsync and fdatasync between the marks of each commit; null where strace is not installed. */
export function syncsPerCommit(
  folder: string,
): { readonly perCommit: number; readonly commits: number } | null {
  mkdirSync(folder, { recursive: true });
  const trace = path.join(folder, 'trace');
  const child = path.join(import.meta.dirname, 'traced-commits.ts');
  const calls = 'trace=fsync,fdatasync,msync,sync_file_range,access,faccessat,faccessat2';
  const run = spawnSync(
    'strace',
    [
      '-f',
      '-qq',
      '-e',
      calls,
      '-o',
      trace,
      process.execPath,
      child,
      path.join(folder, 'data'),
      String(COMMITS),
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (run.error) return null;
  if (run.status !== 0) throw new Error(`the traced commits failed with status ${run.status}`);
  let inside = false;
  let syncs = 0;
  let commits = 0;
  for (const line of readFileSync(trace, 'utf8').split('\n')) {
    if (line.includes(BEGIN)) inside = true;
    else if (line.includes(END)) {
      inside = false;
      commits += 1;
    } else if (inside && /\b(fsync|fdatasync|msync|sync_file_range)\(/.test(line)) syncs += 1;
  }
  if (commits !== COMMITS) throw new Error(`${commits} of ${COMMITS} commits were traced`);
  return { perCommit: syncs / commits, commits };
}
