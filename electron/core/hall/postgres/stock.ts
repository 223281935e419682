import type { HallDatabase } from './hall-database.ts';
import type { HallRows } from './hall-rows.ts';
import type { LocalHall } from './local-hall.ts';

/** Numbers for the tickets of an outage: what is left at least, and how many are taken at once. */
const LEAST = 25;
const BLOCK = 50;

/** Keeps numbers in stock on the workstation of a dispenser: leased from the database, given by nobody else. */
export function createStock(deps: {
  readonly local: LocalHall;
  readonly rows: HallRows;
  readonly database: Pick<HallDatabase, 'inTurn'>;
  readonly day: () => string;
}) {
  const { local, rows, database, day } = deps;

  /** Throws HallAway when the database is away. */
  function ensure(group: string, least = 1): Promise<void> {
    if (local.left(day(), group) >= least) return Promise.resolve();
    return database.inTurn(async (run) => {
      const today = day();
      if (local.left(today, group) >= least) return;
      const last = await rows.nextNumbers(run, today, group, BLOCK);
      local.stock({ day: today, series: group, first: last - BLOCK + 1, last });
    });
  }

  return {
    ensure,
    /** In the background; what does not come now comes with the next ticket. */
    refill(groups: readonly { readonly letter: string }[]): void {
      for (const { letter } of groups) ensure(letter, LEAST).catch(() => undefined);
    },
  };
}
