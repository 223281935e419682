import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createTestClock } from '../../helpers/clock.ts';
import { openTestStore } from '../../helpers/store.ts';

test('work in one transaction is all or nothing, and joins the one that is open', () => {
  const store = openTestStore();
  store.db.exec('CREATE TABLE t (x INTEGER) STRICT');
  const add = (x: number) => store.atomically(() => store.db.prepare('INSERT INTO t VALUES (?)').run(x));
  expect(() =>
    store.atomically(() => {
      add(1);
      throw new Error('half way');
    }),
  ).toThrow('half way');
  add(2);
  expect(store.db.prepare('SELECT x FROM t').pluck().all()).toEqual([2]);
});

test('what waits for the commit runs after it, and never after a rollback', () => {
  const store = openTestStore();
  const seen: string[] = [];
  store.afterCommit(() => seen.push('at once'));
  store.atomically(() => {
    store.afterCommit(() => seen.push(`after, in transaction: ${store.db.inTransaction}`));
    seen.push('inside');
  });
  expect(() =>
    store.atomically(() => {
      store.afterCommit(() => seen.push('never'));
      throw new Error('no');
    }),
  ).toThrow('no');
  store.atomically(() => undefined);
  expect(seen).toEqual(['at once', 'inside', 'after, in transaction: false']);
});

test('a checkpoint moves the log into the file off the main thread, and nothing is lost', async () => {
  const store = openTestStore();
  store.db.exec('CREATE TABLE t (x BLOB) STRICT');
  for (let i = 0; i < 20; i += 1)
    store.atomically(() => store.db.prepare('INSERT INTO t VALUES (randomblob(100000))').run());
  const before = statSync(store.file).size;
  await store.checkpoint();
  expect(statSync(store.file).size).toBeGreaterThan(before + 1_500_000);
  expect(store.db.prepare('SELECT count(*) FROM t').pluck().get()).toBe(20);
});

test('a quiet counter checkpoints by itself', async () => {
  const clock = createTestClock();
  const store = openTestStore({ clock });
  store.db.exec('CREATE TABLE t (x BLOB) STRICT');
  for (let i = 0; i < 20; i += 1)
    store.atomically(() => store.db.prepare('INSERT INTO t VALUES (randomblob(100000))').run());
  const before = statSync(store.file).size;
  await clock.advance(2_000);
  await store.close();
  expect(statSync(store.file).size).toBeGreaterThan(before);
});

test('what follows a commit may fail without taking back the work or stopping the rest', () => {
  const told: unknown[] = [];
  const store = openTestStore({ onFollowUpFailed: (error) => told.push(error) });
  const seen: string[] = [];
  const bug = new Error('a bug');
  const value = store.atomically(() => {
    store.afterCommit(() => {
      throw bug;
    });
    store.afterCommit(() => seen.push('the rest'));
    return 'kept';
  });
  expect({ value, seen, told }).toEqual({ value: 'kept', seen: ['the rest'], told: [bug] });
});
