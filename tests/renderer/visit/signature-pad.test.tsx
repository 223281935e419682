// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { DeviceStatus } from '../../../shared/contract/device-protocol.ts';
import type { SigningView } from '../../../shared/contract/signing.ts';
import { DOCUMENT, PERSON } from './helpers/fake-application.ts';
import { showVisit } from './helpers/render-visit.tsx';

afterEach(cleanup);

// jsdom draws nothing, and measures nothing: the canvas here only has to be there.
beforeAll(() => {
  const nothing = new Proxy({}, { get: () => () => undefined, set: () => true });
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(() => nothing as never);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
});

const PLACE = { transactionId: 't1', index: 2 };

/** A visit at the signature of a move, with a pad in this state. */
async function atSignature(state: 'idle' | 'gone') {
  const { bridge } = await showVisit({ person: PERSON, document: DOCUMENT });
  let signing: SigningView | null = null;
  const show = (next: Omit<SigningView, 'transactionId' | 'index'>) => {
    signing = { ...PLACE, ...next };
    act(() => bridge.push({ name: 'visit.signing', data: { counter: 3 } }));
  };
  bridge.answer('transactions.signing', () => ({ ok: true, value: signing }));
  bridge.give('transactions.captureSignature', { done: true });
  bridge.give('transactions.steerSignature', { done: true });
  const since = '2026-11-23T09:00:00.000Z';
  const pad: DeviceStatus = { role: 'signature-pad', driver: 'topaz', state, conditions: [], since };
  bridge.give('devices.list', { devices: [pad], jobs: [], cashDrawer: false, problems: [] });
  act(() => bridge.push({ name: 'devices.changed', data: {} }));
  const input = await screen.findByPlaceholderText('Typ om te zoeken');
  await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(0));
  fireEvent.change(input, { target: { value: 'verhuiz' } });
  await screen.findByRole('heading', { name: 'Verhuizing doorgeven' });
  fireEvent.keyDown(input, { key: 'Enter' });
  fireEvent.click(await screen.findByRole('button', { name: /^Handtekening/ }));
  return { bridge, show };
}

test('a pad that is ready is asked once, by itself; the clerk can stop it for the screen', async () => {
  const { bridge, show } = await atSignature('idle');
  await waitFor(() => expect(bridge.inputsOf('transactions.captureSignature')).toHaveLength(1));
  expect(bridge.inputsOf('transactions.captureSignature')[0]).toMatchObject(PLACE);
  show({ state: 'running', stage: { name: 'waitingForPerson' }, reason: null });
  await screen.findByText('De bezoeker tekent op het pad.');
  expect(screen.queryByRole('button', { name: 'Akkoord' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Stop, en teken op het scherm' }));
  expect(bridge.inputsOf('transactions.steerSignature')).toEqual([{ ...PLACE, steer: 'stop' }]);
  show({ state: 'stopped', stage: null, reason: null });
  await screen.findByText('Teken hier');
  expect(bridge.inputsOf('transactions.captureSignature')).toHaveLength(1);
});

test('a pad without buttons has them in the window', async () => {
  const { bridge, show } = await atSignature('idle');
  show({ state: 'running', stage: { name: 'signing', steered: true }, reason: null });
  await screen.findByText('De bezoeker is aan het tekenen.');
  fireEvent.click(screen.getByRole('button', { name: 'Akkoord' }));
  fireEvent.click(screen.getByRole('button', { name: 'Opnieuw' }));
  expect(bridge.inputsOf('transactions.steerSignature')).toEqual([
    { ...PLACE, steer: 'accept' },
    { ...PLACE, steer: 'again' },
  ]);
});

test('a pad that is away is not asked, and one that fails says that nothing is lost', async () => {
  const { bridge, show } = await atSignature('gone');
  await screen.findByText('Teken hier');
  expect(bridge.inputsOf('transactions.captureSignature')).toEqual([]);
  expect(screen.getByRole('button', { name: 'Het pad is niet gereed' }).hasAttribute('disabled')).toBe(true);
  show({ state: 'failed', stage: null, reason: 'offline' });
  expect((await screen.findByRole('alert')).textContent).toContain('Er is niets bewaard.');
});
