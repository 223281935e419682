import { expect, test } from 'vitest';
import type { Handler } from '../../../electron/core/handlers.ts';
import { fail, ok } from '../../../shared/lib/result.ts';
import { COMMAND, dispatchBench } from './dispatch-bench.ts';

const SECRET = 'burgerservicenummer 999993653 van Suzanne Moulin';

/** Does everything a command can do, and then ends as the test says. */
function busyBench(end: () => ReturnType<Handler<'sync.retry'>['run']> | never) {
  const made: ReturnType<typeof dispatchBench> = dispatchBench({
    'sync.retry': {
      kind: 'atomic',
      run(_input, context) {
        made.store.db.prepare("INSERT INTO number_series (name, last) VALUES ('x', 1)").run();
        context.audit('sync.retry', 'visit', 'i1');
        made.events.publish({ name: 'sync.changed', data: {} });
        const answer = end();
        if (answer instanceof Promise) throw new Error('an atomic handler cannot wait');
        return answer;
      },
    },
  });
  return made;
}

const retry = { commandId: COMMAND, itemId: 'a' };

test('a command that succeeds leaves its row, its audit line, its answer and its event', async () => {
  const { call, count, published } = busyBench(() => ok({ done: true }));
  expect(await call('sync.retry', retry)).toEqual(ok({ done: true }));
  expect([count('number_series'), count('audit'), count('command_answer')]).toEqual([1, 1, 1]);
  expect(published).toEqual([{ name: 'sync.changed', data: {} }]);
});

test('a refusal leaves nothing: no row, no audit line, no answer, no event', async () => {
  const { call, count, published, log } = busyBench(() => fail('notParked'));
  expect(await call('sync.retry', retry)).toEqual(fail('notParked'));
  expect([count('number_series'), count('audit'), count('command_answer')]).toEqual([0, 0, 0]);
  expect(published).toEqual([]);
  expect(log.lines).toEqual([]);
});

test('events of a command that was rolled back do not come out with the next', async () => {
  let times = 0;
  const { call, published } = busyBench(() => (++times === 1 ? fail('notParked') : ok({ done: true })));
  await call('sync.retry', retry);
  await call('sync.retry', retry);
  expect(published).toHaveLength(1);
});

test('a bug leaves nothing either, is answered with internal, and is logged without its data', async () => {
  const { call, count, published, log } = busyBench(() => {
    throw new TypeError(`first line\n${SECRET}\n${SECRET}`);
  });
  expect(await call('sync.retry', retry)).toEqual(fail('internal'));
  expect([count('number_series'), count('audit'), count('command_answer')]).toEqual([0, 0, 0]);
  expect(published).toEqual([]);
  expect(log.lines).toMatchObject([
    {
      level: 'error',
      event: 'call.failed',
      fields: { call: 'sync.retry', error: 'TypeError', storage: 'none' },
    },
  ]);
  expect(log.lines[0]?.fields['stack']).toContain('failures.test.ts');
  const text = JSON.stringify(log.lines);
  for (const part of ['999993653', 'Suzanne', 'first line', COMMAND]) expect(text).not.toContain(part);
});

test.each<[string, Handler<'hall.callNext'>]>([
  [
    'throws at once',
    {
      kind: 'query',
      run: () => {
        throw new Error(SECRET);
      },
    },
  ],
  ['rejects', { kind: 'effect', run: () => Promise.reject(new Error(SECRET)) }],
  ['rejects with something that is no error', { kind: 'effect', run: () => Promise.reject(SECRET) }],
])('a handler that %s is answered with internal, and runs anew when asked again', async (_how, handler) => {
  const { call, log } = dispatchBench({ 'hall.callNext': handler });
  expect(await call('hall.callNext', { commandId: COMMAND })).toEqual(fail('internal'));
  expect(await call('hall.callNext', { commandId: COMMAND })).toEqual(fail('internal'));
  expect(log.lines).toHaveLength(2);
  expect(JSON.stringify(log.lines)).not.toContain('999993653');
});

test('a refused effect is not remembered: it can be tried again with the same id', async () => {
  let times = 0;
  const { call } = dispatchBench({
    'hall.callNext': {
      kind: 'effect',
      run: async () => (++times === 1 ? fail('hallUnavailable') : ok(null)),
    },
  });
  expect(await call('hall.callNext', { commandId: COMMAND })).toEqual(fail('hallUnavailable'));
  expect(await call('hall.callNext', { commandId: COMMAND })).toEqual(ok(null));
});

test('a full disk is said to be one, keeps what there was, and is over when there is room', async () => {
  const big = 'x'.repeat(500_000);
  const made: ReturnType<typeof dispatchBench> = dispatchBench({
    'sync.retry': {
      kind: 'atomic',
      run({ itemId }, context) {
        context.audit('sync.retry', 'visit', itemId);
        made.store.db.prepare('INSERT INTO number_series (name, last) VALUES (?, 1)').run(itemId + big);
        return ok({ done: true });
      },
    },
  });
  const { call, count, store, log } = made;
  const pages = store.db.pragma('page_count', { simple: true });
  store.db.pragma(`max_page_count = ${Number(pages) + 20}`);
  expect(await call('sync.retry', retry)).toEqual(fail('storeFull'));
  expect([count('number_series'), count('audit'), count('command_answer')]).toEqual([0, 0, 0]);
  expect(log.lines).toMatchObject([{ fields: { storage: 'full' } }]);
  store.db.pragma('max_page_count = 1073741823');
  expect(await call('sync.retry', retry)).toEqual(ok({ done: true }));
  expect(made.audit.verify()).toMatchObject({ intact: true, entries: 1 });
});

test('a store that another program holds for a moment is not called damaged', async () => {
  const busy = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
  const { call } = busyBench(() => {
    throw busy;
  });
  expect(await call('sync.retry', retry)).toEqual(fail('internal'));
});

test('a damaged store is said to be damaged', async () => {
  const corrupt = Object.assign(new Error('disk image is malformed'), { code: 'SQLITE_CORRUPT' });
  const { call } = busyBench(() => {
    throw corrupt;
  });
  expect(await call('sync.retry', retry)).toEqual(fail('storeDamaged'));
});

test('after the store was closed a call is answered, not thrown', async () => {
  const { call, store } = busyBench(() => ok({ done: true }));
  await store.close();
  expect(await call('sync.retry', retry)).toEqual(fail('internal'));
});

test('a window that fails to listen takes neither the answer nor the other windows with it', async () => {
  const { call, events, published, log, count } = busyBench(() => ok({ done: true }));
  events.subscribe(() => {
    throw new Error(SECRET);
  });
  const late: string[] = [];
  events.subscribe(({ name }) => late.push(name));
  expect(await call('sync.retry', retry)).toEqual(ok({ done: true }));
  expect(count('command_answer')).toBe(1);
  expect([published.length, late]).toEqual([1, ['sync.changed']]);
  expect(log.lines).toMatchObject([{ event: 'event.listenerFailed', fields: { event: 'sync.changed' } }]);
  expect(JSON.stringify(log.lines)).not.toContain('999993653');
});
