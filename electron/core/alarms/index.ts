import type { AuditAction } from '../../../shared/domain/audit-action.ts';
import type { Alarm } from '../../../shared/contract/alarms.ts';
import { fail, ok } from '../../../shared/lib/result.ts';
import type { Events } from '../events.ts';
import { createAlarmBook, type Team } from '../hall/index.ts';
import { type CallContext, type Handlers, staffOf } from '../handlers.ts';
import type { Clock, Ids } from '../ports.ts';
import type { Seats } from '../session/index.ts';

/** An alarm that nobody ended says nothing any more. */
const LONGEST_MS = 60 * 60_000;

type AlarmCalls = 'alarms.list' | 'alarms.raise' | 'alarms.coming' | 'alarms.end';

/**
 * Silent calls for help, between the windows of this application and, where the hall is shared, of all counters. An
 * alarm is of the moment; the audit log keeps who raised, answered and ended it.
 */
export function alarmHandlers(deps: {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  readonly seats: Pick<Seats, 'list'>;
  /** Left out or null: there are no colleagues at other workstations. */
  readonly team?: Pick<Team, 'seats' | 'alarms'> | null;
}): Handlers<AlarmCalls> {
  const { clock, ids, events, seats, team } = deps;
  const alarms = team?.alarms ?? createAlarmBook();
  /** By the seat: of a locked session the context tells nobody. */
  function here(context: CallContext) {
    const { counter } = context.caller;
    const seat = seats.list().find((one) => one.counter === counter);
    return { counter, staff: (seat?.staff ?? staffOf(context)).name };
  }

  function current(): Alarm[] {
    const oldest = clock.now().getTime() - LONGEST_MS;
    return alarms.list().filter(({ at }) => Date.parse(at) > oldest);
  }
  function changed(context: CallContext, action: AuditAction, { alarmId, counter }: Alarm): void {
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
        const isOther = ({ counter }: { readonly counter: number }) => counter !== by.counter;
        const running = current().find(({ counter }) => counter === by.counter);
        const alarm = running ?? {
          ...by,
          alarmId: ids.ulid(),
          at: clock.now().toISOString(),
          coming: [],
        };
        // The windows here at once, before the other workstations can be asked.
        const told = alarms.raise(alarm);
        if (!running) changed(context, 'alarms.raised', alarm);
        const elsewhere = (await told) ? (team?.seats() ?? []) : [];
        const reached = new Set(
          [...seats.list(), ...elsewhere].filter(isOther).map(({ counter }) => counter),
        );
        return ok({ alarm, reached: reached.size });
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
        const told = alarms.coming(alarmId, by);
        changed(context, 'alarms.coming', alarm);
        await told;
        return ok({ done: true });
      },
    },
    'alarms.end': {
      kind: 'effect',
      run: async ({ alarmId }, context) => {
        const alarm = found(alarmId);
        // Two who end it at once both want it ended.
        if (!alarm) return ok({ done: true });
        const told = alarms.end(alarmId);
        changed(context, 'alarms.ended', alarm);
        await told;
        return ok({ done: true });
      },
    },
  };
}
