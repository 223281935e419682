// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { MessageOffer } from '../../../shared/contract/messages.ts';
import { PERSON, product } from './helpers/fake-application.ts';
import { showVisit } from './helpers/render-visit.tsx';

afterEach(cleanup);

const OFFER: MessageOffer = {
  confirmation: ['email', 'sms'],
  readyForPickUp: ['email'],
  webForm: ['email'],
  webForms: [{ productId: 'verhuizing', name: 'Verhuizing doorgeven' }],
};

async function openSheet() {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'F9' });
  return screen.findByRole('dialog');
}

/** The finish sheet of a visit without a product. */
async function contactOnly(offer: MessageOffer = OFFER) {
  const scene = await showVisit({ person: PERSON }, (bridge) => bridge.give('messages.offer', offer));
  const dialog = await openSheet();
  const ready = () => !within(dialog).getByRole<HTMLButtonElement>('button', { name: /^Afronden/ }).disabled;
  return { scene, dialog, ready };
}

test('where nothing can be sent, nothing is asked', async () => {
  const { dialog, scene } = await contactOnly({ ...OFFER, webForms: [] });
  await waitFor(() => expect(scene.bridge.inputsOf('messages.offer').length).toBeGreaterThan(0));
  expect(within(dialog).queryByRole('group', { name: 'Bericht sturen' })).toBeNull();
});

test('nothing is ticked by itself, and without a tick nothing goes along', async () => {
  const { dialog, scene } = await contactOnly();
  const box = await within(dialog).findByRole<HTMLInputElement>('checkbox', { name: 'E-mail' });
  expect(box.checked).toBe(false);
  expect(within(dialog).queryByRole('checkbox', { name: 'Sms' })).toBeNull();
  fireEvent.change(within(dialog).getByLabelText(/Notitie/), { target: { value: 'Komt terug' } });
  fireEvent.click(within(dialog).getByRole('button', { name: /^Afronden/ }));
  await waitFor(() => expect(scene.bridge.inputsOf('transactions.commit')).toHaveLength(1));
  expect(scene.bridge.inputsOf('transactions.commit')[0]).not.toHaveProperty('message');
});

test('the link of a web form goes to an address that can exist, and is a contact without a note', async () => {
  const { dialog, scene, ready } = await contactOnly();
  fireEvent.click(await within(dialog).findByRole('checkbox', { name: 'E-mail' }));
  expect(ready()).toBe(false);
  const address = within(dialog).getByLabelText('E-mailadres');
  await waitFor(() => expect(document.activeElement).toBe(address));
  expect(within(dialog).getByText(/Vul dit in/)).toBeTruthy();
  fireEvent.change(address, { target: { value: 'bezoeker' } });
  expect(within(dialog).getByText(/ontbreekt het apenstaartje/)).toBeTruthy();
  fireEvent.change(address, { target: { value: 'bezoeker@example.nl' } });
  expect(within(dialog).queryByText(/apenstaartje/)).toBeNull();
  expect(ready()).toBe(false);
  fireEvent.click(within(dialog).getByRole('button', { name: /Welk webformulier/ }));
  fireEvent.click(await screen.findByRole('option', { name: 'Verhuizing doorgeven' }));
  await waitFor(() => expect(ready()).toBe(true));
  fireEvent.click(within(dialog).getByRole('button', { name: /^Afronden/ }));
  await waitFor(() =>
    expect(scene.bridge.inputsOf('transactions.commit')[0]).toMatchObject({
      note: '',
      message: { to: [{ channel: 'email', address: 'bezoeker@example.nl' }], webFormOf: 'verhuizing' },
    }),
  );
});

test('what was typed is still there when the sheet is opened again in the same visit', async () => {
  const { dialog } = await contactOnly();
  fireEvent.click(await within(dialog).findByRole('checkbox', { name: 'E-mail' }));
  fireEvent.change(within(dialog).getByLabelText('E-mailadres'), {
    target: { value: 'bezoeker@example.nl' },
  });
  fireEvent.click(within(dialog).getByRole('button', { name: /^Terug/ }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const again = await openSheet();
  const address = await within(again).findByLabelText<HTMLInputElement>('E-mailadres');
  expect(address.value).toBe('bezoeker@example.nl');
});

test('an address that the visitor gave in the form of a product is not asked again', async () => {
  const asked = product('paspoort');
  const index = asked.steps.findIndex(({ kind }) => kind === 'form');
  const data = { kind: 'form', values: { telefoon: '0612345678', email: 'bezoeker@example.nl' } } as const;
  await showVisit(
    {
      person: PERSON,
      transactions: [
        {
          transactionId: 't1',
          product: asked,
          variantId: null,
          urgent: false,
          fee: { cents: 0, lines: [], example: false },
          steps: [{ index, kind: 'form', state: 'done', problems: [], data }],
          pickUpOf: null,
          pickUp: null,
          complete: true,
        },
      ],
    },
    (bridge) => bridge.give('messages.offer', OFFER),
  );
  const dialog = await openSheet();
  fireEvent.click(await within(dialog).findByRole('checkbox', { name: 'E-mail' }));
  fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Sms' }));
  const addresses = ['E-mailadres', 'Mobiel nummer'].map(
    (label) => within(dialog).getByLabelText<HTMLInputElement>(label).value,
  );
  expect(addresses).toEqual(['bezoeker@example.nl', '0612345678']);
});
