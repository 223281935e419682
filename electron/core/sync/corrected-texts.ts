import { readReason } from '../../../shared/domain/sync-reason.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock } from '../ports.ts';
import type { CommittedVisit, HandOverRecord } from '../records.ts';
import type { Store } from '../store/store.ts';
import { PHONE_STEP } from './hand-over-steps.ts';

/** A text of a visit that a central system found too long; `step`: the step that sends it. */
export interface LongText {
  readonly step: string;
  readonly text: string;
}

/**
 * Texts that a clerk corrected because a central system refuses them: made shorter, or another number to call back. What was
 * committed stays as it is; this goes instead of it.
 */
export interface CorrectedTexts {
  /** The text for which a parked item was refused; null when it is parked for something else. */
  tooLong(itemId: string, visit: CommittedVisit | undefined): LongText | null;
  /** Inside the open transaction. `notParked`, or `invalidInput` when it is not shorter. */
  shorten(
    itemId: string,
    visit: CommittedVisit | undefined,
    given: { readonly text: string; readonly staffId: string },
  ): Result<LongText>;
  /** The number to call back for which a parked item was refused; null when it is parked for something else. */
  refusedPhone(itemId: string, visit: CommittedVisit | undefined): string | null;
  /** Inside the open transaction; `notParked` when no number was refused. */
  correctPhone(
    itemId: string,
    visit: CommittedVisit | undefined,
    given: { readonly phone: string; readonly staffId: string },
  ): Result<true>;
  /** The visit with the corrected texts of this item. */
  applied(itemId: string, visit: CommittedVisit): CommittedVisit;
}

/** What ZGW and Klantinteracties call it, both made with Django REST framework: the code of `invalidParams`. */
const TOO_LONG = /max_length/;
const EIGENSCHAP = 'eigenschap:';

/** See `CorrectedTexts`. */
export function createCorrectedTexts({ db }: Store, clock: Clock): CorrectedTexts {
  const refused = db.prepare<
    [string],
    { entity_id: string; received: string; reason: string | null; step: string }
  >(
    `SELECT item.entity_id, item.exchange ->> '$.received' AS received, item.reason,
       step.name AS step FROM outbox_item AS item
     JOIN outbox_step AS step ON step.item_id = item.item_id AND step.state = 'sending'
     WHERE item.item_id = ? AND item.state = 'parked' AND item.exchange IS NOT NULL ORDER BY step.seq LIMIT 1`,
  );
  const corrected = db.prepare<[string], LongText>(
    'SELECT step, text FROM corrected_text WHERE item_id = ? ORDER BY seq',
  );
  const entity = db.prepare<[string], { entity_id: string }>(
    'SELECT entity_id FROM outbox_item WHERE item_id = ?',
  );
  const add = db.prepare(
    'INSERT INTO corrected_text (item_id, step, text, staff_id, at) VALUES (@itemId, @step, @text, @staffId, @at)',
  );

  function applied(itemId: string, visit: CommittedVisit): CommittedVisit {
    const transactionId = entity.get(itemId)?.entity_id;
    return corrected
      .all(itemId)
      .reduce((now, { step, text }) => withText(now, transactionId, step, text), visit);
  }

  function tooLong(itemId: string, visit: CommittedVisit | undefined): LongText | null {
    const item = refused.get(itemId);
    if (!item || !visit || !TOO_LONG.test(item.received)) return null;
    const text = textOf(applied(itemId, visit), item.entity_id, item.step);
    return text ? { step: item.step, text } : null;
  }

  function refusedPhone(itemId: string, visit: CommittedVisit | undefined): string | null {
    const item = refused.get(itemId);
    if (!visit || item?.step !== PHONE_STEP || readReason(item.reason)?.code !== 'refused') return null;
    return applied(itemId, visit).handOver?.phone ?? null;
  }

  const correct = (itemId: string, { step, text }: LongText, staffId: string): void =>
    void add.run({ itemId, step, text, staffId, at: clock.now().toISOString() });

  return {
    applied,
    tooLong,
    refusedPhone,
    correctPhone(itemId, visit, { phone, staffId }) {
      if (refusedPhone(itemId, visit) === null) return fail('notParked');
      correct(itemId, { step: PHONE_STEP, text: phone }, staffId);
      return ok(true);
    },
    shorten(itemId, visit, { text, staffId }) {
      const long = tooLong(itemId, visit);
      if (!long) return fail('notParked');
      if (text.length >= long.text.length)
        return fail('invalidInput', { field: 'text', detail: 'not shorter' });
      const shorter = { step: long.step, text };
      correct(itemId, shorter, staffId);
      return ok(shorter);
    },
  };
}

function withPhone(handOver: HandOverRecord, phone: string): HandOverRecord {
  return { ...handOver, phone, refusedPhone: handOver.refusedPhone ?? handOver.phone };
}

/** The text of a clerk that a step sends; undefined for a step without one. */
function textOf(visit: CommittedVisit, transactionId: string, step: string): string | undefined {
  if (step === 'klantcontact') return visit.note;
  if (step === 'signaal:klantcontact') return visit.signal?.text;
  const transaction = visit.transactions.find((each) => each.transactionId === transactionId);
  return step.startsWith(EIGENSCHAP) ? transaction?.eigenschappen[step.slice(EIGENSCHAP.length)] : undefined;
}

function withText(
  visit: CommittedVisit,
  transactionId: string | undefined,
  step: string,
  text: string,
): CommittedVisit {
  if (step === 'klantcontact') return { ...visit, note: text };
  if (step === 'signaal:klantcontact')
    return visit.signal ? { ...visit, signal: { ...visit.signal, text } } : visit;
  if (step === PHONE_STEP)
    return visit.handOver ? { ...visit, handOver: withPhone(visit.handOver, text) } : visit;
  const name = step.slice(EIGENSCHAP.length);
  return {
    ...visit,
    transactions: visit.transactions.map((each) =>
      each.transactionId === transactionId
        ? { ...each, eigenschappen: { ...each.eigenschappen, [name]: text } }
        : each,
    ),
  };
}
