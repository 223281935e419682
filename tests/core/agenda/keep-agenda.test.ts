import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { agendaSource } from '../../../electron/core/agenda/agenda-source.ts';
import { keepAgenda } from '../../../electron/core/agenda/keep-agenda.ts';
import { readJsonAgenda } from '../../../electron/core/agenda/read-json.ts';
import type { Store } from '../../../electron/core/store/index.ts';
import { createTestClock, type TestClock } from '../../helpers/clock.ts';
import { createTestLog } from '../../helpers/log.ts';
import { openTestStore, testFolder } from '../../helpers/store.ts';

const item = (reference: string, start: string) => ({ reference, start, group: 'A', name: 'A. Bezoeker' });
const TODAY = item('vandaag', '2026-11-23T10:30:00+01:00');
const TOMORROW = item('morgen', '2026-11-24T10:00:00+01:00');
const FAR = item('ver', '2026-11-26T10:00:00+01:00');

/** An agenda whose source is a function that a test changes. */
function open(more: { readonly store?: Store; readonly clock?: TestClock } = {}) {
  const clock = more.clock ?? createTestClock();
  const store = more.store ?? openTestStore({ clock });
  const log = createTestLog();
  const source = { text: JSON.stringify([TODAY, TOMORROW, FAR]), asked: 0, away: false, version: 'v1' };
  let changes = 0;
  const agenda = keepAgenda({
    store,
    clock,
    log,
    name: 'bron',
    location: 'stadhuis',
    async source(version) {
      source.asked += 1;
      if (source.away) throw new Error('not there');
      return version === source.version ? null : { text: source.text, version: source.version };
    },
    read: (text) => readJsonAgenda(text, (subject) => (subject === 'A' ? 'A' : undefined)),
    refreshMs: 60_000,
    changed: () => void (changes += 1),
  });
  onTestFinished(() => agenda.stop());
  const kept = () => store.db.prepare<[], { appointments: string }>('SELECT appointments FROM agenda').get();
  const names = () => agenda.today().map(({ reference }) => reference);
  return { agenda, source, clock, store, log, kept, names, changes: () => changes };
}

test('only today and tomorrow are kept, and a day that is over is removed', async () => {
  const { clock, names, kept, changes, source } = open();
  await clock.advance(0);
  expect(names()).toEqual(['vandaag']);
  expect(changes()).toBe(1);
  expect(kept()?.appointments).toContain('morgen');
  expect(kept()?.appointments).not.toContain('ver');
  source.away = true;
  clock.jumpTo('2026-11-23T23:00:30.000Z');
  await clock.advance(60_000);
  expect(names()).toEqual(['morgen']);
  expect(kept()?.appointments).not.toContain('vandaag');
});

test('who is late is still expected after his agenda dropped what is over, and who cancelled or moved is not', async () => {
  const { clock, names, source, agenda } = open();
  const LATER = item('straks', '2026-11-23T14:00:00+01:00');
  source.text = JSON.stringify([TODAY, LATER]);
  await clock.advance(0);
  const read = async (version: string, appointments: readonly unknown[]) => {
    Object.assign(source, { version, text: JSON.stringify(appointments) });
    await clock.advance(60_000);
  };
  await read('v2', [TODAY]);
  expect(names()).toEqual(['vandaag']);
  await read('v3', [TODAY, LATER]);
  clock.jumpTo('2026-11-23T09:35:00.000Z');
  await read('v4', [LATER]);
  expect(names()).toEqual(['vandaag', 'straks']);
  await read('v5', [LATER, { ...TODAY, start: '2026-11-23T15:00:00+01:00' }]);
  expect(agenda.today().map(({ start }) => start)).toEqual([
    '2026-11-23T13:00:00.000Z',
    '2026-11-23T14:00:00.000Z',
  ]);
  clock.jumpTo('2026-11-23T23:00:30.000Z');
  await clock.advance(60_000);
  expect(names()).toEqual([]);
});

test('what did not change is not read again, and what changed is', async () => {
  const { agenda, clock, names, source, changes } = open();
  await clock.advance(60_000);
  expect(source.asked).toBe(2);
  expect(agenda.readAt()).toBe('2026-11-23T09:01:00.000Z');
  expect(changes()).toBe(1);
  source.text = JSON.stringify([item('anders', '2026-11-23T12:00:00+01:00')]);
  source.version = 'v2';
  await clock.advance(60_000);
  expect(names()).toEqual(['anders']);
});

test.each([
  ['is away', { away: true }],
  ['answers with something else', { text: '<html>Inloggen</html>', version: 'v2' }],
  ['answers with nothing', { text: '', version: 'v2' }],
])('with a source that %s the last good agenda stays, also over a restart', async (_, broken) => {
  const { agenda, clock, names, source, store, log } = open();
  await clock.advance(0);
  Object.assign(source, broken);
  await clock.advance(180_000);
  expect([names(), agenda.isAway(), agenda.readAt()]).toEqual([
    ['vandaag'],
    true,
    '2026-11-23T09:00:00.000Z',
  ]);
  expect(log.lines.filter(({ event }) => event === 'agenda.away')).toHaveLength(1);
  await agenda.stop();
  const again = open({ store, clock });
  Object.assign(again.source, { ...broken, version: 'v3' });
  await clock.advance(0);
  expect([again.names(), again.agenda.isAway()]).toEqual([['vandaag'], true]);
  Object.assign(again.source, { away: false, text: '[]', version: 'v4' });
  await clock.advance(60_000);
  expect([again.names(), again.agenda.isAway()]).toEqual([[], false]);
});

test('an item that cannot be used is told to IT once, and never loses the others', async () => {
  const { agenda, clock, names, source, log } = open();
  source.text = JSON.stringify([TODAY, { ...TODAY, reference: 'fout', group: 'Trouwen' }, 'onzin']);
  await clock.advance(120_000);
  expect(names()).toEqual(['vandaag']);
  expect(agenda.problems()).toEqual([
    '1 afspraak overgeslagen: onderwerp hoort bij geen groep',
    '1 afspraak overgeslagen: regel klopt niet',
  ]);
  const told = log.lines.filter(({ event }) => event === 'agenda.itemsSkipped');
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).not.toContain('Bezoeker');
});

test('a file is read when it changed', async () => {
  const file = path.join(testFolder(), 'agenda.json');
  const source = agendaSource({ source: file }, { token: undefined, authorities: [] });
  await expect(source(null)).rejects.toThrow('ENOENT');
  writeFileSync(file, '[]');
  const first = await source(null);
  expect(first?.text).toBe('[]');
  expect(await source(first?.version ?? null)).toBeNull();
  writeFileSync(file, '[1]');
  expect((await source(first?.version ?? null))?.text).toBe('[1]');
  rmSync(file);
  await expect(source(first?.version ?? null)).rejects.toThrow('ENOENT');
});

/** A web server that gives one answer, and what it was asked with. */
async function web(answer: (asked: IncomingMessage) => readonly [number, Record<string, string>, string]) {
  const asked: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers);
    const [status, headers, body] = answer(request);
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/agenda`, asked };
}

test.each([
  ['an entity tag', { etag: '"a1"' }, 'if-none-match', '"a1"'],
  ['a weak one', { etag: 'W/"a1"' }, 'if-none-match', 'W/"a1"'],
  [
    'a date',
    { 'last-modified': 'Mon, 23 Nov 2026 08:00:00 GMT' },
    'if-modified-since',
    'Mon, 23 Nov 2026 08:00:00 GMT',
  ],
])('a web address with %s is asked for what is new', async (_, headers, name, value) => {
  const { url, asked } = await web((request) =>
    request.headers[name] === value ? [304, {}, ''] : [200, headers, '[]'],
  );
  const source = agendaSource({ source: url }, { token: 'geheim', authorities: [] });
  const first = await source(null);
  expect(first).toEqual({ text: '[]', version: value });
  expect(await source(value)).toBeNull();
  expect(asked.map((one) => one.authorization)).toEqual(['Bearer geheim', 'Bearer geheim']);
});

test('an answer that is no agenda is refused by its status', async () => {
  const { url } = await web(() => [500, {}, 'kapot']);
  const source = agendaSource({ source: url }, { token: undefined, authorities: [] });
  await expect(source(null)).rejects.toThrow('status 500');
});
