import { z } from 'zod';
import { CommandId, call, Id, Instant } from './call.ts';
import { GroupLetter, Ticket } from './hall.ts';

/**
 * expected: still to come; late: his time is past; missed: the group has closed without him. The others are those of his
 * ticket.
 */
export const AppointmentState = z.enum([
  'expected',
  'late',
  'missed',
  'waiting',
  'called',
  'noShow',
  'finished',
  'closed',
]);
export type AppointmentState = z.infer<typeof AppointmentState>;

export const AgendaEntry = z.strictObject({
  reference: z.string(),
  start: Instant,
  minutes: z.int(),
  group: GroupLetter,
  groupName: z.string(),
  /** Null when the agenda does not say. */
  name: z.string().nullable(),
  persons: z.int(),
  state: AppointmentState,
  ticketId: Id.nullable(),
  number: z.string().nullable(),
  checkedInAt: Instant.nullable(),
});
export type AgendaEntry = z.infer<typeof AgendaEntry>;

export const AgendaView = z.strictObject({
  /** none: there is no agenda here; away: it can't be read now, and this is how it was at `readAt`. */
  source: z.enum(['none', 'current', 'away']),
  readAt: Instant.nullable(),
  /** How many appointments there are today. */
  total: z.int(),
  /** Those that the search found, by time; all of them without one. */
  entries: z.array(AgendaEntry),
  /** What in the agenda could not be used, for IT; in Dutch, without personal data. */
  problems: z.array(z.string()),
});
export type AgendaView = z.infer<typeof AgendaView>;

export const agendaCalls = {
  /** Today's appointments. `search`: a number, a scanned code, a burgerservicenummer, (a part of) a name, or a time. */
  'agenda.today': call('agenda.today', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ search: z.string().max(200) }),
    output: AgendaView,
  }),
  /** The visitor of this appointment is there: he gets a ticket, once; it is printed where a printer is bound. */
  'agenda.checkIn': call('agenda.checkIn', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId, reference: z.string().min(1).max(64) }),
    output: Ticket,
  }),
  /** He was checked in by mistake: his number leaves the hall, and the appointment can be checked in again. */
  'agenda.undoCheckIn': call('agenda.undoCheckIn', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId, reference: z.string().min(1).max(64) }),
    output: Ticket,
  }),
};
