import { createHash } from 'node:crypto';
import type { PhotoAdviceCode } from '../../../shared/domain/photo-advice.ts';
import type { StepData } from '../../../shared/domain/product.ts';
import type { Signed } from '../../../shared/domain/step-data.ts';
import type { Ids } from '../ports.ts';
import type { Store } from '../store/index.ts';
import type { PickUpFound } from './pick-up.ts';

export interface Draft {
  readonly transactionId: string;
  readonly visitId: string;
  readonly productId: string;
  readonly variantId: string | null;
  readonly urgent: boolean;
  readonly pickUpOf: string | null;
  readonly pickUpFound: PickUpFound | null;
}

export interface DraftAttachment {
  readonly attachmentId: string;
  readonly stepIndex: number;
  readonly mime: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What is kept beside the bytes: of a signature what it is bound to, of a photo what was said against it. */
interface AboutAttachment {
  readonly signed?: Signed | undefined;
  readonly advice?: readonly PhotoAdviceCode[] | undefined;
}

/** The products of a running visit and what was filled in so far. Every write is on disk at once: it survives a crash and a lock. */
export interface Drafts {
  ofVisit(visitId: string): Draft[];
  byId(transactionId: string): Draft | undefined;
  add(draft: Draft): void;
  choose(
    transactionId: string,
    choice: Pick<Draft, 'variantId' | 'urgent' | 'pickUpOf' | 'pickUpFound'>,
  ): void;
  remove(transactionId: string): void;
  removeOfVisit(visitId: string): void;
  /** The data of each step that has any, by its place in the product. */
  steps(transactionId: string): ReadonlyMap<number, StepData>;
  saveStep(transactionId: string, stepIndex: number, data: StepData): void;
  clearStep(transactionId: string, stepIndex: number): void;
  /** A paper that was made from what has changed is not that paper any more; its step remembers what changed. */
  discardPapers(transactionId: string, changed: 'answers' | 'signature' | 'person'): void;
  /** Stores the bytes and fills the step with them; an earlier attachment of the step goes. Answers its id. */
  attach(
    transactionId: string,
    stepIndex: number,
    kind: 'photo' | 'signature' | 'document',
    mime: string,
    content: Uint8Array,
    about?: AboutAttachment,
  ): string;
  attachments(transactionId: string): DraftAttachment[];
  content(
    attachmentId: string,
  ): { readonly visitId: string; readonly mime: string; readonly content: Buffer } | undefined;
}

function dataOf(
  kind: 'photo' | 'signature' | 'document',
  attachmentId: string,
  { signed, advice }: AboutAttachment,
): StepData {
  if (kind === 'signature' && signed) return { kind, attachmentId, signed };
  return kind === 'photo' && advice ? { kind, attachmentId, advice: [...advice] } : { kind, attachmentId };
}

type DraftRow = {
  transaction_id: string;
  visit_id: string;
  product_id: string;
  variant_id: string | null;
  urgent: number;
  pick_up_of: string | null;
  pick_up_found: string | null;
};

function toDraft(row: DraftRow): Draft {
  return {
    transactionId: row.transaction_id,
    visitId: row.visit_id,
    productId: row.product_id,
    variantId: row.variant_id,
    urgent: row.urgent === 1,
    pickUpOf: row.pick_up_of,
    pickUpFound: row.pick_up_found === null ? null : (JSON.parse(row.pick_up_found) as PickUpFound),
  };
}

/** Drafts on the store; callers put several writes together with `store.atomically`. */
export function createDrafts(store: Store, ids: Ids): Drafts {
  const { db } = store;
  const ofVisit = db.prepare<[string], DraftRow>(
    'SELECT * FROM draft_transaction WHERE visit_id = ? ORDER BY seq',
  );
  const byId = db.prepare<[string], DraftRow>('SELECT * FROM draft_transaction WHERE transaction_id = ?');
  const add = db.prepare(
    'INSERT INTO draft_transaction (transaction_id, visit_id, seq, product_id, variant_id, urgent, pick_up_of) VALUES (?, ?, (SELECT coalesce(max(seq), 0) + 1 FROM draft_transaction WHERE visit_id = ?), ?, ?, ?, ?)',
  );
  const choose = db.prepare(
    'UPDATE draft_transaction SET variant_id = ?, urgent = ?, pick_up_of = ?, pick_up_found = ? WHERE transaction_id = ?',
  );
  const remove = db.prepare('DELETE FROM draft_transaction WHERE transaction_id = ?');
  const removeOfVisit = db.prepare('DELETE FROM draft_transaction WHERE visit_id = ?');
  const steps = db.prepare<[string], { step_index: number; data: string }>(
    'SELECT step_index, data FROM draft_step WHERE transaction_id = ?',
  );
  const saveStep = db.prepare(
    'INSERT INTO draft_step (transaction_id, step_index, data) VALUES (?, ?, ?) ON CONFLICT (transaction_id, step_index) DO UPDATE SET data = excluded.data',
  );
  const clearStep = db.prepare('DELETE FROM draft_step WHERE transaction_id = ? AND step_index = ?');
  const detach = db.prepare('DELETE FROM draft_attachment WHERE transaction_id = ? AND step_index = ?');
  const attach = db.prepare(
    'INSERT INTO draft_attachment (attachment_id, transaction_id, step_index, mime, bytes, sha256, content) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const attachments = db.prepare<[string], DraftAttachment>(
    'SELECT attachment_id AS attachmentId, step_index AS stepIndex, mime, bytes, sha256 FROM draft_attachment WHERE transaction_id = ? ORDER BY step_index',
  );
  const content = db.prepare<[string], { visitId: string; mime: string; content: Buffer }>(
    'SELECT d.visit_id AS visitId, a.mime, a.content FROM draft_attachment a JOIN draft_transaction d USING (transaction_id) WHERE a.attachment_id = ?',
  );
  // Written by this same module from checked data; the file is ours alone.
  const stepsOf = (transactionId: string) =>
    new Map(steps.all(transactionId).map((row) => [row.step_index, JSON.parse(row.data) as StepData]));
  const write = (transactionId: string, stepIndex: number, data: StepData) =>
    void saveStep.run(transactionId, stepIndex, JSON.stringify(data));
  return {
    ofVisit: (visitId) => ofVisit.all(visitId).map(toDraft),
    byId(transactionId) {
      const row = byId.get(transactionId);
      return row && toDraft(row);
    },
    add: (d) =>
      void add.run(
        d.transactionId,
        d.visitId,
        d.visitId,
        d.productId,
        d.variantId,
        d.urgent ? 1 : 0,
        d.pickUpOf,
      ),
    choose: (transactionId, { variantId, urgent, pickUpOf, pickUpFound }) =>
      void choose.run(
        variantId,
        urgent ? 1 : 0,
        pickUpOf,
        pickUpFound && JSON.stringify(pickUpFound),
        transactionId,
      ),
    remove: (transactionId) => void remove.run(transactionId),
    removeOfVisit: (visitId) => void removeOfVisit.run(visitId),
    steps: stepsOf,
    saveStep: write,
    clearStep(transactionId, stepIndex) {
      clearStep.run(transactionId, stepIndex);
      detach.run(transactionId, stepIndex);
    },
    discardPapers(transactionId, discarded) {
      for (const [stepIndex, data] of stepsOf(transactionId)) {
        if (data.kind !== 'document' || data.attachmentId === undefined) continue;
        detach.run(transactionId, stepIndex);
        write(transactionId, stepIndex, { kind: 'document', discarded });
      }
    },
    attach(transactionId, stepIndex, kind, mime, bytes, about = {}) {
      const attachmentId = ids.uuid();
      const data = dataOf(kind, attachmentId, about);
      store.atomically(() => {
        detach.run(transactionId, stepIndex);
        attach.run(
          attachmentId,
          transactionId,
          stepIndex,
          mime,
          bytes.byteLength,
          createHash('sha256').update(bytes).digest('hex'),
          bytes,
        );
        write(transactionId, stepIndex, data);
      });
      return attachmentId;
    },
    attachments: (transactionId) => attachments.all(transactionId),
    content: (attachmentId) => content.get(attachmentId),
  };
}
