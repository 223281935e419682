import type { Clock } from '../ports.ts';
import type { Store } from '../store/index.ts';

const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;

export interface Throttle {
  /** Seconds that this name still has to wait; 0 when it may try. */
  waitSeconds(loginName: string): number;
  /** Counts a try before it is checked: tries that run side by side all count. */
  tried(loginName: string): void;
  succeeded(loginName: string): void;
}

/**
 * Slows down guessing: five free tries, then a wait that doubles from 30 seconds to 15 minutes. Kept in the store, so
 * that a restart does not reset it, and per name whether or not it exists, so that it tells nothing.
 */
export function createThrottle(store: Store, clock: Clock): Throttle {
  const select = store.db.prepare<[string], { failures: number; blocked_until: string }>(
    'SELECT failures, blocked_until FROM login_throttle WHERE login_name = ?',
  );
  const save = store.db.prepare(
    'INSERT INTO login_throttle (login_name, failures, blocked_until) VALUES (?, ?, ?) ON CONFLICT (login_name) DO UPDATE SET failures = excluded.failures, blocked_until = excluded.blocked_until',
  );
  const remove = store.db.prepare('DELETE FROM login_throttle WHERE login_name = ?');
  return {
    waitSeconds: (loginName) =>
      store.atomically(() => {
        const row = select.get(loginName);
        if (!row) return 0;
        const now = clock.now().getTime();
        const left = Date.parse(row.blocked_until) - now;
        // A clock that was set back must not lock somebody out for longer than the longest wait.
        if (left > LONGEST_WAIT_MS)
          save.run(loginName, row.failures, new Date(now + LONGEST_WAIT_MS).toISOString());
        return Math.ceil(Math.min(Math.max(0, left), LONGEST_WAIT_MS) / 1000);
      }),
    tried: (loginName) =>
      store.atomically(() => {
        const failures = (select.get(loginName)?.failures ?? 0) + 1;
        const over = failures - FREE_TRIES;
        const wait = over < 0 ? 0 : Math.min(FIRST_WAIT_MS * 2 ** over, LONGEST_WAIT_MS);
        save.run(loginName, failures, new Date(clock.now().getTime() + wait).toISOString());
      }),
    succeeded: (loginName) => store.atomically(() => void remove.run(loginName)),
  };
}
