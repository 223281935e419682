// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CounterState } from '../../../shared/contract/overview.ts';
import { QUEUE, SESSION, ticket } from '../../helpers/counter-scene.ts';
import { press, renderCounter, sceneBridge, settle } from '../../helpers/render-counter.tsx';

const at = (counter: number, change: Partial<CounterState> = {}): CounterState => ({
  counter,
  staff: null,
  isLocked: false,
  state: 'free',
  since: null,
  number: null,
  isOpen: true,
  profile: null,
  work: null,
  ...change,
});
const PASSPORTS = { id: 'paspoorten', name: 'Alleen paspoorten' };
const COUNTERS = [
  at(1, { staff: 'Medewerker 2', state: 'helping', since: '2026-11-23T09:30:00.000Z', number: 'P012' }),
  at(2, { state: 'helping', since: '2026-11-23T09:41:30.000Z' }),
  at(3, {
    staff: 'Teamleider 1',
    isOpen: false,
    profile: 'paspoorten',
    work: { profile: PASSPORTS, decidedBy: 'teamlead' },
  }),
  at(4, {
    staff: 'Medewerker 4',
    isLocked: true,
    state: 'quiet',
    since: '2026-11-23T08:05:00.000Z',
    work: { profile: PASSPORTS, decidedBy: 'clerk' },
  }),
  at(5, { staff: 'Medewerker 5', work: { profile: null, decidedBy: 'counter' } }),
];

async function openOverview(queue = QUEUE) {
  const bridge = sceneBridge();
  bridge.give('hall.queue', queue);
  if (SESSION.staff)
    bridge.give('session.state', { ...SESSION, staff: { ...SESSION.staff, role: 'teamlead' } });
  bridge.give('overview.counters', COUNTERS);
  bridge.give('overview.logOut', { done: true });
  bridge.give('overview.assign', { done: true });
  bridge.give('overview.profiles', [PASSPORTS]);
  await renderCounter(bridge);
  await press('F10', { altKey: true });
  await settle(() => fireEvent.click(screen.getByRole('menuitem', { name: 'Overzicht van de wachtruimte' })));
  return bridge;
}
const rowsOf = (region: string) =>
  within(screen.getByRole('region', { name: region }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent));

test('each group has its longest wait against its norm, in words', async () => {
  await openOverview();
  expect(rowsOf('Wachtenden per groep')).toEqual([
    ['P Paspoort en identiteitskaart', '2', '5 min', '10 min', 'binnen de norm'],
    ['R Rijbewijs', '2', '8 min', '10 min', '1 bijna over de norm'],
    ['U Uittreksel', '1', '4 min', '10 min', 'binnen de norm'],
    ['V Verhuizing', '1', '9 min', '10 min', '1 bijna over de norm'],
    ['A Akten en aangiften', '1', '13 min', '10 min', '1 over de norm'],
  ]);
});

test('who has an appointment has a line and a norm of his own', async () => {
  const [first, ...others] = QUEUE.waiting;
  if (!first) throw new Error('somebody waits in the scene');
  const appointmentAt = '2026-11-23T09:36:00.000Z';
  await openOverview({ ...QUEUE, waiting: [{ ...first, appointmentAt }, ...others] });
  expect(rowsOf('Wachtenden per groep').filter(([group]) => group?.endsWith('op afspraak'))).toEqual([
    [
      `${first.group} ${first.groupName}, op afspraak`,
      '1',
      expect.stringMatching(/^\d+ min$/),
      '5 min',
      expect.any(String),
    ],
  ]);
});

test('everybody who waits has his group, his wait and his own norm, the furthest over it first', async () => {
  const appointmentAt = '2026-11-23T09:36:00.000Z';
  const agreed = { ...ticket('U004', 360), appointmentAt };
  const waiting = [
    ticket('P013', 420, { hasPriority: true }),
    ticket('A007', 610),
    ticket('V002', 60),
    agreed,
  ];
  await openOverview({ ...QUEUE, waiting });
  const list = screen.getByRole('list', { name: 'Wie wacht er, en hoe lang (4)' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map(({ children }) => [...children].map(({ textContent }) => textContent)),
  ).toEqual([
    ['U004', 'U Uittreksel · afspraak 10:36', '6 min langer dan de norm van 5 minuten', 'norm 5 min'],
    [
      'A007',
      'A Akten en aangiften · zonder afspraak',
      '10 min langer dan de norm van 10 minuten',
      'norm 10 min',
    ],
    ['P013', 'P Paspoort en identiteitskaart · zonder afspraak · voorrang', '7 min', 'norm 10 min'],
    ['V002', 'V Verhuizing · zonder afspraak', '1 min', 'norm 10 min'],
  ]);
  expect(list.tabIndex).toBe(0);
});

test('each counter: what happens, since when, and who', async () => {
  await openOverview();
  expect(rowsOf('Balies')).toEqual([
    ['1', 'helpt P012 12 min', 'Medewerker 2Afmelden', 'Wijzigen'],
    ['2', 'helpt zonder nummer 0 min', '–', 'Wijzigen'],
    ['3', 'vrij ', 'Teamleider 1', 'geslotenAlleen paspoorten (van de teamleider)Wijzigen'],
    [
      '4',
      'niet open laatst om 09:05',
      'Medewerker 4 (vergrendeld)Afmelden',
      'Alleen paspoorten (van de medewerker)Wijzigen',
    ],
    ['5', 'vrij ', 'Medewerker 5Afmelden', 'Alle groepen (van de balie)Wijzigen'],
  ]);
});

test('a change in the hall is looked at anew', async () => {
  const bridge = await openOverview();
  bridge.give('overview.counters', [at(1, { state: 'quiet' })]);
  await settle(() => bridge.push({ name: 'hall.changed', data: {} }));
  expect(rowsOf('Balies')).toHaveLength(1);
});

test('logging a counter out is asked first, with the focus on staying', async () => {
  const bridge = await openOverview();
  const button = { name: 'Medewerker 4 afmelden aan balie 4' };
  await settle(() => screen.getByRole('button', button).click());
  const question = screen.getByRole('alertdialog', { name: 'Medewerker 4 afmelden aan balie 4?' });
  expect(bridge.inputsOf('overview.logOut')).toEqual([]);
  expect(document.activeElement?.textContent).not.toBe('Afmelden');
  await settle(() => within(question).getByRole('button', { name: 'Afmelden' }).click());
  expect(bridge.inputsOf('overview.logOut')).toMatchObject([{ counter: 4 }]);
  expect(screen.getByText('Medewerker 4 is afgemeld aan balie 4.')).toBeTruthy();
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('counters that cannot be had say why, and the waits stay', async () => {
  const bridge = await openOverview();
  bridge.answer('overview.counters', () => ({ ok: false, error: { code: 'hallUnavailable' } }));
  await settle(() => bridge.push({ name: 'hall.changed', data: {} }));
  expect(within(screen.getByRole('dialog')).getByRole('alert')).toBeTruthy();
  expect(rowsOf('Wachtenden per groep')).toHaveLength(QUEUE.groups.length);
});

test('a counter is closed and gets another work profile, for today', async () => {
  const bridge = await openOverview();
  await settle(() => screen.getByRole('button', { name: 'Werk van balie 2 wijzigen' }).click());
  const dialog = screen.getByRole('dialog', { name: 'Werk van balie 2' });
  await settle(() => fireEvent.click(within(dialog).getByRole('radio', { name: /^gesloten/ })));
  await settle(() => fireEvent.click(within(dialog).getByRole('button', { name: /Werkprofiel/ })));
  await settle(() => fireEvent.click(screen.getByRole('option', { name: 'Alleen paspoorten' })));
  await settle(() => within(dialog).getByRole('button', { name: 'Opslaan' }).click());
  expect(bridge.inputsOf('overview.assign')).toMatchObject([
    { counter: 2, isOpen: false, profile: 'paspoorten' },
  ]);
  expect(screen.getByText('Het werk van balie 2 is gewijzigd.')).toBeTruthy();
  expect(screen.queryByRole('dialog', { name: 'Werk van balie 2' })).toBeNull();
});

test('the day is closed after it was said who is still there', async () => {
  const bridge = await openOverview();
  bridge.give('overview.leftOver', { waiting: 3, held: 1, noShow: 1, atCounter: 2 });
  bridge.give('overview.closeDay', { closed: 4 });
  await settle(() => screen.getByRole('button', { name: 'Dag afsluiten' }).click());
  const question = screen.getByRole('alertdialog', { name: 'De dag afsluiten?' });
  expect(
    within(question)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    '3 bezoekers wachten nog.',
    '1 bezoeker staat geparkeerd.',
    '1 bezoeker is niet gekomen.',
    '2 bezoekers zijn aan een balie.',
  ]);
  expect(document.activeElement?.textContent).not.toBe('Dag afsluiten');
  expect(bridge.inputsOf('overview.closeDay')).toEqual([]);
  await settle(() => within(question).getByRole('button', { name: 'Dag afsluiten' }).click());
  expect(bridge.inputsOf('overview.closeDay')).toHaveLength(1);
  expect(screen.getByText('De dag is afgesloten. 4 nummers zijn uit de wachtrij gehaald.')).toBeTruthy();
});
