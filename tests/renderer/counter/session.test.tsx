// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { TOUCH_MS } from '../../../renderer/counter/session/use-idle-touch.ts';
import { SESSION } from '../../helpers/counter-scene.ts';
import { press, renderCounter, sceneBridge, settle } from '../../helpers/render-counter.tsx';

afterEach(() => vi.useRealTimers());

const LOGIN = { ...SESSION, stage: 'login' as const, staff: null };

test('logging in sends what was typed, and a wrong passphrase empties only the passphrase', async () => {
  const bridge = sceneBridge();
  bridge.give('session.state', LOGIN);
  bridge.answer('session.login', () => ({ ok: false, error: { code: 'wrongPassphrase' } }));
  await renderCounter(bridge);
  const name = screen.getByLabelText<HTMLInputElement>(/Aanmeldnaam/);
  const passphrase = screen.getByLabelText<HTMLInputElement>(/Wachtzin/);
  expect(document.activeElement).toBe(name);
  fireEvent.change(name, { target: { value: 'balie' } });
  fireEvent.change(passphrase, { target: { value: 'niet goed' } });
  await settle(() => fireEvent.submit(name));
  expect(bridge.inputsOf('session.login')).toEqual([{ loginName: 'balie', passphrase: 'niet goed' }]);
  expect(screen.getByText(/Controleer Caps Lock/)).toBeTruthy();
  expect([name.value, passphrase.value]).toEqual(['balie', '']);
});

test('in practice mode one click on an account logs in', async () => {
  const bridge = sceneBridge();
  bridge.give('session.state', LOGIN);
  bridge.answer('session.login', () => {
    bridge.give('session.state', SESSION);
    return { ok: true, value: SESSION };
  });
  await renderCounter(bridge);
  await settle(() => screen.getByRole('button', { name: /Teamleider 1/ }).click());
  expect(bridge.inputsOf('session.login')).toMatchObject([{ loginName: 'teamleider' }]);
  expect(screen.getByRole('button', { name: /Volgende oproepen/ })).toBeTruthy();
});

test('outside practice mode no account is shown', async () => {
  const bridge = sceneBridge();
  bridge.give('session.state', { ...LOGIN, practice: false });
  await renderCounter(bridge);
  expect(screen.queryByText(/Oefenaccounts/)).toBeNull();
});

test('the first set-up wants the passphrase twice the same', async () => {
  const bridge = sceneBridge();
  bridge.give('session.state', { ...LOGIN, stage: 'setUp', practice: false });
  bridge.answer('session.setUp', () => ({ ok: false, error: { code: 'passphraseTooWeak' } }));
  await renderCounter(bridge);
  const type = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  type('Naam', 'Beheerder 1');
  type('Aanmeldnaam', 'beheer');
  type('Wachtzin', 'kort');
  type('Wachtzin nog een keer', 'kortt');
  await settle(() => fireEvent.submit(screen.getByLabelText('Naam')));
  expect(bridge.inputsOf('session.setUp')).toHaveLength(0);
  expect(screen.getByText(/niet gelijk/)).toBeTruthy();
  type('Wachtzin nog een keer', 'kort');
  await settle(() => fireEvent.submit(screen.getByLabelText('Naam')));
  expect(bridge.inputsOf('session.setUp')).toHaveLength(1);
  expect(screen.getByText(/vier losse woorden\./, { selector: '.w-message div' })).toBeTruthy();
});

function lockableBridge() {
  const bridge = sceneBridge();
  bridge.answer('session.lock', () => {
    bridge.give('session.state', { ...SESSION, stage: 'locked' });
    return { ok: true, value: { ...SESSION, stage: 'locked' } };
  });
  return bridge;
}

test('Ctrl+L locks from a dialog too, and nothing of the queue stays in the page', async () => {
  await renderCounter(lockableBridge());
  await press('F1');
  await press('l', { ctrlKey: true });
  expect(screen.getByRole('heading', { name: 'Vergrendeld' })).toBeTruthy();
  expect(document.body.textContent).not.toContain('A007');
});

test('a locked window waits for the passphrase of whose work it is', async () => {
  await renderCounter(lockableBridge());
  await press('l', { ctrlKey: true });
  expect(document.activeElement).toBe(screen.getByLabelText('Wachtzin van Medewerker 1'));
});

test('activity puts off the idle lock at most every half minute', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const bridge = sceneBridge();
  await renderCounter(bridge);
  await press('Tab');
  await press('Tab');
  expect(bridge.inputsOf('session.touch')).toHaveLength(1);
  vi.setSystemTime(Date.now() + TOUCH_MS);
  await press('Tab');
  expect(bridge.inputsOf('session.touch')).toHaveLength(2);
});

test('a lost connection covers the window, says what is safe, and goes by itself', async () => {
  const bridge = sceneBridge();
  await renderCounter(bridge);
  await settle(() => bridge.connect(false));
  expect(screen.getByRole('alertdialog', { name: 'Geen verbinding met Waarmee' }).textContent).toContain(
    'bewaard',
  );
  await press('F2');
  expect(bridge.inputsOf('hall.callNext')).toHaveLength(0);
  await settle(() => bridge.connect(true));
  expect(screen.queryByRole('alertdialog')).toBeNull();
});
