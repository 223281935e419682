import type { CallingFacts, CallingTicket, WorkProfile } from '../../../shared/domain/calling-facts.ts';
import { orderOfCalls } from '../../../shared/domain/calling-order.ts';
import { pastCall } from '../../../shared/domain/calling-wait.ts';
import type { WhyNext } from '../../../shared/domain/calling-why.ts';
import type { DayVisitor } from '../../fixtures/hall-day/make-day.ts';

const OPENING = Date.parse('2026-11-23T08:00:00.000Z');
/** How often a free counter looks. */
const STEP_MINUTES = 0.1;
/** From the call until the visitor stands at the counter. */
const WALK_MINUTES = 0.5;

export interface DayCounter {
  readonly counter: number;
  readonly profile: WorkProfile | null;
  /** Minutes from the opening during which its camera is down. */
  readonly cameraDown?: readonly [from: number, until: number];
}

/** A call of the simulated day; times in minutes from the opening. */
export interface DayCall {
  readonly visitor: DayVisitor;
  readonly counter: number;
  readonly at: number;
  readonly why: WhyNext;
  /** The groups of the walk-ins whom this counter could have called. */
  readonly couldCall: ReadonlySet<string>;
}

type Waiting = CallingTicket & { readonly visitor: DayVisitor };

/** Runs a day through the calling rule, and goes on after closing until nobody waits; at most four hours. */
export function simulateDay(
  day: readonly DayVisitor[],
  counters: readonly DayCounter[],
  setting: Pick<CallingFacts, 'groups' | 'appointments'>,
): { readonly calls: readonly DayCall[]; readonly left: number } {
  const tickets = day.map((visitor, index) => ticketOf(visitor, index + 1));
  const calls: DayCall[] = [];
  const freeAt = new Map(counters.map(({ counter }) => [counter, 0]));
  const called = new Set<string>();
  for (let step = 0; step * STEP_MINUTES < 12 * 60; step += 1) {
    const minute = step * STEP_MINUTES;
    for (const { counter, profile, cameraDown } of counters) {
      if ((freeAt.get(counter) ?? 0) > minute) continue;
      const waiting = tickets.filter(
        ({ visitor, ticketId }) => visitor.arrives <= minute && !called.has(ticketId),
      );
      const isDown = cameraDown !== undefined && minute >= cameraDown[0] && minute < cameraDown[1];
      const { ranked } = orderOfCalls({
        ...setting,
        tickets: waiting,
        counter: {
          counter,
          staff: [],
          profile,
          devices: new Set(isDown ? [] : (['camera'] as const)),
          recentCalls: calls
            .filter((call) => call.counter === counter)
            .map(({ visitor }) => pastCall(ticketOf(visitor, 0), setting.appointments)),
        },
        now: new Date(OPENING + minute * 60_000),
      });
      const [first] = ranked;
      if (first === undefined) continue;
      const { visitor, ticketId } = first.ticket;
      called.add(ticketId);
      freeAt.set(counter, minute + WALK_MINUTES + visitor.serviceMinutes);
      const walkIns = ranked.filter(({ ticket }) => ticket.appointmentAt === null);
      const couldCall = new Set(walkIns.map(({ ticket }) => ticket.group));
      calls.push({ visitor, counter, at: minute, why: first.why, couldCall });
    }
  }
  return { calls, left: tickets.length - called.size };
}

function ticketOf(visitor: DayVisitor, position: number): Waiting {
  const at = (minute: number) => new Date(OPENING + minute * 60_000).toISOString();
  return {
    ticketId: `t${position}`,
    visitor,
    group: visitor.group,
    position,
    waitingSince: at(visitor.arrives),
    appointmentAt: visitor.appointment === null ? null : at(visitor.appointment),
    priority: visitor.priority,
    target: null,
    notBefore: null,
    lockedUntil: null,
  };
}
