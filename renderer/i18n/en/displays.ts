import type { displays as dutch } from '../nl/displays.ts';
import type { Shape } from '../shape.ts';

/** Texts of the panel of the displays in the hall. */
export const displays: Shape<typeof dutch> = {
  title: 'Displays',
  address: 'Open on a display:',
  noServer:
    'Displays cannot connect now: the address or port is taken. The counter works on and tries again every half minute.',
  none: 'No display has reported today. Open the address above on a display in the hall.',
  workstation: 'at workstation {{workstation}}',
  noProfile: 'no profile',
  profile: 'profile {{profile}}',
  profileUnknown: 'profile {{profile}} is not in the configuration; the display shows the usual layout',
  ignored:
    'Settings that the display cannot use: {{settings}}. It shows all the rest; mend them in its address or profile.',
  page: 'page {{page}}',
  lastContact: 'last seen {{time}}',
  condition: {
    ok: 'connected since {{time}}',
    old: 'outdated page',
    silent: 'does not respond',
    gone: 'gone since {{time}}',
  },
  sound: { off: 'sound is off', blocked: 'no sound', unknown: 'sound unknown' },
  advice: {
    old: 'The display has the page of an earlier version. Reload it.',
    silent:
      'The connection is there, but the page does not report. Reload it; if that does not help, restart the device.',
    gone: 'See whether the display is on and has a network. It connects again by itself.',
    blocked:
      'The browser gives sound only after a touch. Press "Sound on" on the display. When IT starts the browser as the README says, that is never needed again.',
  },
  refresh: 'Reload',
  refreshOf: 'Reload display {{name}}',
  refreshed: 'Display {{name}} reloads its page.',
};
