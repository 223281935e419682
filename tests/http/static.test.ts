import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startLoopback } from '../../electron/http/loopback.ts';
import { readStatic, resolveInside } from '../../electron/http/static.ts';
import { createTestClock } from '../helpers/clock.ts';
import { createTestLog } from '../helpers/log.ts';
import { fakeDoor, pagesFolder, send } from './helpers.ts';

const hostile = [
  '/../secret.json',
  '/assets/../../secret.json',
  '/%2e%2e/secret.json',
  '/%2E%2E%2Fsecret.json',
  '/..%2fsecret.json',
  '/..%5csecret.json',
  '/..\\secret.json',
  '/assets/..%00/secret.json',
  '/counter.html%00.png',
  '/%252e%252e/secret.json',
  '/../renderer-other/secret.json',
  '//etc/passwd',
  '/C:/Windows/win.ini',
  '/assets//counter-1a2b.js',
  '/./counter.html',
  '/%',
  '/%c0%ae%c0%ae/secret.json',
  'counter.html',
  '',
  '/',
];

test.each(hostile)('the path %j leads nowhere', async (urlPath) => {
  const root = pagesFolder();
  expect(resolveInside(root, urlPath)).toBeNull();
  expect(await readStatic(root, urlPath)).toBeNull();
});

test('a plain path leads to the file below the folder, with its type and keeping time', async () => {
  const root = pagesFolder();
  expect(resolveInside(root, '/assets/counter-1a2b.js')).toBe(path.join(root, 'assets', 'counter-1a2b.js'));
  expect(await readStatic(root, '/assets/counter-1a2b.js')).toMatchObject({
    type: 'text/javascript; charset=utf-8',
    cacheControl: 'public, max-age=31536000, immutable',
  });
  expect(await readStatic(root, '/counter.html')).toMatchObject({ cacheControl: 'no-store' });
});

test.each(['/assets/notes.txt', '/assets', '/assets/absent.js'])('%s is not served', async (urlPath) => {
  expect(await readStatic(pagesFolder(), urlPath)).toBeNull();
});

test('no hostile path gets a file out of a running server', async () => {
  const server = await startLoopback({
    core: fakeDoor().core,
    rendererDir: pagesFolder(),
    themeFile: null,
    port: 0,
    clock: createTestClock(),
    log: createTestLog(),
  });
  onTestFinished(() => server.stop());
  const link = new URL(server.mintLink({ counter: 1 }));
  const admitted = await send(server.origin, { path: link.pathname + link.search });
  const cookie = admitted.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  for (const urlPath of hostile.filter((entry) => entry.length > 1)) {
    const answer = await send(server.origin, { path: urlPath, headers: { cookie } });
    expect([urlPath, answer.status >= 400, answer.body.includes('{}')]).toEqual([urlPath, true, false]);
  }
});
