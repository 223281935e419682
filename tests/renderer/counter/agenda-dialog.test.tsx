// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { AgendaEntry, AgendaView } from '../../../shared/contract/agenda.ts';
import { ticket } from '../../helpers/counter-scene.ts';
import type { FakeBridge } from '../../helpers/fake-bridge.ts';
import { press, renderCounter, sceneBridge, settle } from '../../helpers/render-counter.tsx';

const entry = (reference: string, more: Partial<AgendaEntry> = {}): AgendaEntry => ({
  reference,
  start: '2026-11-23T09:30:00.000Z',
  minutes: 15,
  group: 'P',
  groupName: 'Paspoort',
  name: `Bezoeker ${reference}`,
  persons: 1,
  state: 'expected',
  ticketId: null,
  number: null,
  checkedInAt: null,
  ...more,
});
const VIEW: AgendaView = {
  source: 'current',
  readAt: '2026-11-23T09:40:00.000Z',
  total: 3,
  entries: [
    entry('a', { state: 'late' }),
    entry('b', { persons: 2 }),
    entry('c', { state: 'waiting', number: 'P012', ticketId: 't' }),
  ],
  problems: [],
};

const asked = ({ calls }: FakeBridge) =>
  calls.flatMap(({ name, input }) => (name === 'agenda.today' ? [(input as { search: string }).search] : []));

async function open(view: AgendaView) {
  const bridge = sceneBridge();
  bridge.give('agenda.today', view);
  bridge.give('agenda.checkIn', ticket('P013', 0, { appointmentAt: '2026-11-23T09:30:00.000Z' }));
  await renderCounter(bridge);
  await press('F3', { ctrlKey: true });
  const field = screen.getByRole('textbox', { name: 'Zoek een afspraak' });
  await waitFor(() => expect(asked(bridge)).toEqual(['']));
  await settle(() => undefined);
  return { bridge, field };
}
const options = () => within(screen.getByRole('listbox')).getAllByRole('option');

test('each appointment says its time, whose it is and where it is', async () => {
  const { field } = await open(VIEW);
  expect(document.activeElement).toBe(field);
  expect(options().map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^10:30Bezoeker aPaspoort\d+ min te laat$/),
    '10:30Bezoeker b · 2 personenPaspoortnog niet aangemeld',
    '10:30Bezoeker cPaspoortwacht: P012',
  ]);
});

test('Enter checks in whom the search found alone, and says the number', async () => {
  const { bridge, field } = await open({ ...VIEW, entries: [entry('a')] });
  await settle(() => fireEvent.change(field, { target: { value: '999990512' } }));
  await waitFor(() => expect(asked(bridge)).toContain('999990512'));
  await settle(() => undefined);
  await settle(() => fireEvent.keyDown(field, { key: 'Enter' }));
  expect(bridge.calls.filter(({ name }) => name === 'agenda.checkIn')).toMatchObject([
    { input: { reference: 'a' } },
  ]);
  expect(screen.getByText('P013 is aangemeld voor de afspraak van 10:30.')).toBeTruthy();
});

test('with several found Enter in the field does nothing, and who is helped already is not checked in again', async () => {
  const entries = [
    ...VIEW.entries.slice(0, 2),
    entry('c', { state: 'finished', number: 'P012', ticketId: 't' }),
  ];
  const { bridge, field } = await open({ ...VIEW, entries });
  await settle(() => fireEvent.keyDown(field, { key: 'Enter' }));
  await settle(() => fireEvent.click(options()[2] ?? field));
  expect(bridge.calls.filter(({ name }) => name === 'agenda.checkIn')).toEqual([]);
  expect(screen.getByText('Deze afspraak is al aangemeld. Het nummer is P012.')).toBeTruthy();
});

test('an agenda that is away says as of when it is, and IT reads what could not be used', async () => {
  await open({ ...VIEW, source: 'away', problems: ['1 afspraak overgeslagen: regel klopt niet'] });
  expect(screen.getByText(/zoals ze om 10:40 waren/)).toBeTruthy();
  expect(screen.getByText('1 afspraak overgeslagen: regel klopt niet')).toBeTruthy();
});

test('with nobody today the clerk reads what to do', async () => {
  await open({ ...VIEW, total: 0, entries: [] });
  expect(screen.getByText('Er zijn vandaag geen afspraken.')).toBeTruthy();
});

test('who waits can be taken out again, after a question whose safe answer has the focus', async () => {
  const { bridge, field } = await open({ ...VIEW, entries: VIEW.entries.slice(2) });
  bridge.give('agenda.undoCheckIn', ticket('P012', 0));
  await settle(() => fireEvent.change(field, { target: { value: '241001' } }));
  await waitFor(() => expect(asked(bridge)).toContain('241001'));
  await settle(() => undefined);
  await settle(() => fireEvent.keyDown(field, { key: 'Enter' }));
  const question = screen.getByRole('alertdialog', { name: 'Aanmelding van P012 ongedaan maken?' });
  expect(document.activeElement?.textContent).toBe('Laten staan');
  await settle(() => fireEvent.click(within(question).getByRole('button', { name: 'Ongedaan maken' })));
  expect(bridge.calls.filter(({ name }) => name === 'agenda.undoCheckIn')).toMatchObject([
    { input: { reference: 'c' } },
  ]);
  expect(screen.getByText('De aanmelding van P012 is ongedaan gemaakt.')).toBeTruthy();
});
