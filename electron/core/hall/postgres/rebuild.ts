import {
  compareDay,
  deriveTickets,
  type KeptTicket,
  type Rebuilt,
  type RebuiltDay,
  toMend,
} from '../rebuild.ts';
import { inTransaction, type Run } from './hall-database.ts';
import { type HallRows, hallRows, type KeptRow } from './hall-rows.ts';
import type { Mirrored } from './mirror.ts';

/** What a row has beside the facts, under a name that no fact has. */
const columns = (row: Omit<KeptRow, 'facts'>) => ({
  'row.day': row.day,
  'row.state': row.state,
  'row.counter': row.counter,
  'row.at': row.at,
  'row.version': row.version,
});

const keptOf = ({ facts, ...row }: KeptRow): KeptTicket => ({ ...facts, ...columns(row) });
const shapeOf = ({ facts, at, version }: Mirrored): KeptTicket => ({
  ...facts,
  ...columns({ ...facts, at, version }),
});

/**
 * Derives every ticket of a location anew from the events and says what was kept otherwise; with `mend` that is put
 * right. Counters may go on meanwhile: a day is looked at as it was at one moment, and a ticket is mended behind its lock,
 * from the events that it has by then. The workstations are told, and read the hall anew.
 */
export async function rebuildPostgresHall(
  run: Run,
  location: string,
  { mend }: { readonly mend: boolean },
): Promise<Rebuilt> {
  const rows = hallRows(location);
  const days: RebuiltDay[] = [];
  let events = 0;
  let tickets = 0;
  for (const day of await rows.days(run)) {
    const { happened, kept, numbers } = await atOneMoment(run, rows, day);
    const derived = deriveTickets(happened);
    const found = compareDay(derived, kept.map(keptOf), numbers, shapeOf);
    events += happened.length;
    tickets += derived.tickets.length;
    if (found.tickets.length === 0 && found.numbers.length === 0) continue;
    days.push({ day, ...found });
    if (!mend) continue;
    const { leftOver, replace } = toMend(found, derived.tickets);
    await inTransaction(run, async () => {
      for (const ticketId of leftOver) await rows.forgetLeftOver(run, ticketId);
      for (const { facts } of replace) {
        await rows.lockTicket(run, facts.ticketId);
        await rows.project(run, facts.ticketId);
      }
      for (const { group, is } of found.numbers) await rows.raiseNumber(run, day, group, is);
      await rows.tellMended(run);
    });
  }
  return { events, tickets, days };
}

async function atOneMoment(run: Run, rows: HallRows, day: string) {
  await run({ text: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', values: [] });
  try {
    const happened = await rows.eventsOfDays(run, { from: day, to: day });
    const kept = await rows.ticketsOfDay(run, day);
    return { happened, kept, numbers: await rows.numbers(run, day) };
  } finally {
    await run({ text: 'COMMIT', values: [] });
  }
}
