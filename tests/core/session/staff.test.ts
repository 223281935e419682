import { expect, test } from 'vitest';
import { type Desk, openDesk, testPassphrase } from '../../helpers/core-desk.ts';

const ADMIN = 2;
const administrator = { loginName: 'beheerder', passphrase: testPassphrase };
const clerk = { loginName: 'medewerker', passphrase: testPassphrase };

/** A clerk behind window 1, the administrator behind window 2. */
async function office() {
  const desk = await openDesk({ signIn: 'accounts' });
  const atOne = await desk.must('session.login', clerk);
  const atTwo = await desk.must('session.login', administrator, ADMIN);
  const change = (staffId: string, to: Partial<{ role: 'clerk' | 'administrator'; active: boolean }>) =>
    desk.call(
      'staff.change',
      { commandId: desk.commandId(), staffId, role: 'clerk', active: true, ...to },
      ADMIN,
    );
  const add = (loginName: string, role: 'clerk' | 'administrator' = 'clerk') =>
    desk.call(
      'staff.add',
      { commandId: desk.commandId(), loginName, name: 'Nieuw', role, passphrase: 'een lange wachtzin' },
      ADMIN,
    );
  return { desk, change, add, clerkId: atOne.staff?.staffId ?? '', adminId: atTwo.staff?.staffId ?? '' };
}

const code = async (answer: ReturnType<Desk['call']>) => {
  const result = await answer;
  return result.ok ? 'ok' : result.error.code;
};

test('the administrator adds a colleague, who can then sign in', async () => {
  const { desk, add } = await office();
  expect(await add('nieuw')).toMatchObject({
    ok: true,
    value: { loginName: 'nieuw', role: 'clerk', active: true },
  });
  expect(await add('NIEUW')).toMatchObject({ error: { code: 'loginNameTaken', field: 'loginName' } });
  const login = { loginName: 'nieuw', passphrase: 'een lange wachtzin' };
  expect(await desk.must('session.login', login, 3)).toMatchObject({ stage: 'active' });
  expect(await desk.must('staff.list', {}, ADMIN)).toHaveLength(4);
  expect(desk.audited()).toContain('staff.add');
});

test('rights that are taken away are gone at the next call', async () => {
  const { desk, change, clerkId } = await office();
  desk.published.length = 0;
  expect(await change(clerkId, { active: false })).toMatchObject({ ok: true });
  expect(desk.published).toContainEqual({ name: 'session.changed', data: {} });
  expect(await code(desk.call('hall.queue', {}))).toBe('notLoggedIn');
  expect(await code(desk.call('session.login', clerk))).toBe('wrongPassphrase');
});

test('new rights ask for a new sign-in', async () => {
  const { desk, change, clerkId } = await office();
  await change(clerkId, { role: 'administrator' });
  expect(await code(desk.call('staff.list', {}))).toBe('notLoggedIn');
  await desk.must('session.login', clerk);
  expect(await code(desk.call('staff.list', {}))).toBe('ok');
});

test('the last administrator stays one', async () => {
  const { desk, change, add, adminId } = await office();
  expect(await change(adminId, { role: 'clerk' })).toMatchObject({ error: { code: 'lastAdministrator' } });
  expect(await change(adminId, { role: 'administrator', active: false })).toMatchObject({
    error: { code: 'lastAdministrator' },
  });
  expect(await code(desk.call('staff.list', {}, ADMIN))).toBe('ok');
  await add('tweede', 'administrator');
  expect(await change(adminId, { role: 'clerk' })).toMatchObject({ ok: true, value: { role: 'clerk' } });
  // Whoever gives up his own rights is not thrown out, but may no more.
  expect(await code(desk.call('staff.list', {}, ADMIN))).toBe('notAllowed');
  expect(await code(desk.call('hall.queue', {}, ADMIN))).toBe('ok');
});

test('two administrators cannot take each other away at the same moment', async () => {
  const { change, add, adminId } = await office();
  const second = await add('tweede', 'administrator');
  if (!second.ok) throw new Error('the second administrator was refused');
  const answers = await Promise.all([
    change(adminId, { role: 'clerk' }),
    change(second.value.staffId, { role: 'clerk' }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test('one who does not exist cannot be changed', async () => {
  const { change } = await office();
  expect(await change('niemand', {})).toMatchObject({ error: { code: 'notFound' } });
});

test('a reset passphrase ends the sessions of that colleague and opens the next', async () => {
  const { desk, clerkId } = await office();
  const passphrase = 'een heel andere zin';
  const input = {
    commandId: desk.commandId(),
    staffId: clerkId,
    role: 'clerk',
    active: true,
    passphrase,
  } as const;
  await desk.must('staff.change', input, ADMIN);
  expect(await code(desk.call('hall.queue', {}))).toBe('notLoggedIn');
  expect(await code(desk.call('session.login', clerk))).toBe('wrongPassphrase');
  expect(await code(desk.call('session.login', { ...clerk, passphrase }))).toBe('ok');
});

test('everybody changes his own passphrase with the one he has', async () => {
  const { desk } = await office();
  const change = (current: string, next: string) => desk.call('session.changePassphrase', { current, next });
  expect(await change('niet de goede', 'een heel andere zin')).toMatchObject({
    error: { code: 'wrongPassphrase' },
  });
  expect(await change(clerk.passphrase, 'kort')).toMatchObject({
    error: { code: 'passphraseTooWeak', field: 'next' },
  });
  expect(await change(clerk.passphrase, 'een heel andere zin')).toMatchObject({ ok: true });
  await desk.must('session.logout', {});
  expect(await code(desk.call('session.login', clerk))).toBe('wrongPassphrase');
  expect(await code(desk.call('session.login', { ...clerk, passphrase: 'een heel andere zin' }))).toBe('ok');
});

test('no passphrase is on disk but as a slow hash', async () => {
  const { desk, add } = await office();
  await add('nieuw');
  await add('nieuwer');
  const rows = desk.store.db.prepare('SELECT passphrase FROM staff ORDER BY rowid').pluck().all();
  for (const row of rows) expect(row).toMatch(/^scrypt\$15\$8\$1\$[A-Za-z0-9+/=]{24}\$[A-Za-z0-9+/=]{44}$/);
  // The same passphrase twice is not the same hash twice.
  expect(new Set(rows.slice(-2)).size).toBe(2);
});
