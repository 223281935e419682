// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, test } from 'vitest';
import { ErrorMessage } from '../../../renderer/components/error-text.tsx';
import { en } from '../../../renderer/i18n/en/index.ts';
import { createTexts } from '../../../renderer/i18n/i18n.ts';
import { nl } from '../../../renderer/i18n/nl/index.ts';
import { PRODUCT_OBSTACLES } from '../../../shared/domain/product-rules.ts';
import { fail } from '../../../shared/lib/result.ts';
import { PERSON } from './helpers/fake-application.ts';
import { showVisit } from './helpers/render-visit.tsx';

afterEach(cleanup);

const UNVERIFIED: typeof PERSON = {
  ...PERSON,
  source: 'document',
  verification: 'notVerified',
  warnings: [],
};

async function choose(person: typeof PERSON, filter: string, product: string) {
  await showVisit({ person });
  const input = await screen.findByPlaceholderText('Typ om te zoeken');
  await screen.findAllByRole('option');
  fireEvent.change(input, { target: { value: filter } });
  await screen.findByRole('heading', { name: product });
}

test.each(PRODUCT_OBSTACLES)(
  'a product refused as %s says what happened, what is safe and what to do',
  (why) => {
    for (const texts of [nl.refusals, en.refusals]) {
      const { what, safe, now } = texts[why];
      for (const sentence of [what, safe, now]) expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  },
);

test.each([
  ['pickedUp', nl.refusals.pickedUp],
  ['notInCatalogue', nl.refusals.notInCatalogue],
  ['a reason of a later version', nl.errors.productNotPossible],
])('the refusal %s is told in words, never by its code', (detail, { what, safe, now }) => {
  const { error } = fail('productNotPossible', { field: 'productId', detail });
  render(
    <I18nextProvider i18n={createTexts('nl')}>
      <ErrorMessage error={error} />
    </I18nextProvider>,
  );
  const text = screen.getByRole('alert').textContent;
  expect(text).toContain(what);
  expect(text).toContain(`${safe} ${now}`);
  expect(text).not.toMatch(new RegExp(`productId|${detail}`));
});

test('an uittreksel for somebody who is not verified says that the BRP is needed, and what to do', async () => {
  await choose(UNVERIFIED, 'uittreksel', 'Uittreksel uit de BRP');
  expect(screen.getByText(nl.visit.products.brpNeeded)).toBeTruthy();
});

test.each([
  ['an uittreksel for a verified person', PERSON, 'uittreksel', 'Uittreksel uit de BRP'],
  ['another product', UNVERIFIED, 'verhuiz', 'Verhuizing doorgeven'],
])('%s says nothing about the BRP', async (_what, person, filter, name) => {
  await choose(person, filter, name);
  expect(screen.queryByText(nl.visit.products.brpNeeded)).toBeNull();
});
