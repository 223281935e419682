import { app, session, type WebContents } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { guardWebContents } from '../../electron/shell/guards.ts';
import { openExternal } from '../../electron/shell/open-external.ts';
import { limitPermissions } from '../../electron/shell/permissions.ts';
import { windowOptions } from '../../electron/shell/windows.ts';
import { asReal, app as fakeApp, FakeWebContents, resetElectron, state } from '../helpers/fake-electron.ts';

beforeEach(() => resetElectron());

const away = [
  'https://evil.example/',
  'app://other/',
  'file:///etc/passwd',
  'http://127.0.0.1:1/',
  'about:blank',
  'app://counter.evil/',
  'https://evil.example/?app://counter/',
];

function guarded(): {
  contents: FakeWebContents;
  opened: string[];
  prevented(event: string, details: object): boolean;
} {
  const opened: string[] = [];
  guardWebContents(app, (url) => opened.push(url));
  const contents = new FakeWebContents();
  fakeApp.emit('web-contents-created', {}, contents);
  return {
    contents,
    opened,
    prevented: (event, details) => {
      const preventDefault = vi.fn();
      contents.emit(event, { ...details, preventDefault });
      return preventDefault.mock.calls.length > 0;
    },
  };
}

test.each(away)('the page can not go to %s: not by itself, in a frame or by a redirect', (url) => {
  const { prevented } = guarded();
  expect(prevented('will-navigate', { url })).toBe(true);
  expect(prevented('will-frame-navigate', { url, isMainFrame: true })).toBe(true);
  expect(prevented('will-frame-navigate', { url, isMainFrame: false })).toBe(true);
  expect(prevented('will-redirect', { url })).toBe(true);
});

test('our own page may load again, but not inside a frame', () => {
  const { prevented } = guarded();
  expect(prevented('will-navigate', { url: 'app://counter/' })).toBe(false);
  expect(prevented('will-redirect', { url: 'app://counter/' })).toBe(false);
  expect(prevented('will-frame-navigate', { url: 'app://counter/', isMainFrame: true })).toBe(false);
  expect(prevented('will-frame-navigate', { url: 'app://counter/', isMainFrame: false })).toBe(true);
});

test('a paper that the page made is saved; a blob of somebody else is not', () => {
  const { contents, opened } = guarded();
  const paper = 'blob:app://counter/7d0c0a5e';
  expect(contents.openHandler({ url: paper })).toEqual({ action: 'deny' });
  expect(contents.openHandler({ url: 'blob:https://evil.example/7d0c0a5e' })).toEqual({ action: 'deny' });
  expect(contents.downloads).toEqual([paper]);
  expect(opened).toEqual(['blob:https://evil.example/7d0c0a5e']);
});

test('no window opens and no webview attaches; a link is only asked for', () => {
  const { contents, opened, prevented } = guarded();
  expect(contents.openHandler({ url: 'https://evil.example/' })).toEqual({ action: 'deny' });
  expect(opened).toEqual(['https://evil.example/']);
  expect(prevented('will-attach-webview', {})).toBe(true);
});

test.each([
  ['https://help.example/', true],
  ['https://help.example/pagina?x=1', true],
  ['http://127.0.0.1:4711/?link=abc', true],
  ['http://127.0.0.1:4712/', false],
  ['http://127.0.0.1:4711.evil.example/', false],
  ['http://help.example/', false],
  ['https://help.example.evil/', false],
  ['https://help.example:8443/', false],
  ['https://user@help.example/', false],
  ['https://evil.example/?https://help.example/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['ms-msdt:/id', false],
  ['help.example', false],
  ['', false],
  [`https://help.example/${'a'.repeat(3000)}`, false],
  [['https://help.example/'], false],
  [null, false],
])('%j opens outside: %s', (value, allowed) => {
  const opened: string[] = [];
  const policy = { httpsHosts: ['help.example'], ownOrigins: () => ['http://127.0.0.1:4711'] };
  expect(openExternal(value, policy, (url) => opened.push(url))).toBe(allowed);
  expect(opened.length).toBe(allowed ? 1 : 0);
});

const counter = new FakeWebContents();
type Ask = (contents: unknown, permission: string, answer: (ok: boolean) => void, details: object) => void;
type Check = (contents: unknown, permission: string, origin: string, details: object) => boolean;

function ask(contents: unknown, permission: string, details: object): boolean {
  limitPermissions(session.defaultSession, (asked) => asked === asReal<WebContents>(counter));
  let answered: boolean | undefined;
  (state.permissionRequest as Ask)(contents, permission, (ok) => (answered = ok), details);
  expect(answered).toBeTypeOf('boolean');
  return answered === true;
}
function check(contents: unknown, permission: string, origin: string, details: object): boolean {
  limitPermissions(session.defaultSession, (asked) => asked === asReal<WebContents>(counter));
  return (state.permissionCheck as Check)(contents, permission, origin, details);
}
const camera = { mediaTypes: ['video'], requestingUrl: 'app://counter/', isMainFrame: true };

test('the counter window may use the camera, and nothing else may use anything', () => {
  expect(ask(counter, 'media', camera)).toBe(true);
  expect(ask(counter, 'media', { ...camera, mediaTypes: ['audio'] })).toBe(false);
  expect(ask(counter, 'media', { ...camera, mediaTypes: ['video', 'audio'] })).toBe(false);
  expect(ask(counter, 'media', { ...camera, mediaTypes: [] })).toBe(false);
  expect(ask(counter, 'media', { ...camera, isMainFrame: false })).toBe(false);
  expect(ask(counter, 'media', { ...camera, requestingUrl: 'https://evil.example/' })).toBe(false);
  expect(ask(new FakeWebContents(), 'media', camera)).toBe(false);
  for (const permission of [
    'geolocation',
    'notifications',
    'midi',
    'clipboard-read',
    'display-capture',
    'openExternal',
    'fullscreen',
    'unknown',
  ])
    expect([permission, ask(counter, permission, camera)]).toEqual([permission, false]);
});

test('checks say the same as requests, and devices are never for a page', () => {
  const video = { mediaType: 'video', isMainFrame: true };
  expect(check(counter, 'media', 'app://counter', video)).toBe(true);
  expect(check(counter, 'media', 'app://counter/', video)).toBe(true);
  expect(check(counter, 'media', 'https://evil.example', video)).toBe(false);
  expect(check(counter, 'media', 'app://counter', { ...video, mediaType: 'audio' })).toBe(false);
  expect(check(counter, 'media', 'app://counter', { ...video, isMainFrame: false })).toBe(false);
  expect(check(null, 'media', 'app://counter', video)).toBe(false);
  for (const permission of ['serial', 'hid', 'usb', 'geolocation', 'clipboard-read'])
    expect([permission, check(counter, permission, 'app://counter', video)]).toEqual([permission, false]);
  expect((state.devicePermission as () => boolean)()).toBe(false);
});

test('windows are made with the sandbox closed; the tools only for a developer', () => {
  const facts = { preload: '/app/preload.cjs', icon: '/app/icon.png', size: { width: 1366, height: 768 } };
  expect(windowOptions({ ...facts, development: false }).webPreferences).toEqual({
    preload: '/app/preload.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  });
  expect(windowOptions({ ...facts, development: true }).webPreferences?.devTools).toBe(true);
});
