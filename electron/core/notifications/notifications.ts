import type { CallName } from '../../../shared/contract/index.ts';
import type { MessageRequest } from '../../../shared/contract/messages.ts';
import type { Product } from '../../../shared/domain/product.ts';
import { maskAddress } from '../../../shared/domain/message-address.ts';
import { zaakNumber } from '../../../shared/domain/zaak-number.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Handlers } from '../handlers.ts';
import type { Ids, Outbox } from '../ports.ts';
import type { CommittedVisit } from '../records.ts';
import type { Config } from '../settings/config-schema.ts';
import type { Store } from '../store/index.ts';
import { messageOffer } from './offer.ts';
import type { NotificationRows } from './rows.ts';
import { takeUp } from './take-up.ts';

/** Messages to visitors, from what they agreed to until they are in the outbox. */
export interface Notifications {
  /**
   * Part of "klaar", inside its transaction: puts what the visitor agreed to in the outbox, or keeps it until his document
   * is ready; and forgets who waited for what he fetched now. Gives how many messages there are.
   */
  commit(visit: CommittedVisit, request: MessageRequest | undefined): Result<number>;
  readonly handlers: Handlers<Extract<CallName, `messages.${string}`>>;
}

/** See `Notifications`. */
export function createNotifications(deps: {
  readonly store: Store;
  readonly ids: Ids;
  readonly rows: NotificationRows;
  readonly outbox: Pick<Outbox, 'notify' | 'wake'>;
  readonly config: Pick<Config, 'central' | 'municipality' | 'location'>;
  readonly products: () => readonly Product[];
}): Notifications {
  const { store, rows, outbox, config } = deps;
  const { notify } = config.central;
  const sender = {
    config: notify,
    municipality: config.municipality.name,
    location: config.location.name,
    productName: (productId: string) => deps.products().find(({ id }) => id === productId)?.name,
    ids: deps.ids,
  };
  return {
    commit(visit, request) {
      for (const { kind, zaakIdentificatie } of visit.transactions)
        if (kind === 'pickUp') rows.endWaitingFor(zaakIdentificatie);
      if (!request) return ok(0);
      const taken = takeUp(sender, visit, request);
      if (!taken.ok) return taken;
      for (const notification of taken.value) {
        rows.add(notification);
        if (notification.state === 'toSend') outbox.notify(notification);
      }
      return ok(taken.value.length);
    },
    handlers: {
      'messages.offer': { kind: 'query', run: () => ok(messageOffer(notify, deps.products())) },
      'messages.waiting': {
        kind: 'query',
        run: () =>
          ok(
            rows.waiting().map(({ notificationId, label, productName, channel, address, createdAt }) => ({
              notificationId,
              zaakIdentificatie: label,
              productName: productName ?? '',
              channel,
              addressMasked: maskAddress(address ?? ''),
              askedAt: createdAt,
            })),
          ),
      },
      'messages.ready': {
        kind: 'atomic',
        run({ zaakIdentificatie }, context) {
          const zaak = zaakNumber(zaakIdentificatie);
          const released = rows.releaseFor(zaak);
          if (released.length === 0) return fail('notFound', { field: 'zaakIdentificatie' });
          for (const notification of released) outbox.notify(notification);
          context.audit('messages.ready', 'zaak', zaak, `${released.length} berichten`);
          store.afterCommit(() => outbox.wake());
          return ok({ messages: released.length });
        },
      },
    },
  };
}
