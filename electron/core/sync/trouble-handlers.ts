import { CentralExchange } from '../../../shared/contract/workstation.ts';
import { fail, ok } from '../../../shared/lib/result.ts';
import type { Handlers } from '../handlers.ts';
import type { CommittedVisit } from '../records.ts';
import type { Store } from '../store/store.ts';
import type { CorrectedTexts } from './corrected-texts.ts';
import { stepCode } from './status.ts';

/** The calls with which a person finds out why an item is held up, and says who sorts it out. */
export function troubleHandlers(deps: {
  readonly store: Store;
  readonly changed: () => void;
  readonly texts: Pick<CorrectedTexts, 'tooLong' | 'refusedPhone'>;
  readonly visit: (visitId: string) => CommittedVisit | undefined;
}): Handlers<'sync.inspect' | 'sync.assign'> {
  const { db } = deps.store;
  interface Row {
    label: string;
    visit_id: string;
    exchange: string | null;
    assigned_to: string | null;
  }
  const one = db.prepare<[string], Row>(
    'SELECT label, visit_id, exchange, assigned_to FROM outbox_item WHERE item_id = ?',
  );
  const done = db.prepare<[string], { name: string }>(
    `SELECT name FROM outbox_step WHERE item_id = ? AND state = 'done' ORDER BY seq`,
  );
  const colleagues = db.prepare<[], { staffId: string; name: string }>(
    'SELECT staff_id AS staffId, name FROM staff WHERE active = 1 ORDER BY name',
  );
  const assign = db.prepare('UPDATE outbox_item SET assigned_to = ? WHERE item_id = ?');
  return {
    'sync.inspect': {
      kind: 'effect',
      run: async ({ itemId }, context) => {
        const item = one.get(itemId);
        if (!item) return fail('notFound', { field: 'itemId' });
        // What was sent can name a person.
        context.audit('sync.inspect', 'outbox', itemId, item.label);
        const visit = deps.visit(item.visit_id);
        return ok({
          done: [...new Set(done.all(itemId).map(({ name }) => stepCode(name)))],
          exchange: item.exchange === null ? null : CentralExchange.parse(JSON.parse(item.exchange)),
          tooLong: deps.texts.tooLong(itemId, visit)?.text ?? null,
          phone: deps.texts.refusedPhone(itemId, visit),
          assignedTo: item.assigned_to,
          colleagues: colleagues.all(),
        });
      },
    },
    'sync.assign': {
      kind: 'atomic',
      run({ itemId, staffId }, context) {
        const item = one.get(itemId);
        if (!item) return fail('notFound', { field: 'itemId' });
        const colleague = colleagues.all().find((each) => each.staffId === staffId);
        if (staffId !== null && !colleague) return fail('notFound', { field: 'staffId' });
        assign.run(staffId, itemId);
        context.audit('sync.assign', 'outbox', itemId, colleague?.name ?? '');
        deps.store.afterCommit(deps.changed);
        return ok({ done: true as const });
      },
    },
  };
}
