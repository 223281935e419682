import { LONGEST_VISIT_MS } from '../hall/index.ts';
import type { Clock, Log } from '../ports.ts';
import type { CommittedVisit } from '../records.ts';
import type { Store } from '../store/index.ts';

const DAY_MS = 86_400_000;
const EVERY_MS = 6 * 3_600_000;
const QUIET_MS = 1_000;

export interface Purge {
  /** The zaak of this transaction is whole in the zaaksysteem: its photo, signature and papers leave this PC. */
  delivered(transactionId: string): void;
  /** Removes personal data of visits older than the retention, as far as everything of them was delivered. */
  run(): void;
  /** A visit ended: its drafts go at the next quiet moment, so that "klaar" does not wait for it. */
  tidySoon(): void;
  stop(): void;
}

/** What stays of a visit. Eigenschappen go too: among them are a new address and the number of a document. */
function impersonal(visit: CommittedVisit): CommittedVisit {
  const transactions = visit.transactions.map((one) => ({ ...one, eigenschappen: {}, attachments: [] }));
  const { handOver: _handedOver, signal: _signal, ...rest } = visit;
  return { ...rest, person: null, note: '', transactions };
}

/**
 * Keeps nothing longer than its purpose: attachments until their zaak has them, personal data for the configured number
 * of days after that. Zaak numbers, amounts and outcomes stay, for the cash count and the audit.
 */
export function createPurge(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly retentionDays: number;
  /** True when the central systems have confirmed everything of a visit. */
  readonly isDelivered: (visitId: string) => boolean;
}): Purge {
  const { store, clock } = deps;
  const wipeAttachments = store.db.prepare(
    'UPDATE attachment SET content = NULL WHERE transaction_id = ? AND content IS NOT NULL',
  );
  const old = store.db.prepare<[string], { visitId: string; committed: string }>(
    "SELECT visit_id AS visitId, committed FROM visit INDEXED BY visit_personal WHERE state = 'finished' AND finished_at < ? AND (person IS NOT NULL OR document IS NOT NULL OR committed ->> '$.note' <> '')",
  );
  const wipePerson = store.db.prepare(
    'UPDATE visit SET person = NULL, document = NULL, burgerservicenummer = NULL, committed = ? WHERE visit_id = ?',
  );
  const abandon = store.db.prepare(
    "UPDATE visit SET state = 'cancelled', finished_at = ?, person = NULL, document = NULL, burgerservicenummer = NULL WHERE state = 'open' AND started_at < ?",
  );
  const dropDrafts = store.db.prepare(
    "DELETE FROM draft_transaction WHERE (SELECT state FROM visit WHERE visit.visit_id = draft_transaction.visit_id) <> 'open'",
  );

  const run = () => {
    const now = clock.now();
    const before = (ms: number) => new Date(now.getTime() - ms).toISOString();
    const done = old
      .all(before(deps.retentionDays * DAY_MS))
      .filter(({ visitId }) => deps.isDelivered(visitId));
    store.atomically(() => {
      for (const { visitId, committed } of done)
        wipePerson.run(JSON.stringify(impersonal(JSON.parse(committed) as CommittedVisit)), visitId);
      abandon.run(now.toISOString(), before(LONGEST_VISIT_MS));
      dropDrafts.run();
    });
    if (done.length > 0) deps.log.info('purge.done', { visits: done.length });
  };
  let cancel: (() => void) | undefined;
  let cancelTidying: (() => void) | undefined;
  const schedule = () => {
    cancel = clock.after(EVERY_MS, () => {
      schedule();
      run();
    });
  };
  schedule();
  return {
    delivered: (transactionId) => store.atomically(() => void wipeAttachments.run(transactionId)),
    run,
    tidySoon() {
      cancelTidying?.();
      cancelTidying = clock.after(QUIET_MS, () => store.atomically(() => void dropDrafts.run()));
    },
    stop() {
      cancel?.();
      cancelTidying?.();
    },
  };
}
