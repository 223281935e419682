import { expect, test } from 'vitest';
import {
  receiptNumber,
  referentienummer,
  zaakIdentificatie,
} from '../../../electron/core/transactions/numbers.ts';
import { settlePayment } from '../../../electron/core/transactions/payment.ts';

const byCard = (cents: number) => ({ cents, traceNumbers: [], receipt: [] });

test.each([
  ['nothing due, nothing paid', { method: 'none' }, 0, 0],
  ['exact cash', { method: 'cash', givenCents: 8385 }, 8387, 0],
  ['cash with change, rounded to five cents', { method: 'cash', givenCents: 10_000 }, 8388, 1610],
  ['card', { method: 'card' }, 8387, 0],
] as const)('%s is settled', (_what, payment, due, changeCents) => {
  expect(settlePayment(payment, due, byCard(0))).toEqual({ ok: true, value: { changeCents } });
});

test.each([
  ['nothing paid while something is due', { method: 'none' }, 100],
  ['too little cash', { method: 'cash', givenCents: 8000 }, 8387],
  ['card for nothing', { method: 'card' }, 0],
] as const)('%s is refused', (_what, payment, due) => {
  expect(settlePayment(payment, due, byCard(0))).toMatchObject({
    ok: false,
    error: { code: 'paymentIncomplete' },
  });
});

test('what was paid on the terminal is the whole amount, by card', () => {
  expect(settlePayment({ method: 'card' }, 8387, byCard(8387))).toEqual({
    ok: true,
    value: { changeCents: 0 },
  });
  for (const [payment, due] of [
    [{ method: 'card' }, 9000],
    [{ method: 'card' }, 8000],
    [{ method: 'cash', givenCents: 10_000 }, 8387],
    [{ method: 'none' }, 0],
  ] as const)
    expect(settlePayment(payment, due, byCard(8387))).toMatchObject({ error: { code: 'paymentUnsettled' } });
});

test('numbers keep within the limits of the standards', () => {
  expect(receiptNumber('B03', '2026-11-23', 7)).toBe('B03-20261123-0007');
  expect(referentienummer(3, 42)).toBe('0030000042');
  expect(referentienummer(999, 9_999_999)).toHaveLength(10);
  expect(zaakIdentificatie('ABCDEF', '01KAR000000000000000000001').length).toBeLessThanOrEqual(40);
});
