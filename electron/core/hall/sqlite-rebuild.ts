import type { Store } from '../store/store.ts';
import { prepareHall } from './hall-statements.ts';
import { compareDay, deriveTickets, type Rebuilt, type RebuiltDay, toMend } from './rebuild.ts';

/**
 * Derives every ticket of a location anew from the events and says what was kept otherwise; with `mend` that is put right,
 * all of it or nothing. A ticket whose events make no sense is named and left alone.
 */
export function rebuildSqliteHall(
  store: Store,
  location: string,
  { mend }: { readonly mend: boolean },
): Rebuilt {
  const sql = prepareHall(store.db);
  return store.atomically(() => {
    const days: RebuiltDay[] = [];
    let events = 0;
    let tickets = 0;
    let latest = '';
    for (const { day } of sql.days.all({ location })) {
      const happened = sql.eventsOfDays.all({ location, from: day, to: day });
      const derived = deriveTickets(happened);
      const numbers = new Map(sql.numbers.all({ location, day }).map(({ group, last }) => [group, last]));
      const found = compareDay(
        derived,
        sql.allOfDay.all({ location, day }).map((facts) => ({ ...facts })),
        numbers,
      );
      events += happened.length;
      tickets += derived.tickets.length;
      for (const { at } of happened) if (at > latest) latest = at;
      if (found.tickets.length === 0 && found.numbers.length === 0) continue;
      days.push({ day, ...found });
      if (!mend) continue;
      const { leftOver, replace } = toMend(found, derived.tickets);
      // Out first: two damaged rows may hold each other's number.
      for (const ticketId of leftOver) sql.forgetLeftOver.run({ location, ticketId });
      for (const { facts } of replace) sql.forget.run({ location, ticketId: facts.ticketId });
      for (const { facts } of replace) sql.put.run({ ...facts, location });
      for (const { group, is } of found.numbers) sql.raiseNumber.run({ location, day, group, last: is });
    }
    if (mend && days.length > 0) sql.touch.run({ location, at: latest });
    return { events, tickets, days };
  });
}
