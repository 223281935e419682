import { expect, test } from 'vitest';
import { openDesk, testPassphrase } from '../../helpers/core-desk.ts';

async function teamleadReads() {
  const desk = await openDesk({ signIn: 'accounts' });
  await desk.call('session.login', { loginName: 'teamleider', passphrase: 'dit is niet de wachtzin' });
  const { staff } = await desk.must('session.login', { loginName: 'teamleider', passphrase: testPassphrase });
  if (!staff) throw new Error('nobody logged in');
  for (const who of ['waarmee', 'lezer'])
    desk.audit.record({
      who,
      action: 'visits.cancel',
      recordType: 'visit',
      recordId: staff.staffId,
      detail: '',
    });
  desk.audit.record({
    who: staff.staffId,
    action: 'staff.change',
    recordType: 'staff',
    recordId: staff.staffId,
    detail: '',
  });
  return { desk, staff, lines: await desk.must('audit.list', { limit: 5 }) };
}

test('the log tells members of staff by name and login name, and keeps the words for who is none', async () => {
  const { staff, lines } = await teamleadReads();
  const name = `${staff.name} (teamleider)`;
  expect(lines.map(({ who, action }) => [who, action])).toEqual([
    [name, 'staff.change'],
    ['lezer', 'visits.cancel'],
    ['waarmee', 'visits.cancel'],
    [name, 'session.login'],
    ['niemand', 'session.loginRefused'],
  ]);
  expect(lines[0]?.recordId).toBe(name);
  expect(lines[1]?.recordId).toBe(staff.staffId);
});

test('what is stored keeps the id, and the chain stays whole', async () => {
  const { desk, staff } = await teamleadReads();
  expect(desk.audit.list({ limit: 1 })).toMatchObject([{ who: staff.staffId, recordId: staff.staffId }]);
  expect(await desk.must('audit.verify', {})).toMatchObject({ intact: true });
});
