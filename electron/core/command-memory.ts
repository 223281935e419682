import { createHash } from 'node:crypto';
import { fail, type Result } from '../../shared/lib/result.ts';
import type { Clock } from './ports.ts';
import type { Store } from './store/index.ts';

interface CommandKey {
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
const SWEEP_EVERY = 500;

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
  let kept = 0;
  return {
    keyOf: (commandId, call, staffId, input) => ({
      commandId,
      call,
      staffId,
      inputHash: createHash('sha256').update(JSON.stringify(input)).digest(),
    }),
    recall(key) {
      const row = select.get(key.commandId);
      if (!row) return undefined;
      const same =
        row.call === key.call && row.staff_id === key.staffId && row.input_hash.equals(key.inputHash);
      return same ? (JSON.parse(row.answer) as Result<unknown>) : fail('commandIdReused');
    },
    remember(key, answer) {
      store.atomically(() => {
        if (kept++ % SWEEP_EVERY === 0) sweep.run(new Date(clock.now().getTime() - KEEP_MS).toISOString());
        insert.run(
          key.commandId,
          key.call,
          key.staffId,
          key.inputHash,
          JSON.stringify(answer),
          clock.now().toISOString(),
        );
      });
    },
  };
}
