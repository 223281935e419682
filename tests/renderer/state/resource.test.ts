import { expect, test } from 'vitest';
import { createResource, type Loaded } from '../../../renderer/state/resource.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';

/** A fetch whose answers the test gives one by one. */
function createPuppet() {
  const waiting: ((result: Result<string>) => void)[] = [];
  const shown: Loaded<string>[] = [];
  const resource = createResource<string>(
    () => new Promise<Result<string>>((resolve) => waiting.push(resolve)),
    (loaded) => shown.push(loaded),
  );
  const answer = async (index: number, result: Result<string>) => {
    waiting[index]?.(result);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { resource, shown, waiting, answer };
}

test('an answer that a forced fetch overtook is dropped', async () => {
  const { resource, shown, answer } = createPuppet();
  void resource.refresh();
  void resource.refresh(true);
  await answer(1, ok('new'));
  await answer(0, ok('old'));
  expect(shown).toEqual([{ value: 'new', error: undefined }]);
});

test('many refreshes while one runs become one more fetch', async () => {
  const { resource, shown, waiting, answer } = createPuppet();
  for (let count = 0; count < 5; count += 1) void resource.refresh();
  expect(waiting).toHaveLength(1);
  await answer(0, ok('first'));
  expect(waiting).toHaveLength(2);
  await answer(1, ok('second'));
  expect(waiting).toHaveLength(2);
  expect(shown.map((loaded) => loaded.value)).toEqual(['first', 'second']);
});

test('a failure keeps the last good value and names the failure', async () => {
  const { resource, shown, answer } = createPuppet();
  void resource.refresh();
  await answer(0, ok('good'));
  void resource.refresh();
  await answer(1, fail('hallUnavailable'));
  expect(shown.at(-1)).toEqual({ value: 'good', error: { code: 'hallUnavailable' } });
});

test('a value that a command gave wins over a fetch that was under way, which is done again', async () => {
  const { resource, shown, waiting, answer } = createPuppet();
  void resource.refresh();
  resource.put('from the command');
  await answer(0, ok('older'));
  expect(shown).toEqual([{ value: 'from the command', error: undefined }]);
  expect(waiting).toHaveLength(2);
});

test('after clearing, an answer that was under way shows nothing', async () => {
  const { resource, shown, answer } = createPuppet();
  void resource.refresh();
  resource.clear();
  await answer(0, ok('of the one who left'));
  expect(shown).toEqual([{ value: undefined, error: undefined }]);
});
