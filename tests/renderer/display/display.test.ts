// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { startDisplay } from '../../../renderer/display/display.ts';
import type { Sound } from '../../../renderer/display/sound.ts';
import {
  board,
  call,
  createTestStream,
  createTestTimers,
  loadPage,
  START,
  type TestStream,
  type TestTimers,
  waitingGroup,
} from './helpers.ts';

let streams: TestStream[];
let timers: TestTimers;
let announced: Parameters<Sound['announce']>[0][];
let reloads: number;
let blocked: boolean;
let reports: string[];

beforeEach(() => {
  loadPage(document);
  document.documentElement.dataset['version'] = 'v1';
  [streams, timers, announced, reloads, blocked, reports] = [[], createTestTimers(), [], 0, false, []];
  document.body.removeAttribute('style');
  begin('');
});

function begin(search: string): void {
  startDisplay({
    page: document,
    search,
    timers,
    open: () => {
      const stream = createTestStream();
      streams.push(stream);
      return stream;
    },
    sound: {
      blocked: () => blocked,
      unblock: async () => {
        blocked = false;
      },
      announce: (what) => announced.push(what),
      speaking: () => false,
      silence: () => undefined,
    },
    report: (displayId, { sound, ignored }) => reports.push([displayId, sound, ...ignored].join(' ')),
    reload: () => {
      reloads += 1;
    },
  });
}

const stream = () => streams.at(-1) as TestStream;
const text = (id: string) => document.getElementById(id)?.textContent;
const rows = () =>
  [...document.querySelectorAll('#last li')].map((row) =>
    [...row.children].map((c) => c.textContent).join(' '),
  );
function say(snapshot = board()): void {
  stream().say('beat', START);
  stream().say('board', JSON.stringify(snapshot));
}

test('the board shows the call large, the other calls beside it and who waits below', () => {
  say(
    board({
      called: [call('b', 'P012', 3, 1), call('a', 'R020', 1, 60)],
      recent: [
        { number: 'U003', counter: 3 },
        { number: 'R020', counter: 1 },
      ],
      waiting: [
        waitingGroup('Paspoort', ['P013', 'P014', 'P015', 'P016', 'P017'], {
          fromMinutes: 10,
          toMinutes: 25,
        }),
        waitingGroup('Rijbewijs', []),
      ],
    }),
  );
  expect([text('call-label'), text('call-number'), text('call-counter')]).toEqual([
    'Aan de beurt',
    'P012',
    'Balie 3',
  ]);
  expect(rows()).toEqual(['R020 Balie 1', 'U003 Balie 3']);
  expect([...document.querySelectorAll('.group-next')].map((e) => e.textContent)).toEqual([
    'P013  P014  +3',
    '–',
  ]);
  expect([...document.querySelectorAll('.group-wait')].map((e) => e.textContent)).toEqual([
    'wachttijd 10–25 min',
    'wachttijd onbekend',
  ]);
  expect([text('total'), text('place'), text('clock'), text('date')]).toEqual([
    '5 wachtenden',
    'Gemeente Oefenstad · Hal',
    '10:00',
    'maandag 23 november',
  ]);
});

test('both languages of the hall are on the screen and in the voice', () => {
  say(board({ languages: ['nl', 'en'], called: [call('a', 'P012', 3)] }));
  expect(text('call-label')).toBe('Aan de beurt · Now serving');
  expect(announced).toEqual([
    {
      gong: true,
      number: 'P012',
      counter: 3,
      spoken: [
        { language: 'nl', locale: 'nl-NL', text: 'Nummer P 0 1 2. Balie 3.' },
        { language: 'en', locale: 'en-GB', text: 'Number P 0 1 2. Counter 3.' },
      ],
    },
  ]);
});

test('a hall without speech has only its gong', () => {
  say(board({ speech: false, called: [call('a', 'P012', 3)] }));
  expect(announced).toEqual([{ gong: true, spoken: [], number: 'P012', counter: 3 }]);
});

test('an empty hall is welcomed', () => {
  say(board({ languages: ['nl', 'en'] }));
  expect(text('call-label')).toBe('Welkom · Welcome\nNeem een nummer · Take a number');
  expect(document.getElementById('call')?.className).toContain('call-idle');
});

test('the clock runs on the server time, also between beats', () => {
  say();
  timers.advance(9000);
  stream().say('beat', '2026-11-23T09:00:55.000Z');
  timers.advance(5000);
  expect(text('clock')).toBe('10:01');
});

test('after ten seconds without a beat the last good state stays, with its time, and nothing is announced', () => {
  say(board({ called: [call('a', 'P012', 3, 60)] }));
  timers.advance(9999);
  expect(text('notice')).toBe('');
  timers.advance(1000);
  expect(text('notice')).toBe('Even geen verbinding. Dit was de stand om 10:00 uur.');
  expect(document.documentElement.classList.contains('stale')).toBe(true);
  expect(text('call-number')).toBe('P012');
  expect(announced).toEqual([]);
});

test('with the shared hall away the last good state stays, with its time, until it is back', () => {
  say(board({ called: [call('a', 'P012', 3)], awaySince: '2026-11-23T08:57:00.000Z' }));
  expect(text('notice')).toBe('Even geen verbinding. Dit was de stand om 09:57 uur.');
  expect(text('call-number')).toBe('P012');
  say(board({ called: [call('a', 'P012', 3)] }));
  expect(text('notice')).toBe('');
});

test('it connects again by itself, with longer pauses, and then shows the new state', () => {
  say();
  stream().say('error');
  expect(streams).toHaveLength(1);
  timers.advance(1000);
  expect(streams).toHaveLength(2);
  stream().say('error');
  timers.advance(1999);
  expect(streams).toHaveLength(2);
  timers.advance(1);
  expect(streams).toHaveLength(3);
  say(board({ called: [call('z', 'V001', 2)] }));
  expect([text('call-number'), text('notice')]).toEqual(['V001', '']);
});

test('after a long outage a stream that was just opened gets its time, and the board comes back', () => {
  say();
  for (let seconds = 0; seconds < 120; seconds += 1) {
    stream().say('error');
    timers.advance(1000);
  }
  expect(text('notice')).toMatch(/^Even geen verbinding/);
  const before = streams.length;
  timers.advance(10_000);
  expect(streams.length).toBe(before + 1);
  timers.advance(5000);
  expect(stream().closed()).toBe(false);
  say(board({ called: [call('z', 'V001', 2)] }));
  expect([text('call-number'), text('notice')]).toEqual(['V001', '']);
});

test('a stream that is silent but open is given up after ten seconds', () => {
  say();
  timers.advance(11_000);
  expect([streams.length, streams[0]?.closed()]).toEqual([2, true]);
  streams[0]?.say('board', JSON.stringify(board({ called: [call('old', 'P001', 9)] })));
  expect(text('call-number')).toBe('');
});

test.each([
  'not JSON',
  '{}',
  'null',
  '{"called":[{}]}',
  JSON.stringify({ ...board(), called: [{ number: 1 }] }),
])('the message %s leaves the last good state standing', (message) => {
  say(board({ called: [call('a', 'P012', 3)] }));
  stream().say('board', message);
  expect(text('call-number')).toBe('P012');
});

test('another version of the page on the server is fetched, the same version is not', () => {
  stream().say('version', 'v1');
  expect(reloads).toBe(0);
  stream().say('version', 'v2');
  expect(reloads).toBe(1);
});

test('nothing stands before the button for sound, so that an empty notice does not indent it', () => {
  expect(document.querySelector('.bottom')?.firstElementChild?.id).toBe('sound');
});

test('the button for sound is there only while the browser forbids sound', async () => {
  const button = document.getElementById('sound') as HTMLButtonElement;
  say();
  expect(button.hidden).toBe(true);
  blocked = true;
  timers.advance(1000);
  expect([button.hidden, button.textContent]).toEqual([false, 'Geluid aan']);
  button.click();
  await Promise.resolve();
  await Promise.resolve();
  expect(button.hidden).toBe(true);
});

test('markup in a name is text', () => {
  say(board({ municipality: '<img src=x onerror=alert(1)>' }));
  expect(document.querySelector('img')).toBeNull();
});

const BUSY = board({
  called: [call('c', 'P012', 3, 1), call('b', 'R020', 1, 40), call('a', 'U003', 2, 60)],
  recent: [{ number: 'P011', counter: 1 }],
  waiting: [waitingGroup('Paspoort', ['P013', 'P014'], { fromMinutes: 0, toMinutes: 5 })],
});
const profile = (settings: unknown) => stream().say('profile', JSON.stringify(settings));

test('a profile gives each counter its direction, and only these', () => {
  profile({ arrows: { 3: 'left', 2: 'ahead' } });
  say(BUSY);
  expect([text('call-counter'), ...rows()]).toEqual([
    '← Balie 3',
    'R020 Balie 1',
    'U003 ↑ Balie 2',
    'P011 Balie 1',
  ]);
});

test('a list has all calls alike, the newest first, as many as its rows and columns hold', () => {
  profile({ layout: 'list', rows: 1, columns: 2 });
  say(BUSY);
  expect(rows()).toEqual(['P012 Balie 3', 'R020 Balie 1']);
  expect(document.querySelector('.row-new')?.textContent).toBe('P012Balie 3');
  expect(text('last-label')).toBe('Aan de beurt');
});

test('the display above a counter shows and says only the calls to that counter', () => {
  profile({ layout: 'counter', counters: [2] });
  say(BUSY);
  expect([text('call-number'), text('call-counter')]).toEqual(['U003', 'Balie 2']);
  expect(announced).toEqual([]);
  say({ ...BUSY, called: [call('d', 'V001', 2)] });
  expect(announced.map(({ number }) => number)).toEqual(['V001']);
  say({ ...BUSY, called: [], recent: [] });
  expect([text('call-number'), text('call-counter')]).toEqual(['', 'Balie 2']);
});

test('an overflow display follows its own counters only', () => {
  profile({ counters: [1, 2] });
  say(BUSY);
  expect([text('call-number'), ...rows()]).toEqual(['R020', 'U003 Balie 2', 'P011 Balie 1']);
  expect(announced).toEqual([]);
});

test('one bad setting is named, and the board shows all the rest', () => {
  profile({ rows: 99, arrows: { 3: 'left' }, kleur: 'rood' });
  say(BUSY);
  expect([text('notice'), text('call-counter')]).toEqual([
    'Instelling niet bruikbaar: rows, kleur',
    '← Balie 3',
  ]);
});

test('a bad setting is named for a minute, for who hangs up the display, and then the lines are there for the public', () => {
  begin('?rijen=3');
  profile({ ticker: ['Morgen gesloten.'] });
  stream().say('you', 'one');
  say(BUSY);
  timers.advance(59_000);
  stream().say('beat', '2026-11-23T09:00:59.000Z');
  expect(text('notice')).toBe('Instelling niet bruikbaar: rijen');
  timers.advance(1000);
  expect(text('notice')).toBe('Morgen gesloten.');
  profile({ ticker: ['Morgen gesloten.'], rows: 99 });
  expect(text('notice')).toBe('Instelling niet bruikbaar: rows, rijen');
  expect(reports.at(-1)).toBe('one on rijen');
  timers.advance(30_000);
  expect(reports.at(-1)).toBe('one on rows rijen');
});

test.each(['null', 'not JSON', '[]'])(
  'a profile that is %s leaves the board as it is, and says so',
  (data) => {
    stream().say('profile', data);
    say(BUSY);
    expect([text('notice'), text('call-number')]).toEqual(['Instelling niet bruikbaar: profile', 'P012']);
  },
);

test('lines take turns at the bottom, and make way for what matters more', () => {
  profile({ ticker: ['Morgen gesloten.', 'Denk aan uw pasfoto.'] });
  say(BUSY);
  const seen: (string | null | undefined)[] = [];
  for (let seconds = 0; seconds <= 20; seconds += 4) {
    seen.push(text('notice'));
    timers.advance(4000);
    stream().say('beat', START);
  }
  expect([...new Set(seen)]).toEqual(['Morgen gesloten.', 'Denk aan uw pasfoto.']);
  expect([seen[0], seen[2], seen[4]]).toEqual([seen[1], seen[3], seen[5]]);
  expect(seen[4]).toBe('Morgen gesloten.');
  timers.advance(11_000);
  expect(text('notice')).toMatch(/^Even geen verbinding/);
});

test('the counts or nothing at all of who waits', () => {
  profile({ waiting: 'counts' });
  say(BUSY);
  expect(document.querySelector('.group-next')?.textContent).toBe('2');
  profile({ waiting: 'none' });
  expect(document.getElementById('waiting')?.hidden).toBe(true);
});

test('it gives a sign of life under the id it was given, at once and every half minute, and says whether it sounds', () => {
  stream().say('you', 'one');
  say(BUSY);
  timers.advance(30_000);
  blocked = true;
  timers.advance(30_000);
  expect(reports).toEqual(['one unknown', 'one on', 'one on', 'one blocked']);
});

test('that it sounds after a press is told at once', async () => {
  blocked = true;
  stream().say('you', 'one');
  say(BUSY);
  document.getElementById('sound')?.click();
  await Promise.resolve();
  await Promise.resolve();
  expect(reports).toEqual(['one unknown', 'one blocked', 'one on']);
});

test('it loads its page anew when it is told to', () => {
  stream().say('reload', '');
  expect(reloads).toBe(1);
});

test('it moves a little once a minute, and never far', () => {
  const places = new Set<string>();
  for (let minute = 0; minute < 14; minute += 1) {
    places.add(document.body.style.transform);
    timers.advance(60_000);
  }
  expect(places.size).toBe(7);
  for (const place of places)
    for (const [pixels] of place.matchAll(/-?\d+/g)) expect(Math.abs(Number(pixels))).toBeLessThanOrEqual(3);
});
