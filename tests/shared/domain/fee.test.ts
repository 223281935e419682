import { expect, test } from 'vitest';
import { feeFor } from '../../../shared/domain/fee.ts';
import type { FeeCase } from '../../../shared/domain/fee.ts';
import { Tariff } from '../../../shared/domain/tariff.ts';
import { SAMPLE } from './sample-product.ts';

const line = (cents: number, more: object = {}) => ({
  product: 'voorbeeld',
  kind: 'fee',
  text: `${cents} cent`,
  cents,
  source: 'een verordening',
  ...more,
});
const tariff = (id: string, validFrom: string, lines: readonly object[], more: object = {}) =>
  Tariff.parse({ id, name: id, example: false, validFrom, lines, ...more });

const asked: FeeCase = { day: '2026-11-23', age: 40, variantId: null, urgent: false, channel: 'balie' };
const BY_AGE = tariff('2026', '2026-01-01', [
  line(8387, { minAge: 18 }),
  line(6342, { maxAge: 17 }),
  line(5709, { kind: 'urgent' }),
]);

test('the age decides, to the birthday', () => {
  expect(feeFor(SAMPLE, [BY_AGE], asked)).toEqual({
    cents: 8387,
    lines: [{ text: '8387 cent', cents: 8387 }],
    tariffFile: '2026',
    example: false,
  });
  expect(feeFor(SAMPLE, [BY_AGE], { ...asked, age: 18 })?.cents).toBe(8387);
  expect(feeFor(SAMPLE, [BY_AGE], { ...asked, age: 17 })?.cents).toBe(6342);
});

test('when the age decides and is not known there is no fee, rather than a wrong one', () => {
  expect(feeFor(SAMPLE, [BY_AGE], { ...asked, age: undefined })).toBeUndefined();
});

test('urgency is added as its own line, and has no price when the tariff has none', () => {
  expect(feeFor(SAMPLE, [BY_AGE], { ...asked, urgent: true })).toMatchObject({
    cents: 14_096,
    lines: [{ cents: 8387 }, { cents: 5709 }],
  });
  const noUrgency = tariff('2026', '2026-01-01', [line(1000)]);
  expect(feeFor(SAMPLE, [noUrgency], { ...asked, urgent: true })).toBeUndefined();
});

test('lines that apply together are added up', () => {
  const parts = tariff('2026', '2026-01-01', [line(3676), line(1434)]);
  expect(feeFor(SAMPLE, [parts], asked)?.cents).toBe(5110);
});

test('on 1 January the new tariff holds, on 31 December still the old', () => {
  const tariffs = [tariff('2026', '2026-01-01', [line(100)]), tariff('2027', '2027-01-01', [line(200)])];
  expect(feeFor(SAMPLE, tariffs, { ...asked, day: '2026-12-31' })?.tariffFile).toBe('2026');
  expect(feeFor(SAMPLE, tariffs, { ...asked, day: '2027-01-01' })?.tariffFile).toBe('2027');
  expect(feeFor(SAMPLE, tariffs, { ...asked, day: '2025-12-31' })).toBeUndefined();
});

test('a tariff that has ended gives no fee after its last day', () => {
  const ended = tariff('2025', '2025-01-01', [line(100)], { validUntil: '2025-12-31' });
  expect(feeFor(SAMPLE, [ended], { ...asked, day: '2025-12-31' })?.cents).toBe(100);
  expect(feeFor(SAMPLE, [ended], { ...asked, day: '2026-01-01' })).toBeUndefined();
});

test('a real tariff goes before an example of the same day, in either order', () => {
  const real = tariff('echt', '2026-01-01', [line(200)]);
  const example = tariff('voorbeeld', '2026-01-01', [line(100)], { example: true });
  expect(feeFor(SAMPLE, [example, real], asked)?.tariffFile).toBe('echt');
  expect(feeFor(SAMPLE, [real, example], asked)?.tariffFile).toBe('echt');
  expect(feeFor(SAMPLE, [example], asked)?.example).toBe(true);
});

test('a later tariff without the product leaves the earlier one in force for it', () => {
  const later = tariff('2026b', '2026-07-01', [line(1, { product: 'iets-anders' })]);
  expect(feeFor(SAMPLE, [later, BY_AGE], asked)?.tariffFile).toBe('2026');
});

test('a line of a variant counts for that variant only', () => {
  const variants = tariff('2026', '2026-01-01', [
    line(100, { variant: 'kind' }),
    line(200, { variant: 'volwassene' }),
  ]);
  expect(feeFor(SAMPLE, [variants], { ...asked, variantId: 'kind' })?.cents).toBe(100);
  expect(feeFor(SAMPLE, [variants], asked)).toBeUndefined();
});

test('a product without a payment step is free, whatever the tariffs say', () => {
  const free = { ...SAMPLE, steps: SAMPLE.steps.filter(({ kind }) => kind !== 'payment') };
  expect(feeFor(free, [BY_AGE], asked)).toEqual({ cents: 0, lines: [], tariffFile: '', example: false });
});

test('half cents, unknown days and a file without lines are refused', () => {
  const good = { id: 'x', name: 'x', example: false, validFrom: '2026-01-01', lines: [line(100)] };
  expect(Tariff.safeParse(good).success).toBe(true);
  expect(Tariff.safeParse({ ...good, lines: [line(99.5)] }).success).toBe(false);
  expect(Tariff.safeParse({ ...good, validFrom: '2026-02-30' }).success).toBe(false);
  expect(Tariff.safeParse({ ...good, lines: [] }).success).toBe(false);
});
