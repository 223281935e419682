import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import {
  createCentralHealth,
  createHttpClient,
  type HttpClient,
} from '../../../electron/core/central/index.ts';
import { createTestClock, type TestClock } from '../../helpers/clock.ts';

interface Bench {
  readonly origin: string;
  readonly client: HttpClient;
  readonly clock: TestClock;
  readonly requests: () => number;
  readonly get: (path?: string) => ReturnType<HttpClient['send']>;
}

async function bench(listener: RequestListener, maxAnswerBytes?: number): Promise<Bench> {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clock = createTestClock();
  const health = createCentralHealth(clock);
  const client = createHttpClient({
    clock,
    health,
    timeoutMs: 300,
    connections: 2,
    ...(maxAnswerBytes !== undefined && { maxAnswerBytes }),
  });
  onTestFinished(async () => {
    await client.stop();
    server.closeAllConnections();
    server.close();
  });
  const get = (path = '/') =>
    client.send({ system: 'zaken', method: 'GET', url: origin + path, headers: {} });
  return { origin, client, clock, requests: () => requests, get };
}

test.each([
  [400, 'refused'],
  [401, 'unauthorized'],
  [403, 'unauthorized'],
  [404, 'notFound'],
  [408, 'unknownOutcome'],
  [409, 'conflict'],
  [412, 'conflict'],
  [413, 'refused'],
  [429, 'unknownOutcome'],
  [500, 'unknownOutcome'],
  [503, 'unknownOutcome'],
] as const)('status %i is %s', async (status, kind) => {
  const { get } = await bench((_, response) => response.writeHead(status).end('<html>'));
  expect(await get()).toMatchObject({ ok: false, error: { kind, status, system: 'zaken' } });
});

test('an answer that comes twice is never the answer to another question', async () => {
  const before = new WeakMap<Socket, string>();
  const { origin, client } = await bench(({ url = '', socket }, response) => {
    // What the proxy still had of the question before on this connection goes first.
    const answer = before.get(socket) ?? url;
    before.set(socket, url);
    response.end(JSON.stringify({ of: answer }));
  });
  for (const system of ['zaken', 'brp'] as const)
    for (const path of ['/first', '/second', '/third']) {
      const method = system === 'brp' ? 'POST' : 'GET';
      const answer = await client.send({ system, method, url: origin + path, headers: {} });
      expect(answer).toMatchObject({ ok: true, value: { text: JSON.stringify({ of: path }) } });
    }
});

test.each([408, 429, 500, 503])(
  'the clock of a gateway that says %i is not the clock of the server',
  async (status) => {
    const { origin, client, clock, get } = await bench(({ url }, response) => {
      const wrong = new Date(clock.now().getTime() + 86_400_000);
      if (url === '/gateway') response.writeHead(status, { date: wrong.toUTCString() });
      else response.writeHead(404, { date: clock.now().toUTCString() });
      response.end();
    });
    await get();
    await get('/gateway');
    expect(client.serverNow(origin).getTime()).toBeLessThanOrEqual(clock.now().getTime());
    expect(client.knowsClock(origin)).toBe(true);
  },
);

test('a redirect is not followed', async () => {
  const { get, requests } = await bench((_, response) =>
    response.writeHead(302, { location: '/elders' }).end(),
  );
  expect(await get()).toMatchObject({ ok: false, error: { kind: 'invalidAnswer', status: 302 } });
  expect(requests()).toBe(1);
});

test('a problem document names the refused fields', async () => {
  const invalidParams = [
    { name: 'identificatie', code: 'identificatie-niet-uniek', reason: 'Bestaat al', extra: 1 },
  ];
  const { get } = await bench((_, response) =>
    response.writeHead(400).end(JSON.stringify({ code: 'invalid', title: 'Invalid input.', invalidParams })),
  );
  expect(await get()).toMatchObject({
    ok: false,
    error: {
      code: 'invalid',
      title: 'Invalid input.',
      invalidParams: [{ name: 'identificatie', code: 'identificatie-niet-uniek', reason: 'Bestaat al' }],
    },
  });
});

test('Retry-After is read in seconds and as a date, and never more than an hour', async () => {
  const { get } = await bench(({ url }, response) =>
    response
      .writeHead(503, {
        'retry-after': url === '/date' ? 'Mon, 23 Nov 2026 09:00:30 GMT' : (url?.slice(1) ?? ''),
      })
      .end(),
  );
  expect(await get('/17')).toMatchObject({ error: { retryAfterMs: 17_000 } });
  expect(await get('/date')).toMatchObject({ error: { retryAfterMs: 30_000 } });
  expect(await get('/999999')).toMatchObject({ error: { retryAfterMs: 3_600_000 } });
  expect(await get('/soon')).not.toHaveProperty('error.retryAfterMs');
});

test('a refused connection is known not to have been done; a broken or silent one is not', async () => {
  const broken = await bench((request, response) => {
    if (request.url === '/broken') response.destroy();
  });
  expect(await broken.get('/broken')).toMatchObject({ error: { kind: 'unknownOutcome' } });
  expect(await broken.get('/silent')).toMatchObject({ error: { kind: 'unknownOutcome' } });

  const gone = createServer();
  await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
  const { port } = gone.address() as AddressInfo;
  await new Promise((resolve) => gone.close(resolve));
  const url = `http://127.0.0.1:${port}/`;
  expect(await broken.client.send({ system: 'brp', method: 'GET', url, headers: {} })).toMatchObject({
    error: { kind: 'unreachable', system: 'brp', code: 'ECONNREFUSED' },
  });
});

test('an answer that is too large is not read', async () => {
  const { get } = await bench((_, response) => response.end('x'.repeat(5000)), 1000);
  expect(await get()).toMatchObject({ ok: false, error: { code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' } });
});

test("the server's time is learned from its answers and never runs ahead of it", async () => {
  const { origin, client, clock, get } = await bench((_, response) =>
    response.setHeader('date', 'Mon, 23 Nov 2026 08:58:00 GMT').end(),
  );
  expect(client.knowsClock(origin)).toBe(false);
  await get();
  expect(client.knowsClock(origin)).toBe(true);
  expect(client.serverNow(origin).toISOString()).toBe('2026-11-23T08:58:00.000Z');
  await clock.advance(1500);
  expect(client.serverNow(origin).toISOString()).toBe('2026-11-23T08:58:01.500Z');
});

test("a gateway's fault does not tell the server's time", async () => {
  const { origin, client, get } = await bench((_, response) =>
    response.writeHead(502, { date: 'Mon, 23 Nov 2026 08:58:00 GMT' }).end(),
  );
  await get();
  expect(client.knowsClock(origin)).toBe(false);
});
