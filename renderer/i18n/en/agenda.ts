import type { agenda as dutch } from '../nl/agenda.ts';
import type { Shape } from '../shape.ts';

/** Texts of the appointments. */
export const agenda: Shape<typeof dutch> = {
  title: 'Appointments of today',
  search: 'Find an appointment',
  searchHow:
    'Appointment number, QR code, BSN, name or time. With one appointment found, Enter checks the visitor in.',
  list: 'Appointments, by time',
  none: 'There are no appointments today.',
  notFound: 'No appointment of today fits this. Give a number without appointment with Shift F3.',
  noName: 'no name',
  persons_one: '{{count}} person',
  persons_other: '{{count}} persons',
  state: {
    expected: 'not checked in yet',
    late: '{{minutes}} min late',
    missed: 'did not come',
    waiting: 'waits: {{number}}',
    called: 'called: {{number}}',
    noShow: 'did not appear: {{number}}',
    finished: 'helped: {{number}}',
    closed: 'not helped, the day was closed: {{number}}',
  },
  checkedIn: '{{number}} is checked in for the appointment of {{time}}.',
  undoTitle: 'Undo the check-in of {{number}}?',
  undoBody:
    '{{number}} leaves the queue. The appointment of {{time}} stays and can be checked in again, under a new number.',
  undo: 'Undo',
  keep: 'Leave it',
  undone: 'The check-in of {{number}} was undone.',
  already: 'This appointment is checked in already. The number is {{number}}.',
  away: 'The agenda cannot be reached now',
  asOf: 'These are the appointments as they were at {{time}}. Checking in works as usual. Give who was added later a number without appointment.',
  neverRead: 'No appointments were read yet. Give the visitor a number without appointment.',
  problems: 'Not all of the agenda could be used. Please tell IT.',
};
