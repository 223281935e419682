import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { CALL_CHANNEL, PUSH_CHANNEL } from '../../electron/shell/channels.ts';
import { ipcRenderer, resetElectron, state } from '../helpers/fake-electron.ts';

interface Exposed {
  call(name: string, input: unknown): Promise<unknown>;
  subscribe(listener: (...args: unknown[]) => void): () => void;
}
let exposed: Exposed;
let everything: Record<string, unknown>;

beforeAll(async () => {
  resetElectron();
  await import('../../electron/preload.ts');
  everything = { ...state.exposed };
  exposed = everything['waarmee'] as Exposed;
});
beforeEach(() => resetElectron());

test('the page gets two functions and nothing else', () => {
  expect(Object.keys(everything)).toEqual(['waarmee']);
  expect(Object.entries(exposed).map(([name, value]) => [name, typeof value])).toEqual([
    ['call', 'function'],
    ['subscribe', 'function'],
  ]);
});

test('a call passes name and input and gives the answer', async () => {
  state.handlers.set(CALL_CHANNEL, (_event, ...args) => args);
  expect(await exposed.call('hall.queue', { a: 1 })).toEqual(['hall.queue', { a: 1 }]);
});

test('a listener hears the message alone, never the event with its sender, until it leaves', () => {
  const listener = vi.fn();
  const leave = exposed.subscribe(listener);
  ipcRenderer.emit(PUSH_CHANNEL, { sender: ipcRenderer }, { name: 'hall.changed', data: {} });
  expect(listener.mock.calls).toEqual([[{ name: 'hall.changed', data: {} }]]);
  leave();
  ipcRenderer.emit(PUSH_CHANNEL, { sender: ipcRenderer }, { name: 'hall.changed', data: {} });
  expect(listener).toHaveBeenCalledTimes(1);
  expect(ipcRenderer.listenerCount(PUSH_CHANNEL)).toBe(0);
});
