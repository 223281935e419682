// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fail, ok } from '../../../shared/lib/result.ts';
import type { WaitingMessage } from '../../../shared/contract/messages.ts';
import { renderCounter, sceneBridge } from '../../helpers/render-counter.tsx';

const PASSPORT: WaitingMessage = {
  notificationId: 'n1',
  zaakIdentificatie: 'BALIE-W1-001',
  productName: 'Paspoort',
  channel: 'email',
  addressMasked: 'b•••@example.nl',
  askedAt: '2026-11-20T09:00:00.000Z',
  keptUntil: '2026-12-20T09:00:00.000Z',
};
const WAITING: readonly WaitingMessage[] = [
  PASSPORT,
  { ...PASSPORT, notificationId: 'n2', channel: 'sms', addressMasked: '•••78' },
  { ...PASSPORT, notificationId: 'n3', zaakIdentificatie: 'BALIE-W1-002', productName: 'Rijbewijs' },
];

async function openPanel(waiting: readonly WaitingMessage[] = WAITING) {
  const bridge = sceneBridge();
  let now = [...waiting];
  bridge.answer('messages.waiting', () => Promise.resolve(ok(now)));
  bridge.answer('messages.ready', ({ zaakIdentificatie }) => {
    const before = now.length;
    now = now.filter((each) => each.zaakIdentificatie !== zaakIdentificatie);
    const messages = before - now.length;
    return Promise.resolve(
      messages > 0 ? ok({ messages }) : fail('notFound', { field: 'zaakIdentificatie' }),
    );
  });
  await renderCounter(bridge);
  fireEvent.click(screen.getByRole('button', { name: /Medewerker|Jansen/ }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Klaar om op te halen' }));
  return { bridge, dialog: await screen.findByRole('dialog') };
}

test('a zaak is one line, whatever the number of addresses, and one press sends its messages', async () => {
  const { bridge, dialog } = await openPanel();
  await waitFor(() => expect(within(dialog).getAllByRole('listitem')).toHaveLength(2));
  expect(within(dialog).getByText(/b•••@example\.nl, •••78 .* bewaard tot zo 20 december/)).toBeTruthy();
  fireEvent.click(within(dialog).getByRole('button', { name: /Ligt klaar.*BALIE-W1-001/ }));
  await waitFor(() => expect(within(dialog).getAllByRole('listitem')).toHaveLength(1));
  expect(bridge.inputsOf('messages.ready')).toMatchObject([{ zaakIdentificatie: 'BALIE-W1-001' }]);
  expect(screen.getByText('2 berichten over BALIE-W1-001 worden verstuurd.')).toBeTruthy();
});

test('typing finds a line by number or product', async () => {
  const { dialog } = await openPanel();
  const search = await within(dialog).findByLabelText('Zaaknummer, product of adres');
  fireEvent.change(search, { target: { value: ' rijb' } });
  expect(within(dialog).getAllByRole('listitem')).toHaveLength(1);
  fireEvent.change(search, { target: { value: 'huwelijk' } });
  expect(within(dialog).getByText(/past er geen/)).toBeTruthy();
});

const ELSEWHERE = 'BALIE-W2-01KAR000000000000000000001';

test.each([
  [true, /is gemeld aan de andere pc's/, ''],
  [false, /niet te bereiken\. Er is niets verstuurd/, ELSEWHERE.toLowerCase()],
])('a zaak of another PC is told to the others: %s', async (told, says, left) => {
  const { bridge, dialog } = await openPanel(told ? WAITING : []);
  bridge.answer('messages.readyElsewhere', () => Promise.resolve(ok({ told })));
  const search = await within(dialog).findByLabelText<HTMLInputElement>('Zaaknummer, product of adres');
  fireEvent.change(search, { target: { value: ELSEWHERE.toLowerCase() } });
  expect(within(dialog).getByText(/Op deze pc wacht niemand op bericht over BALIE-W2/)).toBeTruthy();
  const tell = within(dialog).getByRole('button', { name: "Ligt klaar: meld het aan de andere pc's" });
  tell.focus();
  fireEvent.click(tell);
  expect(await screen.findByText(says)).toBeTruthy();
  expect(bridge.inputsOf('messages.readyElsewhere')).toMatchObject([{ zaakIdentificatie: ELSEWHERE }]);
  expect(search.value).toBe(left);
  expect(document.activeElement === search).toBe(told);
});

test('nobody waiting is told', async () => {
  const { dialog } = await openPanel([]);
  expect(await within(dialog).findByText(/Niemand wacht/)).toBeTruthy();
});
