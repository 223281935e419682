import { expect, test } from 'vitest';
import type { Handler } from '../../../electron/core/handlers.ts';
import type { Store } from '../../../electron/core/store/index.ts';
import { ok } from '../../../shared/lib/result.ts';
import { COMMAND, dispatchBench, OTHER_COMMAND } from './dispatch-bench.ts';

/** An atomic command that counts in the store how often it was carried out. */
function counting(store: () => Store): Handler<'sync.retry'> {
  return {
    kind: 'atomic',
    run(_input, context) {
      const sql =
        "INSERT INTO number_series (name, last) VALUES ('done', 1) ON CONFLICT (name) DO UPDATE SET last = last + 1";
      store().db.prepare(sql).run();
      context.audit('sync.retry', 'visit', 'i1');
      return ok({ done: true });
    },
  };
}

function bench(file?: string) {
  const made: ReturnType<typeof dispatchBench> = dispatchBench(
    { 'sync.retry': counting(() => made.store) },
    file === undefined ? {} : { file },
  );
  const times = () => made.store.db.prepare<[], number>('SELECT last FROM number_series').pluck().get() ?? 0;
  return { ...made, times };
}

test('a repeated command gives the first answer again and does nothing', async () => {
  const { call, times, count } = bench();
  const first = await call('sync.retry', { commandId: COMMAND, itemId: 'a' });
  expect(await call('sync.retry', { commandId: COMMAND, itemId: 'a' })).toEqual(first);
  expect(times()).toBe(1);
  expect(count('audit')).toBe(1);
  await call('sync.retry', { commandId: OTHER_COMMAND, itemId: 'a' });
  expect(times()).toBe(2);
});

test('the first answer is kept over a restart', async () => {
  const before = bench();
  const first = await before.call('sync.retry', { commandId: COMMAND, itemId: 'a' });
  await before.store.close();
  const after = bench(before.file);
  expect(await after.call('sync.retry', { commandId: COMMAND, itemId: 'a' })).toEqual(first);
  expect(after.times()).toBe(1);
});

test('an id that was used for something else is refused: other input, other call or other person', async () => {
  const { call, times, present } = bench();
  await call('sync.retry', { commandId: COMMAND, itemId: 'a' });
  const refusal = { ok: false, error: { code: 'commandIdReused' } };
  expect(await call('sync.retry', { commandId: COMMAND, itemId: 'b' })).toEqual(refusal);
  expect(await call('hall.callNext', { commandId: COMMAND })).toEqual(refusal);
  present.staff = { ...present.staff, staffId: 'clerk-2' };
  expect(await call('sync.retry', { commandId: COMMAND, itemId: 'a' })).toEqual(refusal);
  expect(times()).toBe(1);
});

test('answers are forgotten after a day', async () => {
  const { call, clock, count } = bench();
  await call('sync.retry', { commandId: COMMAND, itemId: 'a' });
  await clock.advance(23 * 3_600_000);
  await call('sync.retry', { commandId: OTHER_COMMAND, itemId: 'a' });
  expect(count('command_answer')).toBe(2);
  await clock.advance(2 * 3_600_000);
  await call('sync.retry', { commandId: '33333333-3333-4333-a333-333333333333', itemId: 'a' });
  expect(count('command_answer')).toBe(2);
});

test('a passphrase does not take part in what is kept of a command', async () => {
  const staff = { staffId: 's', loginName: 'nieuw', name: 'N', role: 'clerk', active: true } as const;
  const { call, present, store } = dispatchBench({
    'staff.add': { kind: 'effect', run: async () => ok(staff) },
  });
  present.staff = { ...present.staff, role: 'administrator' };
  const { staffId: _staffId, active: _active, ...rest } = staff;
  const hashes = [];
  for (const [commandId, passphrase] of [
    [COMMAND, 'een lange wachtzin'],
    [OTHER_COMMAND, 'een heel andere zin'],
  ]) {
    await call('staff.add', { ...rest, commandId, passphrase });
    hashes.push(
      store.db.prepare('SELECT answer FROM command_answer WHERE command_id = ?').pluck().get(commandId),
    );
  }
  expect(hashes[0]).toBe(hashes[1]);
  const again = await call('staff.add', { ...rest, commandId: COMMAND, passphrase: 'weer een andere zin' });
  expect(again).toEqual({ ok: true, value: staff });
});

/** An effect that waits until the test lets it go on. */
function slow() {
  let runs = 0;
  const gates: (() => void)[] = [];
  const handler: Handler<'hall.callNext'> = {
    kind: 'effect',
    async run() {
      runs += 1;
      await new Promise<void>((resolve) => gates.push(resolve));
      return ok(null);
    },
  };
  return { handler, runs: () => runs, open: () => gates.forEach((go) => go()) };
}

test('two clicks at once run an effect once and get the same answer', async () => {
  const effect = slow();
  const { call, count } = dispatchBench({ 'hall.callNext': effect.handler });
  const answers = [
    call('hall.callNext', { commandId: COMMAND }),
    call('hall.callNext', { commandId: COMMAND }),
  ];
  effect.open();
  expect(await Promise.all(answers)).toEqual([ok(null), ok(null)]);
  expect(effect.runs()).toBe(1);
  expect(count('command_answer')).toBe(1);
  expect(await call('hall.callNext', { commandId: COMMAND })).toEqual(ok(null));
  expect(effect.runs()).toBe(1);
});

test('an id that is still running for something else is refused', async () => {
  const effect = slow();
  const made: ReturnType<typeof dispatchBench> = dispatchBench({
    'hall.callNext': effect.handler,
    'sync.retry': counting(() => made.store),
  });
  const running = made.call('hall.callNext', { commandId: COMMAND });
  const other = await made.call('sync.retry', { commandId: COMMAND, itemId: 'a' });
  expect(other).toEqual({ ok: false, error: { code: 'commandIdReused' } });
  expect(made.count('number_series')).toBe(0);
  effect.open();
  expect(await running).toEqual(ok(null));
});

test('commands with ids of their own do not wait for each other', async () => {
  const effect = slow();
  const { call } = dispatchBench({ 'hall.callNext': effect.handler });
  const answers = [
    call('hall.callNext', { commandId: COMMAND }),
    call('hall.callNext', { commandId: OTHER_COMMAND }),
  ];
  effect.open();
  await Promise.all(answers);
  expect(effect.runs()).toBe(2);
});
