// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { CallOutput } from '../../../shared/contract/index.ts';
import type { DeviceStatus } from '../../../shared/contract/device-protocol.ts';
import type { FinishedVisit } from '../../../shared/contract/visits.ts';
import { fail, type Result } from '../../../shared/lib/result.ts';
import { QUEUE, ticket } from '../../helpers/counter-scene.ts';
import { PERSON } from './helpers/fake-application.ts';
import { showVisit } from './helpers/render-visit.tsx';

afterEach(cleanup);

const DONE: CallOutput<'transactions.commit'> = {
  visitId: 'v1',
  receiptNumber: '20261123-1',
  totalCents: 0,
  changeCents: 0,
  zaken: [],
};

const key = (name: string, init: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...init });

/** A visit with one paid product of which everything but paying is done. */
async function paidVisit() {
  const scene = await showVisit({ person: PERSON });
  const input = await screen.findByPlaceholderText('Typ om te zoeken');
  await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(0));
  fireEvent.change(input, { target: { value: 'paspoort' } });
  fireEvent.keyDown(input, { key: 'Enter' });
  fireEvent.click(await screen.findByRole('button', { name: 'Alles aanwezig' }));
  const transactionId = scene.app.visit?.transactions[0]?.transactionId ?? '';
  const photo = scene.app.visit?.transactions[0]?.steps.find(({ kind }) => kind === 'photo')?.index ?? 0;
  await scene.bridge.call('transactions.attach', {
    commandId: '00000000-0000-4000-8000-000000000999',
    transactionId,
    index: photo,
    mime: 'image/jpeg',
    base64: 'AAAA',
  });
  scene.bridge.push({ name: 'visit.changed', data: { counter: 3 } });
  fireEvent.click(screen.getByRole('button', { name: /^Betalen/ }));
  await screen.findByRole('table');
  return scene;
}

async function payCash(given: string): Promise<void> {
  fireEvent.click(screen.getByRole('radio', { name: 'Contant' }));
  fireEvent.change(await screen.findByLabelText('Gegeven'), { target: { value: given } });
}

test('cash is rounded to five cents and the change is told', async () => {
  await paidVisit();
  await payCash('100');
  expect(screen.getByText(/Contant afgerond op 5 cent/).textContent).toContain('83,85');
  expect(screen.getByText('Terug te geven').textContent).toMatch(/16,15/);
});

test('too little cash is no payment', async () => {
  await paidVisit();
  await payCash('80');
  expect(screen.getByText(/3,85 te weinig/)).toBeTruthy();
  key('F9');
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('button', { name: /^Betalen: €\s83,87/ })).toBeTruthy();
});

test('example tariffs are marked as such', async () => {
  await paidVisit();
  expect(within(screen.getByRole('table')).getByText('voorbeeldtarief')).toBeTruthy();
});

test('what is missing is a button that goes there', async () => {
  const { bridge } = await paidVisit();
  key('F9');
  const dialog = await screen.findByRole('dialog');
  expect(
    within(dialog)
      .getByRole('button', { name: /^Afronden/ })
      .hasAttribute('disabled'),
  ).toBe(true);
  key('F9');
  expect(bridge.inputsOf('transactions.commit')).toEqual([]);
  fireEvent.click(within(dialog).getByRole('button', { name: /^Betalen/ }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByRole('table')).toBeTruthy();
});

test('F9 and Enter, pressed twice, commit once, with the likely outcome; then all is told to be safe', async () => {
  const { bridge } = await paidVisit();
  await payCash('100');
  let answer: (result: Result<CallOutput<'transactions.commit'>>) => void = () => undefined;
  bridge.answer('transactions.commit', () => new Promise((resolve) => (answer = resolve)));
  key('F9');
  await screen.findByRole('dialog');
  key('F9');
  key('F9');
  key('Enter');
  await waitFor(() => expect(bridge.inputsOf('transactions.commit')).toHaveLength(1));
  expect(bridge.inputsOf('transactions.commit')[0]).toMatchObject({
    visitId: 'v1',
    outcome: 'pickUpNeeded',
    payment: { method: 'cash', givenCents: 10_000 },
  });
  answer({
    ok: true,
    value: {
      visitId: 'v1',
      receiptNumber: '2026-000412',
      totalCents: 8387,
      changeCents: 1615,
      zaken: [{ productName: 'Paspoort', zaakIdentificatie: 'BALIE-2026-0000410' }],
    },
  });
  expect(await screen.findByText(/Alles staat veilig op deze pc/)).toBeTruthy();
  expect(screen.getByText('BALIE-2026-0000410')).toBeTruthy();
  expect(screen.getByText(/Teruggeven: €\s16,15/)).toBeTruthy();
});

const RECEIPT: FinishedVisit = {
  visitId: 'v1',
  number: 'P012',
  finishedAt: '2026-11-23T09:42:00.000Z',
  outcome: 'pickUpNeeded',
  totalCents: 8387,
  verification: 'verified',
  receipt: 'waiting',
  receiptJobId: 'j1',
  transactions: [
    { transactionId: 't1', productName: 'Paspoort', zaakIdentificatie: 'BALIE-2026-0000410', sync: 'queued' },
  ],
};
const PRINTER: DeviceStatus = {
  role: 'receipt-printer',
  driver: 'escpos',
  state: 'idle',
  conditions: ['paperOut'],
  since: '2026-11-23T09:00:00.000Z',
};

/** "Klaar", with the receipt and the printer as they are then. */
async function doneWith(receipt: Partial<FinishedVisit>, jobs: CallOutput<'devices.list'>['jobs'] = []) {
  const { bridge } = await paidVisit();
  bridge.give('devices.list', { devices: [PRINTER], jobs: [...jobs], cashDrawer: true, problems: [] });
  bridge.give('visits.finished', [{ ...RECEIPT, ...receipt }]);
  bridge.give('devices.settlePrint', { done: true });
  await payCash('100');
  key('F9');
  await screen.findByRole('dialog');
  key('F9');
  const done = await screen.findByRole('status', { name: 'Klaar' });
  const now = async (change: Partial<FinishedVisit>) => {
    bridge.give('visits.finished', [{ ...RECEIPT, ...receipt, ...change }]);
    bridge.push({ name: 'devices.changed', data: {} });
  };
  return { bridge, done: within(done), now };
}

test('"Klaar" tells that the receipt waits for paper, and when it came after all', async () => {
  const { done, now } = await doneWith({});
  expect(await done.findByText(/nog niet geprint. Bonprinter: papier op/)).toBeTruthy();
  expect(done.getByText(/Leg een nieuwe rol in/)).toBeTruthy();
  expect(done.getByRole('button', { name: 'Geen bon nodig' })).toBeTruthy();
  expect(done.queryByRole('button', { name: 'Print de bon' })).toBeNull();
  await now({ receipt: 'confirmed' });
  expect(await done.findByText('De bon is geprint.')).toBeTruthy();
  expect(done.queryByRole('button', { name: 'Geen bon nodig' })).toBeNull();
});

test.each([
  ['unknown', 'Ja, bon is eruit', 'printed'],
  ['unknown', 'Nee, print opnieuw', 'printAgain'],
  ['failed', 'Print de bon', 'printAgain'],
  ['failed', 'Geen bon nodig', 'drop'],
] as const)('"Klaar" with a receipt that is %s: %s', async (receipt, button, answer) => {
  const { bridge, done, now } = await doneWith({ receipt });
  const press = await done.findByRole('button', { name: button });
  press.focus();
  fireEvent.click(press);
  await waitFor(() =>
    expect(bridge.inputsOf('devices.settlePrint')).toMatchObject([{ jobId: 'j1', answer }]),
  );
  await now({ receipt: 'confirmed' });
  await waitFor(() => expect(document.activeElement).toBe(done.getByRole('button', { name: /^Sluiten/ })));
});

test('a receipt that waits too long to come by itself is offered, on the spot', async () => {
  const { done } = await doneWith({}, [
    {
      jobId: 'j1',
      role: 'receipt-printer',
      kind: 'receipt',
      label: '2026-000412',
      state: 'waiting',
      createdAt: '2026-11-23T09:30:00.000Z',
    },
  ]);
  expect(await done.findByText(/komt niet meer vanzelf/)).toBeTruthy();
  expect(done.getByRole('button', { name: 'Print de bon' })).toBeTruthy();
});

test('without a receipt printer "Klaar" says that no receipt comes', async () => {
  const { done } = await doneWith({ receipt: 'none', receiptJobId: null });
  expect(await done.findByText(/geen bonprinter ingesteld/)).toBeTruthy();
});

test('a commit of which the outcome is unknown is repeated under the same command id', async () => {
  const { bridge } = await paidVisit();
  await payCash('100');
  bridge.answer('transactions.commit', () => fail('unreachable'));
  key('F9');
  await screen.findByRole('dialog');
  key('F9');
  await screen.findByRole('alert');
  key('F9');
  await waitFor(() => expect(bridge.inputsOf('transactions.commit')).toHaveLength(2));
  const [first, second] = bridge.inputsOf('transactions.commit');
  expect(second?.commandId).toBe(first?.commandId);
});

test('a visit in which nothing was possible records the contact, with a note, and books no money', async () => {
  const { bridge } = await paidVisit();
  key('F9');
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('radio', { name: 'Niet mogelijk' }));
  key('F9');
  expect(bridge.inputsOf('transactions.commit')).toEqual([]);
  fireEvent.change(within(dialog).getByLabelText('Notitie bij het contact (nodig)'), {
    target: { value: 'Pasfoto te oud' },
  });
  key('F9');
  await waitFor(() =>
    expect(bridge.inputsOf('transactions.commit')[0]).toMatchObject({
      outcome: 'notPossible',
      payment: { method: 'none' },
      note: 'Pasfoto te oud',
    }),
  );
});

test('a visit is ended without product only after asking', async () => {
  const { bridge } = await showVisit({ person: PERSON }, (bridge) =>
    bridge.give('visits.cancel', { done: true }),
  );
  key('F9', { shiftKey: true });
  const dialog = await screen.findByRole('alertdialog');
  expect(bridge.inputsOf('visits.cancel')).toEqual([]);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Beëindigen' }));
  await waitFor(() => expect(bridge.inputsOf('visits.cancel')).toHaveLength(1));
});

/** The visitor at the counter came for a passport, and for a driving licence too. */
const AT_COUNTER = {
  ...QUEUE,
  current: ticket('P012', 900, { state: 'called', counter: 3, also: ['R'] }),
};

test('who came for more is done, unless the clerk sends him on with his number', async () => {
  const { bridge, notices } = await showVisit({ person: PERSON, ticketId: 't-P012' }, (bridge) => {
    bridge.give('hall.queue', AT_COUNTER);
    bridge.answer('transactions.commit', () => fail('unreachable'));
  });
  key('F9');
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText('Notitie bij het contact (nodig)'), {
    target: { value: 'Vraag beantwoord' },
  });
  const rest = within(dialog.getByRole('radiogroup', { name: /kwam ook voor: Rijbewijs/ }));
  expect(rest.getByRole('radio', { name: /^Nee/, checked: true })).toBeTruthy();
  key('F9');
  await waitFor(() => expect(bridge.inputsOf('transactions.commit')).toHaveLength(1));
  expect(bridge.inputsOf('transactions.commit')[0]).not.toHaveProperty('sendOn');
  fireEvent.click(rest.getByRole('radio', { name: 'Ja, stuur door naar Rijbewijs met hetzelfde nummer' }));
  bridge.give('transactions.commit', DONE);
  key('F9');
  await waitFor(() => expect(bridge.inputsOf('transactions.commit')).toHaveLength(2));
  expect(bridge.inputsOf('transactions.commit')[1]).toMatchObject({ sendOn: 'R' });
  await waitFor(() =>
    expect(notices().map(({ text }) => text)).toContain(
      'P012 is doorgestuurd naar Rijbewijs en houdt hetzelfde nummer.',
    ),
  );
});

test('ending without a product asks the same; of who came for one thing nothing is asked', async () => {
  const { bridge } = await showVisit({ person: PERSON, ticketId: 't-P012' }, (bridge) => {
    bridge.give('hall.queue', AT_COUNTER);
    bridge.give('visits.cancel', { done: true });
  });
  key('F9', { shiftKey: true });
  const dialog = within(await screen.findByRole('alertdialog'));
  fireEvent.click(dialog.getByRole('radio', { name: /^Ja/ }));
  fireEvent.click(dialog.getByRole('button', { name: 'Beëindigen' }));
  await waitFor(() => expect(bridge.inputsOf('visits.cancel')).toMatchObject([{ sendOn: 'R' }]));
});
