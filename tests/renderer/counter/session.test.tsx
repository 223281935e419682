// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { TOUCH_MS } from '../../../renderer/counter/session/use-idle-touch.ts';
import { SESSION } from '../../helpers/counter-scene.ts';
import { press, renderCounter, sceneBridge, settle } from '../../helpers/render-counter.tsx';

afterEach(() => vi.useRealTimers());

const LOGIN = { ...SESSION, stage: 'login' as const, staff: null };

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const submit = (label: string) => settle(() => fireEvent.submit(screen.getByLabelText(label)));
/** The labels of the fields that are marked, in their order. */
const wrong = () =>
  screen
    .queryAllByLabelText<HTMLInputElement>(/./, { selector: '[aria-invalid="true"]' })
    .map(({ labels }) => labels?.[0]?.textContent);

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

test('the login form says which field is wrong, and sends nothing', async () => {
  const bridge = sceneBridge();
  bridge.give('session.state', LOGIN);
  await renderCounter(bridge);
  type('Aanmeldnaam', 'jan smit');
  await submit('Aanmeldnaam');
  expect(wrong()).toEqual(['Aanmeldnaam', 'Wachtzin']);
  expect(screen.getByText(/zonder spaties/)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Aanmeldnaam'));
  expect(bridge.inputsOf('session.login')).toHaveLength(0);
  type('Aanmeldnaam', 'jan.smit');
  expect(wrong()).toEqual(['Wachtzin']);
});

function renderSetUp() {
  const bridge = sceneBridge();
  bridge.give('session.state', { ...LOGIN, stage: 'setUp', practice: false });
  return renderCounter(bridge).then(() => bridge);
}

test('the first set-up marks every wrong field and goes to the first', async () => {
  const bridge = await renderSetUp();
  type('Wachtzin', 'kort');
  await submit('Naam');
  expect(wrong()).toEqual(['Naam', 'Aanmeldnaam', 'Wachtzin', 'Wachtzin nog een keer']);
  expect(document.activeElement).toBe(screen.getByLabelText('Naam'));
  type('Naam', 'Beheerder 1');
  type('Aanmeldnaam', 'beheer');
  type('Wachtzin', 'vier losse woorden samen');
  expect(wrong()).toEqual(['Wachtzin nog een keer']);
  await submit('Naam');
  expect(document.activeElement).toBe(screen.getByLabelText('Wachtzin nog een keer'));
  expect(screen.getByText(/niet gelijk/)).toBeTruthy();
  expect(bridge.inputsOf('session.setUp')).toHaveLength(0);
});

test('making both passphrases equal takes the mark away, whichever is changed', async () => {
  await renderSetUp();
  type('Wachtzin nog een keer', 'vier losse woorden samen');
  await submit('Naam');
  expect(wrong()).toContain('Wachtzin nog een keer');
  type('Wachtzin', 'vier losse woorden samen');
  expect(wrong()).toEqual(['Naam', 'Aanmeldnaam']);
});

test('what the application refuses goes with the next attempt or the next change', async () => {
  const bridge = await renderSetUp();
  bridge.answer('session.setUp', () => ({ ok: false, error: { code: 'storeFull', detail: 'SQLITE_FULL' } }));
  for (const [label, value] of [
    ['Naam', 'Beheerder 1'],
    ['Aanmeldnaam', 'beheer'],
    ['Wachtzin', 'vier losse woorden samen'],
    ['Wachtzin nog een keer', 'vier losse woorden samen'],
  ] as const)
    type(label, value);
  await submit('Naam');
  expect(screen.getByText(/schijf van deze werkplek is vol/)).toBeTruthy();
  expect(screen.getByText('SQLITE_FULL').closest('details')?.open).toBe(false);
  type('Naam', 'Beheerder 2');
  expect(screen.queryByText(/schijf van deze werkplek is vol/)).toBeNull();
  bridge.answer('session.setUp', () => ({
    ok: false,
    error: { code: 'passphraseTooWeak', field: 'passphrase' },
  }));
  await submit('Naam');
  expect(wrong()).toEqual(['Wachtzin']);
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

test('a wrong passphrase of a locked window is told at the passphrase, which is all it asks', async () => {
  const bridge = lockableBridge();
  bridge.answer('session.unlock', () => ({ ok: false, error: { code: 'wrongPassphrase' } }));
  await renderCounter(bridge);
  await press('l', { ctrlKey: true });
  type('Wachtzin van Medewerker 1', 'niet goed');
  await submit('Wachtzin van Medewerker 1');
  expect(wrong()).toEqual(['Wachtzin van Medewerker 1']);
  expect(screen.getByText(/Deze wachtzin klopt niet/)).toBeTruthy();
  expect(document.body.textContent).not.toContain('De naam en de wachtzin');
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
