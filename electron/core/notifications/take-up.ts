import type { MessageRequest } from '../../../shared/contract/messages.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { checkAddress, type MessageChannel } from '../../../shared/domain/message-address.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Ids } from '../ports.ts';
import type { CommittedVisit, TransactionRecord } from '../records.ts';
import type { NotifyConfig } from '../settings/notify-schema.ts';
import type { MessageKind, Notification } from './rows.ts';

type NewNotification = Omit<Notification, 'createdAt'>;
type Words = NewNotification['personalisation'];

/** What a template is filled with comes from here, and holds no name, address or number of the visitor. */
export interface Sender {
  readonly config: NotifyConfig | undefined;
  readonly municipality: string;
  readonly location: string;
  readonly productName: (productId: string) => string | undefined;
  readonly ids: Ids;
}

/**
 * The messages that a visitor agreed to: a confirmation and, of a product that he comes back for, one for when it is ready;
 * of a visit without products the link of a web form. `invalidInput` names what can't be done.
 */
export function takeUp(
  sender: Sender,
  visit: CommittedVisit,
  { to, webFormOf }: MessageRequest,
): Result<readonly NewNotification[]> {
  const all: NewNotification[] = [];
  const channels = new Set<MessageChannel>();
  for (const [index, { channel, address: typed }] of to.entries()) {
    const field = `message.to.${index}`;
    const checked = checkAddress(channel, typed);
    if (!checked.ok) return fail('invalidInput', { field: `${field}.address`, detail: checked.problem });
    if (channels.has(channel)) return fail('invalidInput', { field: `${field}.channel`, detail: 'twice' });
    channels.add(channel);
    const of = { channel, address: checked.address };
    const made = webFormOf === null ? afterVisit(sender, visit, of) : linkOf(sender, visit, webFormOf, of);
    if (!made.ok) return made;
    if (made.value.length === 0)
      return fail('invalidInput', { field: `${field}.channel`, detail: 'noTemplate' });
    all.push(...made.value);
  }
  return ok(all);
}

type Recipient = Pick<NewNotification, 'channel' | 'address'>;

function afterVisit(
  sender: Sender,
  visit: CommittedVisit,
  to: Recipient,
): Result<readonly NewNotification[]> {
  const { transactions, day, receiptNumber } = visit;
  if (transactions.length === 0)
    return fail('invalidInput', { field: 'message.webFormOf', detail: 'missing' });
  const confirmation = message(sender, visit, to, 'confirmation', {
    label: receiptNumber,
    productName: null,
    words: {
      datum: formatDutchDate(day),
      producten: transactions.map(({ productName }) => productName).join(', '),
      zaaknummers: transactions.map(({ zaakIdentificatie }) => zaakIdentificatie).join(', '),
      bonnummer: receiptNumber,
    },
  });
  const later = transactions.filter(isFetchedLater).flatMap(({ zaakIdentificatie, productName }) =>
    message(sender, visit, to, 'readyForPickUp', {
      label: zaakIdentificatie,
      productName,
      words: { product: productName, zaaknummer: zaakIdentificatie },
    }),
  );
  return ok([...confirmation, ...later]);
}

function linkOf(
  sender: Sender,
  visit: CommittedVisit,
  productId: string,
  to: Recipient,
): Result<readonly NewNotification[]> {
  const link = sender.config?.webForms[productId];
  const productName = sender.productName(productId);
  if (visit.transactions.length > 0 || link === undefined || productName === undefined)
    return fail('invalidInput', { field: 'message.webFormOf', detail: 'notOffered' });
  const words = { product: productName, link };
  return ok(message(sender, visit, to, 'webForm', { label: visit.receiptNumber, productName, words }));
}

/** A product of two visits, at its first. */
function isFetchedLater({ kind, closes }: TransactionRecord): boolean {
  return kind === 'new' && !closes;
}

/** One message; none when there is no template for it in this channel. */
function message(
  { config, municipality, location, ids }: Sender,
  { visitId }: CommittedVisit,
  to: Recipient,
  kind: MessageKind,
  {
    label,
    productName,
    words,
  }: { readonly label: string; readonly productName: string | null; readonly words: Words },
): readonly NewNotification[] {
  if (config?.templates[kind]?.[to.channel] === undefined) return [];
  return [
    {
      notificationId: ids.uuid(),
      visitId,
      message: kind,
      ...to,
      label,
      productName,
      personalisation: { gemeente: municipality, locatie: location, ...words },
      state: kind === 'readyForPickUp' ? 'waiting' : 'toSend',
    },
  ];
}
