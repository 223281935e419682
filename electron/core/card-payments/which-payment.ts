import { amsterdamDay, amsterdamTime } from '../../../shared/domain/dates.ts';
import type { PaymentRow, Told } from './payment-rows.ts';

/** A terminal's clock may differ from ours by this much; in milliseconds. */
const CLOCKS_MS = 10 * 60_000;

/**
 * Whether the last payment that the terminal tells of is this one. Its number alone does not say so: somebody may have paid on
 * the terminal without us. Only an amount and a moment that fit make it `paid`; a payment that we know already means that this
 * one never was.
 */
export function whichPayment(
  payment: Pick<PaymentRow, 'amountCents' | 'startedAt'>,
  told: Told,
  isKnown: boolean,
): 'paid' | 'notPaid' | 'unclear' {
  if (isKnown) return 'notPaid';
  const fits = told.amountCents === payment.amountCents && isNear(told.at, new Date(payment.startedAt));
  if (!fits) return 'unclear';
  return told.result === 'paid' ? 'paid' : 'notPaid';
}

/** `MM-DD HH:MM:SS` on Dutch clocks, against an instant; the year is the one that brings them nearest. */
function isNear(at: string | null, instant: Date): boolean {
  if (at === null) return false;
  const wall = (day: string, time: string) => Date.parse(`${day}T${time}Z`);
  const here = wall(amsterdamDay(instant), `${amsterdamTime(instant)}:00`);
  const [day = '', time = ''] = at.split(' ');
  const year = Number(amsterdamDay(instant).slice(0, 4));
  return [year - 1, year, year + 1].some((one) => Math.abs(wall(`${one}-${day}`, time) - here) <= CLOCKS_MS);
}
