import { readReason, storedReason, type SyncReason } from '../../../shared/domain/sync-reason.ts';
import type { CentralExchange } from '../../../shared/contract/workstation.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { StepData } from './step.ts';

export type ItemKind = 'zaak' | 'klantcontact' | 'verification' | 'notification';
export type ItemState = 'queued' | 'sending' | 'parked' | 'done';

/** One thing that must reach a central system: a zaak, the klantcontact of a visit, the check of a person, a message. */
export interface Item {
  readonly itemId: string;
  readonly kind: ItemKind;
  readonly visitId: string;
  /** transactionId for a zaak, notificationId for a message, visitId otherwise. */
  readonly entityId: string;
  readonly label: string;
  readonly state: ItemState;
  readonly dueAt: string | null;
  readonly attempts: number;
  readonly reason: SyncReason | null;
  readonly createdAt: string;
}

export interface StoredStep {
  readonly name: string;
  readonly state: 'sending' | 'done';
  readonly chosen: StepData;
  readonly answer: StepData | null;
}

export type BegunStep = Pick<StoredStep, 'name' | 'chosen'>;

export interface AnsweredStep {
  readonly name: string;
  readonly answer: StepData;
}

export interface NewItem extends Pick<Item, 'itemId' | 'kind' | 'visitId' | 'entityId' | 'label'> {
  /** Items with the same key go one after the other. */
  readonly orderKey: string;
}

/** The outbox on disk: a small state machine per item. Every method is one transaction, or joins the open one. */
export interface Queue {
  add(items: readonly NewItem[]): void;
  /**
   * After a stop in the middle: what was being sent is queued again; its open step will be looked up first. What waited
   * is due as well: nobody knows what the clock did in between.
   */
  recover(): void;
  /** What waits for a moment is due: the clock was set back, or a person does not want to wait. */
  dueNow(): void;
  /** The item that goes next, if one is due at `at` and nothing goes before it; not one of those that are under way. */
  next(kind: ItemKind, busy: readonly string[], at: Date): Item | undefined;
  /** The earliest moment after `at` at which an item becomes due. */
  nextDue(at: Date): string | undefined;
  /** It is being sent. */
  claim(itemId: string): void;
  steps(itemId: string): readonly StoredStep[];
  /** Stores what was chosen for the steps of one call, before its first try, and claims the item. */
  begin(itemId: string, steps: readonly BegunStep[]): void;
  /** Stores the answers of steps that were made by one call and, in the same transaction, begins what is next. */
  advance(itemId: string, answered: readonly AnsweredStep[], next?: readonly BegunStep[]): void;
  finish(item: Item): void;
  /** A person says that nothing has to be sent of it any more. */
  end(itemId: string): void;
  putOff(
    itemId: string,
    dueAt: string,
    reason: SyncReason,
    failed: boolean,
    exchange?: CentralExchange,
  ): void;
  /** `retryAt`: it is tried again by itself at that moment; null: only when a person says so. */
  park(itemId: string, reason: SyncReason, retryAt: string | null, exchange?: CentralExchange): void;
  /** Parked or waiting items may be tried now; false when the item is being sent or done. */
  retry(itemId: string): boolean;
  /** The zaak of an item has another number: it goes after what else there is of that zaak. */
  relabel(itemId: string, zaakIdentificatie: string): void;
  /** When something, of whichever item, last came through (UTC, ISO 8601); null: never, as far as is known. */
  lastProgress(): string | null;
  /** transactionId and answer of the step `zaak`, for each zaak of the visit that exists centrally. */
  zakenOf(visitId: string): readonly { readonly transactionId: string; readonly answer: StepData }[];
}

interface ItemRow {
  item_id: string;
  kind: ItemKind;
  visit_id: string;
  entity_id: string;
  label: string;
  state: ItemState;
  due_at: string | null;
  attempts: number;
  reason: string | null;
  created_at: string;
}

interface StepRow {
  name: string;
  state: 'sending' | 'done';
  chosen: string;
  answer: string | null;
}

/** The item of a row of outbox_item. */
export function toItem(row: ItemRow): Item {
  return {
    itemId: row.item_id,
    kind: row.kind,
    visitId: row.visit_id,
    entityId: row.entity_id,
    label: row.label,
    state: row.state,
    dueAt: row.due_at,
    attempts: row.attempts,
    reason: readReason(row.reason),
    createdAt: row.created_at,
  };
}

// A klantcontact goes after the zaken of its visit, so that it links them; one that waits for a person, itself or behind
// an earlier item of the same zaak, gets its link later. It does not wait for the documents of a zaak that is there.
const NEXT = `
  SELECT * FROM outbox_item AS item
  WHERE kind = @kind AND state = 'queued' AND due_at <= @now
    AND item_id NOT IN (SELECT value FROM json_each(@busy))
    AND NOT EXISTS (SELECT 1 FROM outbox_item AS earlier
      WHERE earlier.order_key = item.order_key AND earlier.seq < item.seq AND earlier.state <> 'done')
    AND (kind <> 'klantcontact' OR NOT EXISTS (SELECT 1 FROM outbox_item AS zaak
      WHERE zaak.visit_id = item.visit_id AND zaak.kind = 'zaak' AND zaak.state IN ('queued', 'sending')
        AND NOT (zaak.state = 'queued' AND zaak.due_at > @now AND EXISTS (SELECT 1 FROM outbox_step AS made
          WHERE made.item_id = zaak.item_id AND made.name = 'zaak' AND made.state = 'done'))
        AND NOT EXISTS (SELECT 1 FROM outbox_item AS ahead
          WHERE ahead.order_key = zaak.order_key AND ahead.seq < zaak.seq AND ahead.state = 'parked')))
  ORDER BY due_at, seq LIMIT 1`;

/** See `Queue`. */
export function createQueue(store: Store, clock: Clock): Queue {
  const { db } = store;
  const now = (): string => clock.now().toISOString();
  const add = db.prepare(
    `INSERT INTO outbox_item (item_id, kind, visit_id, entity_id, order_key, label, state, due_at, created_at, moved_at)
     VALUES (@itemId, @kind, @visitId, @entityId, @orderKey, @label, 'queued', @now, @now, @now) ON CONFLICT DO NOTHING`,
  );
  // "Not done", said once more: so that it reads the index of open items, not the whole of a year.
  const recover = db.prepare(
    `UPDATE outbox_item SET state = 'queued', due_at = ? WHERE state = 'sending' AND state <> 'done'`,
  );
  const hasParked = db.prepare(
    `SELECT 1 FROM outbox_item WHERE kind = ? AND state = 'parked' AND due_at <= ? LIMIT 1`,
  );
  const unpark = db.prepare(
    `UPDATE outbox_item SET state = 'queued' WHERE kind = ? AND state = 'parked' AND due_at <= ?`,
  );
  const dueNow = db.prepare(`UPDATE outbox_item SET due_at = @now WHERE state <> 'done' AND due_at > @now`);
  const next = db.prepare<{ kind: ItemKind; now: string; busy: string }, ItemRow>(NEXT);
  const nextDue = db.prepare<[string], { due: string | null }>(
    `SELECT min(due_at) AS due FROM outbox_item WHERE state IN ('queued', 'parked') AND state <> 'done' AND due_at > ?`,
  );
  const claim = db.prepare(`UPDATE outbox_item SET state = 'sending' WHERE item_id = ?`);
  const steps = db.prepare<[string], StepRow>(
    'SELECT name, state, chosen, answer FROM outbox_step WHERE item_id = ? ORDER BY seq',
  );
  const begin = db.prepare(
    `INSERT INTO outbox_step (item_id, seq, name, state, chosen)
     VALUES (@itemId, (SELECT count(*) FROM outbox_step WHERE item_id = @itemId), @name, 'sending', @chosen)
     ON CONFLICT (item_id, name) DO UPDATE SET chosen = excluded.chosen`,
  );
  const answer = db.prepare(
    `UPDATE outbox_step SET state = 'done', answer = ? WHERE item_id = ? AND name = ?`,
  );
  const progress = db.prepare(
    `UPDATE outbox_item SET attempts = 0, reason = NULL, exchange = NULL, moved_at = ? WHERE item_id = ?`,
  );
  const finish = db.prepare(
    `UPDATE outbox_item SET state = 'done', due_at = NULL, reason = NULL, exchange = NULL, done_at = ? WHERE item_id = ?`,
  );
  const end = db.prepare(
    `UPDATE outbox_item SET state = 'done', due_at = NULL, reason = NULL, done_at = ? WHERE item_id = ?`,
  );
  // A zaak that came through after the contact was told: the contact gets its link after all.
  const linkLater = db.prepare(
    `UPDATE outbox_item SET state = 'queued', due_at = @now, done_at = NULL, moved_at = @now
     WHERE visit_id = @visitId AND kind = 'klantcontact' AND state = 'done' AND NOT EXISTS (
       SELECT 1 FROM outbox_step AS step WHERE step.item_id = outbox_item.item_id AND step.name = @link)`,
  );
  // The same while the contact was being told: its plan did not know of this zaak yet.
  const linkMissed = db.prepare(
    `UPDATE outbox_item SET state = 'queued', due_at = @now, done_at = NULL
     WHERE item_id = @itemId AND EXISTS (
       SELECT 1 FROM outbox_item AS zaak
       JOIN outbox_step AS made ON made.item_id = zaak.item_id AND made.name = 'zaak' AND made.state = 'done'
       WHERE zaak.visit_id = outbox_item.visit_id AND zaak.kind = 'zaak' AND NOT EXISTS (
         SELECT 1 FROM outbox_step AS link
         WHERE link.item_id = outbox_item.item_id AND link.name = 'zaak:' || zaak.entity_id))`,
  );
  const putOff = db.prepare(
    `UPDATE outbox_item SET state = 'queued', due_at = @dueAt, reason = @reason, attempts = attempts + @counted,
       exchange = coalesce(@exchange, exchange) WHERE item_id = @itemId`,
  );
  const park = db.prepare(
    `UPDATE outbox_item SET state = 'parked', due_at = @retryAt, reason = @reason, attempts = attempts + 1,
       exchange = @exchange WHERE item_id = @itemId`,
  );
  const retry = db.prepare(
    `UPDATE outbox_item SET state = 'queued', due_at = @now, attempts = 0
     WHERE item_id = @itemId AND state IN ('parked', 'queued')`,
  );
  const lastDone = db.prepare<[], { at: string | null }>(
    `SELECT max(done_at) AS at FROM outbox_item WHERE state = 'done'`,
  );
  let lastAnswer: string | null = null;
  const relabel = db.prepare('UPDATE outbox_item SET label = ?, order_key = ? WHERE item_id = ?');
  const zaken = db.prepare<[string], { transaction_id: string; answer: string }>(
    `SELECT item.entity_id AS transaction_id, step.answer FROM outbox_item AS item
     JOIN outbox_step AS step ON step.item_id = item.item_id AND step.name = 'zaak' AND step.state = 'done'
     WHERE item.visit_id = ? AND item.kind = 'zaak' ORDER BY item.seq`,
  );

  const beginStep = (itemId: string, { name, chosen }: BegunStep): void =>
    void begin.run({ itemId, name, chosen: JSON.stringify(chosen) });

  return {
    add: (items) => store.atomically(() => items.forEach((item) => add.run({ ...item, now: now() }))),
    recover: () =>
      store.atomically(() => {
        recover.run(now());
        dueNow.run({ now: now() });
      }),
    dueNow: () => void dueNow.run({ now: now() }),
    next: (kind, busy, at) => {
      const due = at.toISOString();
      if (hasParked.get(kind, due)) unpark.run(kind, due);
      const row = next.get({ kind, now: due, busy: JSON.stringify(busy) });
      return row && toItem(row);
    },
    nextDue: (at) => nextDue.get(at.toISOString())?.due ?? undefined,
    claim: (itemId) => void claim.run(itemId),
    steps: (itemId) =>
      steps.all(itemId).map((row) => ({
        name: row.name,
        state: row.state,
        chosen: data(row.chosen),
        answer: row.answer === null ? null : data(row.answer),
      })),
    begin: (itemId, begun) =>
      store.atomically(() => {
        claim.run(itemId);
        for (const step of begun) beginStep(itemId, step);
      }),
    advance: (itemId, answered, following = []) =>
      store.atomically(() => {
        for (const step of answered) answer.run(JSON.stringify(step.answer), itemId, step.name);
        lastAnswer = now();
        progress.run(lastAnswer, itemId);
        for (const step of following) beginStep(itemId, step);
      }),
    finish: (item) =>
      store.atomically(() => {
        lastAnswer = now();
        finish.run(lastAnswer, item.itemId);
        if (item.kind === 'zaak')
          linkLater.run({ visitId: item.visitId, now: now(), link: `zaak:${item.entityId}` });
        if (item.kind === 'klantcontact') linkMissed.run({ itemId: item.itemId, now: now() });
      }),
    end: (itemId) => void end.run(now(), itemId),
    putOff: (itemId, dueAt, reason, failed, exchange) =>
      void putOff.run({
        itemId,
        dueAt,
        reason: storedReason(reason),
        counted: failed ? 1 : 0,
        exchange: json(exchange),
      }),
    park: (itemId, reason, retryAt, exchange) =>
      void park.run({ itemId, retryAt, reason: storedReason(reason), exchange: json(exchange) }),
    retry: (itemId) => retry.run({ itemId, now: now() }).changes === 1,
    relabel: (itemId, zaak) => void relabel.run(zaak, `zaak:${zaak}`, itemId),
    lastProgress: () => (lastAnswer ??= lastDone.get()?.at ?? null),
    zakenOf: (visitId) =>
      zaken.all(visitId).map((row) => ({ transactionId: row.transaction_id, answer: data(row.answer) })),
  };
}

function json(exchange: CentralExchange | undefined): string | null {
  return exchange === undefined ? null : JSON.stringify(exchange);
}

function data(json: string): StepData {
  return JSON.parse(json) as StepData;
}
