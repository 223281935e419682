import { addDays, amsterdamDay } from '../../../../shared/domain/dates.ts';
import type { Clock } from '../../ports.ts';
import type { HallDatabase } from './hall-database.ts';

/** So few that nobody's claim waits for it. */
const ROWS = 500;
/** After a start, and after midnight, the counters come first; not all workstations at one moment. */
const SOON_MS = 60_000;

const DAY_MS = 86_400_000;

/**
 * Removes the answers to commands of more than `days` days ago, of every location: nobody repeats those any more; and forgets
 * of the tickets of before that who did what, notes, names and appointments (see PERSONAL_DATA in tables.ts). Any workstation
 * does it, at its start and every day; two at once share the first, and one of them does the second.
 */
export function createCleanup({
  database,
  location,
  clock,
  now,
  days,
}: {
  readonly database: Pick<HallDatabase, 'run' | 'link'>;
  readonly location: string;
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
    const [forgot] = await database.run<{ more: boolean }>({
      name: 'hall_forget_personal_data',
      text: 'SELECT hall_forget_personal_data($1, $2, $3) AS more',
      values: [location, addDays(amsterdamDay(now()), -days), ROWS],
    });
    if (removed.length > 0 || forgot?.more) soon(100);
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
