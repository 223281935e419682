import type { QueueSnapshot } from '../../../../shared/contract/hall.ts';
import { amsterdamDay } from '../../../../shared/domain/dates.ts';
import type { Clock, HallBoard } from '../../ports.ts';
import type { Config } from '../../settings/config-schema.ts';
import { LONGEST_VISIT_MS } from '../at-counter.ts';
import type { Calling, CallingRule } from '../calling-rule.ts';
import type { HallEvent, TicketFacts } from '../hall-event.ts';
import { boardSnapshot, queueSnapshot, RECENT_CALLS, UP_NEXT } from '../snapshots.ts';
import { foldTicket } from '../ticket-fold.ts';
import { ruleUndo } from '../ticket-rules.ts';
import { HallAway } from '../hall-away.ts';

type LastAction = readonly [action: HallEvent, ofItsTicket: readonly HallEvent[]];

/** Reads the hall for counters and displays out of what is known here; only what can be taken back is asked of the database. */
export function createMirrorReader(deps: {
  readonly config: Config;
  /** With what is pending. */
  readonly tickets: () => readonly TicketFacts[];
  /** Since when the database is away; null when it is there. */
  readonly awaySince: () => Date | null;
  readonly rule: CallingRule;
  readonly clock: Pick<Clock, 'now'>;
  readonly revision: () => number;
  /** Null while the database is away: then nothing can be taken back. */
  readonly lastAction: (at: { readonly day: string; readonly counter: number }) => Promise<LastAction | null>;
}) {
  const { config, tickets, rule, clock, revision } = deps;
  const inOrder = (those: (one: TicketFacts) => boolean): TicketFacts[] =>
    tickets()
      .filter(those)
      .toSorted((a, b) => a.position - b.position);
  const ofDay = (day: string, state: TicketFacts['state']): TicketFacts[] =>
    inOrder((one) => one.state === state && one.day === day);

  function at(counter: number): TicketFacts | null {
    const since = new Date(clock.now().getTime() - LONGEST_VISIT_MS).toISOString();
    const here = tickets().filter(
      (one) => one.state === 'called' && one.counter === counter && (one.firstCalledAt ?? '') > since,
    );
    return here.toSorted((a, b) => b.lastSeq - a.lastSeq)[0] ?? null;
  }

  async function undoAt(counter: number, day: string, now: Date, busy: string | null) {
    const last = await deps.lastAction({ day, counter }).catch((error: unknown) => {
      if (error instanceof HallAway) return null;
      throw error;
    });
    if (!last) return null;
    const [event, events] = last;
    const ruled = ruleUndo(event, events, { now, undoSeconds: config.hall.undoSeconds, busy });
    return ruled.ok ? { event, what: ruled.value, ticket: foldTicket(events) } : null;
  }

  /** The first `most` in the order of this counter, and everybody whom it can't call. */
  function order(who: Omit<Calling, 'calls'>, most: number) {
    const day = amsterdamDay(who.now);
    const calls = tickets()
      .filter((one) => one.day === day && one.counter === who.counter && one.callSeq > 0)
      .toSorted((a, b) => a.callSeq - b.callSeq);
    return rule(ofDay(day, 'waiting'), { ...who, calls }, most);
  }

  const away = () => {
    const since = deps.awaySince();
    return since && { awaySince: since.toISOString() };
  };

  return {
    at,
    order,
    today: () => {
      const day = amsterdamDay(clock.now());
      return inOrder((one) => one.day === day);
    },
    async queue(counter: number): Promise<QueueSnapshot> {
      const now = clock.now();
      const day = amsterdamDay(now);
      const undo = await undoAt(counter, day, now, at(counter)?.ticketId ?? null);
      return queueSnapshot(config, {
        day,
        now,
        revision: revision(),
        awaySince: deps.awaySince(),
        waiting: ofDay(day, 'waiting'),
        order: order({ counter, now }, UP_NEXT),
        noShows: ofDay(day, 'noShow'),
        held: ofDay(day, 'held'),
        current: at(counter),
        undo,
      });
    },
    board(): HallBoard {
      const now = clock.now();
      const day = amsterdamDay(now);
      const ended = [...ofDay(day, 'noShow'), ...ofDay(day, 'finished')].filter(({ callSeq }) => callSeq > 0);
      return {
        ...away(),
        ...boardSnapshot(config, {
          now,
          revision: revision(),
          waiting: ofDay(day, 'waiting'),
          // Also who was called again after midnight; not who is at a counter since yesterday.
          called: tickets().filter(
            ({ state, calledAt }) =>
              state === 'called' && calledAt !== null && amsterdamDay(new Date(calledAt)) === day,
          ),
          closed: ofDay(day, 'closed'),
          recent: ended.toSorted((a, b) => b.callSeq - a.callSeq).slice(0, RECENT_CALLS),
        }),
      };
    },
  };
}
