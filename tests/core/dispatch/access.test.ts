import { expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { openDesk, testClerk } from '../../helpers/core-desk.ts';

const counter = { audience: 'counter', client: 'window 1', counter: 1 } as const;

test.each(['', 'hall', 'hall.nothing', '__proto__', 'constructor', 'toString'])(
  'a call named "%s" is unknown',
  async (name) => {
    const desk = await openDesk();
    expect(await desk.dispatch(name, {}, counter)).toEqual({ ok: false, error: { code: 'unknownCall' } });
  },
);

test.each([
  ['display', []],
  ['kiosk', ['kiosk.state', 'kiosk.take', 'kiosk.checkIn']],
] as const)('a %s makes the calls %j and no other', async (audience, own) => {
  const desk = await openDesk();
  const allowed: string[] = [];
  for (const name of Object.keys(contract)) {
    const answer = await desk.dispatch(name, { surely: 'unknown' }, { ...counter, audience });
    if (answer.ok || answer.error.code !== 'wrongAudience') allowed.push(name);
  }
  expect(allowed).toEqual(own);
});

test.each([
  ['clerk', 'hall.queue', 'ok'],
  ['clerk', 'audit.verify', 'notAllowed'],
  ['clerk', 'staff.list', 'notAllowed'],
  ['clerk', 'statistics.report', 'notAllowed'],
  ['teamlead', 'hall.queue', 'ok'],
  ['teamlead', 'audit.verify', 'ok'],
  ['teamlead', 'staff.list', 'notAllowed'],
  ['administrator', 'hall.queue', 'ok'],
  ['administrator', 'audit.verify', 'ok'],
  ['administrator', 'staff.list', 'ok'],
] as const)('a %s who calls %s gets %s', async (role, name, expected) => {
  const desk = await openDesk();
  desk.present.staff = { ...testClerk, role };
  const answer = await desk.call(name, {});
  expect(answer.ok ? 'ok' : answer.error.code).toBe(expected);
});

test('a locked session may only look at itself, unlock, lock and leave', async () => {
  const desk = await openDesk();
  desk.present.locked = true;
  for (const [name, { access, audience }] of Object.entries(contract)) {
    if (!audience.some((who) => who === 'counter')) continue;
    const answer = await desk.dispatch(name, { surely: 'unknown' }, counter);
    const expected = access === 'anyone' || access === 'present' ? 'invalidInput' : 'locked';
    expect([name, answer.ok || answer.error.code]).toEqual([name, expected]);
  }
});

test.each([
  ['hall.issueTicket', { commandId: 'geen-id', group: 'P' }, 'commandId'],
  ['hall.issueTicket', { group: 'P' }, 'commandId'],
  ['hall.queue', { teveel: 1 }, 'teveel'],
  ['hall.queue', null, ''],
  ['hall.queue', 'tekst', ''],
  ['audit.list', { limit: 0 }, 'limit'],
  ['practice.setPaper', { role: 'receipt-printer', paper: 'nat' }, 'paper'],
] as const)('%s with %j names the field at fault', async (name, input, field) => {
  const desk = await openDesk();
  desk.present.staff = { ...testClerk, role: 'administrator' };
  expect(await desk.dispatch(name, input, counter)).toMatchObject({
    ok: false,
    error: { code: 'invalidInput', field },
  });
});

test('a field deep in the input is named by its path', async () => {
  const desk = await openDesk();
  const input = { commandId: desk.commandId(), visitId: 'x', by: { kind: 'bsn', bsn: '12' } };
  expect(await desk.dispatch('visits.identify', input, counter)).toMatchObject({
    error: { code: 'invalidInput', field: 'by.bsn' },
  });
});

test('what was refused at the door is not on disk and not in the log', async () => {
  const desk = await openDesk();
  await desk.dispatch('visits.identify', { visitId: 'x', by: { kind: 'bsn', bsn: '999993653' } }, counter);
  desk.present.locked = true;
  await desk.dispatch('hall.callNext', { commandId: desk.commandId() }, counter);
  expect(desk.audited()).toEqual([]);
  expect(desk.store.db.prepare('SELECT count(*) AS n FROM command_answer').get()).toEqual({ n: 0 });
  expect(desk.log.lines).toEqual([]);
});
