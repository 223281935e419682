import { z } from 'zod';
import { call, Cents, CommandId, CounterNumber, Id, Instant, push } from './call.ts';

/**
 * A payment on the payment terminal. `unknown`: it may have been made; nothing is paid again before that is settled.
 * `refunded`: the clerk gave it back on the terminal.
 */
export const CardPayment = z.strictObject({
  paymentId: Id,
  amountCents: Cents,
  state: z.enum(['running', 'paid', 'declined', 'cancelled', 'failed', 'unknown', 'refunded']),
  /** Where a running payment is. */
  stage: z.enum(['presentCard', 'enterPin', 'again', 'authorising']).nullable(),
  /** The terminal's number of the payment. */
  traceNumber: z.string().nullable(),
  /** Why it was declined, as the terminal's code. */
  code: z.string().nullable(),
  startedAt: Instant,
});
export type CardPayment = z.infer<typeof CardPayment>;

export const CardPayments = z.strictObject({
  /** Whether a payment terminal is set for this workstation; without one the clerk confirms by hand. */
  hasTerminal: z.boolean(),
  /** What was paid by card and not given back. */
  paidCents: Cents,
  /** Newest first. */
  payments: z.array(CardPayment).max(50),
});
export type CardPayments = z.infer<typeof CardPayments>;

const OnPayment = { commandId: CommandId, paymentId: Id };

export const paymentCalls = {
  /** The card payments of the visit at this counter; none without a visit. */
  'payments.current': call('payments.current', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({}),
    output: CardPayments,
  }),
  /** Starts a payment on the terminal, and answers at once; `amountCents` must be what is still due. */
  'payments.start': call('payments.start', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ commandId: CommandId, visitId: Id, amountCents: Cents.min(1) }),
    output: CardPayments,
  }),
  /** Asks the terminal to stop; how it ends, the terminal decides. */
  'payments.stop': call('payments.stop', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject(OnPayment),
    output: CardPayments,
  }),
  /** Asks the terminal what became of an unknown payment. `unclear`: it does not tell; only people can. */
  'payments.ask': call('payments.ask', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject(OnPayment),
    output: z.strictObject({ answer: z.enum(['paid', 'notPaid', 'unclear']), payments: CardPayments }),
  }),
  /** The clerk saw on the terminal that an unknown payment was made or not, or gave a payment back there. */
  'payments.settle': call('payments.settle', {
    audience: ['counter'],
    access: 'clerk',
    input: z.strictObject({ ...OnPayment, answer: z.enum(['paid', 'notPaid', 'refunded']) }),
    output: CardPayments,
  }),
};

export const paymentPushes = {
  'payments.changed': push('payments.changed', {
    audience: ['counter'],
    data: z.strictObject({ counter: CounterNumber }),
  }),
};
