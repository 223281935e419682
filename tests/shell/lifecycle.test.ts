import { app, type BrowserWindow as RealWindow, type UtilityProcess } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { spawnDeviceUtility } from '../../electron/shell/device-channel.ts';
import { isFirstInstance, stopBeforeQuit } from '../../electron/shell/lifecycle.ts';
import {
  asReal,
  app as fakeApp,
  BrowserWindow,
  FakeUtilityProcess,
  resetElectron,
  state,
} from '../helpers/fake-electron.ts';

beforeEach(() => resetElectron());

function quitEvent() {
  const event = { prevented: false, preventDefault: () => void (event.prevented = true) };
  fakeApp.emit('before-quit', event);
  return event;
}

test('a second start shows the window of the first and says nothing to it', () => {
  const window = new BrowserWindow({});
  window.minimized = true;
  expect(isFirstInstance(app, () => asReal<RealWindow>(window))).toBe(true);
  fakeApp.emit('second-instance', {}, ['--practice', 'https://evil.example/']);
  expect([window.minimized, window.focused, window.loaded]).toEqual([false, 1, []]);
});

test('the second start itself is told to go', () => {
  state.firstInstance = false;
  expect(isFirstInstance(app, () => null)).toBe(false);
  expect(fakeApp.listenerCount('second-instance')).toBe(0);
});

test('the application goes only after everything has stopped, and stops once', async () => {
  const stopping = Promise.withResolvers<void>();
  const stop = vi.fn(() => stopping.promise);
  stopBeforeQuit(app, stop);
  expect([quitEvent().prevented, quitEvent().prevented, stop.mock.calls.length]).toEqual([true, true, 1]);
  expect(state.quits).toBe(0);
  stopping.resolve();
  await vi.waitFor(() => expect(state.quits).toBe(1));
  expect(quitEvent().prevented).toBe(false);
});

test('closing the last window quits', () => {
  stopBeforeQuit(app, async () => {});
  fakeApp.emit('window-all-closed');
  expect(state.quits).toBe(1);
});

test('a part that never stops does not keep the application for ever', async () => {
  vi.useFakeTimers();
  stopBeforeQuit(app, () => new Promise(() => {}));
  quitEvent();
  await vi.advanceTimersByTimeAsync(15_000);
  vi.useRealTimers();
  expect(state.exits).toEqual([1]);
});

function channel() {
  const child = new FakeUtilityProcess();
  const spawned = spawnDeviceUtility(() => asReal<UtilityProcess>(child), 'device-process.js');
  return { child, spawned };
}

test('commands and messages pass between the application and the device process', () => {
  const { child, spawned } = channel();
  const heard: unknown[] = [];
  spawned.onMessage((message) => heard.push(message));
  spawned.send({ type: 'stop' });
  child.emit('message', { type: 'ready' });
  expect([child.posted, heard]).toEqual([[{ type: 'stop' }], [{ type: 'ready' }]]);
});

test('the end of the device process is told once, also to who asks late, and then nothing is sent', () => {
  const { child, spawned } = channel();
  const ends: string[] = [];
  spawned.onExit((why) => ends.push(why));
  child.emit('exit', 7);
  spawned.onExit((why) => ends.push(why));
  spawned.send({ type: 'stop' });
  expect([ends, child.posted]).toEqual([['ended with code 7', 'ended with code 7'], []]);
});

test('a device process that hangs is ended hard', () => {
  const { child, spawned } = channel();
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  child.pid = 4_194_000;
  spawned.kill();
  expect(kill.mock.calls).toEqual([[4_194_000, 'SIGKILL']]);
  kill.mockRestore();
});
