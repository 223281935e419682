import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Wish } from '../ports.ts';
import type { TicketFacts } from './hall-event.ts';
import { numberOf } from './snapshots.ts';
import { type BusyWith, ruleParty } from './ticket-rules.ts';
import { wishAfter, wishOf, wishText } from './wish.ts';

/** Persons of a number who get one of their own, for this group. */
export interface Split {
  readonly persons: number;
  readonly group: string;
}

/** What becomes of both numbers. */
export interface SplitWishes {
  /** JSON of the wish of who keep the number. */
  readonly stays: string | null;
  /** JSON of the wish with which the new number begins. */
  readonly leaves: string;
  /** Who agreed a time beforehand agreed it for all; the appointment itself stays with the first number. */
  readonly appointmentAt: string | null;
}

/** The other event of a split, that of who keep the number, has a command of its own: one command is one event. */
export const stayCommand = (commandId: string): string => `split:${commandId}`;

/** A split as it is asked for, to know a repeated command by. */
export const splitRequest = (ticketId: string, { persons, group }: Split): string =>
  `${ticketId} ${persons} ${group}`;

/**
 * Who leave wait where they waited, since when they came; at least one stays. While they are at a counter, it is for that
 * counter to say; `hallDayOver` once the day of the number is over.
 */
export function decideSplit(
  facts: TicketFacts | undefined,
  { counter, day, busy }: { readonly counter: number; readonly day: string; readonly busy: BusyWith },
  { persons, group }: Split,
): Result<SplitWishes> {
  if (!facts || (facts.day !== day && facts.ticketId !== busy))
    return fail('notFound', { field: 'ticketId', detail: 'no ticket of today' });
  if (facts.day !== day)
    return fail('hallDayOver', { field: 'ticketId', detail: `a ticket of ${facts.day}` });
  const ruled = ruleParty(facts, counter);
  if (!ruled.ok) return ruled;
  const before = wishOf(facts);
  if (persons >= before.persons)
    return fail('invalidInput', { field: 'persons', detail: `${before.persons} came with this number` });
  const also = before.also.filter((letter) => letter !== group);
  return ok({
    stays: wishAfter(facts, { persons: before.persons - persons, also }),
    leaves: wishText({
      persons,
      hasPriority: before.hasPriority || before.place === 'front',
      priorityWhy: before.priorityWhy,
      notBefore: before.notBefore,
      cameWith: cameWith(facts),
    }),
    appointmentAt: facts.appointmentAt ?? null,
  });
}

const cameWith = (facts: TicketFacts): Wish['cameWith'] => ({
  number: numberOf(facts),
  position: facts.position,
  issuedAt: facts.issuedAt,
});
