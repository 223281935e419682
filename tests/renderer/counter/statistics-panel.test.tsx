// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { periodOf } from '../../../renderer/counter/panels/statistics/period.ts';
import { coursesOf } from '../../../shared/domain/statistics/course.ts';
import { reportOf } from '../../../shared/domain/statistics/report.ts';
import { DAY, NORMS } from '../../fixtures/statistics-day.ts';
import { QUEUE, SESSION } from '../../helpers/counter-scene.ts';
import { press, renderCounter, sceneBridge, settle } from '../../helpers/render-counter.tsx';

const NAMES: Readonly<Record<string, string>> = { P: 'Paspoorten', R: 'Rijbewijzen' };
const ANSWER = {
  at: QUEUE.now,
  groups: NORMS.map((norm) => ({ ...norm, name: NAMES[norm.letter] ?? '' })),
  report: reportOf(coursesOf(DAY), NORMS),
  appointments: { booked: 12, missed: 3 },
};

async function openMenu(role: 'clerk' | 'teamlead') {
  const bridge = sceneBridge();
  if (SESSION.staff) bridge.give('session.state', { ...SESSION, staff: { ...SESSION.staff, role } });
  bridge.give('statistics.report', ANSWER);
  await renderCounter(bridge);
  await press('F10', { altKey: true });
  return bridge;
}
async function openPanel() {
  const bridge = await openMenu('teamlead');
  await settle(() => fireEvent.click(screen.getByRole('menuitem', { name: 'Cijfers van de wachtruimte' })));
  return bridge;
}
const rows = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));

afterEach(() => {
  vi.restoreAllMocks();
});

test('a clerk is not offered the figures', async () => {
  await openMenu('clerk');
  expect(screen.getByRole('menuitem', { name: 'Schermen in de hal' })).toBeTruthy();
  expect(screen.queryByRole('menuitem', { name: 'Cijfers van de wachtruimte' })).toBeNull();
});

test('the day computed by hand, per group, with everybody at the foot', async () => {
  const bridge = await openPanel();
  expect(bridge.inputsOf('statistics.report')).toEqual([{ from: '2026-11-23', to: '2026-11-23' }]);
  expect(rows()).toEqual([
    [
      'Groep',
      'Bezoeken',
      'Personen',
      'Geholpen',
      'Wachttijd gemiddeld',
      'Wachttijd langst',
      'Binnen de norm',
      'Lopen gemiddeld',
      'Helpen gemiddeld',
      'Helpen langst',
      'Niet gekomen',
      'Binnen bij sluiten',
      'Weggegaan',
      'Gestopt',
      'Nog binnen',
    ],
    [
      'P Paspoorten (norm 10 min)',
      '6',
      '8',
      '4',
      '10:12',
      '16:00',
      '60%',
      '0:50',
      '12:23',
      '16:00',
      '1',
      '0',
      '1',
      '0',
      '0',
    ],
    [
      'R Rijbewijzen (norm 15 min)',
      '6',
      '7',
      '3',
      '10:50',
      '15:00',
      '100%',
      '0:25',
      '9:30',
      '14:00',
      '1',
      '1',
      '0',
      '1',
      '0',
    ],
    ['Iedereen', '12', '15', '7', '10:26', '16:00', '75%', '0:42', '11:25', '16:00', '2', '1', '1', '1', '0'],
  ]);
  expect(screen.getByText('Reden niet gekomen: Niet verschenen (1), Is weggegaan (1).')).toBeTruthy();
  expect(screen.getByText('Er zijn geen cijfers per medewerker.')).toBeTruthy();
});

test('another period asks anew; days in the wrong order ask nothing and say so', async () => {
  const bridge = await openPanel();
  await settle(() => fireEvent.change(screen.getByLabelText('Van'), { target: { value: '2026-11-16' } }));
  expect(bridge.inputsOf('statistics.report').at(-1)).toEqual({ from: '2026-11-16', to: '2026-11-23' });
  await settle(() =>
    fireEvent.change(screen.getByLabelText('Tot en met'), { target: { value: '2026-11-09' } }),
  );
  expect(bridge.inputsOf('statistics.report')).toHaveLength(2);
  expect(screen.getByText(/Kies twee dagen, de eerste het vroegst/)).toBeTruthy();
});

test('figures that cannot be had say why', async () => {
  const bridge = await openMenu('teamlead');
  bridge.answer('statistics.report', () => ({ ok: false, error: { code: 'hallUnavailable' } }));
  await settle(() => fireEvent.click(screen.getByRole('menuitem', { name: 'Cijfers van de wachtruimte' })));
  expect(within(screen.getByRole('dialog')).getByRole('alert')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Bewaren als CSV' })).toBeNull();
});

test('the report is saved under its period', async () => {
  const saved: Blob[] = [];
  const links: string[] = [];
  URL.createObjectURL = (blob) => `blob:${saved.push(blob as Blob)}`;
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    links.push(this.download);
  });
  await openPanel();
  await settle(() => screen.getByRole('button', { name: 'Bewaren als CSV' }).click());
  expect(links).toEqual(['waarmee-2026-11-23.csv']);
  const text = await saved[0]?.text();
  expect(text).toContain(
    '"Verdeling";"Naam";"Bezoeken";"Personen";"Geholpen";"Wachttijd gemiddeld (seconden)";"Wachttijd langst (seconden)";"Binnen de norm (procent)";',
  );
  expect(text).toContain('"Per groep";"P Paspoorten";6;8;4;612;960;60,0;50;743;960;1;0;1;0;0');
  expect(text).toContain('"Per uur";"9 tot 10 uur";4');
  expect(text).toContain('"Per balie";"Balie 2";4;7;4;600;900;50,0;57;530;690;0;0;0;0');
  expect(text).toContain('"Reden niet gekomen";"Is weggegaan";;;;;;;;;;1;;;;');
  expect(text).toContain('"Per dag";"2026-11-23";12');
  expect(screen.getByText('waarmee-2026-11-23.csv is bewaard bij uw downloads.')).toBeTruthy();
});

test.each([
  ['today', '2026-03-01', '2026-03-01'],
  ['yesterday', '2026-02-28', '2026-02-28'],
  ['thisWeek', '2026-02-23', '2026-03-01'],
  ['lastWeek', '2026-02-16', '2026-02-22'],
  ['thisMonth', '2026-03-01', '2026-03-01'],
  ['lastMonth', '2026-02-01', '2026-02-28'],
] as const)('%s on a Sunday just after midnight is %s to %s', (preset, from, to) => {
  // 00:30 in Amsterdam is still the day before in UTC.
  expect(periodOf(preset, Date.parse('2026-02-28T23:30:00.000Z'))).toEqual({ from, to });
});

test('how many came not for their appointment is said apart from who was called in vain', async () => {
  await openPanel();
  expect(screen.getByText('Afspraken: 12. Voor 3 daarvan heeft niemand zich gemeld.')).toBeTruthy();
});

test('a period that ends before it begins shows no figures of another one, and gives no file of them', async () => {
  const bridge = await openPanel();
  const to = screen.getByLabelText('Tot en met');
  await settle(() => fireEvent.change(to, { target: { value: '2026-11-22' } }));
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.queryByRole('button', { name: /CSV/ })).toBeNull();
  expect(bridge.inputsOf('statistics.report')).toHaveLength(1);
  await settle(() => fireEvent.change(to, { target: { value: '2026-11-23' } }));
  expect(screen.getByRole('table')).toBeTruthy();
  expect(screen.getByRole('button', { name: /CSV/ })).toBeTruthy();
});
