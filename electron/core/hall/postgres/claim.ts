import { LONGEST_VISIT_MS } from '../at-counter.ts';
import type { HallEvent, TicketFacts } from '../hall-event.ts';
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

/** What a call changes in the facts of a ticket; the database adds the `seq`. */
function patchOf(facts: TicketFacts, event: HallEvent): Patch {
  const after = applyEvent(facts, event);
  const changed = Object.entries(after).filter(([key, value]) => facts[key as keyof TicketFacts] !== value);
  return Object.fromEntries(changed);
}

function eventFor({ facts }: Mirrored, claim: Claim, at: string): HallEvent {
  return {
    seq: facts.lastSeq + 1,
    eventId: claim.eventId,
    kind: 'called',
    ticketId: facts.ticketId,
    day: claim.day,
    counter: claim.counter,
    group: null,
    ordinal: null,
    origin: null,
    undoes: null,
    at,
  };
}

/** A patch as text without the numbers that the database fills in, for comparing. */
const textOf = ({ lastSeq: _last, callSeq: _call, ...patch }: Patch): string => JSON.stringify(patch);

/** Claims the first of the candidates that still waits as it was known: one statement, one round trip. */
export async function claimNext(run: Run, claim: Claim): Promise<Claimed> {
  const { candidates } = claim;
  // The time of a ticket never runs back, whatever the clocks of the workstations say.
  const now = claim.now.toISOString();
  const at = candidates.reduce((latest, ticket) => (ticket.at > latest ? ticket.at : latest), now);
  const patches = candidates.map((ticket) => patchOf(ticket.facts, eventFor(ticket, claim, at)));
  const [common = {}] = patches;
  const commonText = textOf(common);
  const different = candidates.flatMap(({ facts }, index) => {
    const patch = patches[index] ?? {};
    return textOf(patch) === commonText ? [] : [[facts.ticketId, patch] as const];
  });
  const [row] = await run<{ answer: Claimed }>({
    name: 'hall_claim',
    text: 'SELECT hall_claim($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) AS answer',
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
      candidates.map(({ facts }) => facts.ticketId),
      candidates.map(({ version }) => version),
      JSON.stringify(common),
      JSON.stringify(Object.fromEntries(different)),
      claim.channel,
    ],
  });
  if (!row) throw new Error('hall_claim gave no answer');
  return row.answer;
}
