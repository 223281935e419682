import { z } from 'zod';
import type { HallAction } from '../../ports.ts';
import type { Store } from '../../store/store.ts';

export type EndOfVisit = HallAction & { readonly ticketId: string };

const Kept = z.strictObject({
  commandId: z.string(),
  counter: z.int(),
  staffId: z.string(),
  ticketId: z.string(),
});

/** Visits that ended at this workstation, until the database of the hall has heard of them; on disk with "klaar" itself. */
export interface PendingEnds {
  /** Inside the store transaction that ends the visit. */
  keep(end: EndOfVisit, at: Date): void;
  has(ticketId: string): boolean;
  /** Oldest first; `at`: UTC, ISO 8601. */
  list(): readonly (EndOfVisit & { readonly at: string })[];
  forget(commandId: string): void;
}

/** Takes up what an earlier run did not get to tell. */
export function createPendingEnds(store: Store): PendingEnds {
  const insert = store.db.prepare<[string, string, string]>(
    'INSERT INTO hall_pending (command_id, action, at) VALUES (?, ?, ?) ON CONFLICT (command_id) DO NOTHING',
  );
  const all = store.db.prepare<[], { action: string; at: string }>(
    'SELECT action, at FROM hall_pending ORDER BY seq',
  );
  const remove = store.db.prepare<[string]>('DELETE FROM hall_pending WHERE command_id = ?');
  const read = () => all.all().map(({ action, at }) => ({ ...Kept.parse(JSON.parse(action)), at }));
  let pending = read();
  const changed = (): void => {
    pending = read();
  };
  return {
    keep({ commandId, counter, staffId, ticketId }, at) {
      insert.run(commandId, JSON.stringify({ commandId, counter, staffId, ticketId }), at.toISOString());
      store.afterCommit(changed);
    },
    has: (ticketId) => pending.some((end) => end.ticketId === ticketId),
    list: () => pending,
    forget(commandId) {
      store.atomically(() => remove.run(commandId));
      changed();
    },
  };
}
