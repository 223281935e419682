import { expect, onTestFinished, test } from 'vitest';
import type { Caller } from '../../electron/core/handlers.ts';
import { startKioskServer } from '../../electron/http/kiosk-server.ts';
import { createTestLog } from '../helpers/log.ts';
import { pagesFolder, send } from './helpers.ts';

async function start(key: string | null = null) {
  const calls: [name: string, input: unknown, caller: Caller][] = [];
  const time = { now: 0 };
  const server = await startKioskServer({
    core: {
      dispatch: async (name, input, caller) => {
        calls.push([name, input, caller]);
        return { ok: true, value: { done: true } };
      },
    },
    rendererDir: pagesFolder(),
    themeFile: null,
    address: '127.0.0.1',
    port: 0,
    key,
    counter: 3,
    elapsed: () => time.now,
    log: createTestLog(),
  });
  onTestFinished(() => server.stop());
  const { origin } = new URL(server.url);
  const call = (name: string, headers: Record<string, string> = {}) =>
    send(origin, {
      method: 'POST',
      path: `/call/${name}`,
      headers: { origin, 'content-type': 'application/json', ...headers },
      body: '{"group":"A"}',
    });
  return { origin, calls, time, call };
}

test('a call goes to the application as that of a kiosk at this counter', async () => {
  const { call, calls } = await start();
  expect((await call('kiosk.take')).status).toBe(200);
  expect(calls).toEqual([['kiosk.take', { group: 'A' }, { audience: 'kiosk', client: 'kiosk', counter: 3 }]]);
});

test.each([
  ['a foreign origin', { origin: 'http://evil.example' }, 403],
  ['a form', { 'content-type': 'text/plain' }, 415],
])('%s is refused', async (_, headers, status) => {
  const { call, calls } = await start();
  expect((await call('kiosk.take', headers)).status).toBe(status);
  expect(calls).toEqual([]);
});

test('with a key only who has it gets in, and the key leaves the address bar', async () => {
  const { origin, call } = await start('open-sesam');
  expect((await send(origin, { path: '/' })).status).toBe(403);
  expect((await call('kiosk.state')).status).toBe(403);
  const wrong = await send(origin, { path: '/?key=raden' });
  expect([wrong.status, wrong.headers['set-cookie']]).toEqual([303, undefined]);
  const right = await send(origin, { path: '/?key=open-sesam' });
  expect([right.status, right.headers.location]).toEqual([303, '/']);
  const cookie = right.headers['set-cookie']?.[0] ?? '';
  expect(cookie).toMatch(/HttpOnly.*SameSite=Strict/);
  expect((await call('kiosk.state', { cookie: cookie.split(';')[0] ?? '' })).status).toBe(200);
});

test('ten numbers at once and then one in three seconds, while looking goes on', async () => {
  const { call, time } = await start();
  const burst = await Promise.all(Array.from({ length: 12 }, () => call('kiosk.take')));
  expect(burst.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(2);
  expect((await call('kiosk.state')).status).toBe(200);
  time.now = 2999;
  expect((await call('kiosk.take')).status).toBe(429);
  time.now = 3000;
  expect((await call('kiosk.take')).status).toBe(200);
  expect((await call('kiosk.take')).status).toBe(429);
});

test('nothing but its page, its assets and calls is here', async () => {
  const { origin } = await start();
  for (const path of ['/counter.html', '/display.html', '/board', '/events', '/assets/../counter.html'])
    expect([path, (await send(origin, { path })).status]).toEqual([path, 404]);
  expect((await send(origin, { method: 'DELETE', path: '/' })).status).toBe(405);
});

test('a body beyond four kilobytes is refused', async () => {
  const { origin, calls } = await start();
  const answer = await send(origin, {
    method: 'POST',
    path: '/call/kiosk.take',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ group: 'A'.repeat(5000) }),
  });
  expect([answer.status, calls]).toEqual([413, []]);
});
