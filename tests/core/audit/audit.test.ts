import { expect, test } from 'vitest';
import { createAudit } from '../../../electron/core/audit/index.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { openTestStore } from '../../helpers/store.ts';

function filled(lines = 5) {
  const store = openTestStore();
  const audit = createAudit({ store, clock: createTestClock() });
  for (let i = 1; i <= lines; i += 1)
    audit.record({
      who: 'clerk',
      action: 'visits.identify',
      recordType: 'visit',
      recordId: `v${i}`,
      detail: '',
    });
  return { store, audit };
}

test('an untouched log verifies', () => {
  expect(filled().audit.verify()).toEqual({ intact: true, entries: 5, brokenAt: null });
  expect(filled(0).audit.verify()).toEqual({ intact: true, entries: 0, brokenAt: null });
});

test('lines cannot be changed or deleted through the store', () => {
  const { store } = filled();
  expect(() => store.db.exec("UPDATE audit SET who = 'somebody else'")).toThrow('audit is append-only');
  expect(() => store.db.exec('DELETE FROM audit')).toThrow('audit is append-only');
});

test.each([
  ['a changed field', "UPDATE audit SET record_id = 'v9' WHERE seq = 3", 3],
  ['a removed line', 'DELETE FROM audit WHERE seq = 2', 3],
  [
    'text moved from one field to the next',
    "UPDATE audit SET record_type = 'visi', record_id = 'tv4' WHERE seq = 4",
    4,
  ],
  ['a removed first line', 'DELETE FROM audit WHERE seq = 1', 2],
])('%s is found by who removes the guard', (_what, sql, brokenAt) => {
  const { store, audit } = filled();
  store.db.exec('DROP TRIGGER audit_is_append_only_update; DROP TRIGGER audit_is_append_only_delete');
  store.db.exec(sql);
  expect(audit.verify()).toMatchObject({ intact: false, brokenAt });
});

test('a line commits or rolls back with its transaction', () => {
  const { store, audit } = filled(1);
  expect(() =>
    store.atomically(() => {
      audit.record({
        who: 'clerk',
        action: 'visits.cancel',
        recordType: 'visit',
        recordId: 'v2',
        detail: '',
      });
      throw new Error('rolled back');
    }),
  ).toThrow('rolled back');
  expect(audit.verify()).toEqual({ intact: true, entries: 1, brokenAt: null });
});

test('the newest lines come first, page by page', () => {
  const { audit } = filled();
  const first = audit.list({ limit: 2 });
  expect(first.map(({ recordId }) => recordId)).toEqual(['v5', 'v4']);
  expect(audit.list({ before: first.at(-1)?.seq ?? 0, limit: 2 }).map(({ recordId }) => recordId)).toEqual([
    'v3',
    'v2',
  ]);
});
