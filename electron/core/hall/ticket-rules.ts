import { assertNever } from '../../../shared/lib/assert-never.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { HallEvent, TicketFacts } from './hall-event.ts';
import { foldTicket } from './ticket-fold.ts';

/** What a counter is busy with: the id of the ticket that is called there, or null. */
export type BusyWith = string | null;

/** Where a ticket is, from the eyes of one counter. */
function refusalUnlessHere(facts: TicketFacts, counter: number): Result<never> | null {
  switch (facts.state) {
    case 'called':
      return facts.counter === counter
        ? null
        : fail('ticketTaken', { field: 'ticketId', detail: `at counter ${facts.counter}` });
    case 'finished':
      return fail('visitFinished', { field: 'ticketId', detail: 'this visitor has been helped' });
    case 'waiting':
      return fail('noVisit', { field: 'ticketId', detail: 'this visitor is waiting' });
    case 'noShow':
      return fail('noVisit', { field: 'ticketId', detail: 'this visitor did not appear' });
    case 'cancelled':
      return fail('noVisit', { field: 'ticketId', detail: 'this ticket was cancelled' });
    case 'closed':
      return fail('noVisit', { field: 'ticketId', detail: 'the day was closed' });
    case 'held':
      return fail('noVisit', { field: 'ticketId', detail: 'this visitor is on hold' });
    default:
      return assertNever(facts.state);
  }
}

/** Repeats the running call, or calls a visitor who did not appear before once more. */
export function ruleRecall(
  facts: TicketFacts,
  counter: number,
  busy: BusyWith,
): Result<'recalled' | 'called'> {
  if (facts.state === 'noShow')
    return busy === null
      ? ok('called')
      : fail('visitRunning', { field: 'counter', detail: 'another visitor is here' });
  const refusal = refusalUnlessHere(facts, counter);
  if (refusal) return refusal;
  return facts.callId === null
    ? fail('invalidInput', { field: 'ticketId', detail: 'this visitor has no number to call' })
    : ok('recalled');
}

/** Claims one who waits, out of turn. */
export function ruleCallChosen(facts: TicketFacts, busy: BusyWith): Result<'called'> {
  const refusal = refusalUnlessWaiting(facts);
  if (refusal) return refusal;
  return busy === null
    ? ok('called')
    : fail('visitRunning', { field: 'counter', detail: 'another visitor is here' });
}

/** Who was called is seen at this counter; 'already' when he was, or when he came without a call. */
export function ruleArrive(facts: TicketFacts, counter: number): Result<'arrived' | 'already'> {
  const refusal = refusalUnlessHere(facts, counter);
  if (refusal) return refusal;
  return ok(facts.callId === null || facts.arrivedAt ? 'already' : 'arrived');
}

/** Only the counter that called may say that nobody came, after so many calls as the municipality wants. */
export function ruleNoShow(facts: TicketFacts, counter: number, recallsBefore: number): Result<'noShow'> {
  const refusal = refusalUnlessHere(facts, counter);
  if (refusal) return refusal;
  return facts.callId !== null && facts.timesCalled <= recallsBefore
    ? fail('callAgainFirst', { field: 'ticketId', detail: `called ${facts.timesCalled} times` })
    : ok('noShow');
}

/** What was asked for a visitor who waits, such as priority, becomes otherwise. */
export function ruleChange(facts: TicketFacts): Result<'changed'> {
  return refusalUnlessWaiting(facts) ?? ok('changed');
}

/** Who came with this number, and for what: said while they wait, or by the counter where they are. */
export function ruleParty(facts: TicketFacts, counter: number): Result<'changed'> {
  if (facts.state === 'waiting') return ok('changed');
  return refusalUnlessHere(facts, counter) ?? ok('changed');
}

/** The visitor at this counter does something first, such as filling in a form; whoever holds him, the counter is free. */
export function ruleHold(facts: TicketFacts, counter: number): Result<'held'> {
  return refusalUnlessHere(facts, counter) ?? ok('held');
}

/** Who was held comes back, to the counter that asks; he is not called, he stands there. */
export function ruleResume(facts: TicketFacts, busy: BusyWith): Result<'resumed'> {
  if (facts.state !== 'held')
    return fail('noVisit', { field: 'ticketId', detail: 'this visitor is not on hold' });
  return busy === null
    ? ok('resumed')
    : fail('visitRunning', { field: 'counter', detail: 'another visitor is here' });
}

/** The visitor at this counter, or one who is held, is helped by another group or at another counter. */
export function ruleTransfer(facts: TicketFacts, counter: number): Result<'transferred'> {
  if (facts.state === 'held') return ok('transferred');
  return refusalUnlessHere(facts, counter) ?? ok('transferred');
}

/** The visitor at this counter, or one who missed his turn or is held, waits again: at his first place, with his whole wait. */
export function rulePutBack(facts: TicketFacts, counter: number): Result<'putBack'> {
  if (facts.state === 'noShow' || facts.state === 'held') return ok('putBack');
  return refusalUnlessHere(facts, counter) ?? ok('putBack');
}

/** The visit at this counter is over; 'already' when it was finished before. */
export function ruleFinish(facts: TicketFacts, counter: number): Result<'finished' | 'already'> {
  if (facts.state === 'finished' && facts.counter === counter) return ok('already');
  return refusalUnlessHere(facts, counter) ?? ok('finished');
}

/** Only who waits or is held can be taken out of the hall; 'already' when he was. */
export function ruleCancel(facts: TicketFacts): Result<'cancelled' | 'already'> {
  if (facts.state === 'cancelled') return ok('already');
  if (facts.state === 'held') return ok('cancelled');
  return refusalUnlessWaiting(facts) ?? ok('cancelled');
}

/**
 * The day is over for who is still in the hall; 'already' when his ticket has ended. `isAtCounter`: he is known to be left
 * at a counter without a visit; otherwise who is at a counter stays there.
 */
export function ruleClose(facts: TicketFacts, isAtCounter: boolean): Result<'closed' | 'already'> {
  switch (facts.state) {
    case 'waiting':
    case 'held':
    case 'noShow':
      return ok('closed');
    case 'called':
      return isAtCounter
        ? ok('closed')
        : fail('ticketTaken', { field: 'ticketId', detail: `at counter ${facts.counter}` });
    case 'finished':
    case 'cancelled':
    case 'closed':
      return ok('already');
    default:
      return assertNever(facts.state);
  }
}

function refusalUnlessWaiting(facts: TicketFacts): Result<never> | null {
  switch (facts.state) {
    case 'waiting':
      return null;
    case 'cancelled':
      return fail('noVisit', { field: 'ticketId', detail: 'this ticket was cancelled' });
    case 'closed':
      return fail('noVisit', { field: 'ticketId', detail: 'the day was closed' });
    case 'called':
      return fail('ticketTaken', { field: 'ticketId', detail: `at counter ${facts.counter}` });
    case 'finished':
      return fail('visitFinished', { field: 'ticketId', detail: 'this visitor has been helped' });
    case 'noShow':
      return fail('noVisit', { field: 'ticketId', detail: 'this visitor was called and did not appear' });
    case 'held':
      return fail('noVisit', { field: 'ticketId', detail: 'this visitor is on hold' });
    default:
      return assertNever(facts.state);
  }
}

export type Undoable = 'call' | 'noShow' | 'putBack' | 'held' | 'transferred' | 'cancelled' | 'finished';

/** Which undo an event offers to the clerk, if any. */
export function undoableAs(event: Pick<HallEvent, 'kind'>): Undoable | null {
  switch (event.kind) {
    case 'called':
      return 'call';
    case 'noShow':
    case 'putBack':
    case 'held':
    case 'transferred':
    case 'cancelled':
    case 'finished':
      return event.kind;
    case 'issued':
    case 'walkIn':
    case 'recalled':
    case 'arrived':
    case 'resumed':
    case 'undone':
    case 'changed':
    case 'closed':
      return null;
    default:
      return assertNever(event.kind);
  }
}

/** The instant until which an action can be taken back. */
export function undoUntil(event: Pick<HallEvent, 'at'>, undoSeconds: number): Date {
  return new Date(Date.parse(event.at) + undoSeconds * 1000);
}

/**
 * Whether `event` can be taken back: in time, the last thing that happened to its ticket, and with room at the counter
 * when it brings a visitor back there. `events` are all events of its ticket, oldest first.
 */
export function ruleUndo(
  event: HallEvent,
  events: readonly HallEvent[],
  at: { readonly now: Date; readonly undoSeconds: number; readonly busy: BusyWith },
): Result<Undoable> {
  const what = undoableAs(event);
  if (what === null)
    return fail('notFound', { field: 'actionId', detail: 'no action that can be taken back' });
  const facts = foldTicket(events);
  // Meanwhile the same appointment may have another ticket; checking in once more gives the ticket of it.
  if (event.kind === 'cancelled' && facts.appointment !== null)
    return fail('notFound', { field: 'actionId', detail: 'the appointment can be checked in again' });
  if (facts.lastEventId !== event.eventId) {
    const taken = facts.state === 'called' && facts.counter !== event.counter;
    return taken
      ? fail('ticketTaken', { field: 'actionId', detail: `at counter ${facts.counter}` })
      : fail('undoTooLate');
  }
  if (at.now > undoUntil(event, at.undoSeconds)) return fail('undoTooLate');
  const restored = foldTicket(events.filter((one) => one.eventId !== event.eventId));
  if (restored.state === 'called' && at.busy !== null)
    return fail('visitRunning', { field: 'counter', detail: 'another visitor is here' });
  return ok(what);
}
