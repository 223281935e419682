import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readIcalAgenda } from '../../../electron/core/agenda/read-ical.ts';
import { readJsonAgenda } from '../../../electron/core/agenda/read-json.ts';

const groupOf = (subject: string) => (/paspoort/i.test(subject) ? 'P' : subject === 'R' ? 'R' : undefined);

function ical(...events: readonly (readonly string[])[]): string {
  const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//NL', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}
const event = (uid: string, start: string, ...more: readonly string[]) => [
  `UID:${uid}`,
  `DTSTART${start}`,
  'DURATION:PT20M',
  'CATEGORIES:Balie,Paspoort aanvragen',
  ...more,
];

test('an event is an appointment: its time, its group, whose it is', () => {
  const { appointments, problems } = readIcalAgenda(
    ical(event('a-1', ':20261126T090000Z', 'ATTENDEE;CN=B. Goulouse:mailto:x@example.org')),
    groupOf,
  );
  expect(problems).toEqual([]);
  expect(appointments).toEqual([
    {
      reference: 'a-1',
      code: 'a-1',
      start: '2026-11-26T09:00:00.000Z',
      minutes: 20,
      group: 'P',
      name: 'B. Goulouse',
      persons: 1,
      bsn: null,
    },
  ]);
});

test.each([
  ['Dutch winter time', ';TZID=Europe/Amsterdam:20261126T090000', '2026-11-26T08:00:00.000Z'],
  ['Dutch summer time', ';TZID=Europe/Amsterdam:20260703T090000', '2026-07-03T07:00:00.000Z'],
  ['no zone at all', ':20261126T090000', '2026-11-26T08:00:00.000Z'],
  ['the hour that comes twice', ':20261025T023000', '2026-10-25T00:30:00.000Z'],
  ['the hour that does not exist', ':20260329T023000', '2026-03-29T01:30:00.000Z'],
])('%s', (_, start, instant) => {
  expect(readIcalAgenda(ical(event('a', start)), groupOf).appointments[0]?.start).toBe(instant);
});

test('a zone that the file itself brings is used', () => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Stadhuis',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0300',
    'TZOFFSETTO:+0300',
    'END:STANDARD',
    'END:VTIMEZONE',
  ].join('\r\n');
  const text = ical(event('a', ';TZID=Stadhuis:20261126T090000')).replace(
    'BEGIN:VEVENT',
    `${zone}\r\nBEGIN:VEVENT`,
  );
  expect(readIcalAgenda(text, groupOf).appointments[0]?.start).toBe('2026-11-26T06:00:00.000Z');
});

test('what is no appointment is left out, each with its reason, and the others stay', () => {
  const { appointments, problems } = readIcalAgenda(
    ical(
      event('good', ':20261126T090000Z'),
      event('cancelled', ':20261126T091000Z', 'STATUS:CANCELLED'),
      event('weekly', ':20261126T092000Z', 'RRULE:FREQ=WEEKLY'),
      event('day', ';VALUE=DATE:20261126'),
      event('mars', ';TZID=Mars/Phobos:20261126T090000'),
      ['UID:lunch', 'DTSTART:20261126T110000Z', 'SUMMARY:Lunch'],
      ['UID:koffie', 'DTSTART:20261126T090000Z', 'SUMMARY:Koffie'],
    ),
    groupOf,
  );
  expect(appointments.map(({ reference }) => reference)).toEqual(['good']);
  expect(problems).toEqual([
    '1 afspraak overgeslagen: herhaalt zich',
    '1 afspraak overgeslagen: heeft geen begintijd',
    '1 afspraak overgeslagen: tijdzone onbekend',
    '2 afspraken overgeslagen: onderwerp hoort bij geen groep',
  ]);
});

test('a JSON list is read in order of time, with what it leaves out filled in', () => {
  const items = [
    { reference: 'b', start: '2026-11-26T10:00:00+01:00', group: 'R', persons: 3, bsn: '999990512' },
    { reference: 'a', start: '2026-11-26T09:00:00+01:00', group: 'Paspoort', name: ' Goulouse ', extra: 1 },
    { reference: 'c', start: '2026-11-26T09:00:00+01:00', group: 'R', cancelled: true },
    { reference: 'd', start: '2026-11-26 09:00', group: 'R' },
    { reference: 'e', start: '2026-11-26T09:00:00Z', group: 'R', bsn: '123456789' },
    'onzin',
  ];
  const { appointments, problems } = readJsonAgenda(JSON.stringify(items), groupOf);
  expect(appointments).toEqual([
    {
      reference: 'a',
      code: 'a',
      start: '2026-11-26T08:00:00.000Z',
      minutes: 15,
      group: 'P',
      name: 'Goulouse',
      persons: 1,
      bsn: null,
    },
    {
      reference: 'b',
      code: 'b',
      start: '2026-11-26T09:00:00.000Z',
      minutes: 15,
      group: 'R',
      name: null,
      persons: 3,
      bsn: '999990512',
    },
  ]);
  expect(problems).toEqual([
    '1 afspraak overgeslagen: start klopt niet',
    '1 afspraak overgeslagen: bsn voldoet niet aan de 11-proef',
    '1 afspraak overgeslagen: regel klopt niet',
  ]);
});

test('of two with one reference the last counts', () => {
  const item = { reference: 'a', start: '2026-11-26T09:00:00Z', group: 'R' };
  const text = JSON.stringify([item, { ...item, start: '2026-11-26T10:00:00Z' }]);
  expect(readJsonAgenda(text, groupOf).appointments.map(({ start }) => start)).toEqual([
    '2026-11-26T10:00:00.000Z',
  ]);
});

test('whatever a list holds, reading it never throws and what comes out is whole', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (items) => {
      for (const one of readJsonAgenda(JSON.stringify(items), groupOf).appointments)
        expect(Number.isNaN(Date.parse(one.start))).toBe(false);
    }),
  );
});

test.each(['', 'geen agenda', '{}', 'BEGIN:VCALENDAR'])(
  '%j is no agenda, and is refused as a whole',
  (text) => {
    expect(() => readJsonAgenda(text, groupOf)).toThrow(/./);
    expect(() => readIcalAgenda(text, groupOf)).toThrow(/./);
  },
);
