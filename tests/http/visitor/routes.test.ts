import { expect, onTestFinished, test } from 'vitest';
import { startDisplayServer } from '../../../electron/http/display-server.ts';
import type { VisitorPlace } from '../../../shared/contract/visitor-place.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { createTestLog } from '../../helpers/log.ts';
import { boardSnapshot, openEvents, pagesFolder, send } from '../helpers.ts';

const NAME = 'Zx3-abcdefghijklmnop_9';
const PLACE: VisitorPlace = {
  now: '2026-11-23T09:05:00.000Z',
  awaySince: null,
  number: 'A012',
  state: 'waiting',
  before: 4,
  expected: { fromMinutes: 10, toMinutes: 20 },
  counter: null,
  direction: null,
};

async function start(change: Partial<VisitorPlace> = {}, { hasPages = true, maxDisplays = 200 } = {}) {
  const hall = { broken: false };
  const server = await startDisplayServer({
    board: { current: async () => boardSnapshot(1), onChange: () => () => undefined },
    rendererDir: pagesFolder(),
    themeFile: null,
    profiles: {},
    visitors: hasPages
      ? {
          where: 'Gemeente <b>Voorbeeld</b> · Stadhuis',
          pages: {
            find: async (name) => {
              if (hall.broken) throw new Error('no hall');
              return name === NAME ? { ...PLACE, ...change } : null;
            },
          },
        }
      : null,
    address: '127.0.0.1',
    port: 0,
    version: '1.0.0',
    clock: createTestClock(),
    log: createTestLog(),
    maxDisplays,
  });
  onTestFinished(() => server.stop());
  const { origin } = new URL(server.url);
  const get = (path: string, headers: Record<string, string> = {}) => send(origin, { path, headers });
  return { origin, get, hall };
}

const words = (body: string): string[] =>
  [...body.matchAll(/<(?:p|h1)[^>]*>([\s\S]*?)<\/(?:p|h1)>/g)].map(([, text = '']) =>
    text.replace(/<[^>]*>/g, '').trim(),
  );

test('a visitor reads his number, his place and the wait', async () => {
  const { get } = await start();
  const page = await get(`/w/${NAME}`);
  expect(page.status).toBe(200);
  expect(words(page.body).slice(0, 4)).toEqual([
    'Uw nummer A012',
    'Er wachten 4 personen voor u.',
    'Wachttijd: 10 tot 20 minuten',
    'Blijf in de buurt en let op het scherm in de hal.',
  ]);
  expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  expect(page.body).toContain('Gemeente &lt;b&gt;Voorbeeld');
});

test.each([
  [{ expected: null }, 'Wachttijd: onbekend'],
  [{ before: null, expected: null }, 'Wij roepen u zo snel mogelijk.'],
  [{ state: 'called', counter: 3, direction: 'left' }, 'Ga naar balie 3 (naar links).'],
  [{ state: 'called', counter: 3 }, 'Ga naar balie 3.'],
  [{ state: 'held', counter: 3, direction: 'left' }, 'Bent u klaar? Ga dan terug naar balie 3 (naar links).'],
  [{ state: 'missed' }, 'Meld u bij de receptie.'],
  [{ state: 'done' }, 'Uw bezoek is klaar.'],
  [{ state: 'cancelled' }, 'Dit nummer geldt niet meer.'],
  [{ awaySince: '2026-11-23T09:01:00.000Z' }, 'Dit was de stand om 10:01 uur.'],
] as const)('with %o: "%s"', async (change, text) => {
  const { get } = await start(change);
  expect((await get(`/w/${NAME}`)).body).toContain(text);
});

test('his own language comes first and Dutch below it: as the kiosk was set, else as the phone asks', async () => {
  const { get } = await start();
  const arabic = (await get(`/w/${NAME}?taal=ar`, { 'accept-language': 'pl' })).body;
  expect(arabic).toContain('<html lang="ar" dir="rtl"');
  expect(arabic.indexOf('<section lang="ar" dir="rtl">')).toBeLessThan(
    arabic.indexOf('<section lang="nl" dir="ltr">'),
  );
  const asked = async (accepted: string) =>
    /<html lang="(\w+)"/.exec((await get(`/w/${NAME}`, { 'accept-language': accepted })).body)?.[1];
  expect(await asked('pl-PL,pl;q=0.9,en;q=0.8')).toBe('pl');
  expect(await asked('fr;q=0.9, en;q=0.5, uk;q=0.7')).toBe('uk');
  expect(await asked('fr, en;q=0')).toBe('nl');
  expect((await get(`/w/${NAME}?taal=%22%3E<script>`)).body).toContain('<html lang="nl"');
});

test('an address that is not of today is a friendly 404 and says what to do', async () => {
  const { get } = await start();
  const page = await get('/w/AAAAAAAAAAAAAAAAAAAAAA');
  expect(page.status).toBe(404);
  expect(page.body).toContain('Dit nummer is niet van vandaag.');
  expect(page.body).toContain('Neem in de hal een nieuw nummer');
});

test('where there are no such pages nothing answers there; a hall that can not be read is a 503', async () => {
  const without = await start({}, { hasPages: false });
  expect((await without.get(`/w/${NAME}`)).body).toBe('not found');
  const { get, hall } = await start();
  hall.broken = true;
  expect((await get(`/w/${NAME}`)).status).toBe(503);
});

test('only reading: every other method is refused', async () => {
  const { origin } = await start();
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
    expect((await send(origin, { method, path: `/w/${NAME}` })).status).toBe(405);
});

test('phones hold no connection, and displays keep their places and their cap', async () => {
  const { origin, get } = await start({}, { maxDisplays: 1 });
  const looks = Array.from({ length: 15 }, () => get(`/w/${NAME}`, { connection: 'keep-alive' }));
  const answers = await Promise.all(looks);
  expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.connection}`))).toEqual(
    new Set(['200 close']),
  );
  for (let more = 0; more < 40; more += 1)
    expect((await get(`/w/${NAME}`, { connection: 'keep-alive' })).status).toBe(200);
  const display = await openEvents(origin, { path: '/board/events' });
  await display.until('event: board');
  expect((await get('/board/events')).status).toBe(503);
  expect((await get(`/w/${NAME}`)).status).toBe(200);
});

test('style and script come from the same server, with the policy of every page', async () => {
  const { get } = await start();
  expect((await get('/w/page.css')).headers['content-type']).toContain('text/css');
  const script = await get('/w/page.js');
  expect(script.headers['content-type']).toContain('text/javascript');
  expect(script.headers['content-security-policy']).toContain("script-src 'self'");
});
