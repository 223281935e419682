import { PRACTICE_TEMPLATES } from '../../electron/practice/index.ts';
import { textOf } from '../../electron/practice/json.ts';
import type { BothSides } from './both-sides.ts';
import type { Sheet } from './compare.ts';

/** Where the visitors of a run want their messages. */
export const ADDRESSES = { email: 'bezoeker@example.nl', sms: '+31612345678' } as const;

/** What NotifyNL must have taken: each message that is to be sent, once, and none that still waits. */
export function messageSheet({ central, messages, parked }: BothSides): Sheet {
  return {
    what: 'message',
    found: central.notifications,
    key: ({ reference }) => textOf(reference),
    meant: messages.flatMap(({ notificationId, itemId, message, channel, label }) =>
      itemId === null
        ? []
        : [
            {
              key: itemId,
              mayMiss: parked.has(notificationId),
              fields: {
                type: channel,
                email_address: channel === 'email' ? ADDRESSES.email : null,
                phone_number: channel === 'sms' ? ADDRESSES.sms : null,
                template: { id: PRACTICE_TEMPLATES[message][channel] },
                personalisation: message === 'confirmation' ? { bonnummer: label } : { zaaknummer: label },
              },
            },
          ],
    ),
  };
}
