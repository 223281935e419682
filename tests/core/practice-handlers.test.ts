import { expect, test } from 'vitest';
import { createCore } from '../../electron/core/create-core.ts';
import type { Caller } from '../../electron/core/handlers.ts';
import { createFakePractice, PRACTICE_STATE } from '../helpers/core-practice.ts';
import { startWorld } from '../helpers/core-world.ts';

const window: Caller = { audience: 'counter', client: 'window 1', counter: 1 };

async function practising() {
  const { deps } = await startWorld();
  const practice = createFakePractice();
  const core = await createCore({ ...deps, practice });
  await core.dispatch(
    'session.login',
    { loginName: 'medewerker', passphrase: 'oefenen-aan-de-balie' },
    window,
  );
  return { core, practice };
}

test('every switch of the practice panel reaches the practice world', async () => {
  const { core, practice } = await practising();
  const turn = (name: string, input: object) => core.dispatch(name, input, window);
  const done = { ok: true, value: { done: true } };
  expect(await turn('practice.pressButton', { button: 3 })).toEqual(done);
  expect(await turn('practice.layDocument', { personId: '999993653' })).toEqual(done);
  expect(await turn('practice.scanCode', { personId: '999993653' })).toEqual(done);
  expect(await turn('practice.setPaper', { role: 'receipt-printer', paper: 'out' })).toEqual(done);
  expect(await turn('practice.pad', { action: 'sign' })).toEqual(done);
  expect(await turn('practice.setNetwork', { network: 'away' })).toEqual(done);
  expect(await turn('practice.unplug', { role: 'document-reader', plugged: false })).toEqual(done);
  expect(practice.done).toEqual([
    ['pressButton', 3],
    ['layDocument', '999993653'],
    ['scanCode', '999993653'],
    ['setPaper', 'receipt-printer', 'out'],
    ['pad', 'sign'],
    ['setNetwork', 'away'],
    ['setPlugged', 'document-reader', false],
  ]);
  expect(await turn('practice.state', {})).toEqual({ ok: true, value: PRACTICE_STATE });
  expect(await turn('practice.secondCounter', {})).toMatchObject({ ok: true, value: { counter: 2 } });
  await core.stop();
});

test('a change in the practice world is told to the windows, until the core stops', async () => {
  const { core, practice } = await practising();
  const heard: string[] = [];
  core.subscribe(window, ({ name }) => heard.push(name));
  practice.say();
  expect(heard).toEqual(['practice.changed']);
  await core.stop();
  practice.say();
  expect(heard).toHaveLength(1);
});
