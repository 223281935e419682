import { expect, test } from 'vitest';
import { type Desk, openDesk, testPassphrase } from '../../helpers/core-desk.ts';

const right = { loginName: 'medewerker', passphrase: testPassphrase };
const wrong = { loginName: 'medewerker', passphrase: 'geheim-dat-niet-klopt' };

async function tryOften(desk: Desk, input: { loginName: string; passphrase: string }, times: number) {
  const codes: string[] = [];
  for (let n = 0; n < times; n += 1) {
    const answer = await desk.call('session.login', input);
    codes.push(answer.ok ? 'ok' : `${answer.error.code} ${answer.error.detail ?? ''}`.trim());
  }
  return codes;
}

test('the right passphrase opens the counter, whatever the case of the login name', async () => {
  const desk = await openDesk({ signIn: 'accounts' });
  const state = await desk.must('session.login', { ...right, loginName: 'Medewerker' });
  expect(state).toMatchObject({ stage: 'active', staff: { role: 'clerk', loginName: 'medewerker' } });
  expect(desk.published.at(-1)).toEqual({ name: 'session.changed', data: {} });
});

test('a wrong passphrase and an unknown name get the same answer and leave the same line', async () => {
  const desk = await openDesk({ signIn: 'accounts' });
  const known = await desk.call('session.login', wrong);
  const unknown = await desk.call('session.login', { ...wrong, loginName: 'bestaat-niet' });
  expect(known).toEqual({ ok: false, error: { code: 'wrongPassphrase' } });
  expect(unknown).toEqual(known);
  const lines = desk.audit.list({ limit: 2 }).map(({ seq: _seq, at: _at, ...line }) => line);
  expect(lines[0]).toEqual(lines[1]);
  expect(lines[0]).toMatchObject({
    who: 'niemand',
    action: 'session.loginRefused',
    detail: 'wrongPassphrase',
  });
});

test('guesses that are sent side by side all count', async () => {
  const desk = await openDesk({ signIn: 'accounts' });
  const answers = await Promise.all(Array.from({ length: 9 }, () => desk.call('session.login', wrong)));
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
  expect(codes.filter((code) => code === 'wrongPassphrase')).toHaveLength(5);
  expect(codes.filter((code) => code === 'tooManyAttempts')).toHaveLength(4);
});

test('while a name waits even the right passphrase does not help; another name is not touched', async () => {
  const desk = await openDesk({ signIn: 'accounts' });
  await tryOften(desk, wrong, 5);
  expect(await tryOften(desk, right, 1)).toEqual(['tooManyAttempts 30']);
  expect(await tryOften(desk, { loginName: 'teamleider', passphrase: testPassphrase }, 1)).toEqual(['ok']);
  await desk.clock.advance(30_000);
  expect(await tryOften(desk, right, 1)).toEqual(['ok']);
});

test('the wait survives a restart', async () => {
  const desk = await openDesk({ signIn: 'accounts' });
  await tryOften(desk, wrong, 5);
  await desk.close();
  const later = await openDesk({ signIn: 'accounts', file: desk.file });
  expect(await tryOften(later, right, 1)).toEqual(['tooManyAttempts 30']);
  await later.clock.advance(30_000);
  expect(await tryOften(later, right, 1)).toEqual(['ok']);
});

test('nothing of a sign-in is in the log', async () => {
  const desk = await openDesk({ signIn: 'accounts' });
  await tryOften(desk, wrong, 6);
  await desk.clock.advance(30_000);
  await tryOften(desk, right, 1);
  const text = JSON.stringify(desk.log.lines);
  for (const secret of ['medewerker', 'Medewerker', 'geheim', 'wachtzin']) expect(text).not.toContain(secret);
});
