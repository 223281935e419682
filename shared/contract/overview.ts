import { z } from 'zod';
import { CommandId, CounterNumber, call, Done, Instant, Nothing } from './call.ts';

/** What happens at a counter. `quiet`: nobody is helped there, nothing happened for a quarter of an hour and nobody is at work. */
export const CounterState = z.strictObject({
  counter: CounterNumber,
  /** Who is logged in, at this workstation or, where the hall is shared, at any; null: nobody, or nobody knows. */
  staff: z.string().nullable(),
  isLocked: z.boolean(),
  state: z.enum(['helping', 'free', 'quiet']),
  /** Since when the visitor is helped, or the last thing that happened; null when nothing did today. */
  since: Instant.nullable(),
  /** The number of the visitor; null for none, and for who is helped without a number. */
  number: z.string().nullable(),
});
export type CounterState = z.infer<typeof CounterState>;

export const overviewCalls = {
  /** Every counter at which something happened today or somebody is logged in, by its number. */
  'overview.counters': call('overview.counters', {
    audience: ['counter'],
    access: 'teamlead',
    input: Nothing,
    output: z.array(CounterState),
  }),
  /** Logs out whoever left the windows of a counter open; the visit at that counter stays as it is. */
  'overview.logOut': call('overview.logOut', {
    audience: ['counter'],
    access: 'teamlead',
    input: z.strictObject({ commandId: CommandId, counter: CounterNumber }),
    output: Done,
  }),
};
