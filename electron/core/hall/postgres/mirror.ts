import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { LONGEST_VISIT_MS } from '../at-counter.ts';
import type { TicketFacts } from '../hall-event.ts';
import type { Run } from './hall-database.ts';

/** A ticket with the time of the last thing that happened to it. */
export interface Mirrored {
  readonly facts: TicketFacts;
  /** UTC, ISO 8601. */
  readonly at: string;
  /** `seq` of that event, also when it is an undo, which leaves no trace in the facts. */
  readonly version: number;
}

/** What the database tells of a change; it is written by this application, of this version or a later one. */
const Heard = z.object({
  at: z.string(),
  version: z.int(),
  facts: z.custom<TicketFacts>((facts) => typeof facts === 'object' && facts !== null && 'ticketId' in facts),
});

/** The hall as this workstation knows it: the tickets of the day and those at a counter. Survives a lost connection. */
export interface Mirror {
  tickets(): readonly TicketFacts[];
  entries(): readonly Mirrored[];
  get(ticketId: string): Mirrored | undefined;
  /** Takes a ticket over unless a later state of it is known. */
  put(ticket: Mirrored): void;
  hear(payload: string): void;
  /** Reads the whole hall anew. */
  read(run: Run, at: { readonly location: string; readonly day: string; readonly now: Date }): Promise<void>;
  /** The last event that is known; 0 for none. */
  version(): number;
  /** The latest time of any event that is known, UTC; null for none. */
  latest(): string | null;
}

/** An empty mirror; `changed` is called once for every change that was not known. */
export function createMirror(changed: () => void): Mirror {
  let known = new Map<string, Mirrored>();
  let version = 0;
  let latest: string | null = null;
  /** Of each reading that is under way: what came meanwhile. */
  const readings = new Set<Mirrored[]>();

  function take(ticket: Mirrored): boolean {
    const { ticketId } = ticket.facts;
    if ((known.get(ticketId)?.version ?? 0) >= ticket.version) return false;
    known.set(ticketId, ticket);
    version = Math.max(version, ticket.version);
    if (latest === null || ticket.at > latest) latest = ticket.at;
    return true;
  }

  function put(ticket: Mirrored): void {
    if (!take(ticket)) return;
    for (const meanwhile of readings) meanwhile.push(ticket);
    changed();
  }

  return {
    tickets: () => Array.from(known.values(), ({ facts }) => facts),
    entries: () => [...known.values()],
    get: (ticketId) => known.get(ticketId),
    put,
    hear: (payload) => put(Heard.parse(JSON.parse(payload))),
    async read(run, { location, day, now }) {
      const meanwhile: Mirrored[] = [];
      readings.add(meanwhile);
      const rows = await run<Mirrored>({
        name: 'hall_read',
        text: `SELECT at, version::float8 AS version, facts FROM hall_ticket WHERE location = $1 AND (day = $2 OR (state = 'called' AND facts ->> 'firstCalledAt' > $3))`,
        values: [location, day, new Date(now.getTime() - LONGEST_VISIT_MS).toISOString()],
      }).finally(() => readings.delete(meanwhile));
      const old = known;
      known = new Map();
      // What came meanwhile may be newer than its row, whatever the number of its event: those don't commit in order.
      for (const ticket of [...rows, ...meanwhile]) take(ticket);
      // Also what was mended in place, without an event.
      if (!isDeepStrictEqual(old, known)) changed();
    },
    version: () => version,
    latest: () => latest,
  };
}
