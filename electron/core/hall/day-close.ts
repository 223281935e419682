import { addDays, amsterdamDay, amsterdamTime } from '../../../shared/domain/dates.ts';
import type { Ticket } from '../../../shared/contract/hall.ts';
import type { Audit } from '../audit/index.ts';
import type { Clock, HallEngine, Log } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import { LONGEST_VISIT_MS } from './at-counter.ts';
import { HallAway } from './hall-away.ts';

/** Who is still in the hall at the end of a day. */
export interface LeftOver {
  readonly waiting: number;
  readonly held: number;
  readonly noShow: number;
  readonly atCounter: number;
}

/** The end of a day in the hall: nobody who left without a word stays in the lists and figures of the next. */
export interface DayClose {
  /** Who is still in the hall today. Throws HallAway while the shared hall can't be reached. */
  leftOver(): Promise<LeftOver>;
  /** Closes the tickets of today, but for who is at a counter with a visit; answers how many it closed. */
  closeToday(staffId: string): Promise<number>;
  stop(): void;
}

const LOOK_MS = 5 * 60_000;
const LOOK_AGAIN_MS = 10_000;
/** Tickets of before that are in nobody's way. */
const DAYS_BACK = 31;
/** As long as a visit may hold a counter: what is older was closed at the first look. */
const DAYS_AGAIN = 3;

/**
 * Closes at the start and from then on every few minutes what is left of earlier days, and from `hall.closingTime` on, once
 * a day, what is left of this one. Several workstations may do it at once: each ticket is closed once. Who is at a counter
 * with an open visit stays there until somebody ends it, over midnight too. Only the workstation of a counter knows its
 * visits; the others leave it alone for as long as a visit holds a counter.
 */
export function createDayClose(deps: {
  readonly engine: Pick<HallEngine, 'leftOver' | 'close'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly audit: Pick<Audit, 'record'>;
  readonly config: Pick<Config, 'hall' | 'location' | 'workstation'>;
  /** Who is logged in at the windows of this workstation. */
  readonly seats: () => readonly { readonly counter: number }[];
  /** Whether this workstation has an open visit on a ticket. */
  readonly hasOpenVisit: (ticketId: string) => boolean;
}): DayClose {
  const { engine, clock, log, config } = deps;
  const { closingTime } = config.hall;
  /** The last day that was closed at its closing time. */
  let closedDay = '';
  let daysBack = DAYS_BACK;
  let stopped = false;

  /** Of a counter beside that of the configuration, as long as somebody is logged in there. */
  const isOurs = (counter: Ticket['counter']): boolean =>
    config.hall.engine.kind === 'sqlite' ||
    counter === config.workstation.counter ||
    deps.seats().some((seat) => seat.counter === counter);

  function isVisited({ ticketId, counter, firstCalledAt }: Ticket): boolean {
    if (deps.hasOpenVisit(ticketId)) return true;
    return !isOurs(counter) && Date.parse(firstCalledAt ?? '') > clock.now().getTime() - LONGEST_VISIT_MS;
  }

  async function close(days: { readonly from: string; readonly to: string }, staffId: string | null) {
    let closed = 0;
    for (const ticket of await engine.leftOver(days)) {
      const { ticketId, state } = ticket;
      const isAtCounter = state === 'called';
      if (isAtCounter && isVisited(ticket)) continue;
      const answer = await engine.close({ ticketId, staffId, isAtCounter });
      if (answer.ok) closed += 1;
      else if (answer.error.code === 'hallUnavailable') throw new HallAway('the hall went away');
      // Otherwise he was called meanwhile, and is helped.
    }
    return closed;
  }

  async function look(): Promise<void> {
    const now = clock.now();
    const today = amsterdamDay(now);
    const isOver =
      closingTime !== undefined && closedDay !== today && amsterdamTime(now).slice(0, 5) >= closingTime;
    const from = addDays(today, -daysBack);
    const closed = await close({ from, to: isOver ? today : addDays(today, -1) }, null);
    if (isOver) closedDay = today;
    daysBack = DAYS_AGAIN;
    if (closed === 0 || stopped) return;
    log.info('hall.dayClosed', { closed });
    deps.audit.record({
      who: config.workstation.id,
      action: 'hall.dayClosed',
      recordType: 'location',
      recordId: config.location.id,
      detail: String(closed),
    });
  }

  let cancel = () => {};
  async function keepLooking(): Promise<void> {
    const isDone = await look().then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof HallAway)) log.error('hall.dayNotClosed');
        return false;
      },
    );
    if (!stopped) cancel = clock.after(isDone ? LOOK_MS : LOOK_AGAIN_MS, () => void keepLooking());
  }
  void keepLooking();

  const today = () => ({ from: amsterdamDay(clock.now()), to: amsterdamDay(clock.now()) });
  return {
    async leftOver() {
      const tickets = await engine.leftOver(today());
      const count = (state: Ticket['state']) => tickets.filter((one) => one.state === state).length;
      return {
        waiting: count('waiting'),
        held: count('held'),
        noShow: count('noShow'),
        atCounter: count('called'),
      };
    },
    closeToday: (staffId) => close(today(), staffId),
    stop() {
      stopped = true;
      cancel();
    },
  };
}
