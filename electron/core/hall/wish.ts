import { z } from 'zod';
import { GroupLetter } from '../../../shared/contract/hall.ts';
import { CounterNumber, Instant } from '../../../shared/contract/call.ts';
import type { Wish } from '../ports.ts';
import type { HallEvent } from './hall-event.ts';

/** A wish as it is kept with the event and the ticket: JSON. */
const Kept: z.ZodType<Wish> = z.strictObject({
  group: GroupLetter.nullable(),
  counter: CounterNumber.nullable(),
  notBefore: Instant.nullable(),
  place: z.enum(['kept', 'front', 'end']),
  note: z.string().max(200),
  heldBy: z.string().nullable(),
});

const NO_WISH: Wish = { group: null, counter: null, notBefore: null, place: 'kept', note: '', heldBy: null };

/** The wish of an event or a ticket; one that can't be read is none. */
export function wishOf({ wish }: Partial<Pick<HallEvent, 'wish'>>): Wish {
  if (!wish) return NO_WISH;
  const read = z.preprocess((text) => JSON.parse(String(text)), Kept).safeParse(wish);
  return read.success ? read.data : NO_WISH;
}

/** The wish that an event keeps: what was there before, with what was asked now; null when nothing was asked. */
export function wishAfter(before: Partial<Pick<HallEvent, 'wish'>>, asked: Partial<Wish> | undefined) {
  return asked === undefined ? null : JSON.stringify({ ...wishOf(before), ...asked });
}
