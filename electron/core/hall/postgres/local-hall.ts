import { addDays } from '../../../../shared/domain/dates.ts';
import type { Store } from '../../store/store.ts';
import type { NewEvent } from './hall-rows.ts';
import type { Mirrored } from './mirror.ts';

/** Something that happened here and that the database does not know yet. */
export interface Pending {
  readonly request: string;
  readonly event: NewEvent;
}

interface Block {
  readonly day: string;
  /** A group letter, or `WALK_INS` of a counter. */
  readonly series: string;
  readonly first: number;
  readonly last: number;
}

/** Walk-ins that were helped while the database was away have numbers that no dispenser gives. */
export const WALK_INS = 'walk-ins';

/** Long enough for a clock that was set wrong: a number is never given twice. */
const KEEP_DAYS = 7;

/** What this workstation keeps of a shared hall in its own file; see migrations/0150-shared-hall.ts. */
export interface LocalHall {
  /** Oldest first, without what was set aside. */
  pending(): readonly Pending[];
  /** Joins the store transaction that is open; a commandId that is there already is left as it is. */
  add(pending: Pending): void;
  /** False when it was gone already. */
  remove(commandId: string): boolean;
  /** Keeps what the database cannot take out of the way of the rest. */
  setAside(commandId: string, problem: string): void;
  /** The next number of a stock; null when it is used up. A number that was drawn is never drawn again. */
  draw(day: string, series: string): number | null;
  left(day: string, series: string): number;
  stock(block: Block): void;
  /** Whether tickets were ever given from a stock here, as on the workstation of a dispenser. */
  dispenses(): boolean;
  seen(): readonly Mirrored[];
  keepSeen(tickets: readonly Mirrored[]): void;
}

/** Opens what the store has of the hall at `location`, and takes up what an earlier run left pending. */
export function openLocalHall(store: Store, location: string): LocalHall {
  const { db } = store;
  const list = db.prepare<{ location: string }, { request: string; event: string }>(
    'SELECT request, event FROM hall_pending WHERE location = @location AND problem IS NULL ORDER BY seq',
  );
  const insert = db.prepare<{ location: string; commandId: string; request: string; event: string }>(
    `INSERT INTO hall_pending (location, command_id, request, event) VALUES (@location, @commandId, @request, @event)
     ON CONFLICT (command_id) DO NOTHING`,
  );
  const remove = db.prepare<{ commandId: string }>('DELETE FROM hall_pending WHERE command_id = @commandId');
  const setAside = db.prepare<{ commandId: string; problem: string }>(
    'UPDATE hall_pending SET problem = @problem WHERE command_id = @commandId',
  );
  const draw = db.prepare<{ location: string; day: string; series: string }, { drawn: number }>(
    `UPDATE hall_stock SET next = next + 1 WHERE location = @location AND day = @day AND series = @series AND first =
       (SELECT min(first) FROM hall_stock WHERE location = @location AND day = @day AND series = @series AND next <= last)
     RETURNING next - 1 AS drawn`,
  );
  const left = db.prepare<{ location: string; day: string; series: string }, { left: number }>(
    `SELECT coalesce(sum(last - next + 1), 0) AS "left" FROM hall_stock
     WHERE location = @location AND day = @day AND series = @series`,
  );
  const stock = db.prepare<Block & { location: string }>(
    `INSERT INTO hall_stock (location, day, series, first, next, last) VALUES (@location, @day, @series, @first, @first, @last)
     ON CONFLICT (location, day, series, first) DO NOTHING`,
  );
  const forget = db.prepare<{ location: string; series: string; day: string }>(
    'DELETE FROM hall_stock WHERE location = @location AND series = @series AND day < @day',
  );
  const dispenses = db.prepare<{ location: string; series: string }, { one: number }>(
    'SELECT 1 AS one FROM hall_stock WHERE location = @location AND series NOT GLOB @series LIMIT 1',
  );
  const seen = db.prepare<{ location: string }, { tickets: string }>(
    'SELECT tickets FROM hall_seen WHERE location = @location',
  );
  const keepSeen = db.prepare<{ location: string; tickets: string }>(
    `INSERT INTO hall_seen (location, tickets) VALUES (@location, @tickets)
     ON CONFLICT (location) DO UPDATE SET tickets = excluded.tickets`,
  );

  const read = (): readonly Pending[] =>
    list.all({ location }).map(({ request, event }) => ({ request, event: JSON.parse(event) as NewEvent }));
  let pending = read();
  const change = (write: () => void): void => {
    write();
    store.afterCommit(() => {
      pending = read();
    });
  };

  return {
    pending: () => pending,
    add({ request, event }) {
      const { commandId } = event;
      change(() => insert.run({ location, commandId, request, event: JSON.stringify(event) }));
    },
    remove(commandId) {
      let removed = 0;
      change(() => {
        removed = remove.run({ commandId }).changes;
      });
      return removed > 0;
    },
    setAside: (commandId, problem) => change(() => setAside.run({ commandId, problem })),
    draw: (day, series) => draw.get({ location, day, series })?.drawn ?? null,
    left: (day, series) => left.get({ location, day, series })?.left ?? 0,
    stock(block) {
      stock.run({ location, ...block });
      forget.run({ location, series: block.series, day: addDays(block.day, -KEEP_DAYS) });
    },
    dispenses: () => dispenses.get({ location, series: `${WALK_INS}/*` }) !== undefined,
    seen: () => JSON.parse(seen.get({ location })?.tickets ?? '[]') as Mirrored[],
    keepSeen: (tickets) => void keepSeen.run({ location, tickets: JSON.stringify(tickets) }),
  };
}
