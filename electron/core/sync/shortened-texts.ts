import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock } from '../ports.ts';
import type { CommittedVisit } from '../records.ts';
import type { Store } from '../store/store.ts';

/** A text of a visit that a central system found too long; `step`: the step that sends it. */
export interface LongText {
  readonly step: string;
  readonly text: string;
}

/**
 * Texts that a clerk made shorter because a central system refuses them. What was committed stays as it is, with all of the
 * text; this goes instead of it.
 */
export interface ShortenedTexts {
  /** The text for which a parked item was refused; null when it is parked for something else. */
  tooLong(itemId: string, visit: CommittedVisit | undefined): LongText | null;
  /** Inside the open transaction. `notParked`, or `invalidInput` when it is not shorter. */
  shorten(
    itemId: string,
    visit: CommittedVisit | undefined,
    given: { readonly text: string; readonly staffId: string },
  ): Result<LongText>;
  /** The visit with the shorter texts of this item. */
  applied(itemId: string, visit: CommittedVisit): CommittedVisit;
}

/** What ZGW and Klantinteracties call it, both made with Django REST framework: the code of `invalidParams`. */
const TOO_LONG = /max_length/;
const EIGENSCHAP = 'eigenschap:';

/** See `ShortenedTexts`. */
export function createShortenedTexts({ db }: Store, clock: Clock): ShortenedTexts {
  const refused = db.prepare<[string], { entity_id: string; received: string; step: string }>(
    `SELECT item.entity_id, item.exchange ->> '$.received' AS received, step.name AS step FROM outbox_item AS item
     JOIN outbox_step AS step ON step.item_id = item.item_id AND step.state = 'sending'
     WHERE item.item_id = ? AND item.state = 'parked' AND item.exchange IS NOT NULL ORDER BY step.seq LIMIT 1`,
  );
  const shortened = db.prepare<[string], LongText>(
    'SELECT step, text FROM shortened_text WHERE item_id = ? ORDER BY seq',
  );
  const entity = db.prepare<[string], { entity_id: string }>(
    'SELECT entity_id FROM outbox_item WHERE item_id = ?',
  );
  const add = db.prepare(
    'INSERT INTO shortened_text (item_id, step, text, staff_id, at) VALUES (@itemId, @step, @text, @staffId, @at)',
  );

  function applied(itemId: string, visit: CommittedVisit): CommittedVisit {
    const transactionId = entity.get(itemId)?.entity_id;
    return shortened
      .all(itemId)
      .reduce((now, { step, text }) => withText(now, transactionId, step, text), visit);
  }

  function tooLong(itemId: string, visit: CommittedVisit | undefined): LongText | null {
    const item = refused.get(itemId);
    if (!item || !visit || !TOO_LONG.test(item.received)) return null;
    const text = textOf(applied(itemId, visit), item.entity_id, item.step);
    return text ? { step: item.step, text } : null;
  }

  return {
    applied,
    tooLong,
    shorten(itemId, visit, { text, staffId }) {
      const long = tooLong(itemId, visit);
      if (!long) return fail('notParked');
      if (text.length >= long.text.length)
        return fail('invalidInput', { field: 'text', detail: 'not shorter' });
      add.run({ itemId, step: long.step, text, staffId, at: clock.now().toISOString() });
      return ok({ step: long.step, text });
    },
  };
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
