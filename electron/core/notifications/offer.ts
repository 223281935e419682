import type { MessageOffer } from '../../../shared/contract/messages.ts';
import type { Product } from '../../../shared/domain/product.ts';
import type { NotifyConfig } from '../settings/notify-schema.ts';
import type { MessageKind } from './rows.ts';

const CHANNELS = ['email', 'sms'] as const;

/** What a visitor can be offered, by the configuration and the products. */
export function messageOffer(config: NotifyConfig | undefined, products: readonly Product[]): MessageOffer {
  const channels = (message: MessageKind): MessageOffer['webForm'] =>
    CHANNELS.filter((channel) => config?.templates[message]?.[channel] !== undefined);
  const webForm = channels('webForm');
  return {
    confirmation: channels('confirmation'),
    readyForPickUp: channels('readyForPickUp'),
    webForm,
    webForms:
      webForm.length === 0
        ? []
        : products
            .filter(({ id }) => config?.webForms[id] !== undefined)
            .map(({ id, name }) => ({ productId: id, name })),
  };
}
