import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { type DisplayServer, startDisplayServer } from '../../electron/http/display-server.ts';
import { CONTENT_SECURITY_POLICY } from '../../electron/http/security-headers.ts';
import { contract } from '../../shared/contract/index.ts';
import { BoardSnapshot } from '../../shared/contract/hall.ts';
import { createTestClock } from '../helpers/clock.ts';
import { createTestLog } from '../helpers/log.ts';
import { boardSnapshot, openEvents, pagesFolder, send } from './helpers.ts';

interface Hall {
  revision: number;
  reads: number;
  broken: boolean;
  changed(): void;
}

async function start(
  maxDisplays = 200,
  maxPerAddress?: number,
): Promise<{ server: DisplayServer; hall: Hall; clock: ReturnType<typeof createTestClock>; origin: string }> {
  const listeners = new Set<() => void>();
  const hall: Hall = {
    revision: 1,
    reads: 0,
    broken: false,
    changed: () => listeners.forEach((run) => run()),
  };
  const clock = createTestClock();
  const server = await startDisplayServer({
    board: {
      current: async () => {
        hall.reads += 1;
        if (hall.broken) throw new Error('no hall');
        return boardSnapshot(hall.revision);
      },
      onChange: (run) => {
        listeners.add(run);
        return () => listeners.delete(run);
      },
    },
    rendererDir: pagesFolder(),
    themeFile: null,
    profiles: { hal: { rows: 6 } },
    visitors: null,
    address: '127.0.0.1',
    port: 0,
    version: '1.0.0',
    clock,
    log: createTestLog(),
    maxDisplays,
    ...(maxPerAddress !== undefined && { maxPerAddress }),
  });
  onTestFinished(() => server.stop());
  return { server, hall, clock, origin: new URL(server.url).origin };
}

test('the page comes with the security policy and its version, and / leads to it', async () => {
  const { origin } = await start();
  const root = await send(origin, { path: '/' });
  expect([root.status, root.headers.location]).toEqual([303, '/display']);
  const page = await send(origin, { path: '/display' });
  expect(page.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
  expect(page.body).toMatch(/data-version="[0-9a-f]{16}"/);
});

test('a display may never compile WebAssembly', async () => {
  const { origin } = await start();
  const worker = await send(origin, { path: '/assets/face-mesh-0a1b2c3d/face-worker-x_1-Z.js' });
  expect(worker.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
});

test('the board is the public snapshot', async () => {
  const { origin } = await start();
  const answer = await send(origin, { path: '/board' });
  expect(BoardSnapshot.parse(JSON.parse(answer.body))).toEqual(boardSnapshot(1));
});

test('the public snapshot has no place for anything about a person', () => {
  const names: string[] = [];
  JSON.stringify(z.toJSONSchema(BoardSnapshot), (key, value: unknown) => {
    if (key === 'properties' && typeof value === 'object' && value !== null)
      names.push(...Object.keys(value));
    return value;
  });
  expect([...new Set(names)].sort()).toEqual([
    'at',
    'awaySince',
    'callId',
    'called',
    'count',
    'counter',
    'expected',
    'fromMinutes',
    'gong',
    'languages',
    'letter',
    'location',
    'municipality',
    'name',
    'now',
    'number',
    'numbers',
    'recent',
    'revision',
    'speech',
    'toMinutes',
    'waiting',
  ]);
});

test('no call and no window event is reachable here', async () => {
  const { origin } = await start();
  for (const name of Object.keys(contract)) {
    for (const method of ['GET', 'POST']) {
      const answer = await send(origin, {
        method,
        path: `/call/${name}`,
        headers: { 'content-type': 'application/json' },
      });
      expect([name, method, answer.status]).toEqual([name, method, method === 'GET' ? 404 : 405]);
    }
  }
  for (const path of [
    '/events',
    '/counter.html',
    '/?link=x',
    '/board/../counter.html',
    '/assets/../counter.html',
  ])
    expect([path, (await send(origin, { path })).status]).toEqual([path, path === '/?link=x' ? 303 : 404]);
});

test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('%s is refused everywhere', async (method) => {
  const { origin } = await start();
  for (const path of ['/display', '/board', '/board/events'])
    expect([path, (await send(origin, { method, path })).status]).toEqual([path, 405]);
});

test('a new display gets time, version and the whole board at once, and the whole board after each change', async () => {
  const { origin, hall } = await start();
  const events = await openEvents(origin, { path: '/board/events' });
  const first = await events.until('event: board\ndata: {"revision":1,');
  expect(first.indexOf('event: beat')).toBeLessThan(first.indexOf('event: version'));
  expect(first.indexOf('event: version')).toBeLessThan(first.indexOf('event: board'));
  hall.revision = 2;
  hall.changed();
  const text = await events.until('"revision":2,');
  const frame = text.slice(text.lastIndexOf('data: ') + 6).trim();
  expect(BoardSnapshot.parse(JSON.parse(frame))).toEqual(boardSnapshot(2));
});

test('one change is read once, whatever the number of displays', async () => {
  const { origin, hall } = await start();
  const displays = await Promise.all(
    Array.from({ length: 20 }, () => openEvents(origin, { path: '/board/events' })),
  );
  expect(hall.reads).toBe(1);
  hall.revision = 2;
  hall.changed();
  await Promise.all(displays.map((display) => display.until('"revision":2,')));
  expect(hall.reads).toBe(2);
});

test('two hundred displays fit, one more is told to come back later, and a place is free when one leaves', async () => {
  const { origin, server } = await start(200, 200);
  const displays = await Promise.all(
    Array.from({ length: 200 }, () => openEvents(origin, { path: '/board/events' })),
  );
  expect(server.list().filter(({ connected }) => connected).length).toBe(200);
  const refused = await send(origin, { path: '/board/events' });
  expect([refused.status, refused.headers['retry-after']]).toEqual([503, '30']);
  expect((await send(origin, { path: '/board' })).status).toBe(200);
  displays[0]?.close();
  await expect.poll(() => server.list().filter(({ connected }) => connected).length).toBe(199);
  const late = await openEvents(origin, { path: '/board/events' });
  expect(late.response.statusCode).toBe(200);
});

test('one address gets twenty displays, and others have their places', async () => {
  const { origin } = await start();
  const displays = await Promise.all(
    Array.from({ length: 20 }, () => openEvents(origin, { path: '/board/events' })),
  );
  const refused = await send(origin, { path: '/board/events' });
  expect([refused.status, refused.headers['retry-after']]).toEqual([503, '30']);
  const elsewhere = await openEvents(origin, { path: '/board/events', from: '127.0.0.2' });
  expect(elsewhere.response.statusCode).toBe(200);
  displays[0]?.close();
  await expect
    .poll(async () => {
      const again = await openEvents(origin, { path: '/board/events' });
      again.close();
      return again.response.statusCode;
    })
    .toBe(200);
});

test('one address gets forty connections, also of who says nothing, and others are served', async () => {
  const { origin } = await start();
  const sockets = Array.from({ length: 40 }, () => connect(Number(new URL(origin).port), '127.0.0.1'));
  onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  await expect(send(origin, { path: '/board' })).rejects.toThrow(/hang up|ECONNRESET/);
  expect((await send(origin, { path: '/board', from: '127.0.0.2' })).status).toBe(200);
  sockets[0]?.destroy();
  await expect
    .poll(() =>
      send(origin, { path: '/board' }).then(
        ({ status }) => status,
        () => 'refused',
      ),
    )
    .toBe(200);
});

test('a hall that can not be read is a refusal, and works again when it can', async () => {
  const { origin, hall } = await start();
  hall.broken = true;
  expect((await send(origin, { path: '/board/events' })).status).toBe(503);
  expect((await send(origin, { path: '/board' })).status).toBe(503);
  hall.broken = false;
  const events = await openEvents(origin, { path: '/board/events' });
  await events.until('"revision":1,');
});

test('a beat with the server time comes every five seconds', async () => {
  const { origin, clock } = await start();
  const events = await openEvents(origin, { path: '/board/events' });
  await events.until('event: board');
  await clock.advance(5000);
  const text = await events.until('T09:00:05.000Z');
  expect(text).toContain('event: beat\ndata: 2026-11-23T09:00:05.000Z\n\n');
});

const page = async (origin: string) =>
  /data-version="([0-9a-f]{16})"/.exec((await send(origin, { path: '/display' })).body)?.[1] ?? '';
const idOf = (text: string) => /event: you\ndata: (\S+)/.exec(text)?.[1] ?? '';

test('a display gets the settings of its profile before the board; one that is unknown gets none, and the board', async () => {
  const { server, origin } = await start();
  const events = await openEvents(origin, { path: '/board/events?profile=hal&display=hal-links' });
  const text = await events.until('event: board');
  expect(text.indexOf('event: profile\ndata: {"rows":6}')).toBeGreaterThan(0);
  for (const unknown of ['kelder', 'constructor', '%00'.repeat(40)]) {
    const lost = await openEvents(origin, { path: `/board/events?profile=${unknown}` });
    expect(await lost.until('event: board')).toContain('event: profile\ndata: null');
    lost.close();
  }
  expect(server.list().find(({ name }) => name === 'hal-links')).toMatchObject({
    profile: 'hal',
    profileKnown: true,
  });
});

test('the server knows each display: its page, its sound, its last sign of life, and who left', async () => {
  const { server, origin, clock } = await start();
  const version = await page(origin);
  const hall = await openEvents(origin, { path: `/board/events?display=hal&page=${version}` });
  const old = await openEvents(origin, { path: '/board/events?display=oud&page=0123' });
  const id = idOf(await hall.until('event: board'));
  await old.until('event: board');
  clock.jumpTo('2026-11-23T09:01:00.000Z');
  expect((await send(origin, { path: `/board/seen?id=${id}&sound=blocked` })).status).toBe(204);
  expect((await send(origin, { path: '/board/seen?id=somebody-else&sound=on' })).status).toBe(404);
  expect(server.list()[0]).toMatchObject({ ignored: [] });
  const told = `rows,${'x'.repeat(31)},%3Cb%3E,kleur${',k'.repeat(40)}`;
  await send(origin, { path: `/board/seen?id=${id}&sound=blocked&ignored=${told}` });
  expect(server.list()[0]).toMatchObject({ ignored: ['rows', 'kleur', 'k'] });
  old.close();
  await expect.poll(() => server.list().map(({ connected }) => connected)).toEqual([true, false]);
  expect(server.list()).toMatchObject([
    { name: 'hal', page: version, upToDate: true, sound: 'blocked', lastContact: clock.now().toISOString() },
    { name: 'oud', page: null, upToDate: false, sound: 'unknown', connected: false },
  ]);
  expect(server.list()[1]?.lastContact).not.toBe(clock.now().toISOString());
});

test('a display that comes back is one display, not two', async () => {
  const { server, origin } = await start();
  const path = '/board/events?display=hal';
  const first = await openEvents(origin, { path });
  await first.until('event: board');
  const second = await openEvents(origin, { path });
  await second.until('event: board');
  first.close();
  await expect.poll(() => server.list().length).toBe(1);
  second.close();
  await expect.poll(() => server.list()[0]?.connected).toBe(false);
  await (await openEvents(origin, { path })).until('event: board');
  expect(server.list().map(({ connected }) => connected)).toEqual([true]);
});

test('one display can be told to load its page anew; not one that left', async () => {
  const { server, origin } = await start();
  const events = await openEvents(origin, { path: '/board/events' });
  const other = await openEvents(origin, { path: '/board/events?display=ander' });
  const id = idOf(await events.until('event: board'));
  await other.until('event: board');
  expect(server.refresh(id)).toBe(true);
  await events.until('event: reload');
  expect(await other.until('event: board')).not.toContain('event: reload');
  events.close();
  await expect.poll(() => server.refresh(id)).toBe(false);
  expect(server.refresh('unknown')).toBe(false);
});
