import { expect, test } from 'vitest';
import { createGroupCommit } from '../../../electron/core/sync/group-commit.ts';
import { openTestStore } from '../../helpers/store.ts';

function scene() {
  const store = openTestStore();
  store.db.exec('CREATE TABLE note (text TEXT NOT NULL UNIQUE) STRICT');
  const insert = store.db.prepare('INSERT INTO note (text) VALUES (?)');
  const notes = store.db.prepare<[], { text: string }>('SELECT text FROM note ORDER BY rowid');
  let transactions = 0;
  const commit = createGroupCommit({
    ...store,
    atomically: (work) => {
      transactions += 1;
      return store.atomically(work);
    },
  });
  return {
    commit: (text: string) => commit(() => insert.run(text).changes),
    texts: () => notes.all().map(({ text }) => text),
    transactions: () => transactions,
  };
}

test('what comes in together goes to disk in one transaction, in order', async () => {
  const { commit, texts, transactions } = scene();
  expect(await Promise.all(['a', 'b', 'c'].map(commit))).toEqual([1, 1, 1]);
  expect(texts()).toEqual(['a', 'b', 'c']);
  expect(transactions()).toBe(1);
  await commit('d');
  expect(transactions()).toBe(2);
});

test('one that fails does not take the others with it', async () => {
  const { commit, texts } = scene();
  const outcomes = await Promise.allSettled(['a', 'a', 'b'].map(commit));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(texts()).toEqual(['a', 'b']);
  await expect(commit('a')).rejects.toThrow(/UNIQUE/);
});
