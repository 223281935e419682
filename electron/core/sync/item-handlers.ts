import type { AuditAction } from '../../../shared/domain/audit-action.ts';
import { zaakNumber } from '../../../shared/domain/zaak-number.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { type CallContext, type Handlers, staffOf } from '../handlers.ts';
import type { CommittedVisit } from '../records.ts';
import type { Item, Queue } from './queue.ts';
import type { CorrectedTexts } from './corrected-texts.ts';
import type { StatusReader } from './status.ts';

/** What a correction changes beside the outbox; each runs inside the transaction of the clerk's command. */
export interface Corrections {
  /** Gives the pick-up of a transaction another zaak. */
  readonly correctPickUp?: (
    transactionId: string,
    zaakIdentificatie: string,
    staffId: string,
  ) => Result<true>;
  /** Gives a message to a visitor another address. */
  readonly correctAddress?: (notificationId: string, address: string) => Result<true>;
}

/**
 * The calls with which a clerk has something sent again, as it was or corrected, or ends what can't be sent any more.
 * `tryNow` takes effect after the commit.
 */
export function itemHandlers(deps: {
  readonly queue: Queue;
  readonly reader: StatusReader;
  readonly corrections: Corrections;
  readonly texts: Pick<CorrectedTexts, 'shorten' | 'correctPhone'>;
  readonly visit: (visitId: string) => CommittedVisit | undefined;
  readonly tryNow: () => void;
  /** Tells of it after the commit. */
  readonly ended: () => void;
}): Handlers<
  | 'sync.tryNow'
  | 'sync.retry'
  | 'sync.end'
  | 'sync.correct'
  | 'sync.correctAddress'
  | 'sync.correctPhone'
  | 'sync.shorten'
> {
  const { queue, reader, tryNow } = deps;
  const { correctPickUp, correctAddress } = deps.corrections;

  const sendAgain = (
    { itemId }: Item,
    context: CallContext,
    action: AuditAction,
    detail?: string,
  ): Result<{ done: true }> => {
    if (!queue.retry(itemId)) return fail('notParked');
    context.audit(action, 'outbox', itemId, detail);
    tryNow();
    return ok({ done: true });
  };

  return {
    'sync.tryNow': {
      kind: 'atomic',
      run(_, context) {
        queue.dueNow();
        context.audit('sync.tryNow', 'outbox', 'all');
        tryNow();
        return ok({ done: true });
      },
    },
    'sync.retry': {
      kind: 'atomic',
      run({ itemId }, context) {
        const item = reader.item(itemId);
        if (!item) return fail('notFound', { field: 'itemId' });
        return sendAgain(item, context, 'sync.retry');
      },
    },
    'sync.end': {
      kind: 'atomic',
      run({ itemId }, context) {
        const item = reader.item(itemId);
        if (!item) return fail('notFound', { field: 'itemId' });
        // Nothing else is ever given up.
        if (item.state !== 'parked' || item.reason?.code !== 'addressGone') return fail('notParked');
        queue.end(itemId);
        context.audit('sync.end', 'outbox', itemId, item.label);
        deps.ended();
        return ok({ done: true });
      },
    },
    'sync.correct': {
      kind: 'atomic',
      run({ itemId, zaakIdentificatie }, context) {
        const item = reader.item(itemId);
        if (!item || !correctPickUp) return fail('notFound', { field: 'itemId' });
        if (!reader.canCorrect(itemId)) return fail('notParked');
        const zaak = zaakNumber(zaakIdentificatie);
        const isSame = zaak === item.label;
        // Only who was told what is wrong with a number can say that it is right.
        if (isSame && item.reason?.code !== 'zaakOfOther') return fail('notParked');
        const corrected = correctPickUp(item.entityId, zaak, staffOf(context).staffId);
        if (!corrected.ok) return corrected;
        if (isSame) return sendAgain(item, context, 'sync.confirm', zaak);
        queue.relabel(itemId, zaak);
        return sendAgain(item, context, 'sync.correct', `${item.label} -> ${zaak}`);
      },
    },
    'sync.shorten': {
      kind: 'atomic',
      run({ itemId, text }, context) {
        const item = reader.item(itemId);
        if (!item) return fail('notFound', { field: 'itemId' });
        const { staffId } = staffOf(context);
        const shorter = deps.texts.shorten(itemId, deps.visit(item.visitId), { text, staffId });
        if (!shorter.ok) return shorter;
        return sendAgain(item, context, 'sync.shorten', `${item.label}, ${shorter.value.step}`);
      },
    },
    'sync.correctPhone': {
      kind: 'atomic',
      run({ itemId, phone }, context) {
        const item = reader.item(itemId);
        if (!item) return fail('notFound', { field: 'itemId' });
        const { staffId } = staffOf(context);
        const corrected = deps.texts.correctPhone(itemId, deps.visit(item.visitId), { phone, staffId });
        if (!corrected.ok) return corrected;
        return sendAgain(item, context, 'sync.correctPhone', item.label);
      },
    },
    'sync.correctAddress': {
      kind: 'atomic',
      run({ itemId, address }, context) {
        const item = reader.item(itemId);
        if (item?.kind !== 'notification' || !correctAddress) return fail('notFound', { field: 'itemId' });
        if (item.state !== 'parked') return fail('notParked');
        const corrected = correctAddress(item.entityId, address);
        if (!corrected.ok) return corrected;
        return sendAgain(item, context, 'sync.correctAddress', item.label);
      },
    },
  };
}
