import type { admin as nl } from '../nl/admin.ts';
import type { Shape } from '../shape.ts';

/** Texts of staff administration and the audit log. */
export const admin: Shape<typeof nl> = {
  role: { clerk: 'Clerk', teamlead: 'Team lead', administrator: 'Administrator' },
  roleNote: {
    clerk: 'Helps visitors at the counter.',
    teamlead: 'Also sees the audit log and decides about special persons.',
    administrator: 'Also manages the staff.',
  },
  staff: {
    title: 'Staff',
    add: 'Add a member of staff',
    change: 'Change',
    changeOf: 'Change {{name}}',
    closed: 'closed',
    profile: 'Work profile at sign-in',
    profileOfCounter: 'That of the counter',
    everySkill: 'May do everything',
    skills: 'May do this (visitors who need something else skip this member of staff)',
    role: 'Role',
    active: 'The account is open: this person can log in',
    newPassphrase: 'New passphrase (leave empty to keep it)',
  },
  audit: {
    title: 'Audit log',
    more: 'Older entries',
    verify: 'Check the log',
    intact_one: 'The log is intact: {{count}} entry, nothing changed or taken out.',
    intact_other: 'The log is intact: {{count}} entries, nothing changed or taken out.',
    broken: 'The log is broken from entry {{seq}}. Keep this workstation as it is and call the help desk.',
    column: { seq: 'No', at: 'When', who: 'Who', action: 'What', record: 'On', detail: 'Detail' },
  },
};
