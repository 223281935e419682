import { z } from 'zod';
import { CommandId, CounterNumber, call, Done, Id, Instant, Nothing, push } from './call.ts';

const AtCounter = z.strictObject({ counter: CounterNumber, staff: z.string() });

/** A silent call for help of one counter to the others. */
export const Alarm = AtCounter.extend({
  alarmId: Id,
  at: Instant,
  /** Colleagues who said that they come, in that order. */
  coming: z.array(AtCounter),
});
export type Alarm = z.infer<typeof Alarm>;

const OnAlarm = z.strictObject({ commandId: CommandId, alarmId: Id });

/** A locked window hears an alarm and can raise one: danger does not wait for a passphrase. */
export const alarmCalls = {
  'alarms.list': call('alarms.list', {
    audience: ['counter'],
    access: 'present',
    input: Nothing,
    output: z.array(Alarm),
  }),
  /** `reached`: at how many other counters somebody is logged in, and so sees it. A counter has one alarm at a time. */
  'alarms.raise': call('alarms.raise', {
    audience: ['counter'],
    access: 'present',
    input: z.strictObject({ commandId: CommandId }),
    output: z.strictObject({ alarm: Alarm, reached: z.int().min(0) }),
  }),
  'alarms.coming': call('alarms.coming', {
    audience: ['counter'],
    access: 'present',
    input: OnAlarm,
    output: Done,
  }),
  'alarms.end': call('alarms.end', {
    audience: ['counter'],
    access: 'present',
    input: OnAlarm,
    output: Done,
  }),
};

export const alarmPushes = {
  'alarms.changed': push('alarms.changed', { audience: ['counter'], data: Nothing }),
};
