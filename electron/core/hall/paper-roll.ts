import type { PaperRoll as RollState } from '../../../shared/contract/hall.ts';
import { formatTicketNumber, ROLL_FROM, ROLL_LAST } from '../../../shared/domain/ticket-number.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { Equipment, HallEngine } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { createTurns } from '../turns.ts';
import type { IssuedTicket } from './issued-ticket.ts';

/** A roll of tickets with printed numbers, for when the dispenser can't print. Each workstation has its own. */
export interface PaperRoll {
  /** Null: there is no roll. */
  state(): RollState | null;
  isInUse(): boolean;
  /** Puts a roll in, from its first number; null takes it out. `byHand`: its numbers are given whatever the printer does. */
  set(roll: { readonly next: number; readonly byHand: boolean } | null): void;
  /** Has `issue` give the next number of the roll; one that was given already today is left on the roll. */
  take(issue: (rollNumber: number) => Promise<Result<IssuedTicket>>): Promise<Result<IssuedTicket>>;
  stop(): void;
}

interface Deps {
  readonly store: Store;
  readonly location: string;
  readonly engine: Pick<HallEngine, 'today'>;
  readonly equipment: Equipment | undefined;
  readonly changed: () => void;
}

/** The roll of this workstation, kept in its store. Whoever turned it on need not turn it off: a printer that works again does. */
export function createPaperRoll({ store, location, engine, equipment, changed }: Deps): PaperRoll {
  const { db } = store;
  const select = db.prepare<{ location: string }, { next: number; byHand: number }>(
    'SELECT next, by_hand AS byHand FROM hall_roll WHERE location = @location',
  );
  const put = db.prepare<{ location: string; next: number; byHand: number }>(
    `INSERT INTO hall_roll (location, next, by_hand) VALUES (@location, @next, @byHand)
     ON CONFLICT (location) DO UPDATE SET next = excluded.next, by_hand = excluded.by_hand`,
  );
  const remove = db.prepare<{ location: string }>('DELETE FROM hall_roll WHERE location = @location');
  const turns = createTurns();
  const printerWorks = (): boolean => equipment?.working().has('ticket-dispenser') ?? false;

  function state(): RollState | null {
    const row = select.get({ location });
    if (!row) return null;
    if (row.byHand === 1) return { next: row.next, why: 'byHand' };
    return { next: row.next, why: equipment?.broken().has('ticket-dispenser') ? 'printer' : null };
  }

  let worked = printerWorks();
  const stop = equipment?.onChange(() => {
    const before = worked;
    worked = printerWorks();
    const row = select.get({ location });
    if (worked && !before && row?.byHand === 1) put.run({ location, next: row.next, byHand: 0 });
    if (row && worked !== before) changed();
  });

  return {
    state,
    isInUse: () => (state()?.why ?? null) !== null,
    set(roll) {
      if (roll) put.run({ location, next: roll.next, byHand: roll.byHand ? 1 : 0 });
      else remove.run({ location });
      changed();
    },
    take: (issue) =>
      turns('roll', async () => {
        const row = select.get({ location });
        if (!row) throw new Error('a number from a roll that is not there');
        const given = new Set((await engine.today()).map(({ number }) => number));
        let number = row.next;
        while (given.has(textOf(number))) number = after(number);
        const issued = await issue(number);
        // A repeated command got the number that it had before.
        if (issued.ok && issued.value.ticket.number === textOf(number))
          put.run({ ...row, location, next: after(number) });
        return issued;
      }),
    stop: () => stop?.(),
  };
}

const textOf = (number: number): string => formatTicketNumber('A', ROLL_FROM + number);
const after = (number: number): number => (number >= ROLL_LAST ? 1 : number + 1);
