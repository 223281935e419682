import { amsterdamTime } from '../dates.ts';
import { type Run, runOf, secondsBetween } from './run.ts';

/** What happened to a ticket, as far as the figures depend on it. */
export interface StatisticsEvent {
  readonly eventId: string;
  readonly kind:
    | 'issued'
    | 'walkIn'
    | 'called'
    | 'recalled'
    | 'arrived'
    | 'held'
    | 'resumed'
    | 'transferred'
    | 'putBack'
    | 'noShow'
    | 'cancelled'
    | 'finished'
    | 'closed'
    | 'changed'
    | 'undone';
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly counter: number | null;
  /** Set where the group of the ticket begins or becomes another one. */
  readonly group: string | null;
  /** Why, apart from what: of a no-show, a cancel or a closing. */
  readonly reason: string | null;
  /** For `undone`: the event that does not count, nor does the undo itself. */
  readonly undoes: string | null;
}

export interface StatisticsTicket {
  /** The day in Europe/Amsterdam, YYYY-MM-DD. */
  readonly day: string;
  /** Tells the appointment that he was checked in for from others; null without one, and for who split off from such a ticket. */
  readonly appointment: string | null;
  /** UTC, ISO 8601; null without an appointment. */
  readonly appointmentAt: string | null;
  /** How many persons the ticket is for. */
  readonly persons: number;
  /** Oldest first, beginning with `issued` or `walkIn`. */
  readonly events: readonly StatisticsEvent[];
}

/** Seconds at one counter. */
export interface CounterTime {
  readonly counter: number;
  readonly seconds: number;
}

/** One visitor's way through the hall, measured. Seconds are whole and part, never negative. */
export interface Course {
  readonly day: string;
  /** The hour of arrival in Europe/Amsterdam, 0 to 23. */
  readonly hour: number;
  /** The group for which he was first called; of who was never called, his last. */
  readonly group: string;
  readonly isAppointment: boolean;
  /** The appointment that he was checked in for and the group that it was for; null for others. */
  readonly checkedIn: { readonly reference: string; readonly group: string } | null;
  readonly persons: number;
  /** Where he was first called, or helped without a number; null when that never happened. */
  readonly counter: number | null;
  /** Where he was last; the same as `counter` unless he was sent on. */
  readonly lastCounter: number | null;
  /** Waiting: from the arrival to the first call. Null for who was never called, and who was helped without a number. */
  readonly waitingSeconds: number | null;
  /** The same from the appointment when the visitor came before it: what the norm is about. */
  readonly dueSeconds: number | null;
  /** Walking: each time from the call to the arrival at the counter, where that was recorded. */
  readonly walks: readonly CounterTime[];
  /**
   * Service: from the arrival at the counter (where it was not recorded: from the call) until the visitor is held, sent
   * on, put back or finished, and again after each return; a call to which nobody came is none.
   */
  readonly services: readonly CounterTime[];
  /** False when somebody forgot to end the visit and the closing of the day or of the counter did: its service is no measure. */
  readonly isServiceMeasured: boolean;
  /**
   * helped: finished, or closed while at a counter; noShow: called and not there, last of all; leftAtClose: still waited or
   * was held when the day was closed; abandoned: left before the first call, as far as is known; cancelled: otherwise taken
   * out of the hall; open: still in the hall; noVisitor: given by mistake, or a check-in taken back: counts nowhere. In the
   * part of one counter: elsewhere, when it ended at another one.
   */
  readonly end:
    | 'helped'
    | 'noShow'
    | 'leftAtClose'
    | 'abandoned'
    | 'cancelled'
    | 'open'
    | 'noVisitor'
    | 'elsewhere';
  readonly reason: string | null;
}

/** The courses of these tickets, without those that never were a visitor: what every figure is about. */
export function coursesOf(tickets: readonly StatisticsTicket[]): Course[] {
  return tickets.map(courseOf).filter(({ end }) => end !== 'noVisitor');
}

/** The course of a ticket from its events. Throws when they do not begin with an arrival in a group. */
export function courseOf({ day, appointment, appointmentAt, persons, events }: StatisticsTicket): Course {
  const run = runOf(events);
  const [first] = events;
  const { arrivedAt, firstCalledAt } = run;
  const due = appointmentAt !== null && appointmentAt > arrivedAt ? appointmentAt : arrivedAt;
  return {
    day,
    hour: Number(amsterdamTime(new Date(arrivedAt)).slice(0, 2)),
    group: run.firstGroup ?? run.group,
    isAppointment: appointmentAt !== null,
    checkedIn: appointment === null ? null : { reference: appointment, group: first?.group ?? run.group },
    persons,
    counter: run.firstCounter,
    lastCounter: run.lastCounter,
    waitingSeconds: firstCalledAt === null ? null : secondsBetween(arrivedAt, firstCalledAt),
    dueSeconds: firstCalledAt === null ? null : secondsBetween(due, firstCalledAt),
    walks: run.walks,
    services: run.services,
    isServiceMeasured: run.isServiceMeasured,
    end: endOf(run),
    reason: run.reason,
  };
}

/** Taken out for these: the ticket was never about a visitor. */
const NO_VISITOR: readonly (string | null)[] = ['mistake', 'checkInUndone'];
/** Taken out before the first call for these: the visitor left. A ticket from before reasons were asked has none. */
const LEFT: readonly (string | null)[] = ['left', 'other', null];

function endOf({ last, firstCounter, isAtCounter, reason }: Run): Course['end'] {
  if (last === 'finished') return 'helped';
  if (last === 'closed' && isAtCounter) return 'helped';
  if (last === 'noShow') return 'noShow';
  if (last === 'closed') return 'leftAtClose';
  if (last !== 'cancelled') return 'open';
  if (NO_VISITOR.includes(reason)) return 'noVisitor';
  return firstCounter === null && LEFT.includes(reason) ? 'abandoned' : 'cancelled';
}
