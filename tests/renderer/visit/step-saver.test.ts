import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StepSaver, type StepSaverDeps } from '../../../renderer/counter/visit/drafts/step-saver.ts';
import type { VisitView } from '../../../shared/contract/visits.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';

const STEP = { transactionId: 't1', index: 2 };

function visit(visitId: string): VisitView {
  return {
    visitId,
    counter: 3,
    ticketId: null,
    number: null,
    groupName: null,
    waitedSeconds: null,
    startedAt: '2026-11-23T09:38:00.000Z',
    person: null,
    document: null,
    transactions: [],
    totalCents: 0,
    offeredDocument: null,
  };
}

const note = (text: string) => ({ kind: 'note', text }) as const;

function bench() {
  const sent: Parameters<StepSaverDeps['save']>[0][] = [];
  const answers: ((result: Result<VisitView>) => void)[] = [];
  const saved: string[] = [];
  let ids = 0;
  const saver = new StepSaver({
    save: (input) => {
      sent.push(input);
      return new Promise((resolve) => answers.push(resolve));
    },
    onSaved: (answer) => saved.push(answer.visitId),
    newCommandId: () => `command-${(ids += 1)}`,
    delayMs: 400,
  });
  const answer = async (result: Result<VisitView>) => {
    answers.shift()?.(result);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { saver, sent, saved, answer };
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
  const { saver, sent, saved, answer } = bench();
  saver.change(STEP, note('old'));
  await vi.advanceTimersByTimeAsync(400);
  saver.change(STEP, note('new'));
  await answer(ok(visit('first')));
  expect(saved).toEqual(['first']);
  expect(saver.draft(STEP)).toMatchObject({ data: note('new'), state: 'typed' });
  await vi.advanceTimersByTimeAsync(400);
  expect(sent.map(({ data }) => data)).toEqual([note('old'), note('new')]);
  await answer(ok(visit('second')));
  expect(saver.draft(STEP)).toBeUndefined();
});

test('a second save waits for the answer to the first, also of another step', async () => {
  const { saver, sent, answer } = bench();
  saver.change(STEP, note('one'));
  saver.change({ transactionId: 't2', index: 0 }, note('two'));
  const all = saver.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toHaveLength(1);
  await answer(ok(visit('v')));
  expect(sent).toHaveLength(2);
  await answer(ok(visit('v')));
  expect(await all).toBe(true);
});

test('a failed save keeps the text and repeats it under the same command id', async () => {
  const { saver, sent, answer } = bench();
  saver.change(STEP, note('kept'));
  const first = saver.flush();
  await vi.advanceTimersByTimeAsync(0);
  await answer(fail('unreachable'));
  expect(await first).toBe(false);
  expect(saver.draft(STEP)).toMatchObject({ data: note('kept'), state: 'failed', error: 'unreachable' });
  expect(saver.overall()).toBe('failed');
  const again = saver.flush();
  await vi.advanceTimersByTimeAsync(0);
  await answer(ok(visit('v')));
  expect(await again).toBe(true);
  expect(sent[1]?.commandId).toBe(sent[0]?.commandId);
});

test('new text gets a new command id', async () => {
  const { saver, sent, answer } = bench();
  saver.change(STEP, note('one'));
  void saver.flush();
  await vi.advanceTimersByTimeAsync(0);
  await answer(ok(visit('v')));
  saver.change(STEP, note('two'));
  void saver.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent[1]?.commandId).not.toBe(sent[0]?.commandId);
});

test('another change of the visit waits for the saves under way', async () => {
  const { saver, sent, answer } = bench();
  const order: string[] = [];
  saver.change(STEP, note('text'));
  void saver.flush();
  const attached = saver.afterSaves(async () => {
    order.push('attach');
    return 'done';
  });
  await vi.advanceTimersByTimeAsync(0);
  expect([sent.length, order]).toEqual([1, []]);
  await answer(ok(visit('v')));
  expect(await attached).toBe('done');
});

test('stopping sends what was typed and not yet saved', async () => {
  const { saver, sent, answer } = bench();
  saver.change(STEP, note('last words'));
  const stopped = saver.stop();
  await vi.advanceTimersByTimeAsync(0);
  await answer(ok(visit('v')));
  expect(await stopped).toBe(true);
  expect(sent).toHaveLength(1);
});

test('the drafts of a removed product are dropped and not sent', async () => {
  const { saver, sent } = bench();
  saver.change(STEP, note('gone'));
  saver.forget('t1');
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual([]);
  expect(saver.overall()).toBeUndefined();
});
