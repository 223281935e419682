import type { Clock } from '../../ports.ts';
import type { HallDatabase } from './hall-database.ts';

/** So few that nobody's claim waits for it. */
const ROWS = 500;
/** After a start, and after midnight, the counters come first; not all workstations at one moment. */
const SOON_MS = 60_000;

const DAY_MS = 86_400_000;

/**
 * Removes the answers to commands of more than `days` days ago, of every location: nobody repeats those any more. Any
 * workstation does it, at its start and every day; two at once share the work.
 */
export function createCommandCleanup({
  database,
  clock,
  now,
  days,
}: {
  readonly database: Pick<HallDatabase, 'run' | 'link'>;
  readonly clock: Clock;
  /** The time of the hall. */
  readonly now: () => Date;
  readonly days: number;
}) {
  let cancel = () => {};

  async function clean(): Promise<void> {
    const before = new Date(now().getTime() - days * DAY_MS).toISOString();
    const removed = await database.run({
      name: 'hall_forget_answers',
      text: `DELETE FROM hall_command WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM hall_command WHERE at < $1 LIMIT ${ROWS} FOR UPDATE SKIP LOCKED)) RETURNING 1`,
      values: [before],
    });
    if (removed.length > 0) soon(100);
  }

  function soon(ms = SOON_MS * (1 + Math.random())): void {
    cancel();
    cancel = clock.after(ms, () => {
      // Away, or busy: tomorrow, or at the next start.
      if (database.link().kind === 'connected') clean().catch(() => undefined);
    });
  }

  return { soon: () => soon(), stop: () => cancel() };
}
