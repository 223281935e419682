import type { sync as nl } from '../nl/sync.ts';
import type { Shape } from '../shape.ts';

/** Texts of the sending to the central systems. */
export const sync: Shape<typeof nl> = {
  title: 'Sending',
  online: 'The case system can be reached.',
  unknown: 'There has been no contact with the case system yet.',
  offline: 'The case system cannot be reached. Everything has been kept and will be sent later by itself.',
  queued_zero: 'Nothing waits to be sent.',
  queued_one: '{{count}} message waits to be sent.',
  queued_other: '{{count}} messages wait to be sent.',
  oldest: 'The oldest is from {{time}}.',
  system: {
    zaken: 'Cases',
    documenten: 'Documents',
    catalogi: 'Catalogues',
    klantinteracties: 'Customer contacts',
    brp: 'BRP',
  },
  reachable: { yes: 'reachable', no: 'not reachable', unknown: 'not asked yet' },
  items: 'Messages',
  noItems: 'No messages wait or are held up.',
  kind: { zaak: 'Case', klantcontact: 'Customer contact', verification: 'Check with the BRP' },
  state: { queued: 'waits', sending: 'being sent', parked: 'held up', done: 'sent' },
  attempts_one: '{{count}} attempt',
  attempts_other: '{{count}} attempts',
  nextAttempt: 'next attempt {{time}}',
  step: 'Stopped at: {{step}}',
  retry: 'Send again',
  correctNumber: 'Zaak number of the pick-up letter or the receipt',
  correct: 'Correct and send',
  notAZaak:
    'This is not a zaak number. Type letters, digits and hyphens, without spaces, at most 40 characters.',
  retried: '{{label}} is being sent again.',
};
