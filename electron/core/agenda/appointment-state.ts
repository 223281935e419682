import type { AgendaEntry, AppointmentState } from '../../../shared/contract/agenda.ts';
import type { Ticket } from '../../../shared/contract/hall.ts';
import type { Appointment } from '../../../shared/domain/appointment.ts';
import { openingAt } from '../../../shared/domain/opening-hours.ts';
import type { Config } from '../settings/config-schema.ts';

type Group = Pick<Config['hall']['groups'][number], 'name' | 'openingHours'>;

/** Where an appointment is: its ticket says it, and without one the clock and the closing of its group. */
export function appointmentState(
  { start }: Pick<Appointment, 'start'>,
  ticket: Pick<Ticket, 'state'> | undefined,
  group: Pick<Group, 'openingHours'> | undefined,
  now: Date,
): AppointmentState {
  // Who is held has been called, and comes back to the counter.
  if (ticket?.state === 'held') return 'called';
  if (ticket && ticket.state !== 'cancelled') return ticket.state;
  if (Date.parse(start) > now.getTime()) return 'expected';
  const opening = openingAt(group?.openingHours, now);
  return opening.open || opening.opensAt !== null ? 'late' : 'missed';
}

/** An appointment as the clerk sees it. */
export function agendaEntry(
  appointment: Appointment,
  {
    ticket,
    group,
    now,
  }: { readonly ticket: Ticket | undefined; readonly group: Group | undefined; readonly now: Date },
): AgendaEntry {
  const { reference, start, minutes, name, persons } = appointment;
  return {
    reference,
    start,
    minutes,
    group: appointment.group,
    groupName: group?.name ?? appointment.group,
    name,
    persons,
    state: appointmentState(appointment, ticket, group, now),
    ticketId: ticket?.ticketId ?? null,
    number: ticket?.number ?? null,
    checkedInAt: ticket?.issuedAt ?? null,
  };
}
