import type { z } from 'zod';
import type { SyncItem, syncCalls } from '../../../shared/contract/workstation.ts';
import { SYNC_STEPS, type SyncStepCode } from '../../../shared/domain/sync-step.ts';
import type { CentralHealth } from '../central/index.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { type Item, type ItemState, type Queue, toItem } from './queue.ts';
import { kindOfStep } from './carry-out.ts';
import { PHONE_STEP } from './hand-over-steps.ts';

export type SyncStatus = z.output<(typeof syncCalls)['sync.status']['output']>;
type ShownItem = z.output<typeof SyncItem>;

const MAX_ITEMS = 200;
/** So long a try takes at most, mostly. */
const TRY_MS = 60_000;

/** What a step makes. */
export function stepCode(name: string): SyncStepCode {
  if (name === PHONE_STEP) return 'telefoon';
  const kind = kindOfStep(name);
  return SYNC_STEPS.find((code) => code === kind) ?? 'other';
}

/** Reads the outbox for the badge and the list that a clerk sees. */
export interface StatusReader {
  status(): SyncStatus;
  item(itemId: string): Item | undefined;
  /** True for a pick-up that is held up before its zaak was found: its number may be wrong. */
  canCorrect(itemId: string): boolean;
  /** Of the zaak of a transaction; `done` when the outbox no longer knows it. */
  stateOf(transactionId: string): ItemState;
  /** True when nothing of a visit has to be registered any more; a message to the visitor keeps an address of its own. */
  isDelivered(visitId: string): boolean;
}

/** See `StatusReader`. */
export function createStatusReader(
  { db }: Store,
  health: CentralHealth,
  { lastProgress }: Pick<Queue, 'lastProgress'>,
  clock: Clock,
): StatusReader {
  type Row = Parameters<typeof toItem>[0];
  type ShownRow = Row & {
    step: string | null;
    assigned_name: string | null;
    channel: ShownItem['channel'];
  };
  // Each state by its index: after days without a network they are too many to sort.
  const open = db.prepare<{ max: number }, ShownRow>(
    `SELECT item.*, (SELECT name FROM outbox_step AS step
       WHERE step.item_id = item.item_id AND step.state = 'sending' LIMIT 1) AS step,
       (SELECT name FROM staff WHERE staff_id = item.assigned_to) AS assigned_name,
       (SELECT channel FROM notification WHERE notification_id = item.entity_id) AS channel
     FROM (SELECT * FROM (SELECT * FROM outbox_item
             WHERE state = 'parked' AND state <> 'done' ORDER BY created_at LIMIT @max)
           UNION ALL SELECT * FROM (SELECT * FROM outbox_item
             WHERE state = 'sending' AND state <> 'done' ORDER BY created_at LIMIT @max)
           UNION ALL SELECT * FROM (SELECT * FROM outbox_item
             WHERE state = 'queued' AND state <> 'done' ORDER BY created_at LIMIT @max)) AS item
     ORDER BY state <> 'parked', seq LIMIT @max`,
  );
  interface Counts {
    queued: number;
    parked: number;
    oldest: string | null;
    oldest_queued: string | null;
  }
  const counts = db.prepare<[], Counts>(
    `SELECT count(*) FILTER (WHERE state IN ('queued', 'sending')) AS queued,
            count(*) FILTER (WHERE state = 'parked') AS parked,
            min(created_at) AS oldest,
            min(created_at) FILTER (WHERE state IN ('queued', 'sending')) AS oldest_queued
     FROM outbox_item WHERE state <> 'done'`,
  );
  const awaiting = db
    .prepare<{ name: string }, string | null>(
      `SELECT min(moved_at) FROM outbox_item WHERE waits_for = @name AND state IN ('queued', 'sending')`,
    )
    .pluck();
  const putOff = db
    .prepare<{ name: string; tried: string }, string | null>(
      `SELECT min(moved_at) FROM outbox_item
       WHERE waits_for = @name AND state IN ('queued', 'sending') AND due_at > @tried`,
    )
    .pluck();
  /** Nothing at all came through since, or not this one item while others did. */
  const waits = (oldest: string | null): Pick<SyncStatus, 'waitsSince' | 'waitsFor'> => {
    const progress = lastProgress();
    const idle = progress !== null && oldest !== null && progress > oldest ? progress : oldest;
    const tried = new Date(clock.now().getTime() - TRY_MS).toISOString();
    let longest: ReturnType<typeof waits> = { waitsSince: idle, waitsFor: null };
    for (const { name, reachable } of health.systems()) {
      // What was put off before its system came back is not held up once it is due: it waits its turn, as all else.
      const since = reachable === false ? awaiting.get({ name }) : putOff.get({ name, tried });
      if (since && longest.waitsSince !== null && since < longest.waitsSince)
        longest = { waitsSince: since, waitsFor: name };
    }
    return longest;
  };
  const one = db.prepare<[string], Row>('SELECT * FROM outbox_item WHERE item_id = ?');
  const state = db.prepare<[string], { state: ItemState }>(
    `SELECT state FROM outbox_item WHERE kind = 'zaak' AND entity_id = ?`,
  );
  const pending = db.prepare<[string], { n: number }>(
    `SELECT count(*) AS n FROM outbox_item WHERE visit_id = ? AND state <> 'done' AND kind <> 'notification'`,
  );
  const heldUp = db.prepare<[string], 1>(
    `SELECT 1 FROM outbox_item AS item JOIN transaction_record AS record ON record.transaction_id = item.entity_id
     WHERE item.item_id = ? AND item.kind = 'zaak' AND record.kind = 'pickUp' AND item.reason IS NOT NULL
       AND item.state IN ('queued', 'parked') AND NOT EXISTS (
         SELECT 1 FROM outbox_step AS step
         WHERE step.item_id = item.item_id AND step.name = 'zaak' AND step.state = 'done')`,
  );
  const canCorrect = (itemId: string): boolean => heldUp.get(itemId) !== undefined;
  const shown = (row: ShownRow): ShownItem => {
    const { itemId, kind, label, attempts, dueAt, reason, createdAt, ...item } = toItem(row);
    const step = row.step === null ? null : stepCode(row.step);
    return {
      itemId,
      kind,
      label,
      state: item.state,
      step,
      attempts,
      nextAttemptAt: dueAt,
      reason,
      createdAt,
      canCorrect: canCorrect(itemId),
      channel: row.channel,
      assignedTo: row.assigned_name,
    };
  };
  return {
    status: () => {
      const { queued = 0, parked = 0, oldest = null, oldest_queued = null } = counts.get() ?? {};
      return {
        online: health.online(),
        queued,
        parked,
        oldestAt: oldest,
        ...waits(oldest_queued),
        systems: health.systems().map((system) => ({ ...system })),
        items: open.all({ max: MAX_ITEMS }).map(shown),
      };
    },
    item: (itemId) => {
      const row = one.get(itemId);
      return row && toItem(row);
    },
    canCorrect,
    isDelivered: (visitId) => pending.get(visitId)?.n === 0,
    stateOf: (transactionId) => state.get(transactionId)?.state ?? 'done',
  };
}
