import { ipcMain, type WebContents } from 'electron';
import { beforeEach, expect, test } from 'vitest';
import { createIpcDoor, type IpcDoor } from '../../electron/shell/ipc.ts';
import { CALL_CHANNEL, PUSH_CHANNEL } from '../../electron/shell/channels.ts';
import { createTestLog } from '../helpers/log.ts';
import {
  asReal,
  type FakeFrame,
  FakeWebContents,
  ipcRenderer,
  resetElectron,
  state,
} from '../helpers/fake-electron.ts';
import { type FakeDoor, fakeDoor } from '../http/helpers.ts';

const mainFrame: FakeFrame = { origin: 'app://counter', url: 'app://counter/', parent: null };
let contents: FakeWebContents;
let door: IpcDoor;
let core: FakeDoor;

const asContents = (fake: FakeWebContents) => asReal<WebContents>(fake);

beforeEach(() => {
  resetElectron();
  core = fakeDoor();
  contents = new FakeWebContents();
  door = createIpcDoor({ core: core.core, ipc: ipcMain, log: createTestLog() });
  door.admit(asContents(contents), 4);
  ipcRenderer.sender = { contents, frame: mainFrame };
});

test('a call from our own window reaches the core with what the host knows of it', async () => {
  expect(await ipcRenderer.invoke(CALL_CHANNEL, 'hall.queue', { counter: 99 })).toEqual({
    ok: true,
    value: { counter: 99 },
  });
  expect(core.calls).toEqual([
    {
      name: 'hall.queue',
      input: { counter: 99 },
      caller: { audience: 'counter', client: expect.any(String), counter: 4 },
    },
  ]);
});

test.each<[string, FakeFrame | null]>([
  ['no frame (it is gone already)', null],
  ['a frame inside the page', { ...mainFrame, parent: mainFrame }],
  ['a page from the web', { ...mainFrame, origin: 'https://evil.example', url: 'https://evil.example/' }],
  ['an empty page', { ...mainFrame, origin: 'null', url: 'about:blank' }],
  ['another host of our scheme', { ...mainFrame, origin: 'app://counter.evil', url: 'app://counter.evil/' }],
  ['a page that only says it has our origin', { ...mainFrame, url: 'https://evil.example/' }],
  ['a file', { ...mainFrame, origin: 'file://', url: 'file:///counter.html' }],
])('a call from %s is rejected, not answered with silence', async (_what, frame) => {
  ipcRenderer.sender = { contents, frame };
  await expect(ipcRenderer.invoke(CALL_CHANNEL, 'hall.queue', {})).rejects.toThrow('refused');
  expect(core.calls).toEqual([]);
});

test('a window that was not let in, or is gone, is rejected', async () => {
  ipcRenderer.sender = { contents: new FakeWebContents(), frame: mainFrame };
  await expect(ipcRenderer.invoke(CALL_CHANNEL, 'hall.queue', {})).rejects.toThrow('refused');
  ipcRenderer.sender = { contents, frame: mainFrame };
  contents.emit('destroyed');
  await expect(ipcRenderer.invoke(CALL_CHANNEL, 'hall.queue', {})).rejects.toThrow('refused');
  expect([core.calls, core.listeners.size, door.isAdmitted(asContents(contents))]).toEqual([[], 0, false]);
});

test.each([undefined, 5, { toString: 'x' }, ['hall.queue']])(
  'a call whose name is %j is rejected',
  async (name) => {
    await expect(ipcRenderer.invoke(CALL_CHANNEL, name, {})).rejects.toThrow('refused');
    expect(core.calls).toEqual([]);
  },
);

test('a bug in the core is an answer that says nothing about it', async () => {
  core.core.dispatch = () => Promise.reject(new Error('with a name in it'));
  expect(await ipcRenderer.invoke(CALL_CHANNEL, 'hall.queue', {})).toEqual({
    ok: false,
    error: { code: 'internal' },
  });
});

test('events go to the window, but not once it shows something else', () => {
  const [listener] = [...core.listeners.keys()];
  listener?.({ name: 'hall.changed', data: {} });
  contents.url = 'https://evil.example/';
  listener?.({ name: 'hall.changed', data: {} });
  contents.url = 'app://counter/';
  contents.destroyed = true;
  listener?.({ name: 'hall.changed', data: {} });
  expect(contents.sent).toEqual([{ channel: PUSH_CHANNEL, args: [{ name: 'hall.changed', data: {} }] }]);
});

test('two windows are two clients', async () => {
  const second = new FakeWebContents();
  door.admit(asContents(second), 4);
  await ipcRenderer.invoke(CALL_CHANNEL, 'x', {});
  ipcRenderer.sender = { contents: second, frame: mainFrame };
  await ipcRenderer.invoke(CALL_CHANNEL, 'x', {});
  expect(new Set(core.calls.map(({ caller }) => caller.client)).size).toBe(2);
});

test('after stopping nothing is left to call or to hear', async () => {
  door.stop();
  expect([state.handlers.size, core.listeners.size]).toEqual([0, 0]);
});
