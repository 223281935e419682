import { LONGEST_VISIT_MS } from '../at-counter.ts';
import { type HallEvent, NO_ISSUE, type TicketFacts } from '../hall-event.ts';
import { applyEvent } from '../ticket-fold.ts';
import type { Run } from './hall-database.ts';
import type { Mirrored } from './mirror.ts';

export interface Claim {
  readonly location: string;
  readonly channel: string;
  readonly counter: number;
  readonly staffId: string;
  readonly commandId: string;
  readonly request: string;
  readonly eventId: string;
  readonly now: Date;
  readonly day: string;
  /** Who may be called, first choice first. */
  readonly candidates: readonly Mirrored[];
}

/** What became of a claim; see `hall_claim` in tables.ts. */
export type Claimed =
  | ({ readonly outcome: 'called' } & Mirrored)
  | { readonly outcome: 'known'; readonly request: string; readonly facts: TicketFacts | null }
  | { readonly outcome: 'busy' | 'nobody' | 'stale' };

type Patch = Partial<TicketFacts>;

/** A call like any other, to see what a call changes in a ticket. */
const ANY_CALL = { counter: -1, eventId: '', at: '', day: '' };

/** What a call changes in a ticket, and the same as text; of the tickets as they are known, by which a claim ranks. */
const changes = new WeakMap<
  TicketFacts,
  { readonly names: readonly (keyof TicketFacts)[]; readonly text: string }
>();

function changesOf(facts: TicketFacts) {
  const known = changes.get(facts);
  if (known) return known;
  const after = applyEvent(facts, callOf(facts, ANY_CALL));
  const names = (Object.keys(after) as (keyof TicketFacts)[]).filter((name) => facts[name] !== after[name]);
  // Without the numbers that the database fills in.
  const { lastSeq: _last, callSeq: _call, ...patch } = pick(after, names);
  const found = { names, text: JSON.stringify(patch) };
  changes.set(facts, found);
  return found;
}

function pick(facts: TicketFacts, names: readonly (keyof TicketFacts)[]): Patch {
  return Object.fromEntries(names.map((name) => [name, facts[name]]));
}

function callOf(facts: TicketFacts, call: Pick<HallEvent, 'counter' | 'eventId' | 'at' | 'day'>): HallEvent {
  const { ticketId, lastSeq } = facts;
  return {
    ...NO_ISSUE,
    ...call,
    reason: null,
    wish: null,
    undoes: null,
    kind: 'called',
    ticketId,
    seq: lastSeq + 1,
  };
}

/** Claims the first of the candidates that still waits as it was known: one statement, one round trip. */
export async function claimNext(run: Run, claim: Claim): Promise<Claimed> {
  const { candidates } = claim;
  // The time of a ticket never runs back, whatever the clocks of the workstations say.
  const now = claim.now.toISOString();
  const at = candidates.reduce((latest, ticket) => (ticket.at > latest ? ticket.at : latest), now);
  const call = { counter: claim.counter, eventId: claim.eventId, at, day: claim.day };
  const patchOf = (facts: TicketFacts): Patch =>
    pick(applyEvent(facts, callOf(facts, call)), changesOf(facts).names);
  // Nearly always a call changes the same in everybody who waits: then that is sent once.
  const first = candidates[0]?.facts;
  const common = first ? patchOf(first) : {};
  const different = candidates
    .filter(({ facts }) => first !== undefined && changesOf(facts).text !== changesOf(first).text)
    .map(({ facts }) => [facts.ticketId, patchOf(facts)] as const);
  const [row] = await run<{ answer: Claimed }>({
    name: 'hall_claim',
    text: 'CALL hall_claim($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, NULL)',
    values: [
      claim.location,
      claim.counter,
      claim.day,
      new Date(claim.now.getTime() - LONGEST_VISIT_MS).toISOString(),
      claim.staffId,
      claim.commandId,
      claim.request,
      claim.eventId,
      at,
      `{${candidates.map(({ version }) => version).join()}}`,
      JSON.stringify(common),
      JSON.stringify(Object.fromEntries(different)),
      claim.channel,
    ],
  });
  if (!row) throw new Error('hall_claim gave no answer');
  return row.answer;
}
