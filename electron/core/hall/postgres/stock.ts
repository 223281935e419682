import { addDays } from '../../../../shared/domain/dates.ts';
import type { HallDatabase } from './hall-database.ts';
import type { HallRows } from './hall-rows.ts';
import type { LocalHall } from './local-hall.ts';

/** Numbers for the tickets of an outage: what is left at least, and how many are taken at once. */
const LEAST = 25;
const BLOCK = 50;

/**
 * Keeps numbers in stock on the workstation of a dispenser: leased from the database, given by nobody else. Of tomorrow
 * too, for a database that is still away when the hall opens.
 */
export function createStock(deps: {
  readonly local: LocalHall;
  readonly rows: HallRows;
  readonly database: Pick<HallDatabase, 'inTurn'>;
  readonly day: () => string;
}) {
  const { local, rows, database, day } = deps;

  function ensureOn(ofDay: () => string, group: string, least: number): Promise<void> {
    if (local.left(ofDay(), group) >= least) return Promise.resolve();
    return database.inTurn(async (run) => {
      const then = ofDay();
      if (local.left(then, group) >= least) return;
      const last = await rows.nextNumbers(run, then, group, BLOCK);
      local.stock({ day: then, series: group, first: last - BLOCK + 1, last });
    });
  }

  return {
    /** A number of today; throws HallAway when the database is away. */
    ensure: (group: string) => ensureOn(day, group, 1),
    /** In the background; what does not come now comes with the next ticket. */
    refill(groups: readonly { readonly letter: string }[]): void {
      for (const ofDay of [day, () => addDays(day(), 1)])
        for (const { letter } of groups) ensureOn(ofDay, letter, LEAST).catch(() => undefined);
    },
  };
}
