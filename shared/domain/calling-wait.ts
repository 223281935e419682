import type { AppointmentRule, CallingTicket, PastCall, WorkProfile } from './calling-facts.ts';

const MINUTE_MS = 60_000;

type Times = Pick<CallingTicket, 'waitingSince' | 'appointmentAt' | 'notBefore'>;

/** The time of an appointment that still counts as one, in ms; null for a walk-in, and for who came too late for it. */
export function appointmentTime(ticket: Times, { lateMinutes }: AppointmentRule): number | null {
  if (ticket.appointmentAt === null) return null;
  const at = Date.parse(ticket.appointmentAt);
  return Date.parse(ticket.waitingSince) > at + lateMinutes * MINUTE_MS ? null : at;
}

/** What the calling of a ticket leaves behind for the next choice. */
export function pastCall(ticket: Times & Pick<CallingTicket, 'group'>, rule: AppointmentRule): PastCall {
  return { group: ticket.group, isAppointment: appointmentTime(ticket, rule) !== null };
}

/** From when a visitor may expect to be called, in ms: his arrival, or later his appointment or agreed return. */
export function dueSince({ waitingSince, appointmentAt, notBefore }: Times): number {
  const moments = [waitingSince, appointmentAt, notBefore].filter((moment) => moment !== null);
  return Math.max(...moments.map((moment) => Date.parse(moment)));
}

/** Whole and part seconds since `since` at `now`; never negative, also when the clock was put back. */
export function waitedSeconds(since: string | number, now: Date): number {
  return Math.max(0, (now.getTime() - (typeof since === 'number' ? since : Date.parse(since))) / 1000);
}

/** When a walk-in must have been called at the latest by this profile, in ms; null without a limit. */
export function callingLimit(ticket: Times, profile: WorkProfile | null): number | null {
  const minutes = profile?.finallyCallByMinutes ?? null;
  return minutes === null ? null : dueSince(ticket) + minutes * MINUTE_MS;
}

/** Where an appointment is in its time: `due` goes before the walk-ins, `early` goes after everybody, `later` not yet. */
export function appointmentPhase(at: number, rule: AppointmentRule, now: Date): 'due' | 'early' | 'later' {
  const minutesBefore = (at - now.getTime()) / MINUTE_MS;
  if (minutesBefore <= rule.leadMinutes) return 'due';
  return minutesBefore <= rule.earlyMinutes ? 'early' : 'later';
}
