import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { HallEngine } from '../ports.ts';
import type { HallEvent, HallEventKind, TicketFacts } from './hall-event.ts';
import {
  type BusyWith,
  ruleCancel,
  ruleFinish,
  ruleNoShow,
  rulePutBack,
  ruleRecall,
  ruleUndo,
} from './ticket-rules.ts';

/** What every engine decides alike, whatever it keeps its tickets in: plain facts in, the kind of the next event out. */

export type TicketCommand = 'recall' | 'noShow' | 'putBack' | 'finish' | 'cancel';

/** A number as it is asked for, to know a repeated command by. */
export function issueRequest({
  group,
  origin,
  appointment,
}: Pick<Parameters<HallEngine['issue']>[0], 'group' | 'origin' | 'appointment'>): string {
  const wish = `issue ${group} ${origin}`;
  return appointment ? `${wish} ${appointment.reference}` : wish;
}

interface Place {
  readonly counter: number;
  /** Today in Europe/Amsterdam. */
  readonly day: string;
  readonly busy: BusyWith;
}

/** Which event a command on a ticket becomes; null when nothing is left to do. */
export function decideOnTicket(
  command: TicketCommand,
  facts: TicketFacts | undefined,
  { counter, day, busy }: Place,
): Result<HallEventKind | null> {
  if (command === 'finish') {
    // A visitor is finished whatever the day: a visit may run past midnight.
    if (!facts) return fail('notFound', { field: 'ticketId', detail: 'unknown' });
    return orAlready(ruleFinish(facts, counter));
  }
  // Back to the hall it can only go on its own day: nobody waits there any more.
  const here = command !== 'putBack' && facts?.ticketId === busy;
  if (!facts || (facts.day !== day && !here))
    return fail('notFound', { field: 'ticketId', detail: 'no ticket of today' });
  if (command === 'cancel') return orAlready(ruleCancel(facts));
  if (command === 'recall') return ruleRecall(facts, counter, busy);
  return command === 'noShow' ? ruleNoShow(facts, counter) : rulePutBack(facts, counter);
}

function orAlready(ruled: Result<HallEventKind | 'already'>): Result<HallEventKind | null> {
  return ruled.ok ? ok(ruled.value === 'already' ? null : ruled.value) : ruled;
}

/** Whether the action `event` of this counter can be taken back; `events` are all of its ticket. */
export function decideUndo(
  event: HallEvent | undefined,
  events: readonly HallEvent[],
  { counter, day, busy, ...when }: Place & { readonly now: Date; readonly undoSeconds: number },
): Result<HallEvent> {
  if (event?.day !== day || event.counter !== counter)
    return fail('notFound', { field: 'actionId', detail: 'no action of this counter today' });
  const ruled = ruleUndo(event, events, { ...when, busy });
  return ruled.ok ? ok(event) : ruled;
}
