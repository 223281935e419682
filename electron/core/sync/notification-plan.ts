import type { MessageChannel } from '../../../shared/domain/message-address.ts';
import type { Notify } from '../central/index.ts';
import type { NotifyConfig } from '../settings/notify-schema.ts';
import { impossible, NONE, ours, type Plan, stranger } from './step.ts';

/** A message as it lies in the store. */
export interface NotificationToSend {
  readonly message: keyof NotifyConfig['templates'];
  readonly channel: MessageChannel;
  /** Null once it was sent, or is of no use any more. */
  readonly address: string | null;
  readonly personalisation: Readonly<Record<string, string>>;
}

/** NotifyNL tells of a message for seven days; after that a look-up that finds nothing proves nothing. */
const LOOK_UP_MS = 6.5 * 86_400_000;

/**
 * One step. NotifyNL takes every message that it is given, also with a reference that it had before: the look-up alone
 * keeps a message from going out twice.
 */
export function notificationPlan(deps: {
  readonly notification: NotificationToSend;
  /** Unique for this message, and the same at every try. */
  readonly reference: string;
  /** Undefined where NotifyNL is not configured (any more). */
  readonly api: Notify | undefined;
  readonly templates: NotifyConfig['templates'];
  readonly now: () => Date;
}): Plan {
  const { notification, reference, api, templates, now } = deps;
  const { channel, address, personalisation } = notification;
  const templateId = templates[notification.message]?.[channel];
  return () => [
    {
      name: 'bericht',
      system: 'notify',
      takenTwice: true,
      choose: () => ({ begunAt: now().toISOString() }),
      find: async ({ begunAt = '' }) => {
        if (!api || templateId === undefined) return impossible('noTemplate');
        const answer = await api.findByReference(reference);
        if (!answer.ok) return answer;
        const same = answer.value.find((found) => found.templateId === templateId);
        if (same) return ours({ id: same.id });
        if (answer.value.length > 0) return stranger('otherMessage');
        return now().getTime() - Date.parse(begunAt) > LOOK_UP_MS ? impossible('messageTooOld') : NONE;
      },
      make: async () => {
        if (!api || templateId === undefined) return impossible('noTemplate');
        if (address === null) return impossible('addressGone');
        const made = await api.send({ templateId, channel, address, personalisation, reference });
        return made.ok ? { ok: true, value: { id: made.value.id } } : made;
      },
    },
  ];
}
