import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../electron/core/ports.ts';
import { openStore, type Store } from '../../electron/core/store/index.ts';
import { migrations } from '../../electron/core/store/migrations/index.ts';
import { openDatabase } from '../../electron/core/store/open-database.ts';
import { createTestClock } from './clock.ts';

export const testKey = Buffer.alloc(32, 7);
export const checkpointWorker = new URL('../../electron/core/store/checkpoint-worker.ts', import.meta.url);

/** A folder that goes away when the test ends. */
export function testFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'waarmee-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let migrated: Buffer | undefined;

/** Puts an empty store with all migrations where there is none, for `testKey`: those are carried out once per process. */
export function placeEmptyStore(file: string): void {
  if (existsSync(file)) return;
  migrated ??= migrate();
  writeFileSync(file, migrated, { mode: 0o600 });
}

function migrate(): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), 'waarmee-test-'));
  try {
    const file = path.join(folder, 'waarmee.db');
    openDatabase(file, testKey, migrations).close();
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A real encrypted store with all migrations in a temp file; closed when the test ends. Reopen with the same `file`. */
export function openTestStore(
  options: {
    readonly file?: string;
    readonly clock?: Clock;
    /** Left out, such a bug fails the test. */
    readonly onFollowUpFailed?: (error: unknown) => void;
  } = {},
): Store & { readonly file: string } {
  const file = options.file ?? path.join(testFolder(), 'waarmee.db');
  placeEmptyStore(file);
  const store = openStore({
    file,
    key: testKey,
    checkpointWorker,
    clock: options.clock ?? createTestClock(),
    onFollowUpFailed:
      options.onFollowUpFailed ??
      ((error) => {
        throw error;
      }),
  });
  let open = true;
  const close = async () => {
    if (!open) return;
    open = false;
    await store.close();
  };
  onTestFinished(close);
  return { ...store, close, file };
}
