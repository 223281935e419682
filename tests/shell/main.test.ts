import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { CALL_CHANNEL } from '../../electron/shell/channels.ts';
import type * as FakeElectron from '../helpers/fake-electron.ts';
import { testFolder } from '../helpers/store.ts';

const example = path.resolve(import.meta.dirname, '../../resources/config.example.json');
const argv = process.argv;
/** Electron as it begins: main.ts runs at import, so every test has modules of its own. */
let electron: typeof FakeElectron;

beforeEach(async () => {
  vi.resetModules();
  electron = await import('../helpers/fake-electron.ts');
});
afterEach(() => {
  process.argv = argv;
});

async function startMain(...args: string[]): Promise<void> {
  process.argv = ['electron', '.', ...args];
  const main = await import('../../electron/main.ts');
  await main.started;
}

test('the desktop application starts practice, shows one closed-in window and answers its calls', async () => {
  const data = testFolder();
  await startMain('--practice', '--data', data);
  const { app, ipcRenderer, state } = electron;
  expect(state.errors).toEqual([]);
  expect([state.sandboxed, state.schemes.map(({ scheme }) => scheme), [...state.protocols.keys()]]).toEqual([
    true,
    ['app'],
    ['app'],
  ]);
  const [window, ...others] = state.windows;
  expect([window?.loaded, window?.shown, others.length]).toEqual([['app://counter/'], true, 0]);
  expect(window?.options['webPreferences']).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
  });
  expect(existsSync(path.join(data, 'oefenen', 'waarmee.db'))).toBe(true);

  ipcRenderer.sender = {
    contents: window?.webContents ?? null,
    frame: { origin: 'app://counter', url: 'app://counter/', parent: null },
  };
  expect(await ipcRenderer.invoke(CALL_CHANNEL, 'session.state', {})).toMatchObject({
    ok: true,
    value: { municipality: 'Gemeente Oefenstad', practice: true, counter: 1, version: '0.0.0-test' },
  });
  expect(await ipcRenderer.invoke(CALL_CHANNEL, 'hall.queue', {})).toMatchObject({
    ok: false,
    error: { code: 'notLoggedIn' },
  });
  expect(typeof state.permissionRequest).toBe('function');
  expect(window?.webContents.openHandler({ url: 'https://evil.example/' })).toEqual({ action: 'deny' });
  expect(state.opened).toEqual([]);

  window?.emit('close');
  expect(JSON.parse(readFileSync(path.join(data, 'oefenen', 'settings.json'), 'utf8'))).toEqual({
    window: { width: 1366, height: 768 },
  });
  app.emit('window-all-closed');
  await vi.waitFor(() => expect(existsSync(path.join(data, 'oefenen', 'waarmee.lock'))).toBe(false), {
    timeout: 10_000,
  });
  expect(state.handlers.size).toBe(0);
});

test('an errand of the command line is done beside a running Waarmee, with the keys of the safe and without a window', async () => {
  const data = testFolder();
  await startMain('--practice', '--data', data);
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  onTestFinished(() => written.mockRestore());
  const { app, state } = electron;
  state.firstInstance = false;
  vi.resetModules();
  const again = await import('../helpers/fake-electron.ts');
  await startMain('--practice', '--data', data, '--verify-audit');
  expect(written.mock.calls.map(([text]) => String(text)).join('')).toMatch(
    /^Het logboek is heel: \d+ regels/,
  );
  expect([again.state.exits, again.state.windows, again.state.errors]).toEqual([[0], [], []]);
  app.emit('window-all-closed');
  await vi.waitFor(() => expect(existsSync(path.join(data, 'oefenen', 'waarmee.lock'))).toBe(false), {
    timeout: 10_000,
  });
});

test('an errand that cannot be done says so on the terminal, and ends with 1', async () => {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  onTestFinished(() => written.mockRestore());
  const data = testFolder();
  await startMain('--config', example, '--data', data, '--verify-audit');
  expect(written.mock.calls.map(([text]) => String(text)).join('')).toBe(
    `Er is nog geen gegevensbestand in ${data}.\n`,
  );
  expect([electron.state.exits, electron.state.errors]).toEqual([[1], []]);
});

test('a second start goes at once and touches nothing', async () => {
  const { state } = electron;
  state.firstInstance = false;
  const data = testFolder();
  await startMain('--practice', '--data', data);
  expect([state.exits, state.windows, existsSync(path.join(data, 'oefenen', 'waarmee.db'))]).toEqual([
    [0],
    [],
    false,
  ]);
});

test('a wrong configuration is shown with key, value and expectation, and nothing starts', async () => {
  const { state } = electron;
  const data = testFolder();
  await startMain('--config', path.join(data, 'absent.json'), '--data', data);
  expect(state.errors.join()).toContain('is niet te lezen (ENOENT)');
  expect([state.exits, state.windows, existsSync(path.join(data, 'waarmee.db'))]).toEqual([[1], [], false]);
});

test('displays without a port are told beside the window, and what is configured wrong on the terminal', async () => {
  const { state, app } = electron;
  const data = testFolder();
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await startMain('--config', example, '--data', data, '--display-port', String(port));
  const lines = written.mock.calls.map(([text]) => String(text)).join('');
  written.mockRestore();
  other.close();
  expect([state.errors, state.windows.length]).toEqual([[], 1]);
  expect(state.messages.join()).toContain(`poort ${port} is in gebruik`);
  expect(lines).toContain('municipality.theme: "thema.css" — verwacht: een bestand dat er is (');
  expect(lines).toContain('waarmee --store-secret zgw');
  app.emit('window-all-closed');
  await vi.waitFor(() => expect(existsSync(path.join(data, 'waarmee.lock'))).toBe(false), {
    timeout: 10_000,
  });
});

test.each<[string, (state: typeof FakeElectron.state) => void, string]>([
  ['the backend that anybody can read', (state) => (state.backend = 'basic_text'), 'sleutelbos'],
  ['no encryption at all', (state) => (state.encryption = false), 'beveiligde opslag'],
])('with %s a real workstation does not start, and leaves no key behind', async (_what, spoil, text) => {
  const { state } = electron;
  spoil(state);
  const data = testFolder();
  await startMain('--config', example, '--data', data);
  expect(state.errors.join()).toContain(text);
  expect([
    state.windows,
    existsSync(path.join(data, 'waarmee.db')),
    existsSync(path.join(data, 'keys.json')),
  ]).toEqual([[], false, false]);
});
