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
  ['workstation.number', 1000, 'workstation.number: 1000 — expected a whole number from 1 to 999'],
  ['workstation.number', '1', 'workstation.number: "1" — expected a whole number from 1 to 999'],
  [
    'workstation.id',
    'balie 1',
    'workstation.id: "balie 1" — expected 1 to 6 capitals or digits, unique in the municipality',
  ],
  [
    'municipality.rsin',
    '123456789',
    'municipality.rsin: "123456789" — expected an RSIN: nine digits that pass the 11-proef',
  ],
  ['municipality.name', '', 'municipality.name: "" — expected a text of 1 to 60 characters'],
  [
    'central.zgw.zakenUrl',
    'ftp://x',
    'central.zgw.zakenUrl: "ftp://x" — expected a web address that starts with https:// or http://',
  ],
  ['central.timeoutSeconds', 0, 'central.timeoutSeconds: 0 — expected a whole number from 1 to 120'],
  ['hall.groups.1.letter', 'rr', 'hall.groups.1.letter: "rr" — expected a text of the right form'],
  ['hall.groups', [], 'hall.groups: a list — expected a list of the right length'],
  ['display.gong', 'ja', 'display.gong: "ja" — expected true or false'],
  ['display.languages', ['de'], 'display.languages.0: "de" — expected one of nl, en'],
  ['session', 5, 'session: 5 — expected the keys idleLockMinutes'],
  ['location', undefined, 'location: missing — expected the keys id, name'],
  [
    'workstation.balie',
    3,
    'workstation.balie — no such key; expected the keys id, number, counter, keyboardReader',
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

test('every problem is named, not only the first', () => {
  expect(
    problemsAfter((config) => {
      set('workstation.number', 0)(config);
      set('display.port', 70_000)(config);
    }),
  ).toEqual([
    'workstation.number: 0 — expected a whole number from 1 to 999',
    'display.port: 70000 — expected a whole number from 0 to 65535',
  ]);
});

test('a letter, button or role that is there twice is refused', () => {
  expect(problemsAfter(set('hall.groups.1.letter', 'P'))).toEqual([
    'hall.groups: P — expected each letter once',
  ]);
  expect(problemsAfter(set('hall.groups.1.button', 1))).toEqual([
    'hall.groups: button 1 — expected each button once',
  ]);
  expect(
    problemsAfter((config) => {
      const devices = Object.values(config['devices'] ?? {});
      set('devices', [...devices, devices[0]])(config);
    }),
  ).toEqual(['devices: receipt-printer — expected each role once']);
});

test('text that is not JSON is refused with its line, without quoting the file', () => {
  const loaded = parseConfig('{\n  "secret": "Sup3rGeheim",\n  oops\n}');
  expect(loaded).toEqual({ ok: false, problems: ['the file is not JSON: see line 3'] });
  expect(parseConfig('')).toMatchObject({ ok: false });
});

test('a file with a byte order mark is read, an absent one is named', () => {
  const file = path.join(testFolder(), 'config.json');
  expect(loadConfig(file)).toEqual({ ok: false, problems: [`${file}: can not be read (ENOENT)`] });
  writeFileSync(file, `\uFEFF${readFileSync(example, 'utf8')}`);
  expect(loadConfig(file).ok).toBe(true);
});
