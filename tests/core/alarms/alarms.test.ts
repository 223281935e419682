import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Desk, openDesk, testPassphrase } from '../../helpers/core-desk.ts';

const MINUTE = 60_000;
const command = () => ({ commandId: randomUUID() });
const alarmsAt = (desk: Desk, counter: number) => desk.must('alarms.list', {}, counter);

/** A clerk at counter 1 and the team lead at counter 2. */
async function twoCounters(): Promise<Desk> {
  const desk = await openDesk({ signIn: 'accounts' });
  for (const [loginName, counter] of [
    ['medewerker', 1],
    ['teamleider', 2],
  ] as const)
    await desk.must('session.login', { loginName, passphrase: testPassphrase }, counter);
  desk.published.length = 0;
  return desk;
}

test('a call for help reaches the other counter, who comes is seen, and it ends for both', async () => {
  const desk = await twoCounters();
  const { alarm, reached } = await desk.must('alarms.raise', command(), 1);
  expect(reached).toBe(1);
  expect(alarm).toMatchObject({ counter: 1, staff: 'Medewerker Oefening', coming: [] });
  expect(desk.published).toEqual([{ name: 'alarms.changed', data: {} }]);
  expect(await alarmsAt(desk, 2)).toEqual([alarm]);

  const { alarmId } = alarm;
  await desk.must('alarms.coming', { ...command(), alarmId }, 2);
  await desk.must('alarms.coming', { ...command(), alarmId }, 2);
  expect((await alarmsAt(desk, 1))[0]?.coming).toEqual([{ counter: 2, staff: 'Teamleider Oefening' }]);

  await desk.must('alarms.end', { ...command(), alarmId }, 1);
  await desk.must('alarms.end', { ...command(), alarmId }, 2);
  expect(await alarmsAt(desk, 2)).toEqual([]);
  expect(desk.audited().filter((action) => action.startsWith('alarms.'))).toEqual([
    'alarms.raised',
    'alarms.coming',
    'alarms.ended',
  ]);
});

test('pressing again raises no second alarm', async () => {
  const desk = await twoCounters();
  const first = await desk.must('alarms.raise', command(), 1);
  expect(await desk.must('alarms.raise', command(), 1)).toEqual(first);
  expect(await alarmsAt(desk, 1)).toHaveLength(1);
  expect(desk.published).toHaveLength(1);
});

test('who reaches nobody is told so', async () => {
  const desk = await twoCounters();
  await desk.must('session.logout', {}, 2);
  expect((await desk.must('alarms.raise', command(), 1)).reached).toBe(0);
});

test('a locked window raises and hears an alarm too', async () => {
  const desk = await twoCounters();
  await desk.must('session.lock', {}, 1);
  await desk.must('session.lock', {}, 2);
  expect((await desk.must('alarms.raise', command(), 1)).reached).toBe(1);
  expect(await alarmsAt(desk, 2)).toHaveLength(1);
});

test('nobody comes to his own alarm, nor to one that ended', async () => {
  const desk = await twoCounters();
  const { alarmId } = (await desk.must('alarms.raise', command(), 1)).alarm;
  expect(await desk.call('alarms.coming', { ...command(), alarmId }, 1)).toMatchObject({
    error: { code: 'invalidInput' },
  });
  await desk.must('alarms.end', { ...command(), alarmId }, 1);
  expect(await desk.call('alarms.coming', { ...command(), alarmId }, 2)).toMatchObject({
    error: { code: 'notFound' },
  });
});

test('an alarm that nobody ended is gone after an hour', async () => {
  const desk = await twoCounters();
  await desk.must('alarms.raise', command(), 1);
  desk.clock.jumpTo(new Date(desk.clock.now().getTime() + 60 * MINUTE - 1).toISOString());
  expect(await alarmsAt(desk, 2)).toHaveLength(1);
  await desk.clock.advance(1);
  expect(await alarmsAt(desk, 2)).toEqual([]);
});

test('who is not logged in neither raises nor hears one', async () => {
  const desk = await twoCounters();
  await desk.must('session.logout', {}, 1);
  expect(await desk.call('alarms.raise', command(), 1)).toMatchObject({ error: { code: 'notLoggedIn' } });
  expect(await desk.call('alarms.list', {}, 1)).toMatchObject({ error: { code: 'notLoggedIn' } });
});
