import { z } from 'zod';
import { call, CommandId, Id, Instant, Nothing } from './call.ts';

export const MessageChannel = z.enum(['email', 'sms']);

/** The messages that a visitor can be offered here, by channel; all empty where there are none. */
export const MessageOffer = z.strictObject({
  confirmation: z.array(MessageChannel),
  readyForPickUp: z.array(MessageChannel),
  webForm: z.array(MessageChannel),
  /** The products that have a web form. */
  webForms: z.array(z.strictObject({ productId: Id, name: z.string() })),
});
export type MessageOffer = z.infer<typeof MessageOffer>;

/** What a visitor agreed to, at "klaar". Each channel once. */
export const MessageRequest = z.strictObject({
  to: z
    .array(z.strictObject({ channel: MessageChannel, address: z.string().max(254) }))
    .min(1)
    .max(2),
  /** Of a visit without a product: the product whose web form he gets the link of. */
  webFormOf: Id.nullable(),
});
export type MessageRequest = z.infer<typeof MessageRequest>;

/** A visitor who wants to hear when his document is ready; the address only as much as is needed to recognise it. */
export const WaitingMessage = z.strictObject({
  notificationId: Id,
  zaakIdentificatie: z.string(),
  productName: z.string(),
  channel: MessageChannel,
  addressMasked: z.string(),
  askedAt: Instant,
  /** Then he gets no message any more: his address goes. */
  keptUntil: Instant,
});
export type WaitingMessage = z.infer<typeof WaitingMessage>;

export const messageCalls = {
  'messages.offer': call('messages.offer', {
    audience: ['counter'],
    access: 'clerk',
    input: Nothing,
    output: MessageOffer,
  }),
  /** Who waits for word that his document is ready, oldest first. */
  'messages.waiting': call('messages.waiting', {
    audience: ['counter'],
    access: 'clerk',
    input: Nothing,
    output: z.array(WaitingMessage),
  }),
  /** The document of a zaak is ready: everyone who waits for it gets his message. */
  'messages.ready': call('messages.ready', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId, zaakIdentificatie: z.string().trim().min(1).max(40) }),
    output: z.strictObject({ messages: z.int() }),
  }),
  /**
   * The document of a zaak that was asked for at another PC is ready: the PCs that share the hall are told, and the one that
   * knows who waits for it sends the message. `told` is false when they can't be reached, or there are none.
   */
  'messages.readyElsewhere': call('messages.readyElsewhere', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId, zaakIdentificatie: z.string().trim().min(1).max(40) }),
    output: z.strictObject({ told: z.boolean() }),
  }),
};
