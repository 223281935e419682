import { z } from 'zod';
import { CommandId, CounterNumber, call, Done, Instant, Nothing } from './call.ts';

/** The id of a work profile of the configuration. */
export const ProfileId = z.string().regex(/^[a-z0-9-]{1,30}$/);

/** A work profile of the configuration. */
export const WorkProfileName = z.strictObject({ id: ProfileId, name: z.string() });
export type WorkProfileName = z.infer<typeof WorkProfileName>;

/** By which work profile a counter calls. */
export const WorkAt = z.strictObject({
  /** Null: everybody, by norm. */
  profile: WorkProfileName.nullable(),
  /** Who decided it: a team lead for today, the clerk who sits there, or the configuration of the counter. */
  decidedBy: z.enum(['teamlead', 'clerk', 'counter']),
});
export type WorkAt = z.infer<typeof WorkAt>;

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
  /** A counter that a team lead closed calls nobody. */
  isOpen: z.boolean(),
  /** The work profile that a team lead gave it for today; null: the one of its workstation. */
  profile: ProfileId.nullable(),
  /** The profile that counts there now; null: there are none, or nobody is logged in there who would tell. */
  work: WorkAt.nullable(),
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
  /** The work profiles of the configuration. */
  'overview.profiles': call('overview.profiles', {
    audience: ['counter'],
    access: 'teamlead',
    input: Nothing,
    output: z.array(WorkProfileName),
  }),
  /** Opens or closes a counter and says by which work profile it calls, for the rest of the day. */
  'overview.assign': call('overview.assign', {
    audience: ['counter'],
    access: 'teamlead',
    input: z.strictObject({
      commandId: CommandId,
      counter: CounterNumber,
      isOpen: z.boolean(),
      profile: ProfileId.nullable(),
    }),
    output: Done,
  }),
  /** Who of today is still in the hall: what closing the day would end, and who stays at a counter. */
  'overview.leftOver': call('overview.leftOver', {
    audience: ['counter'],
    access: 'teamlead',
    input: Nothing,
    output: z.strictObject({ waiting: z.int(), held: z.int(), noShow: z.int(), atCounter: z.int() }),
  }),
  /** Ends today's tickets of who waits, is held or did not come; who is at a counter with a visit is helped. */
  'overview.closeDay': call('overview.closeDay', {
    audience: ['counter'],
    access: 'teamlead',
    input: z.strictObject({ commandId: CommandId }),
    output: z.strictObject({ closed: z.int() }),
  }),
  /** Logs out whoever left the windows of a counter open; the visit at that counter stays as it is. */
  'overview.logOut': call('overview.logOut', {
    audience: ['counter'],
    access: 'teamlead',
    input: z.strictObject({ commandId: CommandId, counter: CounterNumber }),
    output: Done,
  }),
};
