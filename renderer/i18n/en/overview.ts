import type { overview as nl } from '../nl/overview.ts';
import type { Shape } from '../shape.ts';

/** Texts of the team lead's view of the hall. */
export const overview: Shape<typeof nl> = {
  title: 'Overview of the waiting hall',
  waits: 'Waiting, by group',
  counters: 'Counters',
  column: {
    group: 'Group',
    waiting: 'Waiting',
    longest: 'Longest',
    norm: 'Norm',
    verdict: 'Standing',
    counter: 'Counter',
    state: 'What happens',
    staff: 'Who',
  },
  minutes: '{{count}} min',
  nobody: 'nobody',
  verdict: {
    ok: 'within the norm',
    near: '{{count}} close to the norm',
    over: '{{count}} over the norm',
  },
  state: { helping: 'helps without a number', free: 'free', quiet: 'not open' },
  helpsNumber: 'helps {{number}}',
  forMinutes: '{{count}} min',
  lastAt: 'last at {{time}}',
  locked: 'locked',
  noCounters: 'No counter has been open today.',
  logOut: 'Log out',
  logOutOf: 'Log {{name}} out at counter {{counter}}',
  logOutTitle: 'Log {{name}} out at counter {{counter}}?',
  logOutBody:
    'The screen of that counter goes back to the login. What was saved there is kept. A visit that is still running stays at that counter.',
  loggedOut: '{{name}} has been logged out at counter {{counter}}.',
};
