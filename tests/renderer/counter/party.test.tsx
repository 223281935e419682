// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { QUEUE, QUEUE_CALLED, ticket } from '../../helpers/counter-scene.ts';
import { press, renderCounter, sceneBridge, settle } from '../../helpers/render-counter.tsx';

const R021 = ticket('R021', 500, { persons: 3, also: ['P'] });
const FAMILY = { ...QUEUE, waiting: [R021, ticket('P013', 320)] };
const AT_COUNTER = { ...QUEUE_CALLED, current: { ...R021, state: 'called' as const, counter: 3 } };

/** Opens a list and takes an option with the keyboard. */
async function choose(button: HTMLElement, option: string): Promise<void> {
  button.focus();
  await press('ArrowDown');
  screen.getByRole('option', { name: option }).focus();
  await press('Enter');
}

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
  const plain = { group: 'P', persons: 1, also: [], priority: null };
  expect(bridge.inputsOf('hall.issueTicket')).toMatchObject([plain]);
});

test('with a number the clerk says what else it is for, and why the visitor goes first', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.issueTicket', ticket('P015', 0));
  await renderCounter(bridge);
  await press('F3', { shiftKey: true });
  await settle(() => screen.getByRole('checkbox', { name: 'Rijbewijs' }).click());
  await choose(screen.getByRole('button', { name: /Voorrang/ }), 'Kan niet lang staan of wachten');
  screen.getByRole('option', { name: /P Paspoort/ }).focus();
  await press('Enter');
  expect(bridge.inputsOf('hall.issueTicket')).toMatchObject([
    { group: 'P', persons: 1, also: ['R'], priority: 'cantStand' },
  ]);
});

test('of a family some get a number of their own: what stands on the screen is said first', async () => {
  const bridge = sceneBridge();
  const alone = { ...AT_COUNTER, current: { ...AT_COUNTER.current, persons: 1, also: [] } };
  bridge.give('hall.queue', alone);
  bridge.give('hall.setParty', R021);
  bridge.give('hall.split', ticket('R023', 0, { cameWith: 'R021' }));
  await renderCounter(bridge);
  await press('F7', { ctrlKey: true });
  const dialog = within(screen.getByRole('dialog', { name: 'R021: personen en producten' }));
  // Of one person nobody can leave.
  expect(dialog.queryByRole('form', { name: /eigen nummer/ })).toBeNull();
  await choose(dialog.getByRole('button', { name: /Met hoeveel personen/ }), '2 personen');
  const form = within(dialog.getByRole('form', { name: 'Iemand een eigen nummer geven' }));
  await choose(form.getByRole('button', { name: /Waarvoor/ }), 'U Uittreksel');
  await settle(() => form.getByRole('button', { name: 'Eigen nummer geven' }).click());
  expect(bridge.inputsOf('hall.setParty')).toMatchObject([{ persons: 2, also: [] }]);
  expect(bridge.inputsOf('hall.split')).toMatchObject([{ ticketId: 't-R021', persons: 1, group: 'U' }]);
  expect(screen.getByText('Nummer R023 is gegeven. Het hoort bij R021.')).toBeTruthy();
});

test('when the first is refused nobody gets a number', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', AT_COUNTER);
  bridge.answer('hall.setParty', () => ({ ok: false, error: { code: 'hallUnavailable' } }));
  await renderCounter(bridge);
  await press('F7', { ctrlKey: true });
  await choose(screen.getByRole('button', { name: /Met hoeveel personen/ }), '4 personen');
  await settle(() => screen.getByRole('button', { name: 'Eigen nummer geven' }).click());
  expect(bridge.inputsOf('hall.split')).toEqual([]);
});

test('one who waits is split from the list, and who left says with whom he came', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', { ...FAMILY, waiting: [R021, ticket('P013', 320, { cameWith: 'R021' })] });
  bridge.give('hall.split', ticket('P016', 0));
  await renderCounter(bridge);
  const rows = within(screen.getByRole('list', { name: /Wachtenden/ })).getAllByRole('listitem');
  expect(rows[1]?.textContent).toContain('hoort bij R021');
  await press('F2', { ctrlKey: true });
  const option = screen.getByRole('option', { name: /^R021/ });
  expect(option.textContent).toContain('3 personen');
  option.focus();
  await press('Enter');
  await choose(screen.getByRole('button', { name: /Wat wilt u doen/ }), 'Personen of producten wijzigen');
  await settle(() => screen.getByRole('button', { name: 'Verder' }).click());
  await settle(() => screen.getByRole('button', { name: 'Eigen nummer geven' }).click());
  expect(bridge.inputsOf('hall.setParty')).toEqual([]);
  // What they need besides is what they leave for.
  expect(bridge.inputsOf('hall.split')).toMatchObject([{ ticketId: 't-R021', persons: 1, group: 'P' }]);
});

test('the explanation of who is next says with how many they are and with whom they came', async () => {
  const bridge = sceneBridge();
  const next = { ticketId: 't-R021', number: 'R021', why: { code: 'longestWaiting' } } as const;
  bridge.give('hall.queue', { ...FAMILY, next, waiting: [{ ...R021, cameWith: 'P011' }] });
  await renderCounter(bridge);
  await press('F1', { shiftKey: true });
  expect(screen.getByRole('dialog').textContent).toContain('3 personen');
  expect(screen.getByRole('dialog').textContent).toContain('hoort bij P011');
});
