import { expect, onTestFinished, test } from 'vitest';
import { CONTENT_SECURITY_POLICY, FACE_WORKER_POLICY } from '../../electron/http/security-headers.ts';
import { type Loopback, startLoopback } from '../../electron/http/loopback.ts';
import { createTestClock } from '../helpers/clock.ts';
import { createTestLog } from '../helpers/log.ts';
import { type FakeDoor, fakeDoor, openEvents, pagesFolder, send } from './helpers.ts';

async function start(): Promise<{
  server: Loopback;
  door: FakeDoor;
  clock: ReturnType<typeof createTestClock>;
}> {
  const door = fakeDoor();
  const clock = createTestClock();
  const server = await startLoopback({
    core: door.core,
    rendererDir: pagesFolder(),
    themeFile: null,
    port: 0,
    clock,
    log: createTestLog(),
  });
  onTestFinished(() => server.stop());
  return { server, door, clock };
}

async function admit(server: Loopback, counter = 1): Promise<string> {
  const link = new URL(server.mintLink({ counter }));
  const answer = await send(server.origin, { path: link.pathname + link.search });
  return (answer.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
}

function jsonCall(server: Loopback, cookie: string, changes: Record<string, string> = {}) {
  return { cookie, origin: server.origin, 'content-type': 'application/json', ...changes };
}

test('a one-time link gives an HttpOnly, SameSite=Strict cookie and then the page', async () => {
  const { server } = await start();
  const link = new URL(server.mintLink({ counter: 1 }));
  const first = await send(server.origin, { path: link.pathname + link.search });
  expect(first.status).toBe(303);
  expect(first.headers.location).toBe('/');
  expect(first.headers['set-cookie']?.[0]).toMatch(
    /^waarmee-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  const cookie = first.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const page = await send(server.origin, { path: '/', headers: { cookie } });
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
  expect(page.headers['cache-control']).toBe('no-store');
});

test('the face worker alone may compile WebAssembly; the page and the files it loads may not', async () => {
  const { server } = await start();
  const cookie = await admit(server);
  const policyOf = async (path: string) =>
    (await send(server.origin, { path, headers: { cookie } })).headers['content-security-policy'];
  const folder = '/assets/face-mesh-0a1b2c3d';
  expect(await policyOf(`${folder}/face-worker-x_1-Z.js`)).toBe(FACE_WORKER_POLICY);
  expect(FACE_WORKER_POLICY).toContain("'wasm-unsafe-eval'");
  expect(FACE_WORKER_POLICY).not.toContain("'unsafe-eval'");
  for (const path of [
    '/',
    `${folder}/face_mesh.js`,
    `${folder}/face-worker-x_1-Z.js/`,
    '/assets/counter-1a2b.js',
    '/assets/face-mesh-0a1b2c3d/../face-worker-x.js',
  ])
    expect(await policyOf(path)).toBe(CONTENT_SECURITY_POLICY);
  expect(CONTENT_SECURITY_POLICY).not.toContain('unsafe');
});

test.each([
  ['model.wasm', 'application/wasm'],
  ['model.data', 'application/octet-stream'],
  ['graph.binarypb', 'application/octet-stream'],
])('%s of the face worker comes with its type, and may be kept', async (name, type) => {
  const { server } = await start();
  const cookie = await admit(server);
  const { headers } = await send(server.origin, {
    path: `/assets/face-mesh-0a1b2c3d/${name}`,
    headers: { cookie },
  });
  expect(headers['content-type']).toBe(type);
  expect(headers['cache-control']).toContain('immutable');
});

test('a link works once: its second use without the cookie shows what to do, in Dutch', async () => {
  const { server } = await start();
  const link = new URL(server.mintLink({ counter: 1 }));
  const used = await send(server.origin, { path: link.pathname + link.search });
  const cookie = used.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const again = await send(server.origin, { path: link.pathname + link.search });
  expect(again.status).toBe(403);
  expect(again.body).toContain('Sluit dit venster en start Waarmee opnieuw.');
  expect(again.headers['set-cookie']).toBeUndefined();
  const reloaded = await send(server.origin, { path: link.pathname + link.search, headers: { cookie } });
  expect([reloaded.status, reloaded.headers['set-cookie']]).toEqual([303, undefined]);
});

test('a look ahead by HEAD does not use up a link', async () => {
  const { server } = await start();
  const link = new URL(server.mintLink({ counter: 1 }));
  expect((await send(server.origin, { method: 'HEAD', path: link.pathname + link.search })).status).toBe(405);
  expect((await send(server.origin, { path: link.pathname + link.search })).status).toBe(303);
});

test.each([
  ['no cookie', '/', {}],
  ['a made-up cookie', '/', { cookie: 'waarmee=AAAA' }],
  ['an asset without a cookie', '/assets/counter-1a2b.js', {}],
  ['the events without a cookie', '/events', {}],
])('%s is refused', async (_what, path, headers) => {
  const { server } = await start();
  expect((await send(server.origin, { path, headers })).status).toBe(403);
});

test.each([
  'localhost:PORT',
  'evil.example',
  '127.0.0.1',
  '127.0.0.1:1',
  '127.0.0.1.evil.example:PORT',
  '[::1]:PORT',
])('a request for host %s is refused, cookie or not', async (template) => {
  const { server, door } = await start();
  const cookie = await admit(server);
  const host = template.replace('PORT', new URL(server.origin).port);
  const page = await send(server.origin, { path: '/', headers: { host, cookie } });
  const call = await send(server.origin, {
    method: 'POST',
    path: '/call/hall.queue',
    headers: { ...jsonCall(server, cookie), host },
    body: '{}',
  });
  expect([page.status, call.status, door.calls]).toEqual([421, 421, []]);
});

test('a call reaches the core with the client and counter of its cookie, and nothing that the sender says', async () => {
  const { server, door } = await start();
  const cookie = await admit(server, 7);
  const answer = await send(server.origin, {
    method: 'POST',
    path: '/call/hall.callNext',
    headers: jsonCall(server, cookie, { 'content-type': 'application/json; charset=utf-8' }),
    body: '{"counter":99}',
  });
  expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { ok: true, value: { counter: 99 } }]);
  expect(door.calls).toEqual([
    {
      name: 'hall.callNext',
      input: { counter: 99 },
      caller: { audience: 'counter', client: expect.stringMatching(/^[0-9a-f-]{36}$/), counter: 7 },
    },
  ]);
  expect(cookie).not.toContain(door.calls[0]?.caller.client);
});

test.each([
  ['a foreign origin', { origin: 'https://evil.example' }, '{}', 403],
  ['the origin null', { origin: 'null' }, '{}', 403],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=b', 415],
  ['plain text, as a foreign page may send it', { 'content-type': 'text/plain' }, '{}', 415],
  ['something that is not JSON', {}, '{"counter":', 400],
  ['an empty body', {}, '', 400],
])('%s is refused before the core', async (_what, changes, body, status) => {
  const { server, door } = await start();
  const headers = jsonCall(server, await admit(server), changes);
  const answer = await send(server.origin, { method: 'POST', path: '/call/hall.queue', headers, body });
  expect([answer.status, door.calls]).toEqual([status, []]);
});

test('a call without an origin is refused', async () => {
  const { server, door } = await start();
  const { origin: _origin, ...headers } = jsonCall(server, await admit(server));
  const answer = await send(server.origin, { method: 'POST', path: '/call/hall.queue', headers, body: '{}' });
  expect([answer.status, door.calls]).toEqual([403, []]);
});

test('a body that says it is over 4 MB is refused before it is read', async () => {
  const { server, door } = await start();
  const headers = jsonCall(server, await admit(server), { 'content-length': String(4 * 1024 * 1024 + 1) });
  const answer = await send(server.origin, { method: 'POST', path: '/call/hall.queue', headers, body: '{}' });
  expect([answer.status, door.calls]).toEqual([413, []]);
});

test('a body over 4 MB that comes in chunks is refused or cut off', async () => {
  const { server, door } = await start();
  const headers = jsonCall(server, await admit(server), { 'transfer-encoding': 'chunked' });
  const body = Buffer.alloc(4 * 1024 * 1024 + 1, ' ');
  const sent = send(server.origin, { method: 'POST', path: '/call/hall.queue', headers, body });
  const status = await sent.then((answer) => answer.status).catch(() => 413);
  expect([status, door.calls]).toEqual([413, []]);
});

test('a photo of 2 MB before base64 fits', async () => {
  const { server, door } = await start();
  const headers = jsonCall(server, await admit(server));
  const body = JSON.stringify({ base64: 'A'.repeat(2_800_000) });
  const answer = await send(server.origin, {
    method: 'POST',
    path: '/call/transactions.attach',
    headers,
    body,
  });
  expect([answer.status, door.calls.length]).toEqual([200, 1]);
});

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE'])(
  '%s is not a method here',
  async (method) => {
    const { server, door } = await start();
    const headers = jsonCall(server, await admit(server));
    const answer = await send(server.origin, { method, path: '/call/hall.queue', headers });
    expect([answer.status >= 400, door.calls]).toEqual([true, []]);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  },
);

test('a bug in the core is an answer that says nothing about it', async () => {
  const { server, door } = await start();
  door.core.dispatch = () => Promise.reject(new Error('with a name in it'));
  const headers = jsonCall(server, await admit(server));
  const answer = await send(server.origin, { method: 'POST', path: '/call/hall.queue', headers, body: '{}' });
  expect([answer.status, JSON.parse(answer.body)]).toEqual([500, { ok: false, error: { code: 'internal' } }]);
});

test('events reach the window, with a beat now and then, and stop at its leaving', async () => {
  const { server, door, clock } = await start();
  const cookie = await admit(server, 2);
  const events = await openEvents(server.origin, { path: '/events', headers: { cookie } });
  await events.until('event: beat\n');
  const [[listener, caller] = []] = door.listeners;
  expect(caller?.counter).toBe(2);
  listener?.({ name: 'hall.changed', data: {} });
  await events.until('data: {"name":"hall.changed","data":{}}\n\n');
  await clock.advance(10_000);
  await events.until('2026-11-23T09:00:10.000Z');
  const left = new Promise<void>((resolve) => {
    door.listeners.delete = (key) => {
      resolve();
      return Map.prototype.delete.call(door.listeners, key);
    };
  });
  events.close();
  await left;
  expect(door.listeners.size).toBe(0);
});

test('another site may not listen in', async () => {
  const { server } = await start();
  const headers = { cookie: await admit(server), 'sec-fetch-site': 'same-site' };
  expect((await send(server.origin, { path: '/events', headers })).status).toBe(403);
});

test('two windows at one counter are two clients', async () => {
  const { server, door } = await start();
  for (const cookie of [await admit(server), await admit(server)])
    await send(server.origin, {
      method: 'POST',
      path: '/call/x',
      headers: jsonCall(server, cookie),
      body: '{}',
    });
  expect(new Set(door.calls.map((call) => call.caller.client)).size).toBe(2);
});
