// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { QUEUE, QUEUE_CALLED, ticket } from '../../helpers/counter-scene.ts';
import { press, renderCounter, sceneBridge, settle } from '../../helpers/render-counter.tsx';

const R021 = ticket('R021', 500, { persons: 3, also: ['P'] });
const FAMILY = { ...QUEUE, waiting: [R021, ticket('P013', 320)] };
const AT_COUNTER = { ...QUEUE_CALLED, current: { ...R021, state: 'called' as const, counter: 3 } };

test('a family in the queue is one row, with how many they are and what else they need', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', FAMILY);
  await renderCounter(bridge);
  const rows = within(screen.getByRole('list', { name: /Wachtenden/ })).getAllByRole('listitem');
  expect(rows[0]?.textContent).toContain('3 personen · ook: Paspoort en identiteitskaart');
  expect(rows[1]?.textContent).not.toMatch(/persoon|ook:/);
});

test('Ctrl+F7 says how many are at the counter and what else for; what was said before stands there', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', AT_COUNTER);
  bridge.give('hall.setParty', R021);
  await renderCounter(bridge);
  expect(screen.getByRole('region', { name: 'Aan uw balie' }).textContent).toContain('3 personen');
  await press('F7', { ctrlKey: true });
  const dialog = within(screen.getByRole('dialog', { name: 'R021: personen en producten' }));
  expect(dialog.getByRole('button', { name: /3 personen/ })).toBe(document.activeElement);
  // Of its own group nobody asks whether he needs it besides.
  expect(dialog.queryByRole('checkbox', { name: 'Rijbewijs' })).toBeNull();
  expect(dialog.getByRole('checkbox', { name: /Paspoort/, checked: true })).toBeTruthy();
  await settle(() => dialog.getByRole('checkbox', { name: 'Uittreksel' }).click());
  await settle(() => dialog.getByRole('button', { name: 'Bewaren' }).click());
  expect(bridge.inputsOf('hall.setParty')).toMatchObject([
    { ticketId: 't-R021', persons: 3, also: ['P', 'U'] },
  ]);
  expect(screen.getByText('R021 is bijgewerkt.')).toBeTruthy();
});

test('Ctrl+F7 without anybody at the counter tells what to do', async () => {
  const bridge = sceneBridge();
  await renderCounter(bridge);
  await press('F7', { ctrlKey: true });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByText(/Roep eerst iemand op met F2/)).toBeTruthy();
});

test('a number that the clerk gives is for one person unless he says otherwise', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.issueTicket', ticket('P015', 0));
  await renderCounter(bridge);
  await press('F3', { shiftKey: true });
  expect(screen.getByRole('button', { name: /1 persoon/ })).toBeTruthy();
  screen.getByRole('option', { name: /P Paspoort/ }).focus();
  await press('Enter');
  expect(bridge.inputsOf('hall.issueTicket')).toMatchObject([{ group: 'P', persons: 1 }]);
});
