import type { HallReason } from '../../../../shared/contract/hall.ts';
import { amsterdamDay } from '../../../../shared/domain/dates.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { Clock, HallAction, HallEngine, Ids, Wish } from '../../ports.ts';
import { decideOnTicket, type TicketCommand } from '../decide.ts';
import type { TicketFacts } from '../hall-event.ts';
import { wishAfter, wishOfIssue } from '../wish.ts';
import type { NewEvent } from './hall-rows.ts';
import { type LocalHall, WALK_INS } from './local-hall.ts';

/** The ids of a ticket that is about to be; the same ones when it is tried again. */
export interface NewTicket {
  readonly eventId: string;
  readonly ticketId: string;
}

interface Here {
  readonly local: LocalHall;
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Ids;
  readonly recallsBeforeNoShow: number;
  /** With what is pending. */
  readonly ticket: (ticketId: string) => TicketFacts | undefined;
  readonly at: (counter: number) => TicketFacts | null;
  /** The ticket that an appointment of today has, with what is pending. */
  readonly checkedIn: (reference: string) => TicketFacts | undefined;
}

/** What the issue of a ticket keeps of the appointment, of who came with it for what, and of why it goes first. */
export function issueDetails(
  asked: Pick<Parameters<HallEngine['issue']>[0], 'group' | 'appointment' | 'party' | 'priority'>,
): NewEvent['details'] {
  const { appointment, priority } = asked;
  const wish = wishOfIssue(asked);
  return {
    ...(appointment && { appointment: appointment.reference, appointmentAt: appointment.at }),
    ...(priority && { reason: priority }),
    ...(wish !== null && { wish }),
  };
}

/** What an event about a ticket keeps of the wish that goes with it. */
export function wishDetails(facts: TicketFacts, wish: Partial<Wish> | undefined): NewEvent['details'] {
  const kept = wishAfter(facts, wish);
  return kept === null ? {} : { wish: kept };
}

/** Numbers for one counter on one day, apart from those of dispensers and of other counters. */
const walkInsOf = (counter: number, day: string) => ({
  day,
  series: `${WALK_INS}/${counter}`,
  first: 10_000 + counter * 100 + 1,
  last: 10_000 + counter * 100 + 99,
});

/**
 * What a counter and a dispenser can do while the database is away: end or hold what this counter claimed, help visitors
 * without a ticket, give tickets from the stock. It is written down here and replayed when the database is back.
 */
export function createAway({ local, clock, ids, recallsBeforeNoShow, ticket, at, checkedIn }: Here) {
  const unavailable = fail('hallUnavailable');

  /** What was answered to this command before, by what is pending. */
  function earlier(commandId: string, request: string): Result<TicketFacts> | null {
    const done = local.pending().find(({ event }) => event.commandId === commandId);
    if (!done) return null;
    if (done.request !== request)
      return fail('commandIdReused', { field: 'commandId', detail: 'used for another action' });
    const facts = ticket(done.event.ticketId);
    return facts ? ok(facts) : unavailable;
  }

  function write(request: string, event: NewEvent): Result<TicketFacts> {
    local.add({ request, event });
    const facts = ticket(event.ticketId);
    return facts ? ok(facts) : unavailable;
  }

  const moment = () => ({ at: clock.now().toISOString(), day: amsterdamDay(clock.now()), undoes: null });

  return {
    onTicket(
      command: TicketCommand,
      action: HallAction & { readonly ticketId: string; readonly reason?: HallReason },
      request: string,
      wish?: Partial<Wish>,
    ): Result<TicketFacts> {
      const { counter, commandId, staffId, ticketId, reason } = action;
      const known = earlier(commandId, request);
      if (known) return known;
      const facts = ticket(ticketId);
      // Whoever is not at a counter may have been called elsewhere meanwhile.
      if (
        facts === undefined ||
        facts.state === 'waiting' ||
        facts.state === 'noShow' ||
        facts.state === 'held'
      )
        return unavailable;
      const { day } = facts;
      const now = moment();
      const busy = at(counter)?.ticketId ?? null;
      const place = { counter, day: now.day, busy, recallsBeforeNoShow };
      const decided = decideOnTicket(command, facts, place);
      if (!decided.ok) return decided;
      if (decided.value === null) return ok(facts);
      const by = { commandId, counter, staffId, ticketId };
      return write(request, {
        ...now,
        ...by,
        day,
        eventId: ids.ulid(),
        kind: decided.value,
        details: { ...(reason && { reason }), ...wishDetails(facts, wish) },
      });
    },
    walkIn(
      { commandId, counter, staffId, group }: HallAction & { readonly group: string },
      request: string,
      ticketIds: NewTicket,
    ): Result<TicketFacts> {
      const known = earlier(commandId, request);
      if (known) return known;
      if (at(counter) !== null)
        return fail('visitRunning', { field: 'counter', detail: 'another visitor is here' });
      const now = moment();
      const numbers = walkInsOf(counter, now.day);
      local.stock(numbers);
      const ordinal = local.draw(now.day, numbers.series);
      if (ordinal === null) return unavailable;
      const details = { group, ordinal, origin: 'walkIn' } as const;
      return write(request, { ...now, ...ticketIds, commandId, counter, staffId, kind: 'walkIn', details });
    },
    issue(
      { commandId, staffId, origin, ...asked }: Parameters<HallEngine['issue']>[0],
      request: string,
      ticketIds: NewTicket,
      drawn: number | null,
    ): Result<TicketFacts> {
      const known = earlier(commandId, request);
      if (known) return known;
      const { group, appointment } = asked;
      const there = appointment && checkedIn(appointment.reference);
      if (there) return ok(there);
      const now = moment();
      const ordinal = drawn ?? local.draw(now.day, group);
      if (ordinal === null) return unavailable;
      const details = { group, ordinal, origin, ...issueDetails(asked) };
      const by = { commandId, counter: null, staffId };
      return write(request, { ...now, ...ticketIds, ...by, kind: 'issued', details });
    },
  };
}
