import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../../electron/core/store/migrations/index.ts';
import { openDatabase, StoreError, storeProblem } from '../../../electron/core/store/open-database.ts';
import { testFolder, testKey } from '../../helpers/store.ts';

function open(file: string, key = testKey, list = migrations) {
  const db = openDatabase(file, key, list);
  onTestFinished(() => void db.close());
  return db;
}

function problemOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return `${error.problem}: ${error.message}`;
    throw error;
  }
  return 'opened';
}

test('a new file is encrypted, in WAL mode, and syncs every commit', () => {
  const file = path.join(testFolder(), 'waarmee.db');
  const db = open(file);
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  db.close();
  expect(readFileSync(file).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
});

test('a wrong key is named as such and leaves the file as it was', () => {
  const file = path.join(testFolder(), 'waarmee.db');
  open(file).close();
  const before = readFileSync(file);
  expect(problemOf(() => open(file, Buffer.alloc(32, 9)))).toMatch(
    /^wrongKey: De sleutel van deze pc past niet/,
  );
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a damaged file is told apart from a wrong key', () => {
  const file = path.join(testFolder(), 'waarmee.db');
  open(file).close();
  const bytes = readFileSync(file);
  bytes.fill(0xaa, 20, 600);
  writeFileSync(file, bytes);
  expect(problemOf(() => open(file))).toMatch(/^damaged: Het gegevensbestand is beschadigd/);
});

test('a file of a newer version is refused and not changed', () => {
  const file = path.join(testFolder(), 'waarmee.db');
  const db = open(file);
  db.pragma('user_version = 99999');
  db.close();
  expect(problemOf(() => open(file))).toMatch(/^newer: /);
});

test('opening again runs no migration twice', () => {
  const file = path.join(testFolder(), 'waarmee.db');
  open(file).close();
  expect(open(file).pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.version);
});

test('migrations must rise', () => {
  const file = path.join(testFolder(), 'waarmee.db');
  const twice = [
    { version: 2, name: 'second', sql: 'CREATE TABLE b (x TEXT) STRICT' },
    { version: 2, name: 'again', sql: 'CREATE TABLE c (x TEXT) STRICT' },
  ];
  expect(() => open(file, testKey, twice)).toThrow('migration again (2) does not come after 2');
});

test('a migration that fails leaves the file at the version before it', () => {
  const file = path.join(testFolder(), 'waarmee.db');
  const good = { version: 1, name: 'good', sql: 'CREATE TABLE a (x TEXT) STRICT' };
  const bad = {
    version: 2,
    name: 'bad',
    sql: 'CREATE TABLE b (x TEXT) STRICT; CREATE TABLE a (x TEXT) STRICT',
  };
  expect(() => open(file, testKey, [good, bad])).toThrow('table a already exists');
  const db = open(file, testKey, [good]);
  expect(db.pragma('user_version', { simple: true })).toBe(1);
  expect(db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all()).toEqual(['a']);
});

test('a full disk is recognised, both from SQLite and from the file system', () => {
  const db = open(path.join(testFolder(), 'waarmee.db'));
  db.exec('CREATE TABLE filler (x BLOB)');
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 2}`);
  let caught: unknown;
  try {
    db.prepare('INSERT INTO filler VALUES (zeroblob(1000000))').run();
  } catch (error) {
    caught = error;
  }
  expect(storeProblem(caught)).toBe('full');
  expect(storeProblem(Object.assign(new Error('no space'), { code: 'ENOSPC' }))).toBe('full');
  expect(storeProblem(new Error('a bug'))).toBeUndefined();
});
