import type { TicketFacts } from './hall-event.ts';
import type { HallStatements } from './hall-statements.ts';

/** A visit that nobody ended holds its counter for two days; then its drafts go too, with all of the visitor. */
export const LONGEST_VISIT_MS = 2 * 86_400_000;

/** The ticket that is at a counter at a moment: since its first call and until somebody ends it, over midnight too. */
export function ticketAt(
  sql: Pick<HallStatements, 'calledAt'>,
  at: { readonly location: string; readonly counter: number; readonly now: Date },
): TicketFacts | null {
  const since = new Date(at.now.getTime() - LONGEST_VISIT_MS).toISOString();
  return sql.calledAt.get({ location: at.location, counter: at.counter, since }) ?? null;
}
