// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { fail } from '../../../shared/lib/result.ts';
import { DOCUMENT, PERSON } from './helpers/fake-application.ts';
import { showVisit } from './helpers/render-visit.tsx';

afterEach(cleanup);

const IDENTIFIED = { person: PERSON, document: DOCUMENT };

async function addProduct(filter: string, name: string): Promise<void> {
  const input = await screen.findByPlaceholderText('Typ om te zoeken');
  await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(0));
  fireEvent.change(input, { target: { value: filter } });
  await screen.findByRole('heading', { name });
  fireEvent.keyDown(input, { key: 'Enter' });
  await screen.findByRole('region', { name });
}

const press = (init: KeyboardEventInit) => fireEvent.keyDown(document.activeElement ?? document.body, init);
const next = () => press({ key: 'Enter', ctrlKey: true });
const rail = () =>
  [...screen.getByRole('list', { name: /^Stappen van/ }).querySelectorAll('li')].map(
    (item) => item.textContent,
  );

test('the filter and Enter add a product, and the focus goes to its first field', async () => {
  const { bridge } = await showVisit(IDENTIFIED);
  await addProduct('verhuiz', 'Verhuizing doorgeven');
  expect(bridge.inputsOf('visits.addProduct')[0]).toMatchObject({ visitId: 'v1', productId: 'verhuizing' });
  await waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('checkbox'));
});

test('the arrow keys walk through the products', async () => {
  const { bridge } = await showVisit({ ...IDENTIFIED, number: 'P012' });
  const input = await screen.findByPlaceholderText('Typ om te zoeken');
  await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(0));
  fireEvent.keyDown(input, { key: 'ArrowDown' });
  fireEvent.keyDown(input, { key: 'Enter' });
  await waitFor(() =>
    expect(bridge.inputsOf('visits.addProduct')[0]).toMatchObject({ productId: 'paspoort-ophalen' }),
  );
});

test('a step can be left with problems, which are then named at their field, and returned to', async () => {
  await showVisit(IDENTIFIED);
  await addProduct('verhuiz', 'Verhuizing doorgeven');
  expect(rail()[0]).toContain('te doen');
  expect(screen.queryByText('Dit is nog nodig.')).toBeNull();
  next();
  await screen.findByLabelText(/^Nieuw adres/);
  expect(rail()[0]).toContain('nog niet goed');
  press({ key: 'ArrowLeft', altKey: true });
  await waitFor(() => expect(screen.getAllByText('Dit is nog nodig.').length).toBeGreaterThan(0));
  fireEvent.click(screen.getByRole('button', { name: 'Alles aanwezig' }));
  await waitFor(() => expect(rail()[0]).toContain('klaar'));
});

test('known answers are filled in, and what is typed is saved and stays when other data comes in', async () => {
  const { bridge, app } = await showVisit(IDENTIFIED);
  await addProduct('verhuiz', 'Verhuizing doorgeven');
  next();
  const address = await screen.findByLabelText<HTMLInputElement>(/^Nieuw adres/);
  expect(screen.getByLabelText<HTMLInputElement>(/^Oud adres/).value).toBe('Boterdiep 31, 3077 AW Rotterdam');
  fireEvent.change(address, { target: { value: 'Coolsingel 40' } });
  const stale = app.visit;
  bridge.give('visits.current', stale);
  act(() => bridge.push({ name: 'visit.changed', data: { counter: 3 } }));
  await waitFor(() => expect(bridge.inputsOf('visits.current').length).toBeGreaterThan(1));
  expect(address.value).toBe('Coolsingel 40');
  press({ key: 'ArrowLeft', altKey: true });
  await waitFor(() =>
    expect(bridge.inputsOf('transactions.saveStep').at(-1)?.data).toMatchObject({
      kind: 'form',
      values: expect.objectContaining({ nieuwAdres: 'Coolsingel 40' }),
    }),
  );
});

test('a save that is refused is said, the text stays, and trying again saves it', async () => {
  const { bridge } = await showVisit(IDENTIFIED);
  await addProduct('verhuiz', 'Verhuizing doorgeven');
  bridge.answer('transactions.saveStep', () => fail('storeFull'));
  fireEvent.click(screen.getByRole('button', { name: 'Alles aanwezig' }));
  await screen.findByText(/Niet bewaard. Uw tekst staat er nog/);
  const failed = bridge.inputsOf('transactions.saveStep').at(-1);
  bridge.answer('transactions.saveStep', () => fail('storeFull'));
  fireEvent.click(screen.getByRole('button', { name: 'Probeer opnieuw' }));
  await waitFor(() => expect(bridge.inputsOf('transactions.saveStep')).toHaveLength(2));
  expect(bridge.inputsOf('transactions.saveStep')[1]?.data).toEqual(failed?.data);
});

test('Alt with a digit goes to the product with that number', async () => {
  await showVisit(IDENTIFIED);
  await addProduct('verhuiz', 'Verhuizing doorgeven');
  press({ key: 'F7' });
  await addProduct('legal', 'Legalisatie van een handtekening');
  press({ key: '1', code: 'Digit1', altKey: true });
  expect(await screen.findByRole('region', { name: 'Verhuizing doorgeven' })).toBeTruthy();
});

test('a product is removed only after asking', async () => {
  const { bridge } = await showVisit(IDENTIFIED);
  await addProduct('verhuiz', 'Verhuizing doorgeven');
  fireEvent.click(screen.getByRole('button', { name: 'Verwijder Verhuizing' }));
  const dialog = await screen.findByRole('alertdialog');
  expect(bridge.inputsOf('visits.removeProduct')).toEqual([]);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Verwijderen' }));
  await waitFor(() => expect(bridge.inputsOf('visits.removeProduct')).toHaveLength(1));
});

test('a pick-up offers the open zaken', async () => {
  const { bridge } = await showVisit(IDENTIFIED);
  await addProduct('ophalen', 'Paspoort ophalen');
  const zaak = await screen.findByRole('radio', { name: /BALIE-2026-0000398/ });
  await waitFor(() => expect(document.activeElement).toBe(zaak));
  fireEvent.click(zaak);
  await waitFor(() =>
    expect(bridge.inputsOf('transactions.choose')[0]).toMatchObject({ pickUpOf: 'BALIE-2026-0000398' }),
  );
  expect(await screen.findByText('Ophalen van BALIE-2026-0000398')).toBeTruthy();
});

test('once it is somebody else, or he shows another document, his open zaken are asked for anew', async () => {
  const { app, bridge } = await showVisit(IDENTIFIED);
  bridge.give('visits.openZaken', []);
  await addProduct('ophalen', 'Paspoort ophalen');
  const asked = () => bridge.inputsOf('visits.openZaken').length;
  await waitFor(() => expect(asked()).toBe(1));
  const others = [
    { person: { ...PERSON, bsnMasked: null } },
    { document: { ...DOCUMENT, number: 'NXB1K2C34' } },
  ];
  for (const known of others) {
    const before = asked();
    if (app.visit) app.visit = { ...app.visit, ...known };
    act(() => bridge.push({ name: 'visit.changed', data: { counter: 3 } }));
    await waitFor(() => expect(asked()).toBe(before + 1));
  }
});

test('a zaak that was kept says as of when, warns, and can be looked up again', async () => {
  const { bridge, app } = await showVisit(IDENTIFIED);
  const seenAt = '2026-11-23T07:10:00.000Z';
  const zaakIdentificatie = 'BALIE-B02-01KAR000000000000000000001';
  bridge.give('visits.openZaken', [
    { zaakIdentificatie, productName: 'Paspoort', startedOn: '2026-11-16', source: 'kept', seenAt },
  ]);
  await addProduct('ophalen', 'Paspoort ophalen');
  const zaak = await screen.findByRole('radio', { name: /BALIE-B02/ });
  expect(zaak.closest('label')?.textContent).toContain('open op ma 23 november om 08:10');
  const found = { productName: 'Paspoort', startedOn: '2026-11-16', forName: null } as const;
  app.pickUp = { ...found, check: 'kept', seenAt, holder: 'same' };
  fireEvent.click(zaak);
  expect(
    await screen.findByText(/antwoordt niet\. Deze zaak was open op ma 23 november om 08:10/),
  ).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Zoek op' }));
  await waitFor(() => expect(bridge.inputsOf('transactions.choose')).toHaveLength(2));
});

test('a paper cannot be made before what stands on it is right, and the button says what is missing', async () => {
  const { bridge } = await showVisit(IDENTIFIED);
  await addProduct('verhuiz', 'Verhuizing doorgeven');
  fireEvent.click(screen.getByRole('button', { name: /^Document/ }));
  const make = await screen.findByRole<HTMLButtonElement>('button', { name: 'Maak document' });
  expect(make.disabled).toBe(true);
  expect(screen.getByText(/Dit moet eerst af zijn: Meegebracht, Gegevens, Handtekening\.$/)).toBeTruthy();
  fireEvent.click(make);
  expect(bridge.inputsOf('transactions.makeDocument')).toEqual([]);
});

test('a paper that is gone because the answers changed says why it has to be made again', async () => {
  const { app, bridge } = await showVisit(IDENTIFIED);
  await addProduct('verhuiz', 'Verhuizing doorgeven');
  const [transaction] = app.visit?.transactions ?? [];
  if (!app.visit || !transaction) throw new Error('the product was not added');
  const data = { kind: 'document', discarded: 'answers' } as const;
  const steps = transaction.steps.map((step) =>
    step.kind === 'document' ? { ...step, data } : { ...step, problems: [] },
  );
  app.visit = { ...app.visit, transactions: [{ ...transaction, steps }] };
  act(() => bridge.push({ name: 'visit.changed', data: { counter: 3 } }));
  fireEvent.click(screen.getByRole('button', { name: /^Document/ }));
  expect(await screen.findByText(/De gegevens zijn gewijzigd nadat het document was gemaakt/)).toBeTruthy();
});

const CHILD = {
  ...PERSON,
  fullName: 'Alexandra Holthuizen',
  age: 7,
  gezag: {
    kind: 'GezamenlijkOuderlijkGezag' as const,
    holders: ['Willem-Pieter Holthuizen', 'Jane Rosetta Braam'],
    inOnderzoek: false,
  },
  gezagQuestion: 'answered' as const,
};

test('the parents with gezag are offered for consent, and who is still missing is told', async () => {
  const { bridge } = await showVisit({ person: CHILD });
  await addProduct('pasp', 'Paspoort');
  fireEvent.click(screen.getByRole('button', { name: /^Toestemming/ }));
  expect(await screen.findByText(/hebben twee ouders samen het gezag/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Willem-Pieter Holthuizen geeft toestemming' }));
  await screen.findByDisplayValue('Willem-Pieter Holthuizen');
  expect(screen.getByText('Nog geen toestemming van: Jane Rosetta Braam.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Jane Rosetta Braam geeft toestemming' }));
  await waitFor(() => expect(screen.queryByText(/Nog geen toestemming/)).toBeNull());
  next();
  await waitFor(() =>
    expect(bridge.inputsOf('transactions.saveStep').at(-1)?.data).toEqual({
      kind: 'consent',
      givenBy: [
        { name: 'Willem-Pieter Holthuizen', how: 'present' },
        { name: 'Jane Rosetta Braam', how: 'present' },
      ],
    }),
  );
});

test('with the BRP away the gezag is named as missing, and can be asked again', async () => {
  const { bridge, app } = await showVisit({ person: { ...CHILD, gezag: null, gezagQuestion: 'failed' } });
  await addProduct('pasp', 'Paspoort');
  fireEvent.click(screen.getByRole('button', { name: /^Toestemming/ }));
  expect(await screen.findByText(/De BRP antwoordt niet/)).toBeTruthy();
  bridge.answer('visits.askGezag', () => {
    if (!app.visit) throw new Error('there is no visit');
    const gezag = { ...CHILD.gezag, inOnderzoek: true };
    app.visit = { ...app.visit, person: { ...CHILD, gezag } };
    return { ok: true, value: app.visit };
  });
  fireEvent.click(screen.getByRole('button', { name: 'Vraag het de BRP' }));
  expect(await screen.findByText(/hebben twee ouders samen het gezag/)).toBeTruthy();
  expect(screen.getByText(/Het gezag is in onderzoek/)).toBeTruthy();
});

test('the name of the child itself is refused at once', async () => {
  await showVisit({ person: CHILD });
  await addProduct('pasp', 'Paspoort');
  fireEvent.click(screen.getByRole('button', { name: /^Toestemming/ }));
  const name = await screen.findByLabelText('Wie geeft toestemming?');
  fireEvent.change(name, { target: { value: 'alexandra holthuizen' } });
  expect(await screen.findByText(/Dit is de naam van het kind zelf/)).toBeTruthy();
});

test('a nationality that the BRP does not show is warned of, before and after choosing', async () => {
  await showVisit({ person: { ...PERSON, dutch: 'unknown' } });
  const input = await screen.findByPlaceholderText('Typ om te zoeken');
  fireEvent.change(input, { target: { value: 'pasp' } });
  expect(await screen.findByText(/^Alleen wie Nederlander is/)).toBeTruthy();
  await addProduct('pasp', 'Paspoort');
  expect(screen.getByText(/^Alleen wie Nederlander is/)).toBeTruthy();
});

test('a date of a move is refused with the reason, or accepted with what it means', async () => {
  await showVisit(IDENTIFIED);
  await addProduct('verhuiz', 'Verhuizing doorgeven');
  next();
  const date = await screen.findByLabelText(/^Datum van de verhuizing/);
  fireEvent.change(date, { target: { value: '01-11-2026' } });
  expect(await screen.findByText(/de dag van de melding telt/)).toBeTruthy();
  fireEvent.change(date, { target: { value: '01-11-2025' } });
  press({ key: 'ArrowLeft', altKey: true });
  next();
  expect(await screen.findByText(/Deze datum ligt te ver terug. Doorgeven kan vanaf 4 weken/)).toBeTruthy();
});
