import type { Audit } from '../audit/index.ts';
import { watchDay } from '../watch-day.ts';
import type { Clock, Log } from '../ports.ts';
import type { Store } from '../store/index.ts';

/** Removes rows of one kind that are past their period. */
export interface Sweep {
  readonly name:
    | 'outboxItems'
    | 'hallCommands'
    | 'hallPersonalData'
    | 'processingLog'
    | 'klantbeeld'
    | 'keptZaken'
    | 'notifications';
  /** Removes so few that a commit hardly waits for it, inside the open transaction; 0 when nothing is left to remove. */
  removeBatch(now: Date): number;
}

/** The window and its first visitor come first. */
const FIRST_MS = 30_000;
const QUIET_MS = 2_000;
const NEXT_BATCH_MS = 100;

/**
 * Sweeps after the start and at every new day, batch by batch, while nothing else writes to the store for two seconds;
 * what it removed is one line in the audit log. Stopping leaves the rest for the next start.
 */
export function keepRetention(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly audit: Audit;
  readonly sweeps: readonly Sweep[];
}): { stop(): void } {
  const { store, clock, sweeps } = deps;
  const changes = store.db.prepare<[], number>('SELECT total_changes()').pluck();
  let left: readonly Sweep[] = [];
  let removed: Partial<Record<Sweep['name'], number>> = {};
  let cancel: () => void = () => undefined;

  function awaitQuiet(ms: number): void {
    cancel();
    const before = changes.get();
    cancel = clock.after(ms, () => (changes.get() === before ? batch() : awaitQuiet(QUIET_MS)));
  }
  function batch(): void {
    const [sweep] = left;
    if (!sweep) return tell();
    const count = store.atomically(() => sweep.removeBatch(clock.now()));
    if (count === 0) left = left.slice(1);
    else removed = { ...removed, [sweep.name]: (removed[sweep.name] ?? 0) + count };
    awaitQuiet(NEXT_BATCH_MS);
  }
  function tell(): void {
    const counts = Object.entries(removed);
    removed = {};
    if (counts.length === 0) return;
    deps.audit.record({
      who: 'waarmee',
      action: 'retention.swept',
      recordType: 'retention',
      recordId: clock.now().toISOString().slice(0, 10),
      detail: counts.map(([name, count]) => `${name}=${count}`).join(' '),
    });
    deps.log.info('retention.swept', Object.fromEntries(counts));
  }
  function begin(): void {
    left = sweeps;
    awaitQuiet(QUIET_MS);
  }

  cancel = clock.after(FIRST_MS, begin);
  const stopWatch = watchDay(clock, begin);
  return {
    stop() {
      stopWatch();
      cancel();
      tell();
    },
  };
}
