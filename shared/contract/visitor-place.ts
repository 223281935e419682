import { z } from 'zod';
import { CounterNumber, Instant } from './call.ts';
import { Direction } from './display.ts';
import { ExpectedWait } from './hall.ts';

/** What the page behind the code on a ticket says of that ticket: no name, no product, no time at which somebody came. */
export const VisitorPlace = z.strictObject({
  now: Instant,
  /** Since when the hall can't be reached: this is as it was then. Null while it can. */
  awaySince: Instant.nullable(),
  number: z.string(),
  /** `held`: back to his counter by himself; `missed`: called, and nobody came; `cancelled`: the number left the hall uncalled. */
  state: z.enum(['waiting', 'called', 'held', 'missed', 'done', 'cancelled']),
  /** How many of the same group wait before this visitor; null for who is called by other rules. */
  before: z.int().nullable(),
  /** Null: nobody can know. */
  expected: ExpectedWait.nullable(),
  counter: CounterNumber.nullable(),
  /** Where that counter is, seen from where visitors wait. */
  direction: Direction.nullable(),
});
export type VisitorPlace = z.infer<typeof VisitorPlace>;
