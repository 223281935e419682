import type { SessionState } from '../../../shared/contract/session.ts';

/** The three accounts of practice mode; shown on its login screen, and never made outside it. */
export const practiceAccounts: SessionState['practiceAccounts'] = [
  { loginName: 'medewerker', name: 'Medewerker Oefening', role: 'clerk', passphrase: 'oefenen-aan-de-balie' },
  {
    loginName: 'teamleider',
    name: 'Teamleider Oefening',
    role: 'teamlead',
    passphrase: 'oefenen-met-het-team',
  },
  {
    loginName: 'beheerder',
    name: 'Beheerder Oefening',
    role: 'administrator',
    passphrase: 'oefenen-met-beheer',
  },
];
