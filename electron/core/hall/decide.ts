import { assertNever } from '../../../shared/lib/assert-never.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { HallEngine, Wish } from '../ports.ts';
import type { HallEvent, HallEventKind, TicketFacts } from './hall-event.ts';
import {
  type BusyWith,
  ruleArrive,
  ruleCallChosen,
  ruleCancel,
  ruleChange,
  ruleClose,
  ruleFinish,
  ruleHold,
  ruleNoShow,
  ruleParty,
  rulePutBack,
  ruleRecall,
  ruleResume,
  ruleTransfer,
  ruleUndo,
} from './ticket-rules.ts';

/** What every engine decides alike, whatever it keeps its tickets in: plain facts in, the kind of the next event out. */

export type TicketCommand =
  | 'callChosen'
  | 'change'
  | 'party'
  | 'recall'
  | 'arrive'
  | 'noShow'
  | 'putBack'
  | 'hold'
  | 'resume'
  | 'transfer'
  | 'finish'
  | 'cancel';

/** A number as it is asked for, to know a repeated command by. */
export function issueRequest({
  group,
  origin,
  appointment,
  party,
  priority,
}: Pick<
  Parameters<HallEngine['issue']>[0],
  'group' | 'origin' | 'appointment' | 'party' | 'priority'
>): string {
  const wish = `issue ${group} ${origin}`;
  const first = priority ? ` ${priority}` : '';
  const asked = `${appointment ? `${wish} ${appointment.reference}` : wish}${first}`;
  return party ? `${asked} ${party.persons}${party.also.join('')}` : asked;
}

/** A command on a ticket as it is asked for, to know a repeated command by; "in ten minutes" is another moment then. */
export function ticketRequest({ ticketId }: { readonly ticketId: string }, wish?: Partial<Wish>): string {
  return wish === undefined
    ? ticketId
    : `${ticketId} ${JSON.stringify({ ...wish, notBefore: !!wish.notBefore })}`;
}

/** How the municipality wants its hall. */
export interface HallPolicy {
  /** So often a visitor is called again before he is a no-show. */
  readonly recallsBeforeNoShow: number;
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
  { counter, day, busy, recallsBeforeNoShow }: Place & HallPolicy,
): Result<HallEventKind | null> {
  if (command === 'finish') {
    // A visitor is finished whatever the day: a visit may run past midnight.
    if (!facts) return fail('notFound', { field: 'ticketId', detail: 'unknown' });
    return orAlready(ruleFinish(facts, counter));
  }
  // Back to the hall it can only go on its own day: nobody waits there any more.
  const toHall = command === 'putBack' || command === 'transfer';
  if (toHall && facts && facts.ticketId === busy && facts.day !== day)
    return fail('hallDayOver', { field: 'ticketId', detail: `a ticket of ${facts.day}` });
  const here = !toHall && facts?.ticketId === busy;
  if (!facts || (facts.day !== day && !here))
    return fail('notFound', { field: 'ticketId', detail: 'no ticket of today' });
  switch (command) {
    case 'recall':
      return ruleRecall(facts, counter, busy);
    case 'arrive':
      return orAlready(ruleArrive(facts, counter));
    case 'noShow':
      return ruleNoShow(facts, counter, recallsBeforeNoShow);
    case 'putBack':
      return rulePutBack(facts, counter);
    case 'hold':
      return ruleHold(facts, counter);
    case 'resume':
      return ruleResume(facts, busy);
    case 'transfer':
      return ruleTransfer(facts, counter);
    case 'callChosen':
      return ruleCallChosen(facts, busy);
    case 'change':
      return ruleChange(facts);
    case 'party':
      return ruleParty(facts, counter);
    case 'cancel':
      return orAlready(ruleCancel(facts));
    default:
      return assertNever(command);
  }
}

function orAlready(ruled: Result<HallEventKind | 'already'>): Result<HallEventKind | null> {
  return ruled.ok ? ok(ruled.value === 'already' ? null : ruled.value) : ruled;
}

/** Noting that the visitor of a call is at the counter as a command: the same however often it is noted. */
export const arriveCommand = (callId: string): string => `arrive:${callId}`;

/** Closing a ticket for the end of its day as a command: the same whoever asks it, so that a ticket is closed once. */
export const closeCommand = ({ ticketId, day }: Pick<TicketFacts, 'ticketId' | 'day'>) => ({
  commandId: `close:${ticketId}:${day}`,
  request: `close ${ticketId}`,
});

/** Which event the closing of a ticket becomes; null when nothing is left to do. */
export function decideClose(
  facts: TicketFacts | undefined,
  isAtCounter: boolean,
): Result<HallEventKind | null> {
  if (!facts) return fail('notFound', { field: 'ticketId', detail: 'unknown' });
  return orAlready(ruleClose(facts, isAtCounter));
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
