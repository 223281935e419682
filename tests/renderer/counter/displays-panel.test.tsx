// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ShownDisplay } from '../../../shared/contract/display.ts';
import { SESSION } from '../../helpers/counter-scene.ts';
import { GANG } from '../../helpers/display-status.ts';
import { press, renderCounter, sceneBridge, settle } from '../../helpers/render-counter.tsx';

const DISPLAY: ShownDisplay = { ...GANG, name: 'hal-links', profile: 'hal', workstation: null };

async function openDisplays(role: 'clerk' | 'teamlead') {
  const bridge = sceneBridge();
  if (SESSION.staff) bridge.give('session.state', { ...SESSION, staff: { ...SESSION.staff, role } });
  bridge.give('displays.list', [
    DISPLAY,
    { ...DISPLAY, displayId: 'd2', name: 'gang', sound: 'blocked', lastContact: '2026-11-23T09:38:00.000Z' },
    {
      ...DISPLAY,
      displayId: 'd3',
      name: null,
      profile: 'kelder',
      profileKnown: false,
      page: null,
      upToDate: false,
    },
    { ...DISPLAY, displayId: 'd4', name: 'trap', connected: false },
    { ...DISPLAY, displayId: 'd5', name: 'vide', ignored: ['rows', 'kleur'] },
    {
      ...DISPLAY,
      displayId: 'd6',
      name: 'post',
      workstation: 'B04',
      lastContact: '2026-11-23T09:40:20.000Z',
    },
  ]);
  bridge.give('displays.refresh', { done: true });
  await renderCounter(bridge);
  await press('F10', { altKey: true });
  await settle(() => fireEvent.click(screen.getByRole('menuitem', { name: 'Schermen in de hal' })));
  const rows = within(screen.getByRole('list', { name: 'Schermen' })).getAllByRole('listitem');
  return { bridge, rows: rows.map((row) => row.textContent ?? '') };
}

test('each display says how it is doing and what helps', async () => {
  const { rows } = await openDisplays('clerk');
  expect(rows[0]).toBe(
    'hal-linksverbonden sinds 10:30192.0.2.10 · profiel hal · pagina 0123456 · laatst gezien 10:41',
  );
  expect(rows[1]).toMatch(/^gangreageert niet.*geen geluid.*start het apparaat opnieuw.*Geluid aan.*README/);
  expect(screen.getByText('geen geluid').closest('.w-badge')?.className).toContain('bad');
  expect(rows[2]).toMatch(/^192\.0\.2\.10verouderde pagina.*profiel kelder staat niet in de configuratie/);
  expect(rows[4]).toMatch(/^videverbonden.*Instellingen die het scherm niet kan gebruiken: rows, kleur\./);
  // Heard by another workstation a moment longer ago than this one would take for silence.
  expect(rows[5]).toMatch(/^postverbonden.*aan werkplek B04/);
  expect(rows[3]).toMatch(/^trapweg sinds 10:30.*Kijk of het scherm aan staat/);
});

test('a clerk looks, and loads nothing anew', async () => {
  await openDisplays('clerk');
  expect(screen.queryByRole('button', { name: /^Laad scherm/ })).toBeNull();
});

test('a teamlead loads one display anew, not one that left', async () => {
  const { bridge } = await openDisplays('teamlead');
  expect(screen.queryByRole('button', { name: 'Laad scherm trap opnieuw' })).toBeNull();
  await settle(() => screen.getByRole('button', { name: 'Laad scherm gang opnieuw' }).click());
  expect(bridge.inputsOf('displays.refresh')).toMatchObject([{ displayId: 'd2', workstation: null }]);
  expect(screen.getByText('Scherm gang laadt zijn pagina opnieuw.')).toBeTruthy();
  await settle(() => screen.getByRole('button', { name: 'Laad scherm post opnieuw' }).click());
  expect(bridge.inputsOf('displays.refresh')[1]).toMatchObject({ displayId: 'd6', workstation: 'B04' });
});

test('the keys go on when the button that was pressed goes', async () => {
  const { bridge } = await openDisplays('teamlead');
  bridge.give('displays.list', [{ ...DISPLAY, connected: false }]);
  const refresh = screen.getByRole('button', { name: 'Laad scherm gang opnieuw' });
  refresh.focus();
  await settle(() => refresh.click());
  expect(screen.queryByRole('button', { name: 'Laad scherm gang opnieuw' })).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('dialog')));
});
