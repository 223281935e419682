import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { safeStorage } from 'electron';
import { beforeEach, expect, test } from 'vitest';
import { openHostSecrets, openRealSecrets } from '../../electron/shell/host-secrets.ts';
import { openSafeSecrets } from '../../electron/shell/secrets.ts';
import { openSettings } from '../../electron/shell/settings.ts';
import { storeSecret, takeStoreSecret } from '../../electron/shell/store-secret.ts';
import { resetElectron, state } from '../helpers/fake-electron.ts';
import { testFolder } from '../helpers/store.ts';

beforeEach(() => resetElectron());

function memory() {
  const texts = new Map<string, string>();
  return {
    texts,
    kept: {
      get: (name: string) => texts.get(name),
      set: (name: string, text: string) => void texts.set(name, text),
    },
  };
}
const open = (
  kept: ReturnType<typeof memory>['kept'],
  platform: NodeJS.Platform = 'linux',
  storeFile = 'absent/waarmee.db',
) => openSafeSecrets({ safeStorage, platform, texts: kept, storeFile });

test('the first start makes a store key in the safe; later starts find it again', () => {
  const { texts, kept } = memory();
  const first = open(kept);
  expect(first.storeKey).toHaveLength(32);
  expect(open(kept).storeKey).toEqual(first.storeKey);
  expect([...texts.values()].join()).not.toContain(first.storeKey.toString('hex'));
});

test('a secret is kept encrypted and read back by name', () => {
  const { texts, kept } = memory();
  open(kept).write('zgw', 'Sup3rGeheim');
  expect([open(kept).read('zgw'), open(kept).read('brp'), open(kept).read('storeKey')]).toEqual([
    'Sup3rGeheim',
    undefined,
    undefined,
  ]);
  expect([...texts.values()].join()).not.toContain('Sup3rGeheim');
});

test('without encryption nothing is kept and the start is refused', () => {
  const { texts, kept } = memory();
  state.encryption = false;
  expect(() => open(kept, 'win32')).toThrow('De beveiligde opslag van deze pc werkt niet');
  expect(texts.size).toBe(0);
});

test.each(['basic_text', 'unknown', ''])(
  'on Linux the backend %j is no safe, so the start is refused',
  (backend) => {
    const { texts, kept } = memory();
    state.backend = backend;
    expect(() => open(kept)).toThrow('sleutelbos');
    expect(texts.size).toBe(0);
    expect(open(kept, 'win32').storeKey).toHaveLength(32);
  },
);

test('a safe that no longer opens stops the start and keeps what is there', () => {
  const { texts, kept } = memory();
  open(kept);
  texts.set('storeKey', Buffer.from('other').toString('base64'));
  expect(() => open(kept)).toThrow('niet te lezen');
  expect(texts.get('storeKey')).toBe(Buffer.from('other').toString('base64'));
});

test('no new key is made beside data that an old key locked', () => {
  const { texts, kept } = memory();
  const storeFile = path.join(testFolder(), 'waarmee.db');
  writeFileSync(storeFile, 'encrypted');
  expect(() => open(kept, 'linux', storeFile)).toThrow('De sleutel van het gegevensbestand ontbreekt');
  expect(texts.size).toBe(0);
});

test('in the data folder the keys are in a file of their own, without plain text', () => {
  const folder = testFolder();
  openRealSecrets(safeStorage, folder).write('zgw', 'Sup3rGeheim');
  expect(openRealSecrets(safeStorage, folder).read('zgw')).toBe('Sup3rGeheim');
  expect(readFileSync(path.join(folder, 'keys.json'), 'utf8')).not.toContain('Sup3rGeheim');
});

test('a damaged file of keys is never emptied', () => {
  const folder = testFolder();
  openRealSecrets(safeStorage, folder);
  writeFileSync(path.join(folder, 'keys.json'), '{"storeKey": "abc');
  expect(() => openRealSecrets(safeStorage, folder)).toThrow(/JSON/);
  expect(readFileSync(path.join(folder, 'keys.json'), 'utf8')).toBe('{"storeKey": "abc');
});

test('the size of the window is remembered', () => {
  const folder = testFolder();
  openSettings(folder).set('window', { width: 1500, height: 900 });
  expect(openSettings(folder).get('window')).toEqual({ width: 1500, height: 900 });
  expect(existsSync(path.join(folder, 'settings.json'))).toBe(true);
  expect(openSettings(testFolder()).get('window')).toBeUndefined();
});

test('a secret is named on the command line and comes in on standard input', async () => {
  expect(takeStoreSecret(['--data', 'x', '--store-secret', 'zgw', '--practice'])).toEqual({
    secretName: 'zgw',
    rest: ['--data', 'x', '--practice'],
  });
  expect(takeStoreSecret(['--data', 'x'])).toEqual({ secretName: null, rest: ['--data', 'x'] });
  for (const name of ['Geheim!', '', '../x'])
    expect(() => takeStoreSecret(['--store-secret', name])).toThrow('--store-secret');
  const written: string[] = [];
  const into = { write: (name: string, value: string) => void written.push(`${name}=${value}`) };
  await storeSecret('zgw', Readable.from(['Sup3r', 'Geheim\n', 'rest']), into);
  expect(written).toEqual(['zgw=Sup3rGeheim']);
  await expect(storeSecret('zgw', Readable.from(['\n']), into)).rejects.toThrow('standaardinvoer');
});

test('practice has its key in a file, works without a safe, and takes no real secret', () => {
  state.encryption = false;
  const dataDir = testFolder();
  const secrets = openHostSecrets(safeStorage, { config: null, dataDir });
  expect([secrets.storeKey.length, existsSync(path.join(dataDir, 'secrets.json'))]).toEqual([32, true]);
  expect(() => secrets.write('zgw', 'Sup3rGeheim')).toThrow('zet eerst de configuratie');
});
