import type { card as nl } from '../nl/card.ts';
import type { Shape } from '../shape.ts';

/** Texts of paying on the payment terminal. */
export const card: Shape<typeof nl> = {
  seenElsewhere: 'Paid on another terminal: I saw “approved”',
  start: 'Have {{amount}} paid by card',
  stop: 'Stop the card payment',
  stage: {
    preparing: 'The terminal gets the amount: {{amount}}…',
    presentCard: 'The visitor holds the card to the terminal: {{amount}}',
    enterPin: 'The visitor enters the PIN: {{amount}}',
    again: 'The PIN was wrong. The visitor tries once more.',
    authorising: 'The bank is asked: {{amount}}…',
  },
  ended: {
    paid: '{{amount}} was paid by card.',
    declined: '{{amount}} was not paid: the bank or the card refuses. Try again or choose cash.',
    cancelled: '{{amount}} was not paid: the card payment was stopped.',
    failed: 'The terminal does not work. Nothing was paid. Try again, or choose another way.',
    refunded: '{{amount}} was given back.',
  },
  unknown:
    'It is not certain whether {{amount}} was paid: contact with the terminal was lost. Ask the terminal. Do not start another payment.',
  unclear:
    'The terminal does not tell whether {{amount}} was paid. Look at the terminal or its receipt, and choose what you see.',
  ask: 'Ask the terminal',
  wasPaid: 'It was paid',
  wasNotPaid: 'It was not paid',
  tooMuch:
    '{{amount}} too much was paid. Give a payment back on the terminal, then have the right amount paid.',
  refunded: '{{amount}} given back on the terminal (number {{number}})',
};
