import { z } from 'zod';
import { GroupLetter, PriorityReason } from '../../../shared/contract/hall.ts';
import { CounterNumber, Instant } from '../../../shared/contract/call.ts';
import type { HallEngine, Wish } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import type { HallEvent, TicketFacts } from './hall-event.ts';

/** A wish as it is kept with the event and the ticket: JSON; what was kept before has not all of it. */
const Kept: z.ZodType<Wish> = z.strictObject({
  group: GroupLetter.nullable().default(null),
  counter: CounterNumber.nullable().default(null),
  colleague: z.string().nullable().default(null),
  notBefore: Instant.nullable().default(null),
  place: z.enum(['kept', 'front', 'end']).default('kept'),
  note: z.string().max(200).default(''),
  heldBy: z.string().nullable().default(null),
  lockedUntil: Instant.nullable().default(null),
  hasPriority: z.boolean().default(false),
  priorityWhy: PriorityReason.nullable().default(null),
  persons: z.int().min(1).default(1),
  also: z.array(GroupLetter).default([]),
  cameWith: z
    .strictObject({ number: z.string(), position: z.int(), issuedAt: Instant })
    .nullable()
    .default(null),
});

const NO_WISH = Kept.parse({});

type NewNumber = Pick<Parameters<HallEngine['issue']>[0], 'group' | 'party' | 'priority'>;

/** The wish of an event or a ticket; one that can't be read is none. */
export function wishOf({ wish }: Partial<Pick<HallEvent, 'wish'>>): Wish {
  if (!wish) return NO_WISH;
  const read = z.preprocess((text) => JSON.parse(String(text)), Kept).safeParse(wish);
  return read.success ? read.data : NO_WISH;
}

/** The wish that an event keeps: what was there before, with what was asked now; null when nothing was asked. */
export function wishAfter(
  before: Pick<TicketFacts, 'wish' | 'letter' | 'group'>,
  asked: Partial<Wish> | undefined,
): string | null {
  if (asked === undefined) return null;
  const wish = { ...wishOf(before), ...asked };
  return JSON.stringify({ ...wish, also: besides(wish.group ?? before.letter ?? before.group, wish.also) });
}

/** Whoever of this group is free helps him, at the place that he has. */
export const sentOnTo = (group: string): Partial<Wish> => ({
  group,
  counter: null,
  colleague: null,
  notBefore: null,
  place: 'kept',
  note: '',
  heldBy: null,
});

/** A wish as it is kept, of which only this was asked. */
export const wishText = (asked: Partial<Wish>): string => JSON.stringify({ ...NO_WISH, ...asked });

/** He goes first, for this reason; null: he no longer does. */
export const priorityWish = (priority: PriorityReason | null): Partial<Wish> => ({
  hasPriority: priority !== null,
  priorityWhy: priority,
});

/** The wish with which a number begins; null for one person who needs nothing else and comes in his turn. */
export function wishOfIssue({ group, party = NO_WISH, priority }: NewNumber): string | null {
  const { persons } = party;
  const also = besides(group, party.also);
  if (persons === 1 && also.length === 0 && priority === undefined) return null;
  return wishText({ persons, also, ...(priority && priorityWish(priority)) });
}

/** Each group once, without the one that helps him. */
function besides(group: string, also: readonly string[]): readonly string[] {
  return [...new Set(also)].filter((letter) => letter !== group);
}

/** What the configuration wishes for who missed his turn and is back in the hall; undefined for nothing, or anybody else. */
export function wishOfReturn(
  { state }: Pick<TicketFacts, 'state'>,
  { lockOutMinutes, returnTo }: Config['hall']['noShow'],
  at: Date,
): Partial<Wish> | undefined {
  if (state !== 'noShow' || (lockOutMinutes === 0 && returnTo === 'kept')) return undefined;
  const lockedUntil =
    lockOutMinutes === 0 ? null : new Date(at.getTime() + lockOutMinutes * 60_000).toISOString();
  return { place: returnTo, lockedUntil };
}
