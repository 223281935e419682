// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { DOCUMENT, PERSON } from './helpers/fake-application.ts';
import { showVisit } from './helpers/render-visit.tsx';

afterEach(cleanup);

const CANDIDATES = {
  kind: 'candidates' as const,
  searchId: 's1',
  persons: ['Suzanne Moulin', 'Erebos Bultenaar'].map((fullName) => ({
    fullName,
    birthDateText: '1 december 1985',
    address: 'Boterdiep 31, 3077 AW Rotterdam',
    bsnMasked: '•••••3653',
  })),
};

function enterIn(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

function search(): void {
  fireEvent.submit(screen.getByRole('form', { name: 'Wie staat er voor u?' }));
}

test('without anybody identified the reader is asked for first, and the BSN field has the focus', async () => {
  await showVisit();
  expect(screen.getByText('Leg het document op de lezer. De gegevens verschijnen vanzelf.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Burgerservicenummer'));
});

test('a BSN and Enter identify, and the focus goes to choosing a product', async () => {
  const { bridge } = await showVisit();
  enterIn('Burgerservicenummer', '9999.93.653');
  search();
  await screen.findByText('Suzanne Moulin');
  expect(bridge.inputsOf('visits.identify')[0]).toMatchObject({
    visitId: 'v1',
    by: { kind: 'bsn', bsn: '999993653' },
  });
  expect(document.activeElement).toBe(await screen.findByPlaceholderText('Typ om te zoeken'));
});

test('a wrong BSN is named at its field and not sent', async () => {
  const { bridge } = await showVisit();
  enterIn('Burgerservicenummer', '999993654');
  search();
  expect(await screen.findByText('Dit is geen BSN: een cijfer klopt niet.')).toBeTruthy();
  expect(bridge.inputsOf('visits.identify')).toEqual([]);
});

test('of several persons found, one is chosen with the arrow and Enter', async () => {
  const { bridge } = await showVisit({}, (bridge) => bridge.give('visits.identify', CANDIDATES));
  const surname = screen.getByLabelText('Achternaam, zonder voorvoegsel');
  act(() => surname.focus());
  enterIn('Achternaam, zonder voorvoegsel', 'Moulin');
  enterIn('Geboortedatum', '1-12-1985');
  search();
  const list = await screen.findByRole('listbox', { name: 'Gevonden personen' });
  await waitFor(() => expect(list.contains(document.activeElement)).toBe(true));
  const press = (key: string) => {
    fireEvent.keyDown(document.activeElement ?? list, { key });
    fireEvent.keyUp(document.activeElement ?? list, { key });
  };
  press('ArrowDown');
  press('Enter');
  await waitFor(() => expect(bridge.inputsOf('visits.identify')).toHaveLength(2));
  expect(bridge.inputsOf('visits.identify')[1]).toMatchObject({
    by: { kind: 'candidate', searchId: 's1', index: 1 },
  });
});

const OFFERED = {
  readId: 'r1',
  documentNumber: 'NX990305K',
  holder: 'other',
  at: '2026-11-23T09:00:00.000Z',
} as const;

test('the holders of a document that can be of several persons are shown at once, and nobody is "replaced"', async () => {
  const { bridge } = await showVisit({ offeredDocument: OFFERED }, (bridge) =>
    bridge.give('visits.identify', CANDIDATES),
  );
  expect(await screen.findByRole('listbox', { name: 'Gevonden personen' })).toBeTruthy();
  expect(bridge.inputsOf('visits.identify')).toMatchObject([{ by: { kind: 'document', readId: 'r1' } }]);
  expect(screen.queryByText(/ander document/)).toBeNull();
});

test('with another sheet up a button leads to them', async () => {
  const { app, bridge } = await showVisit({}, (given) => given.give('visits.identify', CANDIDATES));
  fireEvent.click(screen.getByRole('button', { name: /Verder zonder/ }));
  await screen.findByPlaceholderText('Typ om te zoeken');
  app.visit = app.visit && { ...app.visit, offeredDocument: OFFERED };
  act(() => bridge.push({ name: 'visit.changed', data: { counter: 3 } }));
  fireEvent.click(await screen.findByRole('button', { name: 'Kies wie het is' }));
  expect(await screen.findByRole('listbox', { name: 'Gevonden personen' })).toBeTruthy();
});

test.each([
  ['nobody', { ok: true, value: { kind: 'nobody' } } as const, /Niemand gevonden/],
  ['too many', { ok: false, error: { code: 'tooManyPersons' } } as const, /Te veel personen gevonden/],
  ['no BRP', { ok: false, error: { code: 'brpUnavailable' } } as const, /De BRP is niet bereikbaar/],
])('%s found is said with what to do, and what was typed stays', async (_, answer, text) => {
  await showVisit({}, (bridge) => bridge.answer('visits.identify', () => answer));
  enterIn('Burgerservicenummer', '999993653');
  search();
  expect(await screen.findByText(text)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Burgerservicenummer').value).toBe('999993653');
});

test('a document that the reader could not use is explained', async () => {
  const { bridge } = await showVisit();
  act(() => bridge.push({ name: 'visit.documentRefused', data: { counter: 3, why: 'checkDigit' } }));
  expect(await screen.findByText(/De regels zijn niet goed gelezen/)).toBeTruthy();
});

test('a document at another counter is not shown here', async () => {
  const { bridge } = await showVisit();
  act(() => bridge.push({ name: 'visit.documentRefused', data: { counter: 4, why: 'empty' } }));
  expect(screen.queryByText(/De lezer zag geen leesbare regels/)).toBeNull();
});

test('a document of somebody else is asked about, never taken over by itself', async () => {
  const { bridge } = await showVisit({
    person: PERSON,
    document: DOCUMENT,
    offeredDocument: {
      readId: 'r2',
      documentNumber: 'SPECI2021',
      holder: 'other',
      at: '2026-11-23T09:40:00.000Z',
    },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Vervang de persoon' }));
  await waitFor(() =>
    expect(bridge.inputsOf('visits.identify')[0]).toMatchObject({ by: { kind: 'document', readId: 'r2' } }),
  );
});

test('a document that does not say whose it is is never said to replace the person', async () => {
  const { bridge } = await showVisit({
    person: PERSON,
    offeredDocument: {
      readId: 'r2',
      documentNumber: '5094962111',
      holder: 'unknown',
      at: '2026-11-23T09:40:00.000Z',
    },
  });
  expect(screen.queryByRole('button', { name: 'Vervang de persoon' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Voeg toe aan deze persoon' }));
  await waitFor(() => expect(bridge.inputsOf('visits.identify')).toHaveLength(1));
});

test('a document of this person that joined by itself is told', async () => {
  const { bridge, notices } = await showVisit({ person: PERSON, document: DOCUMENT });
  act(() => bridge.push({ name: 'visit.documentAdded', data: { counter: 4 } }));
  expect(notices()).toEqual([]);
  act(() => bridge.push({ name: 'visit.documentAdded', data: { counter: 3 } }));
  expect(notices()).toMatchObject([
    { tone: 'ok', text: expect.stringMatching(/^Het gelezen document is van deze persoon/) },
  ]);
});

test('every warning says what it means, the gravest first, and an expired document is told in words', async () => {
  await showVisit({
    person: {
      ...PERSON,
      verification: 'notVerified',
      warnings: [
        { code: 'geheimhouding', severity: 'warn' },
        { code: 'overleden', severity: 'stop' },
      ],
    },
    document: { ...DOCUMENT, differences: ['surname'] },
  });
  const lines = screen.getByRole('list', { name: 'Let op bij deze persoon' }).querySelectorAll('li');
  expect([...lines].map((line) => line.textContent)).toEqual([
    expect.stringContaining('Overleden volgens de BRP'),
    expect.stringContaining('Geheimhouding'),
    expect.stringContaining('Document wijkt af van de BRP: achternaam'),
  ]);
  expect(screen.getByText('verlopen op 9 maart 2024')).toBeTruthy();
  expect(screen.getByText('Niet geverifieerd met de BRP')).toBeTruthy();
});

test('a BSN is shown on request and hidden again after ten seconds', async () => {
  await showVisit({ person: PERSON }, (bridge) => bridge.give('visits.revealBsn', { bsn: '999993653' }));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  fireEvent.click(screen.getByRole('button', { name: 'Toon' }));
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(screen.getByText('999993653')).toBeTruthy();
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(screen.queryByText('999993653')).toBeNull();
  vi.useRealTimers();
});
