import { amsterdamDay, toDutchOffset } from '../../../shared/domain/dates.ts';
import type { CommittedVisit } from '../records.ts';

/** Translates a moment of our clock to the server's, and tells the server's time. */
export interface ServerTime {
  (local: Date): Date;
}

/**
 * The moment with the Dutch offset, in whole seconds, never later than `limit`: the central systems refuse a moment in
 * their future, and take the date from the offset that is sent.
 */
export function dutchMoment(moment: Date, limit: Date): string {
  return toDutchOffset(new Date(Math.min(moment.getTime(), limit.getTime())));
}

/**
 * When the first and the last status of a visit were set. They differ by at least a second, because a zaak can have only
 * one status at a moment (Zaken API: zaak and datumStatusGezet are unique together).
 */
export function statusMoments(
  visit: CommittedVisit,
  server: ServerTime,
  now: Date,
): { readonly first: string; readonly last: string } {
  const limit = server(now);
  const last = Math.min(server(new Date(visit.committedAt)).getTime(), limit.getTime());
  const started = server(new Date(visit.startedAt)).getTime();
  return {
    first: toDutchOffset(new Date(Math.min(started, last - 1000))),
    last: toDutchOffset(new Date(last)),
  };
}

/** One second after a moment with offset. */
export function aSecondLater(moment: string): string {
  return toDutchOffset(new Date(Date.parse(moment) + 1000));
}

/** The day of the visit, but never a day that the server does not know yet. */
export function dayAtServer(day: string, server: ServerTime, now: Date): string {
  const today = amsterdamDay(server(now));
  return day < today ? day : today;
}
