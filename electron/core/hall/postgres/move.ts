import type { Store } from '../../store/store.ts';
import type { HallEvent } from '../hall-event.ts';
import { type HallStatements, prepareHall } from '../hall-statements.ts';
import { type DerivedTicket, deriveTickets } from '../rebuild.ts';
import { inTransaction, type Run } from './hall-database.ts';
import { hallChannel, type HallRows, hallRows } from './hall-rows.ts';

/** What was taken over, or why nothing was. */
export type MovedHall =
  | {
      readonly outcome: 'moved';
      readonly events: number;
      readonly tickets: number;
      /** Tickets from whose events no state follows: their events are there, they are in nobody's list. */
      readonly unreadable: readonly string[];
    }
  /** All of it was there; `events` is how many the file has. */
  | { readonly outcome: 'thereAlready'; readonly events: number }
  /** The database has other tickets of these days, or this file went on after it was moved. */
  | { readonly outcome: 'refused'; readonly days: readonly string[] };

type WholeEvent = ReturnType<HallStatements['wholeEvents']['all']>[number];

/** Rows per statement. */
const BATCH = 500;

class DryRun extends Error {}

/**
 * Takes the hall of a location out of the file of its workstation over to the database: all events in their order, the
 * tickets that follow from them, the counters of the numbers, and the answers to its commands. One transaction: after a cut
 * in the middle there is nothing, and after an answer that was lost all of it, which a second run sees. Without
 * `keep` it is all done and then taken back.
 */
export async function moveHall(
  run: Run,
  { store, location, keep }: { readonly store: Store; readonly location: string; readonly keep: boolean },
): Promise<MovedHall> {
  const sql = prepareHall(store.db);
  const channel = hallChannel(location);
  const rows = hallRows(location);
  let answer: MovedHall | undefined;
  try {
    await inTransaction(run, async () => {
      answer = await takeOver(run, { sql, rows, location, channel });
      if (!keep) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  if (!answer) throw new Error('the move gave no answer');
  return answer;
}

async function takeOver(
  run: Run,
  here: { sql: HallStatements; rows: HallRows; location: string; channel: string },
): Promise<MovedHall> {
  const { sql, rows, location } = here;
  await rows.lock(run, `move/${location}`);
  const days = sql.days.all({ location }).map(({ day }) => day);
  const taken: string[] = [];
  const todo: (readonly WholeEvent[])[] = [];
  let known = 0;
  for (const day of days) {
    // First of all: from here on nobody else gives a number that this file gave.
    for (const { group, last } of sql.numbers.all({ location, day }))
      await rows.raiseNumber(run, day, group, last);
    const events = sql.wholeEvents.all({ location, day });
    const there = new Set(await rows.eventIds(run, day));
    if (there.size === 0) todo.push(events);
    else if (events.every(({ eventId }) => there.has(eventId))) known += events.length;
    else taken.push(day);
  }
  if (taken.length > 0) return { outcome: 'refused', days: taken };
  const events = todo.flat();
  if (events.length === 0) return { outcome: 'thereAlready', events: known };
  const unreadable: string[] = [];
  let tickets = 0;
  for (const ofDay of todo) {
    const derived = deriveTickets(await writeEvents(run, rows, ofDay));
    await writeTickets(run, here, derived.tickets);
    await writeAnswers(run, sql, ofDay, derived.tickets);
    unreadable.push(...derived.unreadable);
    tickets += derived.tickets.length;
  }
  return { outcome: 'moved', events: events.length, tickets, unreadable };
}

/** The same events with the `seq` of the database. */
async function writeEvents(run: Run, rows: HallRows, events: readonly WholeEvent[]): Promise<HallEvent[]> {
  const written: HallEvent[] = [];
  for (const batch of batches(events)) {
    const seqs = await rows.appendAll(
      run,
      batch.map(
        ({ seq: _seq, eventId, commandId, kind, ticketId, day, counter, staffId, undoes, at, ...more }) => {
          const details = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== null));
          return { eventId, commandId, kind, ticketId, day, counter, staffId, undoes, at, details };
        },
      ),
    );
    for (const { commandId: _command, staffId: _staff, ...event } of batch) {
      const seq = seqs.get(event.eventId);
      if (seq === undefined || seq <= (written.at(-1)?.seq ?? 0))
        throw new Error('the database did not keep the order of the events');
      written.push({ ...event, seq });
    }
  }
  return written;
}

async function writeTickets(
  run: Run,
  { location, channel }: { readonly location: string; readonly channel: string },
  tickets: readonly DerivedTicket[],
): Promise<void> {
  for (const batch of batches(tickets)) {
    await run({
      name: 'hall_move_tickets',
      text: `INSERT INTO hall_ticket (ticket_id, location, day, state, counter, version, at, facts)
        SELECT facts ->> 'ticketId', $1, facts ->> 'day', facts ->> 'state', (facts ->> 'counter')::int, version, at, facts
        FROM jsonb_to_recordset($2) AS ticket (facts jsonb, at text, version bigint)`,
      values: [location, JSON.stringify(batch)],
    });
    // Counters that are connected already see who waits, and who is at a counter, at once.
    const live = batch.filter(({ facts }) => facts.state !== 'finished');
    await run({
      name: 'hall_move_notify',
      text: 'SELECT pg_notify($1, ticket::text) FROM jsonb_array_elements($2) AS ticket',
      values: [channel, JSON.stringify(live)],
    });
  }
}

/** A command that is repeated after the move gets the answer that it had. */
async function writeAnswers(
  run: Run,
  sql: HallStatements,
  events: readonly WholeEvent[],
  tickets: readonly DerivedTicket[],
): Promise<void> {
  const factsOf = new Map(tickets.map(({ facts }) => [facts.ticketId, facts]));
  const answers = events.flatMap(({ commandId, ticketId, at }) => {
    const request = sql.answer.get({ commandId })?.request;
    const answer = factsOf.get(ticketId);
    return request === undefined || answer === undefined ? [] : [{ commandId, request, answer, at }];
  });
  for (const batch of batches(answers))
    await run({
      name: 'hall_move_answers',
      text: `INSERT INTO hall_command (command_id, request, answer, at)
        SELECT "commandId", request, answer, at
        FROM jsonb_to_recordset($1) AS command ("commandId" text, request text, answer jsonb, at text)`,
      values: [JSON.stringify(batch)],
    });
}

function batches<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, index) =>
    all.slice(index * BATCH, (index + 1) * BATCH),
  );
}
