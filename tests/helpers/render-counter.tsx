import { act, cleanup, render } from '@testing-library/react';
import { afterEach } from 'vitest';
import { App } from '../../renderer/counter/app.tsx';
import { createTexts, type Language } from '../../renderer/i18n/i18n.ts';
import { createCounter } from '../../renderer/state/counter.ts';
import { DEVICES, PRACTICE, NO_MESSAGES, QUEUE, SCENE_NOW, SESSION, SYNC } from './counter-scene.ts';
import { createFakeBridge, type FakeBridge } from './fake-bridge.ts';
import { createTestIds } from './ids.ts';

afterEach(cleanup);

/** A bridge that answers everything the counter asks at its start. */
export function sceneBridge(): FakeBridge {
  const bridge = createFakeBridge();
  bridge.give('session.state', SESSION);
  bridge.give('session.touch', { done: true });
  bridge.give('session.lock', { ...SESSION, stage: 'locked' });
  bridge.give('hall.queue', QUEUE);
  bridge.give('visits.current', null);
  bridge.give('visits.finished', []);
  bridge.give('visits.handOverTargets', []);
  bridge.give('messages.offer', NO_MESSAGES);
  for (const source of ['klantbeeld.zaken', 'klantbeeld.contacten', 'klantbeeld.taken'] as const)
    bridge.give(source, { at: '2026-11-23T09:40:00.000Z', live: true, more: false, items: [] });
  bridge.give('visits.products', []);
  bridge.give('devices.list', DEVICES);
  bridge.give('transactions.signing', null);
  bridge.give('sync.status', SYNC);
  bridge.give('central.warning', { at: null, catalogue: [], products: [] });
  bridge.give('practice.state', PRACTICE);
  return bridge;
}

/** The whole counter window on a fake bridge, after its first answers. */
export async function renderCounter(bridge: FakeBridge, language: Language = 'nl') {
  const counter = createCounter({ bridge, mintId: createTestIds().uuid, now: () => SCENE_NOW });
  const view = render(<App counter={counter} texts={createTexts(language)} />);
  await act(async () => {
    counter.start();
    bridge.connect(true);
    // The screen that the window fetches behind the login screen.
    await import('../../renderer/counter/counter-screen.tsx');
  });
  return { ...view, counter };
}

/** Presses and releases a key where the focus is; gives the press, to see whether the browser may still act on it. */
export async function press(key: string, modifiers: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers });
  await act(async () => {
    (document.activeElement ?? document.body).dispatchEvent(event);
  });
  await act(async () => {
    const up = new KeyboardEvent('keyup', { key, bubbles: true, cancelable: true, ...modifiers });
    (document.activeElement ?? document.body).dispatchEvent(up);
  });
  return event;
}

/** Runs something that changes the window, and waits for what follows from it at once. */
export async function settle(change: () => void): Promise<void> {
  await act(async () => change());
}
