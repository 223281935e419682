import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StepSaver, type StepSaverDeps } from '../../../renderer/counter/visit/desk/step-saver.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';

const STEP = { transactionId: 't1', index: 2 };

const note = (text: string) => ({ kind: 'note', text }) as const;

function bench() {
  const sent: Parameters<StepSaverDeps['save']>[0][] = [];
  const answers: ((result: Result<string>) => void)[] = [];
  const saver = new StepSaver({
    save: (input) => {
      sent.push(input);
      return new Promise((resolve) => answers.push(resolve));
    },
    delayMs: 400,
  });
  const answer = async (result: Result<string>) => {
    answers.shift()?.(result);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { saver, sent, answer };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('typing is saved once, 400 ms after the last key, with the last text', async () => {
  const { saver, sent } = bench();
  saver.change(STEP, note('a'));
  await vi.advanceTimersByTimeAsync(399);
  saver.change(STEP, note('ab'));
  await vi.advanceTimersByTimeAsync(399);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent.map(({ data }) => data)).toEqual([note('ab')]);
});

test('an answer to older text leaves the newer text in place, and that is saved after it', async () => {
  const { saver, sent, answer } = bench();
  saver.change(STEP, note('old'));
  await vi.advanceTimersByTimeAsync(400);
  saver.change(STEP, note('new'));
  await answer(ok('saved'));
  expect(saver.draft(STEP)).toMatchObject({ data: note('new'), state: 'typed' });
  await vi.advanceTimersByTimeAsync(400);
  expect(sent.map(({ data }) => data)).toEqual([note('old'), note('new')]);
  await answer(ok('saved'));
  expect(saver.draft(STEP)).toEqual(expect.objectContaining({ data: note('new'), state: 'saved' }));
});

test('a second save waits for the answer to the first, also of another step', async () => {
  const { saver, sent, answer } = bench();
  saver.change(STEP, note('one'));
  saver.change({ transactionId: 't2', index: 0 }, note('two'));
  const all = saver.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toHaveLength(1);
  await answer(ok('saved'));
  expect(sent).toHaveLength(2);
  await answer(ok('saved'));
  expect(await all).toBe(true);
});

test('a failed save keeps the text and repeats it at the next flush', async () => {
  const { saver, sent, answer } = bench();
  saver.change(STEP, note('kept'));
  const first = saver.flush();
  await vi.advanceTimersByTimeAsync(0);
  await answer(fail('unreachable'));
  expect(await first).toBe(false);
  expect(saver.draft(STEP)).toMatchObject({ data: note('kept'), state: 'failed' });
  expect(saver.overall()).toBe('failed');
  const again = saver.flush();
  await vi.advanceTimersByTimeAsync(0);
  await answer(ok('saved'));
  expect(await again).toBe(true);
  expect(sent[1]).toEqual(sent[0]);
});

test('what is saved is not sent again, and stays what is shown', async () => {
  const { saver, sent, answer } = bench();
  saver.change(STEP, note('kept'));
  void saver.flush();
  await vi.advanceTimersByTimeAsync(0);
  await answer(ok('saved'));
  expect(await saver.flush()).toBe(true);
  expect(sent).toHaveLength(1);
  expect(saver.draft(STEP)?.data).toEqual(note('kept'));
});

test('stopping sends what was typed and not yet saved', async () => {
  const { saver, sent, answer } = bench();
  saver.change(STEP, note('last words'));
  const stopped = saver.stop();
  await vi.advanceTimersByTimeAsync(0);
  await answer(ok('saved'));
  expect(await stopped).toBe(true);
  expect(sent).toHaveLength(1);
});

test('the drafts of a removed product are dropped and not sent', async () => {
  const { saver, sent } = bench();
  saver.change(STEP, note('gone'));
  saver.keepOnly(['t2']);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual([]);
  expect(saver.overall()).toBe('saved');
  expect(saver.draft(STEP)).toBeUndefined();
});
