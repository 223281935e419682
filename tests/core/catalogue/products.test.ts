import path from 'node:path';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../electron/core/catalogue/index.ts';
import { isPaid } from '../../../shared/domain/product-rules.ts';
import { stepProblems } from '../../../shared/domain/step-problems.ts';

const catalogue = loadCatalogue(path.resolve(import.meta.dirname, '../../../resources'));
const products = catalogue.products();

/** The names and addresses of the Uniforme Productnamenlijst, as published on standaarden.overheid.nl. */
const UPL: Readonly<Record<string, string>> = {
  paspoort: 'paspoort',
  identiteitskaart: 'identiteitskaart',
  'rijbewijs aanvragen': 'rijbAanvraag',
  'brp-uittreksel': 'brpUittr',
  'akte van de burgerlijke stand': 'akte_van_de_burgerlijke_stand',
  verhuismelding: 'verhuismelding',
  'verklaring omtrent gedrag (vog)': 'verklaring_omtrent_gedrag_(vog)',
  'legalisatie handtekening': 'legalisatie_handtekening',
};

test('every product has its name and address of the Uniforme Productnamenlijst, but for two that it lacks', () => {
  for (const { upl } of products) {
    if (upl === undefined) continue;
    expect(upl.uri).toBe(`http://standaarden.overheid.nl/owms/terms/${UPL[upl.name]}`);
  }
  const without = products.filter(({ upl }) => upl === undefined).map(({ id }) => id);
  expect(without.toSorted()).toEqual(['gewaarmerkt-afschrift', 'vermissing-reisdocument']);
});

test('every paid product has an amount for every age it is open to, and for urgency where that is allowed', () => {
  for (const product of products.filter(isPaid)) {
    for (let age = product.rules.minAge ?? 0; age <= 100; age += 1) {
      for (const urgent of product.urgency?.allowed === true ? [false, true] : [false]) {
        const fee = catalogue.fee(product.id, { day: '2026-11-23', age, urgent, channel: 'balie' });
        expect(fee?.cents, `${product.id} at ${age}`).toBeGreaterThan(0);
        expect(fee?.example).toBe(true);
      }
    }
  }
});

test('every age has exactly one variant, where a product has variants', () => {
  for (const product of products.filter(({ variants }) => variants.length > 0)) {
    for (let age = product.rules.minAge ?? 0; age <= 120; age += 1) {
      const open = product.variants.filter(({ minAge = 0, maxAge = 130 }) => age >= minAge && age <= maxAge);
      expect(open, `${product.id} at ${age}`).toHaveLength(1);
    }
  }
});

test('the three documents of two visits each have a second visit that completes them', () => {
  const started = products.filter(({ visits, completes }) => visits === 2 && completes === undefined);
  expect(started.map(({ id }) => id).toSorted()).toEqual(['identiteitskaart', 'paspoort', 'rijbewijs']);
  for (const { id } of started) {
    expect(products.filter(({ completes }) => completes === id).map((product) => product.id)).toEqual([
      `${id}-ophalen`,
    ]);
  }
});

test('passport, identity card and licence say that the photo is a check only and who takes fingerprints', () => {
  for (const id of ['paspoort', 'identiteitskaart']) {
    const text = JSON.stringify(catalogue.product(id));
    expect(text).toContain('alleen een controle van de kwaliteit');
    expect(text).toContain('vingerafdrukken zijn genomen op het aanvraagstation van RvIG');
  }
  expect(JSON.stringify(catalogue.product('rijbewijs'))).toContain('alleen een controle van de kwaliteit');
});

test('no step of any product is done before anything was filled in, but for notes and payment', () => {
  for (const { id, steps } of products) {
    for (const step of steps) {
      if (step.kind === 'note' || step.kind === 'payment') continue;
      const optionalForm = step.kind === 'form' && step.fields.every(({ required }) => !required);
      expect(stepProblems(step, undefined).length === 0, `${id} ${step.kind}`).toBe(optionalForm);
    }
  }
});
