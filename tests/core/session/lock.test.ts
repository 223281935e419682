import { expect, test } from 'vitest';
import { type Desk, openDesk, testPassphrase } from '../../helpers/core-desk.ts';
import { BSN, passport } from '../../helpers/core-persons.ts';

const clerk = { loginName: 'medewerker', passphrase: testPassphrase };
const IDLE_MS = 600_000;

async function signedIn(): Promise<Desk> {
  const desk = await openDesk({ signIn: 'accounts' });
  await desk.must('session.login', clerk);
  return desk;
}

test('a window that is left alone locks itself and says so', async () => {
  const desk = await signedIn();
  await desk.clock.advance(IDLE_MS - 1);
  expect(await desk.must('session.state', {})).toMatchObject({ stage: 'active' });
  desk.published.length = 0;
  await desk.clock.advance(15_001);
  expect(desk.published).toContainEqual({ name: 'session.changed', data: {} });
  expect(await desk.must('session.state', {})).toMatchObject({
    stage: 'locked',
    staff: { loginName: 'medewerker' },
  });
  expect(await desk.call('hall.queue', {})).toEqual({ ok: false, error: { code: 'locked' } });
});

test('who is at work stays in', async () => {
  const desk = await signedIn();
  for (let n = 0; n < 4; n += 1) {
    await desk.clock.advance(IDLE_MS - 1);
    expect(await desk.must('session.touch', {})).toEqual({ done: true });
  }
});

test('the idle time counts to the second, also between two looks of the timer', async () => {
  const desk = await signedIn();
  desk.clock.jumpTo('2026-11-23T09:10:00.000Z');
  desk.published.length = 0;
  expect(await desk.call('hall.queue', {})).toEqual({ ok: false, error: { code: 'locked' } });
  await desk.clock.advance(0);
  expect(desk.published).toContainEqual({ name: 'session.changed', data: {} });
});

test('a clock that is set back an hour does not keep an abandoned window open for that hour', async () => {
  const desk = await signedIn();
  desk.clock.jumpTo('2026-11-23T08:00:00.000Z');
  await desk.clock.advance(IDLE_MS + 15_001);
  expect(await desk.must('session.state', {})).toMatchObject({ stage: 'locked' });
});

test('a locked window opens with the passphrase of who sits there, and only with that', async () => {
  const desk = await signedIn();
  expect(await desk.must('session.lock', {})).toMatchObject({ stage: 'locked' });
  expect(await desk.call('session.touch', {})).toEqual({ ok: false, error: { code: 'locked' } });
  expect(await desk.call('session.unlock', { passphrase: 'die van een ander' })).toMatchObject({
    error: { code: 'wrongPassphrase' },
  });
  expect(await desk.must('session.unlock', { passphrase: clerk.passphrase })).toMatchObject({
    stage: 'active',
  });
  expect(desk.audited()).toEqual(['session.login', 'session.unlockRefused', 'session.unlock']);
});

test('guessing at a locked window is slowed down as at login', async () => {
  const desk = await signedIn();
  await desk.must('session.lock', {});
  for (let n = 0; n < 5; n += 1) await desk.call('session.unlock', { passphrase: 'niet deze' });
  expect(await desk.call('session.unlock', { passphrase: clerk.passphrase })).toMatchObject({
    error: { code: 'tooManyAttempts', detail: '30' },
  });
});

test('a locked window can be left to a colleague', async () => {
  const desk = await signedIn();
  await desk.must('session.lock', {});
  expect(await desk.must('session.logout', {})).toMatchObject({ stage: 'login', staff: null });
  const colleague = { loginName: 'teamleider', passphrase: testPassphrase };
  expect(await desk.must('session.login', colleague)).toMatchObject({ staff: { role: 'teamlead' } });
});

test('each window has its own session, and a restart ends them all', async () => {
  const desk = await signedIn();
  expect(await desk.must('session.state', {}, 2)).toMatchObject({ stage: 'login', counter: 2 });
  await desk.must('session.logout', {});
  expect(await desk.call('session.unlock', { passphrase: clerk.passphrase })).toEqual({
    ok: false,
    error: { code: 'notLoggedIn' },
  });
  await desk.must('session.login', clerk);
  await desk.close();
  const later = await openDesk({ signIn: 'accounts', file: desk.file });
  expect(await later.must('session.state', {})).toMatchObject({ stage: 'login' });
});

test('a document on the reader of a locked counter asks the BRP nothing', async () => {
  const desk = await signedIn();
  await desk.startVisit();
  await desk.must('session.lock', {});
  await desk.read(passport(BSN.adult, { withBsn: true }));
  expect(desk.brp.asked).toEqual([]);
  await desk.must('session.unlock', { passphrase: clerk.passphrase });
  const visit = await desk.must('visits.current', {});
  expect(visit).toMatchObject({ person: null, offeredDocument: null });
  await desk.read(passport(BSN.adult, { withBsn: true }));
  const { staff } = await desk.must('session.state', {});
  expect(desk.brp.asked).toEqual([{ staffId: staff?.staffId, by: 'bsn' }]);
});
