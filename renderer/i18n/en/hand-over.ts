import type { handOver as nl } from '../nl/hand-over.ts';
import type { Shape } from '../shape.ts';

/** Texts of handing over to a colleague, and of a complaint, report or idea. */
export const handOver: Shape<typeof nl> = {
  title: 'Hand over',
  target: 'Hand over to',
  choose: 'Choose a department, group or colleague',
  kind: { afdeling: 'department', groep: 'group', medewerker: 'colleague' },
  term_zero: 'hears something today',
  term_one: 'hears something within {{count}} working day',
  term_other: 'hears something within {{count}} working days',
  withoutTarget: 'Without a choice only your note is kept with the contact; nobody gets a task.',
  callBack: 'The visitor wants to be called back',
  phone: 'Telephone number',
  phoneWrong: 'This number is not possible. Type ten digits, or a foreign number that begins with +.',
  signal: 'Complaint, report or idea',
  signalKind: { none: 'None', klacht: 'Complaint', melding: 'Report', idee: 'Idea' },
  signalText: 'What does the visitor want to let us know? (required)',
  signalApart: 'This reaches the municipality as a contact of its own.',
};
