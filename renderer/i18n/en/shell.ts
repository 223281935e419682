import type { shell as nl } from '../nl/shell.ts';
import type { Shape } from '../shape.ts';

/** Texts of the frame of the window: header, status bar, user menu. */
export const shell: Shape<typeof nl> = {
  practice: 'Practice mode: nothing is real',
  notPractice: 'This is only possible in practice mode. This counter works for real.',
  counter: 'Counter {{number}}',
  help: 'Help',
  lock: 'Lock',
  queueRegion: 'Queue',
  visitRegion: 'Visit at your counter',
  asideRegion: 'Today',
  devicesLabel: 'Devices',
  devicesUnknown: 'Devices: state unknown',
  noDevices: 'No devices connected',
  printQuestions_one: '{{count}} print needs an answer',
  printQuestions_other: '{{count}} prints need an answer',
  sync: {
    online: 'Online',
    unknown: 'Central: not asked yet',
    offline: 'Offline: everything is kept',
    stalled: 'Nothing arrives since {{time}}: tell IT',
    queued_one: '{{count}} to send',
    queued_other: '{{count}} to send',
    parked_one: '{{count}} held up',
    parked_other: '{{count}} held up',
  },
  role: { clerk: 'clerk', teamlead: 'team lead', administrator: 'administrator' },
  menu: {
    label: 'Your menu',
    passphrase: 'Change passphrase',
    language: 'Nederlands',
    staff: 'Manage staff',
    ready: 'Ready for pick-up',
    displays: 'Displays in the hall',
    alarm: 'Ask for help silently',
    overview: 'Overview of the waiting hall',
    statistics: 'Figures of the waiting hall',
    central: 'Check central systems',
    audit: 'Audit log',
    logout: 'Log out',
  },
  lost: {
    title: 'No connection with Waarmee',
    safe: 'What you saved has been kept on this workstation. Nothing is done twice.',
    now: 'The connection restores itself. If it takes longer than a minute, start Waarmee again.',
  },
};
