import type { CentralSystem } from '../central/index.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../store/store.ts';

/** A registry is updated now and then; a call that it did not offer is tried again after a day. */
const TRY_AGAIN_MS = 24 * 3_600_000;

/** Which calls outside the standard a server offers: every one, until it says that it does not know it. */
export interface Offers {
  mayTry(system: CentralSystem, call: string): boolean;
  /** The server does not know the call; remembered with its address, over a restart. */
  isMissing(system: CentralSystem, call: string): void;
}

/** See `Offers`. */
export function createOffers(
  { db }: Store,
  clock: Clock,
  address: Readonly<Record<CentralSystem, string>>,
): Offers {
  const read = db.prepare<[string], { seen_at: string }>('SELECT seen_at FROM missing_call WHERE url = ?');
  const write = db.prepare(
    `INSERT INTO missing_call (url, seen_at) VALUES (?, ?)
     ON CONFLICT (url) DO UPDATE SET seen_at = excluded.seen_at`,
  );
  const urlOf = (system: CentralSystem, call: string): string => `${address[system]}/${call}`;
  return {
    mayTry: (system, call) => {
      const seen = read.get(urlOf(system, call));
      // Also when the clock was set back to before it.
      return !seen || Math.abs(clock.now().getTime() - Date.parse(seen.seen_at)) >= TRY_AGAIN_MS;
    },
    isMissing: (system, call) => void write.run(urlOf(system, call), clock.now().toISOString()),
  };
}
