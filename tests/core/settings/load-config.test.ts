import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig, parseConfig } from '../../../electron/core/settings/load-config.ts';
import { testFolder } from '../../helpers/store.ts';

const example = path.resolve(import.meta.dirname, '../../../resources/config.example.json');

interface Json {
  [key: string]: Json;
}

/** The problems of the example after one change. */
function problemsAfter(change: (config: Json) => void): readonly string[] {
  const config = JSON.parse(readFileSync(example, 'utf8')) as Json;
  change(config);
  const loaded = parseConfig(JSON.stringify(config));
  return loaded.ok ? [] : loaded.problems;
}
const set = (keys: string, value: unknown) => (config: Json) => {
  const path = keys.split('.');
  const last = path.pop() ?? '';
  let at = config;
  for (const key of path) at = at[key] as Json;
  at[last] = value as Json;
};

test('the example is a configuration, with its remarks left out', () => {
  const loaded = loadConfig(example);
  expect(loaded).toMatchObject({ ok: true, config: { workstation: { id: 'SH01', number: 1, counter: 1 } } });
  expect(JSON.stringify(loaded)).not.toContain('"//');
});

test.each([
  { host: 'localhost' },
  { host: '127.0.0.1' },
  { host: 'db.voorbeeldstad.example', caFile: 'db-ca.pem' },
])('the hall may live in a PostgreSQL at %o', (place) => {
  const engine = { kind: 'postgresql', database: 'wachtruimte', secretName: 'wachtruimte', ...place };
  expect(problemsAfter(set('hall.engine', engine))).toEqual([]);
});

test.each([
  ['workstation.number', 1000, 'workstation.number: 1000 — verwacht: een heel getal van 1 tot en met 999'],
  ['workstation.number', '1', 'workstation.number: "1" — verwacht: een heel getal van 1 tot en met 999'],
  [
    'workstation.id',
    'balie 1',
    'workstation.id: "balie 1" — verwacht: 1 tot en met 6 hoofdletters of cijfers, uniek in de gemeente',
  ],
  [
    'municipality.rsin',
    '123456789',
    'municipality.rsin: "123456789" — verwacht: een RSIN: negen cijfers die de 11-proef doorstaan',
  ],
  ['municipality.name', '', 'municipality.name: "" — verwacht: een tekst van 1 tot en met 60 tekens'],
  [
    'central.zgw.zakenUrl',
    'ftp://x',
    'central.zgw.zakenUrl: "ftp://x" — verwacht: een webadres dat begint met https:// (http:// alleen naar deze pc zelf, zoals http://127.0.0.1)',
  ],
  ['central.timeoutSeconds', 0, 'central.timeoutSeconds: 0 — verwacht: een heel getal van 1 tot en met 120'],
  [
    'hall.engine',
    {
      kind: 'postgresql',
      host: 'db.voorbeeldstad.example',
      database: 'wachtruimte',
      secretName: 'wachtruimte',
    },
    'hall.engine.caFile: ontbreekt — verwacht: het PEM-bestand van wie het certificaat van de database ondertekende (alleen op deze pc zelf kan het zonder)',
  ],
  ['hall.groups.1.letter', 'rr', 'hall.groups.1.letter: "rr" — verwacht: één hoofdletter'],
  ['hall.groups', [], 'hall.groups: een lijst van 0 — verwacht: een lijst van 1 tot en met 26 onderdelen'],
  [
    'hall.groups.0.needs.devices',
    ['fototoestel'],
    'hall.groups.0.needs.devices.0: "fototoestel" — verwacht: een van receipt-printer, ticket-dispenser, document-reader, code-scanner, signature-pad, camera, fingerprint-reader, payment-terminal',
  ],
  [
    'hall.profiles.0.by',
    'lot',
    'hall.profiles.0.by: "lot" — verwacht: norm (wie te lang wacht eerst), order (de groepen op volgorde) of ratio (om en om, naar weight)',
  ],
  [
    'hall.profiles.1.groups.0.weight',
    0,
    'hall.profiles.1.groups.0.weight: 0 — verwacht: een heel getal van 1 tot en met 20',
  ],
  [
    'hall.profiles.0.finallyCallByMinutes',
    '30',
    'hall.profiles.0.finallyCallByMinutes: "30" — verwacht: een heel getal van 1 tot en met 480',
  ],
  [
    'hall.groups.0.appointmentNormMinutes',
    0,
    'hall.groups.0.appointmentNormMinutes: 0 — verwacht: een heel getal van 1 tot en met 240',
  ],
  ['display.gong', 'ja', 'display.gong: "ja" — verwacht: true of false'],
  ['display.languages', ['de'], 'display.languages.0: "de" — verwacht: een van nl, en'],
  ['session', 5, 'session: 5 — verwacht: de sleutels idleLockMinutes'],
  ['location', undefined, 'location: ontbreekt — verwacht: de sleutels id, name'],
  [
    'central.brp.url',
    'http://brp.voorbeeldstad.example/brp',
    'central.brp.url: "http://brp.voorbeeldstad.example/brp" — verwacht: een webadres dat begint met https:// (http:// alleen naar deze pc zelf, zoals http://127.0.0.1)',
  ],
  [
    'central.zgw.zakenUrl',
    'http://127.0.0.1.example/',
    'central.zgw.zakenUrl: "http://127.0.0.1.example/" — verwacht: een webadres dat begint met https:// (http:// alleen naar deze pc zelf, zoals http://127.0.0.1)',
  ],
  [
    'devices.0.endpoints.main.kind',
    'usb',
    'devices.0.endpoints.main.kind: "usb" — verwacht: een van serial, usb-serial, usb-printer, tcp, hid, usb-hid, hid-tcp',
  ],
  [
    'devices.0.endpoints.main.vendorId',
    '4b8',
    'devices.0.endpoints.main.vendorId: "4b8" — verwacht: vier hexadecimale cijfers, zoals 04b8',
  ],
  [
    'devices.0.endpoints.main.snelheid',
    1,
    'devices.0.endpoints.main.snelheid: deze sleutel bestaat niet — verwacht: de sleutels kind, vendorId, productId, serialNumber, usbPort, baudRate, rtscts, parity, stopBits',
  ],
  [
    'devices.0.settings.columns',
    [42],
    'devices.0.settings.columns: een lijst van 1 — verwacht: een tekst of een getal of true of false',
  ],
  [
    'devices.0.role',
    'printer',
    'devices.0.role: "printer" — verwacht: een van receipt-printer, ticket-dispenser, document-reader, code-scanner, signature-pad, camera, fingerprint-reader, payment-terminal',
  ],
  [
    'workstation.balie',
    3,
    'workstation.balie: deze sleutel bestaat niet — verwacht: de sleutels id, number, counter, profile, keyboardReader',
  ],
])('%s = %j is refused by name, value and expectation', (key, value, problem) => {
  expect(problemsAfter(set(key, value))).toEqual([problem]);
});

test.each([
  ['central.zgw.secretName', 'Sup3rGeheim!'],
  ['central.zgw.secret', 'Sup3rGeheim!'],
  ['central.brp.headers.x-api-key', { Sup3rGeheim: 'x' }],
  ['central.klantinteracties.token', 'Sup3rGeheim!'],
])('the value at %s is never named', (key, value) => {
  const problems = problemsAfter(set(key, value));
  expect(problems).toHaveLength(1);
  expect(problems.join()).toContain(key);
  expect(problems.join()).not.toContain('Sup3rGeheim');
});

test.each(['http://127.0.0.1:8000/brp', 'http://localhost/brp', 'http://[::1]:8000/brp'])(
  '%s stays on this PC, and may go in the clear',
  (url) => {
    expect(problemsAfter(set('central.brp.url', url))).toEqual([]);
  },
);

test('every problem is named, not only the first', () => {
  expect(
    problemsAfter((config) => {
      set('workstation.number', 0)(config);
      set('display.port', 70_000)(config);
    }),
  ).toEqual([
    'workstation.number: 0 — verwacht: een heel getal van 1 tot en met 999',
    'display.port: 70000 — verwacht: een heel getal van 0 tot en met 65535',
  ]);
});

test('a letter, button or role that is there twice is refused', () => {
  expect(problemsAfter(set('hall.groups.3', { letter: 'P', name: 'Nog een keer', normMinutes: 10 }))).toEqual(
    ['hall.groups: P — verwacht: elke letter één keer'],
  );
  expect(problemsAfter(set('hall.groups.1.button', 1))).toEqual([
    'hall.groups: knop 1 — verwacht: elke knop één keer',
  ]);
  expect(
    problemsAfter((config) => {
      const devices = Object.values(config['devices'] ?? {});
      set('devices', [...devices, devices[0]])(config);
    }),
  ).toEqual(['devices: receipt-printer — verwacht: elke rol één keer']);
});

test.each([
  [
    'workstation.profile',
    'nachtdienst',
    'workstation.profile: "nachtdienst" — verwacht: een id uit hall.profiles (reisdocumenten-eerst, rijbewijs-en-overig)',
  ],
  [
    'hall.profiles.1.id',
    'reisdocumenten-eerst',
    'hall.profiles: "reisdocumenten-eerst" — verwacht: elk id één keer',
  ],
  [
    'hall.profiles.1.groups.0.letter',
    'Z',
    'hall.profiles.1.groups: Z — verwacht: een letter uit hall.groups (P, R, O)',
  ],
  ['hall.profiles.1.groups.0.letter', 'O', 'hall.profiles.1.groups: O — verwacht: elke letter één keer'],
  [
    'hall.groups.0.needs.skills',
    ['toveren'],
    'hall.groups.0.needs.skills: "toveren" — verwacht: een vaardigheid van minstens één profiel in hall.profiles',
  ],
  [
    'hall.appointments.earlyMinutes',
    1,
    'hall.appointments.earlyMinutes: 1 — verwacht: minstens leadMinutes (2)',
  ],
])('%s = %j contradicts the rest', (key, value, problem) => {
  expect(problemsAfter(set(key, value))).toEqual([problem]);
});

test('without work profiles nothing of them is asked', () => {
  const problems = problemsAfter((config) => {
    set('hall.profiles', undefined)(config);
    set('workstation.profile', undefined)(config);
    set('hall.groups.0.needs', undefined)(config);
    set('hall.appointments', undefined)(config);
  });
  expect(problems).toEqual([]);
});

test('text that is not JSON is refused with its line, without quoting the file', () => {
  const loaded = parseConfig('{\n  "secret": "Sup3rGeheim",\n  oops\n}');
  expect(loaded).toEqual({ ok: false, problems: ['het bestand: fout op regel 3 — verwacht: geldige JSON'] });
  expect(parseConfig('')).toMatchObject({ ok: false });
});

test('a file with a byte order mark is read, an absent one is named', () => {
  const file = path.join(testFolder(), 'config.json');
  expect(loadConfig(file)).toEqual({
    ok: false,
    problems: [`${file}: is niet te lezen (ENOENT) — verwacht: een bestand dat Waarmee mag lezen`],
  });
  writeFileSync(file, `\uFEFF${readFileSync(example, 'utf8')}`);
  expect(loadConfig(file).ok).toBe(true);
});
