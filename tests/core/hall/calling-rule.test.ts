import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Config } from '../../../electron/core/settings/config-schema.ts';
import { createSqliteHall } from '../../../electron/core/hall/sqlite-hall.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { type Desk, deskConfig, openDesk } from '../../helpers/core-desk.ts';
import { createTestIds } from '../../helpers/ids.ts';
import { openTestStore } from '../../helpers/store.ts';
import { hallConfig } from './config.ts';
import { act, callNext, good, take } from './engine-bench.ts';

/** Passports need a camera and someone who may do them; the other groups need nothing. */
const groups = deskConfig.hall.groups.map((group) =>
  group.letter === 'P'
    ? { ...group, needs: { devices: ['camera' as const], skills: ['reisdocumenten'] } }
    : group,
);
const profile = (
  change: Partial<Config['hall']['profiles'][number]>,
): Config['hall']['profiles'][number] => ({
  id: 'balie',
  name: 'Balie',
  by: 'norm',
  groups: ['P', 'R', 'U', 'V', 'O'].map((letter) => ({ letter, weight: 1 })),
  finallyCallByMinutes: null,
  skills: ['reisdocumenten'],
  ...change,
});

const give = (desk: Desk, group: string) => desk.must('hall.issueTicket', { commandId: randomUUID(), group });
async function call(desk: Desk): Promise<string | undefined> {
  const ticket = await desk.must('hall.callNext', { commandId: randomUUID() });
  if (ticket)
    await desk.hall.engine.finish({ ...ticket, commandId: randomUUID(), counter: 1, staffId: 'clerk-1' });
  return ticket?.number;
}

test('a passport applicant is not called to a counter whose camera is down, and is as soon as it works', async () => {
  const desk = await openDesk({ hall: { groups } });
  desk.link.show('camera');
  const passport = await give(desk, 'P');
  expect((await desk.must('hall.queue', {})).next?.number).toBe('P001');

  desk.published.length = 0;
  desk.link.show('camera', { state: 'gone', reason: 'noHardware' });
  // The window looks again, for what it showed is no longer so.
  expect(desk.published).toContainEqual({ name: 'hall.changed', data: {} });
  const queue = await desk.must('hall.queue', {});
  expect(queue.next).toBeNull();
  expect(queue.heldBack).toEqual([
    { ticketId: passport.ticketId, why: { code: 'deviceAway', devices: ['camera'] } },
  ]);
  expect(await call(desk)).toBeUndefined();

  await give(desk, 'U');
  expect(await call(desk)).toBe('U001');
  expect(await call(desk)).toBeUndefined();

  desk.link.show('camera');
  expect(await call(desk)).toBe('P001');
});

test('who was sent to a counter where nobody works can be called by any counter', async () => {
  const clock = createTestClock();
  const seats = [1, 7].map((counter) => ({ counter, name: `Medewerker ${counter}`, locked: false }));
  const engine = createSqliteHall({
    store: openTestStore({ clock }),
    clock,
    ids: createTestIds(),
    config: hallConfig(),
    seats: () => seats,
  });
  const { ticketId } = await take(engine);
  await callNext(engine);
  const wish = { group: null, counter: 7, notBefore: null, place: 'kept', note: '', heldBy: null } as const;
  good(await engine.transfer({ ...act(), ticketId, wish }));
  expect(good(await engine.callNext(act()))).toBeNull();
  expect((await engine.queue(1)).heldBack).toEqual([{ ticketId, why: { code: 'otherCounter', counter: 7 } }]);
  seats.pop();
  expect((await callNext(engine)).ticketId).toBe(ticketId);
  await engine.stop();
});

test.each(['closed', 'opening', 'error', 'gone'] as const)(
  'a camera that is %s holds a passport applicant back',
  async (state) => {
    const desk = await openDesk({ hall: { groups } });
    desk.link.show('camera', { state });
    await give(desk, 'P');
    expect(await call(desk)).toBeUndefined();
  },
);

test('without a camera set at all, nobody who needs one is called', async () => {
  const desk = await openDesk({ hall: { groups } });
  await give(desk, 'P');
  expect(await call(desk)).toBeUndefined();
});

test('a camera of the window counts for its own counter, as long as the window has it', async () => {
  const desk = await openDesk({ hall: { groups } });
  await give(desk, 'P');
  desk.published.length = 0;
  await desk.must('hall.sawCamera', { isThere: true });
  expect(desk.published).toEqual([{ name: 'hall.changed', data: {} }]);
  expect((await desk.must('hall.queue', {}, 1)).next?.number).toBe('P001');
  expect((await desk.must('hall.queue', {}, 2)).next).toBeNull();
  await desk.must('hall.sawCamera', { isThere: true });
  expect(desk.published).toHaveLength(1);
  await desk.must('hall.sawCamera', { isThere: false });
  expect(await call(desk)).toBeUndefined();
});

test('who is chosen for a counter that lacks what he needs is called only by a clerk who saw all of it', async () => {
  const desk = await openDesk({
    hall: { groups, profiles: [profile({ skills: [] })] },
    workstation: { profile: 'balie' },
  });
  desk.link.show('camera');
  const { ticketId } = await give(desk, 'P');
  const lacks = async () => (await desk.must('hall.queue', {})).lacks;
  const skill = { code: 'skillMissing' as const, skills: ['reisdocumenten'] };
  const camera = { code: 'deviceAway' as const, devices: ['camera' as const] };
  expect(await lacks()).toEqual([{ group: 'P', lacks: [skill] }]);
  const choose = async (despite: readonly (typeof skill | typeof camera)[], commandId = randomUUID()) =>
    desk.call('hall.callChosen', { commandId, ticketId, reason: 'agreed', despite: [...despite] });
  expect(await choose([])).toMatchObject({ error: { code: 'counterLacks', field: 'despite' } });

  // What he saw before the camera went down is not all any more.
  desk.link.show('camera', { state: 'gone', reason: 'noHardware' });
  expect(await lacks()).toEqual([{ group: 'P', lacks: [skill, camera] }]);
  expect(await choose([skill])).toMatchObject({ error: { code: 'counterLacks' } });
  expect((await desk.must('hall.queue', {})).current).toBeNull();
  const commandId = randomUUID();
  expect(await choose([skill, camera], commandId)).toMatchObject({ value: { number: 'P001', counter: 1 } });
  expect(await choose([skill, camera], commandId)).toMatchObject({ value: { number: 'P001' } });
  expect(desk.audit.list({ limit: 1 })[0]).toMatchObject({
    action: 'hall.calledChosen',
    detail: 'P001: agreed, skillMissing, deviceAway',
  });
});

test('who needs nothing that the counter lacks is chosen as before', async () => {
  const desk = await openDesk({ hall: { groups } });
  const { ticketId } = await give(desk, 'U');
  const chosen = { commandId: randomUUID(), ticketId, reason: 'agreed' as const };
  expect((await desk.must('hall.callChosen', chosen)).number).toBe('U001');
});

test('a state that changes nothing tells nobody', async () => {
  const desk = await openDesk({ hall: { groups } });
  desk.link.show('camera');
  desk.published.length = 0;
  desk.link.show('camera', { state: 'busy' });
  desk.link.show('camera', { state: 'idle' });
  expect(desk.published.filter(({ name }) => name === 'hall.changed')).toEqual([]);
});

test('the profile of the workstation decides who comes, also over who waits longest', async () => {
  const profiles = [
    profile({
      by: 'order',
      groups: [
        { letter: 'R', weight: 1 },
        { letter: 'U', weight: 1 },
      ],
    }),
  ];
  const desk = await openDesk({ hall: { profiles }, workstation: { profile: 'balie' } });
  await give(desk, 'U');
  const other = await give(desk, 'O');
  await give(desk, 'R');
  const queue = await desk.must('hall.queue', {});
  expect(queue.next).toMatchObject({ number: 'R001', why: { code: 'groupOrder', place: 1, of: 2 } });
  expect(queue.afterNext).toMatchObject([{ number: 'U001', why: { code: 'groupOrder', place: 2, of: 2 } }]);
  expect(queue.heldBack).toEqual([{ ticketId: other.ticketId, why: { code: 'notInProfile' } }]);
  expect([await call(desk), await call(desk), await call(desk)]).toEqual(['R001', 'U001', undefined]);
});

test('two to one, by the calls that this counter made before', async () => {
  const profiles = [
    profile({
      by: 'ratio',
      groups: [
        { letter: 'R', weight: 2 },
        { letter: 'U', weight: 1 },
      ],
    }),
  ];
  const desk = await openDesk({ hall: { profiles }, workstation: { profile: 'balie' } });
  for (const group of ['U', 'U', 'U', 'R', 'R', 'R', 'R']) await give(desk, group);
  let called = '';
  for (let turn = 0; turn < 6; turn += 1) called += (await call(desk))?.slice(0, 1);
  expect(called).toBe('RURRUR');
});

test('without skill a counter gets no one who needs it', async () => {
  const desk = await openDesk({
    hall: { groups, profiles: [profile({ skills: [] })] },
    workstation: { profile: 'balie' },
  });
  desk.link.show('camera');
  const { ticketId } = await give(desk, 'P');
  expect((await desk.must('hall.queue', {})).heldBack).toEqual([
    { ticketId, why: { code: 'skillMissing', skills: ['reisdocumenten'] } },
  ]);
});

test('who is shown next is who is called, and the three after come in that order', async () => {
  const desk = await openDesk();
  for (const group of ['U', 'R', 'P', 'R', 'O', 'V']) await give(desk, group);
  const { next, afterNext } = await desk.must('hall.queue', {});
  expect(afterNext).toHaveLength(3);
  const called = [await call(desk), await call(desk), await call(desk), await call(desk)];
  expect(called).toEqual([next, ...afterNext].map((one) => one?.number));
});
