import type { HallReason, Ticket } from '../../../shared/contract/hall.ts';

/** What can happen to a ticket. A no-show that is called once more is `called` again; `recalled` repeats a running call. */
export type HallEventKind =
  | 'issued'
  | 'walkIn'
  | 'called'
  | 'recalled'
  | 'arrived'
  | 'noShow'
  | 'cancelled'
  | 'putBack'
  | 'held'
  | 'resumed'
  | 'transferred'
  | 'changed'
  | 'closed'
  | 'undone'
  | 'finished';

/** One fact about one ticket; never changed. `seq` rises over all events of the file. */
export interface HallEvent {
  readonly seq: number;
  readonly eventId: string;
  readonly kind: HallEventKind;
  readonly ticketId: string;
  /** The day in Europe/Amsterdam on which the ticket was issued, YYYY-MM-DD. */
  readonly day: string;
  readonly counter: number | null;
  /** Set on `issued` and `walkIn` only. */
  readonly group: string | null;
  readonly ordinal: number | null;
  readonly origin: Ticket['origin'] | null;
  /** Set on `issued` of who has an appointment: the reference that the agenda knows it by, and its time. */
  readonly appointment: string | null;
  readonly appointmentAt: string | null;
  /** Why, apart from what. */
  readonly reason: HallReason | null;
  /**
   * JSON of the wish that goes with `held`, `resumed`, `transferred`, `changed`, `putBack` of who missed his turn, and
   * `issued` with priority, to more than one person or for more than one group; see wish.ts.
   */
  readonly wish: string | null;
  /** For `undone`: the event that no longer counts. */
  readonly undoes: string | null;
  /** UTC, ISO 8601. */
  readonly at: string;
}

/** What an event has that does not begin a ticket. */
export const NO_ISSUE = {
  group: null,
  ordinal: null,
  origin: null,
  appointment: null,
  appointmentAt: null,
} as const;

/** The state of a ticket as it follows from its events. */
export interface TicketFacts {
  readonly ticketId: string;
  readonly day: string;
  /** The letter of his number; absent in what was kept before a visitor could be sent to another group. */
  readonly letter?: string;
  /** The group that helps him. */
  readonly group: string;
  readonly ordinal: number;
  readonly origin: Ticket['origin'];
  readonly appointment: string | null;
  readonly appointmentAt: string | null;
  /** JSON of what a clerk wished for him when he was held or sent on; see wish.ts. */
  readonly wish?: string | null;
  /** The place in the hall: `seq` of the issue. A visitor who returns to the hall keeps it, unless he was sent to the end; who came with another number has the place of that one. */
  readonly position: number;
  readonly state: Ticket['state'];
  /** Where he was last called; null while he waits. */
  readonly counter: number | null;
  readonly issuedAt: string;
  readonly firstCalledAt: string | null;
  readonly timesCalled: number;
  /** The last call on the display; null for somebody who was never called there. */
  readonly callId: string | null;
  /** `seq` of that call; 0 without one. */
  readonly callSeq: number;
  readonly calledAt: string | null;
  /** When the visitor of that call was first seen at the counter; absent in what was kept before this was recorded. */
  readonly arrivedAt?: string | null;
  readonly lastEventId: string;
  readonly lastSeq: number;
}
