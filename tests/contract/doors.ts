import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ipcMain, type WebContents } from 'electron';
import { onTestFinished } from 'vitest';
import type { Core } from '../../electron/core/create-core.ts';
import type { PushMessage } from '../../shared/contract/index.ts';
import { startLoopback } from '../../electron/http/loopback.ts';
import { CALL_CHANNEL } from '../../electron/shell/channels.ts';
import { createIpcDoor } from '../../electron/shell/ipc.ts';
import { createTestClock } from '../helpers/clock.ts';
import { asReal, FakeWebContents, ipcRenderer, resetElectron } from '../helpers/fake-electron.ts';
import { createTestLog } from '../helpers/log.ts';
import { testFolder } from '../helpers/store.ts';
import { openEvents, send } from '../http/helpers.ts';

/** One counter window, behind some door: it makes calls and hears events. */
export interface Window {
  call(name: string, input: unknown): Promise<unknown>;
  /** Listens from now on; what it answers resolves with the first event of this name. */
  listen(name: PushMessage['name']): Promise<{ readonly heard: Promise<PushMessage> }>;
}

/** A way into the application; each window that it opens is a client of its own. */
export interface Door {
  readonly name: string;
  open(core: Core): Promise<(counter: number) => Promise<Window>>;
}

const direct: Door = {
  name: 'direct dispatch',
  open: async (core) => {
    let windows = 0;
    return async (counter) => {
      const caller = { audience: 'counter', client: `window ${++windows}`, counter } as const;
      return {
        call: (name, input) => core.dispatch(name, input, caller),
        listen: async (name) => ({
          heard: new Promise((resolve) => {
            const stop = core.subscribe(caller, (message) => {
              if (message.name !== name) return;
              stop();
              resolve(message);
            });
          }),
        }),
      };
    };
  },
};

const loopback: Door = {
  name: 'loopback HTTP',
  async open(core) {
    const rendererDir = path.join(testFolder(), 'renderer');
    mkdirSync(rendererDir);
    writeFileSync(path.join(rendererDir, 'counter.html'), '<!doctype html><title>Waarmee</title>');
    const server = await startLoopback({
      core,
      rendererDir,
      themeFile: null,
      port: 0,
      clock: createTestClock(),
      log: createTestLog(),
    });
    onTestFinished(() => server.stop());
    const { origin } = server;
    return async (counter) => {
      const link = new URL(server.mintLink({ counter }));
      const admitted = await send(origin, { path: link.pathname + link.search });
      const cookie = admitted.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
      const headers = { cookie, origin, 'content-type': 'application/json' };
      return {
        async call(name, input) {
          const body = JSON.stringify(input);
          const answer = await send(origin, { method: 'POST', path: `/call/${name}`, headers, body });
          return JSON.parse(answer.body) as unknown;
        },
        async listen(name) {
          const stream = await openEvents(origin, { path: '/events', headers });
          const first = async () => {
            const text = await stream.until(`"name":"${name}"`);
            const line = text.split('\n').find((one) => one.startsWith('data:') && one.includes(name)) ?? '';
            return JSON.parse(line.slice('data:'.length)) as PushMessage;
          };
          return { heard: first() };
        },
      };
    };
  },
};

/** The contents of a window, which says what it was sent. */
class Page extends FakeWebContents {
  override send(channel: string, ...args: unknown[]): void {
    super.send(channel, ...args);
    this.emit('sent', ...args);
  }
}

const ipc: Door = {
  name: 'IPC of Electron',
  async open(core) {
    resetElectron();
    const door = createIpcDoor({ core, ipc: ipcMain, log: createTestLog() });
    onTestFinished(() => door.stop());
    const frame = { origin: 'app://counter', url: 'app://counter/', parent: null };
    return async (counter) => {
      const contents = new Page();
      door.admit(asReal<WebContents>(contents), counter);
      return {
        call(name, input) {
          ipcRenderer.sender = { contents, frame };
          return ipcRenderer.invoke(CALL_CHANNEL, name, input);
        },
        listen: async (name) => ({
          heard: new Promise((resolve) => {
            contents.on('sent', (message: PushMessage) => message.name === name && resolve(message));
          }),
        }),
      };
    };
  },
};

/** All doors of the application; the same suite runs through each. */
export const doors: readonly Door[] = [direct, loopback, ipc];
