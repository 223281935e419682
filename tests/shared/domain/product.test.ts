import { expect, test } from 'vitest';
import { Product } from '../../../shared/domain/product.ts';
import {
  closesZaak,
  isPaid,
  needsNationality,
  refusals,
  stepsFor,
  variantsFor,
} from '../../../shared/domain/product-rules.ts';
import { SAMPLE } from './sample-product.ts';

const kinds = (age: number | undefined) => stepsFor(SAMPLE, { age }).map(({ step }) => step.kind);

test('consent is asked of a minor, and when the age is not known', () => {
  expect(kinds(17)).toContain('consent');
  expect(kinds(undefined)).toContain('consent');
  expect(kinds(18)).not.toContain('consent');
});

test('a step keeps its place when another does not apply', () => {
  const place = (age: number) => stepsFor(SAMPLE, { age }).find(({ step }) => step.kind === 'photo')?.index;
  expect(place(17)).toBe(3);
  expect(place(40)).toBe(3);
});

test('the variants are those of the age, or all when it is not known', () => {
  expect(variantsFor(SAMPLE, 17).map(({ id }) => id)).toEqual(['kind']);
  expect(variantsFor(SAMPLE, 18).map(({ id }) => id)).toEqual(['volwassene']);
  expect(variantsFor(SAMPLE, undefined)).toHaveLength(2);
});

test('a product is refused to who has died, is too young, or fits no variant', () => {
  expect(refusals(SAMPLE, { age: 40, deceased: false, dutch: 'yes' })).toEqual([]);
  expect(refusals(SAMPLE, { age: undefined, deceased: false, dutch: 'yes' })).toEqual([]);
  expect(refusals(SAMPLE, { age: 40, deceased: true, dutch: 'yes' })).toEqual(['deceased']);
  expect(refusals(SAMPLE, { age: 3, deceased: false, dutch: 'yes' })).toEqual(['tooYoung']);
  expect(refusals(SAMPLE, { age: 11, deceased: false, dutch: 'yes' })).toEqual(['noVariant']);
});

test('what only a Dutch national can have is refused to who is none, and asked about who may be one', () => {
  const national = { ...SAMPLE, rules: { ...SAMPLE.rules, dutchOnly: true } };
  const person = { age: 40, deceased: false };
  expect(refusals(national, { ...person, dutch: 'yes' })).toEqual([]);
  expect(refusals(national, { ...person, dutch: 'no' })).toEqual(['notDutch']);
  expect(refusals(national, { ...person, dutch: 'unknown' })).toEqual([]);
  expect(refusals(SAMPLE, { ...person, dutch: 'no' })).toEqual([]);
  const asked = (['yes', 'no', 'unknown'] as const).filter((dutch) => needsNationality(national, { dutch }));
  expect(asked).toEqual(['unknown']);
  expect(needsNationality(SAMPLE, { dutch: 'unknown' })).toBe(false);
});

test('the zaak of two visits stays open until the visit that completes it', () => {
  expect(closesZaak(SAMPLE)).toBe(false);
  expect(closesZaak({ ...SAMPLE, completes: 'paspoort' })).toBe(true);
  expect(closesZaak({ ...SAMPLE, visits: 1 })).toBe(true);
});

test('a product is paid when it has a payment step', () => {
  expect(isPaid(SAMPLE)).toBe(true);
  expect(isPaid({ ...SAMPLE, steps: SAMPLE.steps.filter(({ kind }) => kind !== 'payment') })).toBe(false);
});

test.each([
  [{ id: 'Met Hoofdletter' }, 'id'],
  [{ shortName: 'Een naam van meer dan twintig tekens' }, 'shortName'],
  [{ ticketGroup: 'X' }, 'ticketGroup'],
  [{ visits: 3 }, 'visits'],
  [{ urgency: { allowed: true, beforeTime: '24:00', workingDays: 1 } }, 'urgency.beforeTime'],
  [{ steps: [] }, 'steps'],
  [{ steps: [{ kind: 'form', fields: [{ id: 'a', label: 'A', type: 'colour' }] }] }, 'steps.0.fields.0.type'],
])('a product with %j is refused, and the key is named', (change, key) => {
  const parsed = Product.safeParse({ ...SAMPLE, ...change });
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([key]);
});

test('a key nobody knows is refused, so that a typing mistake shows', () => {
  expect(Product.safeParse({ ...SAMPLE, vists: 1 }).success).toBe(false);
});
