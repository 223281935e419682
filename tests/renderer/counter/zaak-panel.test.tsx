// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ZaakStatus } from '../../../shared/contract/zaken.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { press, renderCounter, sceneBridge } from '../../helpers/render-counter.tsx';

const ZAAK: ZaakStatus = {
  at: '2026-11-23T09:30:00.000Z',
  live: true,
  partial: false,
  zaakIdentificatie: 'ZAAK-2026-1',
  zaaktype: 'Rijbewijs aanvragen',
  omschrijving: 'Rijbewijs aanvragen',
  registeredOn: '2026-11-19',
  startedOn: '2026-11-19',
  endedOn: null,
  status: { name: 'In behandeling', text: 'Wacht op een advies.', since: '2026-11-20T09:00:00.000Z' },
  plannedOn: null,
  dueOn: '2026-12-17',
  result: null,
  department: 'Afdeling Vergunningen',
};

async function look(answer: Result<ZaakStatus>, typed = ' ZAAK-2026-1 ') {
  const bridge = sceneBridge();
  bridge.answer('zaken.status', () => Promise.resolve(answer));
  bridge.give('zaken.printStatus', { done: true });
  await renderCounter(bridge);
  await press('F8', { ctrlKey: true });
  const dialog = await screen.findByRole('dialog', { name: 'Stand van een zaak' });
  const field = within(dialog).getByLabelText('Zaaknummer');
  expect(document.activeElement).toBe(field);
  fireEvent.change(field, { target: { value: typed } });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Zoek' }));
  return { bridge, dialog };
}

test('a zaak by its number: what is known of it, and on paper', async () => {
  const { bridge, dialog } = await look(ok(ZAAK));
  const found = await within(dialog).findByRole('status', { name: 'Gevonden zaak' });
  const facts = within(found).getAllByRole('definition');
  expect(facts.map(({ textContent }) => textContent)).toEqual([
    'ZAAK-2026-1',
    'Rijbewijs aanvragen',
    '19 november 2026',
    'In behandeling',
    '20 november 2026',
    'Wacht op een advies.',
    '17 december 2026',
    'Afdeling Vergunningen',
  ]);
  expect(bridge.inputsOf('zaken.status')).toEqual([{ zaakIdentificatie: ' ZAAK-2026-1 ', visitId: null }]);
  fireEvent.click(within(found).getByRole('button', { name: 'Druk af' }));
  expect(await screen.findByText('De stand van ZAAK-2026-1 wordt afgedrukt.')).toBeTruthy();
  expect(bridge.inputsOf('zaken.printStatus')).toMatchObject([{ zaakIdentificatie: 'ZAAK-2026-1' }]);
});

test('what was told before says so with its time, and so does what is not all', async () => {
  const { dialog } = await look(ok({ ...ZAAK, live: false, partial: true, status: null }));
  expect(await within(dialog).findByText(/dit is de stand van 10:30/)).toBeTruthy();
  expect(within(dialog).getByText(/^Niet alles is op te halen/)).toBeTruthy();
});

test.each([
  ['notFound', /kent geen zaak met dit nummer/],
  ['invalidInput', /kan geen zaaknummer zijn/],
  ['centralUnavailable', /niet bereikbaar, en deze zaak is hier niet eerder opgezocht/],
] as const)('%s is said in words', async (code, words) => {
  const { dialog } = await look(fail(code));
  expect(await within(dialog).findByText(words)).toBeTruthy();
  expect(within(dialog).queryByRole('button', { name: 'Druk af' })).toBeNull();
});
