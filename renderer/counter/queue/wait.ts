import type { QueueSnapshot, Ticket } from '../../../shared/contract/hall.ts';

/** How a wait stands to the norm of its group: under three quarters, up to the norm, or over it. */
export type WaitGrade = 'ok' | 'near' | 'over';

const NEAR = 0.75;

/** The grade of a wait; a group without a norm (0) is never late. */
export function gradeWait(waitedSeconds: number, normSeconds: number): WaitGrade {
  if (normSeconds <= 0 || waitedSeconds < normSeconds * NEAR) return 'ok';
  return waitedSeconds <= normSeconds ? 'near' : 'over';
}

/** Whole seconds since a ticket began to wait; never negative, also when the clocks differ. */
export function waitedSeconds(ticket: Ticket, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(ticket.waitingSince)) / 1000));
}

/** The norm of a ticket in seconds, by its group and whether it is for an appointment; 0 when the group is unknown. */
export function normOf(queue: QueueSnapshot, { group, appointmentAt }: Ticket): number {
  const found = queue.groups.find(({ letter }) => letter === group);
  return (appointmentAt === null ? found?.normSeconds : found?.appointmentNormSeconds) ?? 0;
}
