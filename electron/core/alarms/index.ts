import type { Alarm } from '../../../shared/contract/alarms.ts';
import { fail, ok } from '../../../shared/lib/result.ts';
import type { Events } from '../events.ts';
import { type CallContext, type Handlers, staffOf } from '../handlers.ts';
import type { Clock, Ids } from '../ports.ts';
import type { Seats } from '../session/index.ts';

/** An alarm that nobody ended says nothing any more. */
const LONGEST_MS = 60 * 60_000;

type AlarmCalls = 'alarms.list' | 'alarms.raise' | 'alarms.coming' | 'alarms.end';

/**
 * Silent calls for help, between the windows of this application. In memory: an alarm is of the moment, and the audit
 * log keeps who raised, answered and ended it.
 */
export function alarmHandlers(deps: {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly seats: Pick<Seats, 'list'>;
}): Handlers<AlarmCalls> {
  const { clock, ids, events, seats } = deps;
  const alarms = new Map<string, Alarm>();
  /** By the seat: of a locked session the context tells nobody. */
  function here(context: CallContext) {
    const { counter } = context.caller;
    const seat = seats.list().find((one) => one.counter === counter);
    return { counter, staff: (seat?.staff ?? staffOf(context)).name };
  }

  function current(): Alarm[] {
    const oldest = clock.now().getTime() - LONGEST_MS;
    for (const { alarmId, at } of alarms.values()) if (Date.parse(at) <= oldest) alarms.delete(alarmId);
    return [...alarms.values()];
  }
  function changed(context: CallContext, action: string, { alarmId, counter }: Alarm): void {
    context.audit(action, 'alarm', alarmId, `balie ${counter}`);
    events.publish({ name: 'alarms.changed', data: {} });
  }
  const found = (alarmId: string): Alarm | undefined => current().find((one) => one.alarmId === alarmId);

  return {
    'alarms.list': { kind: 'query', run: () => ok(current()) },
    'alarms.raise': {
      kind: 'effect',
      run: async (_, context) => {
        const by = here(context);
        const others = seats.list().filter(({ counter }) => counter !== by.counter);
        const running = current().find(({ counter }) => counter === by.counter);
        const alarm = running ?? {
          ...by,
          alarmId: ids.ulid(),
          at: clock.now().toISOString(),
          coming: [],
        };
        alarms.set(alarm.alarmId, alarm);
        if (!running) changed(context, 'alarms.raised', alarm);
        return ok({ alarm, reached: others.length });
      },
    },
    'alarms.coming': {
      kind: 'effect',
      run: async ({ alarmId }, context) => {
        const alarm = found(alarmId);
        if (!alarm) return fail('notFound', { field: 'alarmId', detail: 'ended' });
        const by = here(context);
        if (by.counter === alarm.counter)
          return fail('invalidInput', { field: 'alarmId', detail: 'the alarm of this counter' });
        if (alarm.coming.some(({ counter }) => counter === by.counter)) return ok({ done: true });
        alarms.set(alarmId, { ...alarm, coming: [...alarm.coming, by] });
        changed(context, 'alarms.coming', alarm);
        return ok({ done: true });
      },
    },
    'alarms.end': {
      kind: 'effect',
      run: async ({ alarmId }, context) => {
        const alarm = found(alarmId);
        // Two who end it at once both want it ended.
        if (!alarm) return ok({ done: true });
        alarms.delete(alarmId);
        changed(context, 'alarms.ended', alarm);
        return ok({ done: true });
      },
    },
  };
}
