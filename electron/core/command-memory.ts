import { createHash } from 'node:crypto';
import { fail, type Result } from '../../shared/lib/result.ts';
import type { Clock } from './ports.ts';
import type { Store } from './store/index.ts';

/** What makes two commands the same: id, call, staff member and input. */
export interface CommandKey {
  readonly commandId: string;
  readonly call: string;
  readonly staffId: string | null;
  readonly inputHash: Buffer;
}

export interface CommandMemory {
  keyOf(commandId: string, call: string, staffId: string | null, input: unknown): CommandKey;
  /** The first answer of this command; a refusal when its id was used for something else; undefined when it is new. */
  recall(key: CommandKey): Result<unknown> | undefined;
  /** Keeps the answer; inside a store transaction it is part of it. */
  remember(key: CommandKey, answer: Result<unknown>): void;
}

const KEEP_MS = 24 * 3_600_000;
const SWEEP_EVERY_MS = 3_600_000;

/** Whether the second is the first one sent again. */
export function sameCommand(first: CommandKey, second: CommandKey): boolean {
  return (
    first.call === second.call && first.staffId === second.staffId && first.inputHash.equals(second.inputHash)
  );
}

/** A fast hash of a passphrase would undo the slow one that the account keeps: it does not take part. */
function hashOf(input: unknown): Buffer {
  const text = JSON.stringify(input, (key, value: unknown) => (key === 'passphrase' ? undefined : value));
  return createHash('sha256').update(text).digest();
}

/** Answers of commands, kept for a day so that a repeat after a lost answer or a restart changes nothing twice. */
export function createCommandMemory(store: Store, clock: Clock): CommandMemory {
  const select = store.db.prepare<
    [string],
    { call: string; staff_id: string | null; input_hash: Buffer; answer: string }
  >('SELECT call, staff_id, input_hash, answer FROM command_answer WHERE command_id = ?');
  const insert = store.db.prepare(
    'INSERT INTO command_answer (command_id, call, staff_id, input_hash, answer, at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const sweep = store.db.prepare('DELETE FROM command_answer WHERE at < ?');
  let sweptAt = Number.NEGATIVE_INFINITY;
  const sweepNowAndThen = (now: number) => {
    if (Math.abs(now - sweptAt) < SWEEP_EVERY_MS) return;
    sweptAt = now;
    sweep.run(new Date(now - KEEP_MS).toISOString());
  };
  return {
    keyOf: (commandId, call, staffId, input) => ({ commandId, call, staffId, inputHash: hashOf(input) }),
    recall(key) {
      const row = select.get(key.commandId);
      if (!row) return undefined;
      const kept = { ...key, call: row.call, staffId: row.staff_id, inputHash: row.input_hash };
      return sameCommand(kept, key) ? (JSON.parse(row.answer) as Result<unknown>) : fail('commandIdReused');
    },
    remember: ({ commandId, call, staffId, inputHash }, answer) =>
      store.atomically(() => {
        const now = clock.now();
        sweepNowAndThen(now.getTime());
        insert.run(commandId, call, staffId, inputHash, JSON.stringify(answer), now.toISOString());
      }),
  };
}
