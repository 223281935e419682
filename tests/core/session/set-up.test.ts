import { expect, test } from 'vitest';
import { openDesk } from '../../helpers/core-desk.ts';

const first = { loginName: 'beheer', name: 'Eerste Beheerder', passphrase: 'vier losse woorden samen' };

test('a new workstation asks for its first administrator, who is at work at once', async () => {
  const desk = await openDesk({ signIn: 'setUp' });
  expect(await desk.must('session.state', {})).toMatchObject({
    stage: 'setUp',
    staff: null,
    practice: false,
    practiceAccounts: [],
  });
  const state = await desk.must('session.setUp', first);
  expect(state).toMatchObject({ stage: 'active', staff: { loginName: 'beheer', role: 'administrator' } });
  expect(desk.audited()).toEqual(['session.setUp']);
});

test('set-up makes one administrator, also when it is asked for twice at the same moment', async () => {
  const desk = await openDesk({ signIn: 'setUp' });
  const answers = await Promise.all([
    desk.call('session.setUp', first),
    desk.call('session.setUp', { ...first, loginName: 'indringer' }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'alreadySetUp' } });
  const again = await desk.call('session.setUp', { ...first, loginName: 'later' });
  expect(again).toMatchObject({ ok: false, error: { code: 'alreadySetUp' } });
  expect(desk.store.db.prepare('SELECT count(*) AS n FROM staff').get()).toEqual({ n: 1 });
});

test('set-up stays done after a restart', async () => {
  const desk = await openDesk({ signIn: 'setUp' });
  await desk.must('session.setUp', first);
  await desk.close();
  const later = await openDesk({ signIn: 'setUp', file: desk.file });
  expect(await later.must('session.state', {})).toMatchObject({ stage: 'login', staff: null });
  expect(await later.call('session.setUp', first)).toMatchObject({ error: { code: 'alreadySetUp' } });
});

test.each([['kort'], ['aaaaaaaaaaaaaaaa'], ['']])(
  'set-up refuses the weak passphrase "%s"',
  async (passphrase) => {
    const desk = await openDesk({ signIn: 'setUp' });
    const answer = await desk.call('session.setUp', { ...first, passphrase });
    expect(answer).toMatchObject({ ok: false, error: { field: 'passphrase' } });
    expect(await desk.must('session.state', {})).toMatchObject({ stage: 'setUp' });
  },
);

test('practice mode has its three accounts, once, and shows them before login alone', async () => {
  const desk = await openDesk({ signIn: 'practice' });
  const { practiceAccounts, stage } = await desk.must('session.state', {});
  expect(stage).toBe('login');
  expect(practiceAccounts.map(({ role }) => role)).toEqual(['clerk', 'teamlead', 'administrator']);
  for (const { loginName, passphrase } of practiceAccounts) {
    const state = await desk.must('session.login', { loginName, passphrase });
    expect(state.practiceAccounts).toEqual([]);
    await desk.must('session.logout', {});
  }
  await desk.close();
  const later = await openDesk({ signIn: 'practice', file: desk.file });
  expect(later.store.db.prepare('SELECT count(*) AS n FROM staff').get()).toEqual({ n: 3 });
});
