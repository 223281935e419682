import type { CallName } from '../../../shared/contract/index.ts';
import type { MessageRequest } from '../../../shared/contract/messages.ts';
import type { Product } from '../../../shared/domain/product.ts';
import { maskAddress } from '../../../shared/domain/message-address.ts';
import { isZaakNumber, zaakNumber } from '../../../shared/domain/zaak-number.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Audit } from '../audit/index.ts';
import type { Handlers } from '../handlers.ts';
import type { Ids, Outbox } from '../ports.ts';
import type { ReadyWord } from '../hall/index.ts';
import type { CommittedVisit } from '../records.ts';
import type { Config } from '../settings/config-schema.ts';
import type { Store } from '../store/index.ts';
import { messageOffer } from './offer.ts';
import { hearReady, markOf } from './ready-elsewhere.ts';
import type { NotificationRows } from './rows.ts';
import { keptUntil } from './sweep.ts';
import { takeUp } from './take-up.ts';

/** Messages to visitors, from what they agreed to until they are in the outbox. */
export interface Notifications {
  /**
   * Part of "klaar", inside its transaction: puts what the visitor agreed to in the outbox, or keeps it until his document
   * is ready; and forgets who waited for what he fetched now. Gives how many messages there are.
   */
  commit(visit: CommittedVisit, request: MessageRequest | undefined): Result<number>;
  readonly handlers: Handlers<Extract<CallName, `messages.${string}`>>;
  stop(): void;
}

/** See `Notifications`. */
export function createNotifications(deps: {
  readonly store: Store;
  readonly ids: Ids;
  readonly rows: NotificationRows;
  readonly outbox: Pick<Outbox, 'notify' | 'wake'>;
  readonly audit: Pick<Audit, 'record'>;
  /** The workstations that share the hall; null where there are none. */
  readonly others: ReadyWord | null;
  readonly config: Pick<Config, 'central' | 'municipality' | 'location' | 'retention'>;
  readonly products: () => readonly Product[];
}): Notifications {
  const { store, rows, outbox, config, others } = deps;
  const stopHearing = others && hearReady(others, deps);
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
              keptUntil: keptUntil(createdAt, config.retention.days),
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
      'messages.readyElsewhere': {
        kind: 'effect',
        async run({ zaakIdentificatie }, context) {
          const zaak = zaakNumber(zaakIdentificatie);
          if (!isZaakNumber(zaak)) return fail('invalidInput', { field: 'zaakIdentificatie' });
          const told = (await others?.tell(markOf(zaak))) ?? false;
          if (told) context.audit('messages.ready', 'zaak', zaak, "aan de andere pc's gemeld");
          return ok({ told });
        },
      },
    },
    stop: () => stopHearing?.(),
  };
}
