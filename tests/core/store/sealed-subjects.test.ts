import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { readProcessingLog } from '../../../electron/core/central/index.ts';
import { migrate } from '../../../electron/core/store/migrate.ts';
import { migrations } from '../../../electron/core/store/migrations/index.ts';
import { createSubjectSeal } from '../../../electron/core/store/subject-seal.ts';
import { openTestStore, testKey } from '../../helpers/store.ts';

const LINES = 2500;

/** A store of before the subjects were sealed, with a line without a subject as number 3. */
function before() {
  const db = new Database(':memory:');
  onTestFinished(() => void db.close());
  migrate(
    db,
    migrations.filter(({ version }) => version < 280),
    testKey,
  );
  const insert = db.prepare(
    `INSERT INTO processing_log (seq, trace_id, activity, purpose, staff_id, subject, outcome, started_at, ended_at)
     VALUES (?, 't', 'brp.raadplegen', 'p', 's', ?, 'shown', '2026-11-23T09:00:00.000Z', '2026-11-23T09:00:01.000Z')`,
  );
  for (let seq = 1; seq <= LINES; seq += 1)
    insert.run(seq, seq === 3 ? null : seq % 2 === 0 ? '999990019' : '999993653');
  return db;
}

test('the lines of before are sealed, keep their order, can be found, and stay append-only', () => {
  const db = before();
  migrate(db, migrations, testKey);
  const store = { ...openTestStore(), db };
  const everything = { from: '0000', before: '9999', about: null };
  const read = readProcessingLog(store, everything).map(({ subject }) => subject);
  expect(read).toHaveLength(LINES);
  expect(read.slice(0, 4)).toEqual(['999993653', '999990019', null, '999990019']);
  expect(new Set(read.slice(3))).toEqual(new Set(['999993653', '999990019']));
  expect(readProcessingLog(store, { ...everything, about: '999990019' })).toHaveLength(LINES / 2);
  expect(
    db
      .prepare("SELECT count(*) AS n FROM processing_log WHERE typeof(subject) NOT IN ('blob', 'null')")
      .get(),
  ).toEqual({ n: 0 });
  expect(() => db.exec("UPDATE processing_log SET purpose = 'anders'")).toThrow('append-only');
});

test('a step that fails halfway leaves the lines as they were', () => {
  const db = before();
  const failing = migrations.map((one) =>
    one.version === 280
      ? {
          ...one,
          run: (...with_: Parameters<NonNullable<typeof one.run>>) => {
            one.run?.(...with_);
            throw new Error('power cut');
          },
        }
      : one,
  );
  expect(() => migrate(db, failing, testKey)).toThrow('power cut');
  expect(db.pragma('user_version', { simple: true })).toBeLessThan(280);
  expect(db.prepare('SELECT subject FROM processing_log WHERE seq = 1').get()).toEqual({
    subject: '999993653',
  });
  expect(() => db.exec("UPDATE processing_log SET purpose = 'anders'")).toThrow('append-only');
});

test('a subject opens with its key and at its line alone, and never looks the same twice', () => {
  const seals = createSubjectSeal(testKey);
  const others = createSubjectSeal(Buffer.alloc(32, 8));
  const sealed = seals.seal('999993653', 7);
  expect(seals.open(sealed, 7)).toBe('999993653');
  expect(seals.open(sealed, 8)).toBeUndefined();
  expect(others.open(sealed, 7)).toBeUndefined();
  expect(seals.open(sealed.subarray(0, 20), 7)).toBeUndefined();
  expect(seals.seal('999993653', 7).equals(sealed)).toBe(false);
  expect(seals.mark('999993653').equals(seals.mark('999993653'))).toBe(true);
  expect(others.mark('999993653').equals(seals.mark('999993653'))).toBe(false);
});
