import { expect, test } from 'vitest';
import { createCommander, RETRY_MS } from '../../../renderer/state/commands.ts';
import { createFakeBridge } from '../../helpers/fake-bridge.ts';
import { createTestIds } from '../../helpers/ids.ts';

function setUp() {
  const bridge = createFakeBridge();
  const busy: string[][] = [];
  let time = 0;
  const commander = createCommander({
    bridge,
    mintId: createTestIds().uuid,
    now: () => time,
    onBusy: (names) => busy.push([...names]),
  });
  const idsOf = (name: 'hall.callNext' | 'hall.recall') =>
    bridge.inputsOf(name).map((input) => input.commandId);
  return { bridge, busy, commander, idsOf, wait: (ms: number) => (time += ms) };
}

test('a double click is one command, and both clicks get its answer', async () => {
  const { bridge, commander } = setUp();
  bridge.give('hall.callNext', null);
  const answers = await Promise.all([
    commander.send('hall.callNext', {}),
    commander.send('hall.callNext', {}),
  ]);
  expect(bridge.calls).toHaveLength(1);
  expect(answers[0]).toEqual(answers[1]);
});

test('a retry after no answer carries the same id, and the next wish a new one', async () => {
  const { bridge, commander, idsOf } = setUp();
  bridge.answer('hall.callNext', () => ({ ok: false, error: { code: 'unreachable' } }));
  await commander.send('hall.callNext', {});
  bridge.give('hall.callNext', null);
  await commander.send('hall.callNext', {});
  await commander.send('hall.callNext', {});
  const [first, retry, next] = idsOf('hall.callNext');
  expect(retry).toBe(first);
  expect(next).not.toBe(first);
});

test('a refusal ends the action: trying again is a new command', async () => {
  const { bridge, commander, idsOf } = setUp();
  bridge.answer('hall.callNext', () => ({ ok: false, error: { code: 'visitRunning' } }));
  await commander.send('hall.callNext', {});
  await commander.send('hall.callNext', {});
  expect(new Set(idsOf('hall.callNext')).size).toBe(2);
});

test('long after no answer, or after reconnecting, the same key is a new wish', async () => {
  const { bridge, commander, idsOf, wait } = setUp();
  bridge.answer('hall.callNext', () => ({ ok: false, error: { code: 'unreachable' } }));
  await commander.send('hall.callNext', {});
  wait(RETRY_MS);
  await commander.send('hall.callNext', {});
  commander.forgetUnsure();
  await commander.send('hall.callNext', {});
  expect(new Set(idsOf('hall.callNext')).size).toBe(3);
});

test('different tickets are different commands', async () => {
  const { bridge, commander, idsOf } = setUp();
  bridge.answer('hall.recall', () => ({ ok: false, error: { code: 'unreachable' } }));
  await Promise.all([
    commander.send('hall.recall', { ticketId: 'a' }),
    commander.send('hall.recall', { ticketId: 'b' }),
  ]);
  expect(new Set(idsOf('hall.recall')).size).toBe(2);
});

test('the names of the commands under way are told, and told gone', async () => {
  const { bridge, busy, commander } = setUp();
  bridge.give('hall.callNext', null);
  await commander.send('hall.callNext', {});
  expect(busy).toEqual([['hall.callNext'], []]);
});
