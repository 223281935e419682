import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { takeInstanceLock } from '../../electron/hosting/instance-lock.ts';
import { openLogFile } from '../../electron/hosting/log-file.ts';
import { openSecretsFile } from '../../electron/hosting/secrets-file.ts';
import { openSettingsFile } from '../../electron/hosting/settings-file.ts';
import { testFolder } from '../helpers/store.ts';

function secretsFolder() {
  const folder = testFolder();
  return { file: path.join(folder, 'secrets.json'), store: path.join(folder, 'waarmee.db') };
}

test('the first start makes a file of secrets for its owner alone, with a random key that stays', () => {
  const { file, store } = secretsFolder();
  const first = openSecretsFile(file, store);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(first.storeKey).toHaveLength(32);
  expect(openSecretsFile(file, store).storeKey).toEqual(first.storeKey);
  const other = secretsFolder();
  expect(openSecretsFile(other.file, other.store).storeKey).not.toEqual(first.storeKey);
  expect(readdirSync(path.dirname(file))).toEqual(['secrets.json']);
});

test.each([0o640, 0o604, 0o660, 0o644])(
  'a file of secrets with mode %o is refused, with what to do',
  (mode) => {
    const { file, store } = secretsFolder();
    openSecretsFile(file, store);
    chmodSync(file, mode);
    expect(() => openSecretsFile(file, store)).toThrow(`chmod 600 ${file}`);
  },
);

test('a new key is never made beside data that an old key locked', () => {
  const { file, store } = secretsFolder();
  writeFileSync(store, 'encrypted');
  expect(() => openSecretsFile(file, store)).toThrow('Zet het bestand terug uit de reservekopie');
  expect(existsSync(file)).toBe(false);
});

test('a damaged file of secrets is refused by field, without a value, and left as it is', () => {
  const { file, store } = secretsFolder();
  const text = JSON.stringify({ storeKey: 'deadbeef', secrets: { zgw: 'Sup3rGeheim' } });
  writeFileSync(file, text, { mode: 0o600 });
  expect(() => openSecretsFile(file, store)).toThrow(/controleer storeKey\.$/);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('a secret is found by its name only', () => {
  const { file, store } = secretsFolder();
  writeFileSync(file, JSON.stringify({ storeKey: 'ab'.repeat(32), secrets: { zgw: 'waarde' } }), {
    mode: 0o600,
  });
  const secrets = openSecretsFile(file, store);
  expect([secrets.read('zgw'), secrets.read('brp'), secrets.read('toString')]).toEqual([
    'waarde',
    undefined,
    undefined,
  ]);
});

test('one data folder is for one living process; what a dead one left is taken over', () => {
  const file = path.join(testFolder(), 'waarmee.lock');
  const lock = takeInstanceLock(file);
  expect(readFileSync(file, 'utf8').trim()).toBe(String(process.pid));
  lock.release();
  expect(existsSync(file)).toBe(false);
  writeFileSync(file, '4194000\n');
  expect(() => takeInstanceLock(file, () => true)).toThrow('Waarmee is al gestart');
  expect(readFileSync(file, 'utf8')).toBe('4194000\n');
  takeInstanceLock(file, () => false).release();
  writeFileSync(file, 'half a numb');
  takeInstanceLock(file, () => true).release();
});

test('a lock that somebody else took in the meantime is not given away', () => {
  const file = path.join(testFolder(), 'waarmee.lock');
  const lock = takeInstanceLock(file);
  writeFileSync(file, '1\n');
  lock.release();
  expect(existsSync(file)).toBe(true);
});

test('settings stay, and damaged or odd ones count as never set', () => {
  const file = path.join(testFolder(), 'settings.json');
  openSettingsFile(file).set('window', { width: 1400, height: 900 });
  expect(openSettingsFile(file).get('window')).toEqual({ width: 1400, height: 900 });
  for (const text of ['', '{', '[]', '{"window":{"width":-1,"height":5}}']) {
    writeFileSync(file, text);
    expect(openSettingsFile(file).get('window')).toBeUndefined();
  }
});

test('the log is for its owner alone and holds no secret, name or burgerservicenummer', () => {
  const file = path.join(testFolder(), 'logs', 'waarmee.log');
  const log = openLogFile(file);
  log.info('a', { zaakId: 'Z-1', secretName: 'zgw', bsn: '999993653', count: 3, port: 8090 });
  log.warn('b', { detail: 'about 999993653 and 123456789', familyName: 'Bultenaar', number: 999_993_653 });
  log.error('c', { detail: 'x'.repeat(1000) });
  log.flush();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const lines = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines[0]).toMatchObject({
    event: 'a',
    zaakId: 'Z-1',
    secretName: '[redacted]',
    bsn: '[redacted]',
    count: 3,
    port: 8090,
  });
  expect(lines[1]).toMatchObject({
    event: 'b',
    detail: 'about [redacted] and 123456789',
    familyName: '[redacted]',
    number: '[redacted]',
  });
  expect(String(lines[2]?.['detail'])).toHaveLength(301);
});
