import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Desk, openDesk, testPassphrase } from '../../helpers/core-desk.ts';

const MINUTE = 60_000;
const START = '2026-11-23T09:00:00.000Z';

/** The team lead at counter 9. */
async function hallWithTeamlead(change: Parameters<typeof openDesk>[0] = {}): Promise<Desk> {
  const desk = await openDesk({ ...change, signIn: 'accounts' });
  await logIn(desk, 'teamleider', 9);
  return desk;
}
const logIn = (desk: Desk, loginName: string, counter: number) =>
  desk.must('session.login', { loginName, passphrase: testPassphrase }, counter);
const command = () => ({ commandId: randomUUID() });
const counters = async (desk: Desk) =>
  (await desk.must('overview.counters', {}, 9))
    .filter(({ counter }) => counter !== 9)
    .map(({ isOpen: _open, profile: _profile, work: _work, ...at }) => at);
async function call(desk: Desk, counter: number): Promise<string> {
  await desk.must('hall.issueTicket', { ...command(), group: 'P' }, 9);
  const ticket = await desk.must('hall.callNext', command(), counter);
  return ticket?.ticketId ?? '';
}

test('a counter from logging in to being left open', async () => {
  const desk = await hallWithTeamlead();
  expect(await counters(desk)).toEqual([]);
  await logIn(desk, 'medewerker', 2);
  const counter = { counter: 2, staff: 'Medewerker Oefening', isLocked: false };
  expect(await counters(desk)).toEqual([{ ...counter, state: 'free', since: null, number: null }]);

  const ticketId = await call(desk, 2);
  await desk.clock.advance(3 * MINUTE);
  expect(await counters(desk)).toEqual([{ ...counter, state: 'helping', since: START, number: 'P001' }]);

  await desk.must('hall.noShow', { ...command(), ticketId }, 2);
  const free = { ...counter, state: 'free', since: '2026-11-23T09:03:00.000Z', number: null };
  expect(await counters(desk)).toEqual([free]);

  await desk.must('session.lock', {}, 2);
  await desk.clock.advance(14 * MINUTE);
  await logIn(desk, 'teamleider', 9);
  expect(await counters(desk)).toEqual([{ ...free, isLocked: true }]);
  await desk.clock.advance(MINUTE);
  expect(await counters(desk)).toEqual([{ ...free, isLocked: true, state: 'quiet' }]);
});

test('who is helped without a number has none; a visit of a counter where nobody is logged in is still there', async () => {
  const desk = await hallWithTeamlead();
  await logIn(desk, 'medewerker', 2);
  await desk.must('hall.startWithoutTicket', { ...command(), group: 'R' }, 2);
  await desk.must('session.logout', {}, 2);
  expect(await counters(desk)).toEqual([
    { counter: 2, staff: null, isLocked: false, state: 'helping', since: START, number: null },
  ]);
});

test('a counter left open is logged out, its visit stays, and the audit says whose session it was', async () => {
  const desk = await hallWithTeamlead();
  await logIn(desk, 'medewerker', 2);
  await call(desk, 2);
  desk.published.length = 0;
  await desk.must('overview.logOut', { ...command(), counter: 2 }, 9);
  expect(desk.published).toContainEqual({ name: 'session.changed', data: {} });
  expect(await desk.must('session.state', {}, 2)).toMatchObject({ stage: 'login' });
  expect(await counters(desk)).toMatchObject([{ staff: null, state: 'helping', number: 'P001' }]);
  expect(desk.audit.list({ limit: 1 })[0]).toMatchObject({
    action: 'session.loggedOut',
    recordId: 'balie 2',
    detail: 'medewerker',
  });
});

test.each([
  ['the own counter', 9, 'invalidInput'],
  ['a counter without anybody', 3, 'notFound'],
])('%s is not logged out', async (_, counter, code) => {
  const desk = await hallWithTeamlead();
  expect(await desk.call('overview.logOut', { ...command(), counter }, 9)).toMatchObject({
    error: { code, field: 'counter' },
  });
});

test('a clerk neither sees the counters nor logs a colleague out', async () => {
  const desk = await hallWithTeamlead();
  await logIn(desk, 'medewerker', 2);
  expect(await desk.call('overview.counters', {}, 2)).toMatchObject({ error: { code: 'notAllowed' } });
  expect(await desk.call('overview.logOut', { ...command(), counter: 9 }, 2)).toMatchObject({
    error: { code: 'notAllowed' },
  });
});

test('a counter that was closed calls nobody until it is opened; who is there is helped, and the audit says so', async () => {
  const desk = await hallWithTeamlead();
  await logIn(desk, 'medewerker', 2);
  const ticketId = await call(desk, 2);
  await desk.must('hall.issueTicket', { ...command(), group: 'P' }, 9);
  const closed = { counter: 2, isOpen: false, profile: null };
  await desk.must('overview.assign', { ...command(), ...closed }, 9);
  expect(await desk.must('overview.counters', {}, 9)).toContainEqual(expect.objectContaining(closed));
  await desk.must('hall.recall', { ...command(), ticketId }, 2);
  await desk.must('hall.noShow', { ...command(), ticketId }, 2);
  expect(await desk.must('hall.queue', {}, 2)).toMatchObject({ next: null, isClosed: true });
  expect(await desk.call('hall.callNext', command(), 2)).toMatchObject({ error: { code: 'counterClosed' } });
  expect(await desk.must('hall.queue', {}, 9)).toMatchObject({ next: {}, isClosed: false });
  // Who did not come is called at another counter; who stands there without a number is not called at all.
  expect(await desk.call('hall.recall', { ...command(), ticketId }, 2)).toMatchObject({
    error: { code: 'counterClosed' },
  });
  const walkIn = await desk.must('hall.startWithoutTicket', { ...command(), group: 'P' }, 2);
  await desk.must('hall.putBack', { ...command(), ticketId: walkIn.ticketId }, 2);
  await desk.must('hall.recall', { ...command(), ticketId }, 9);
  await desk.must('hall.noShow', { ...command(), ticketId }, 9);

  await desk.must('overview.assign', { ...command(), ...closed, isOpen: true }, 9);
  expect((await desk.must('hall.callNext', command(), 2))?.number).toBe('P002');
  expect(desk.audited().filter((action) => action === 'hall.assigned')).toHaveLength(2);
});

test('what was decided for a counter holds for its day', async () => {
  const desk = await hallWithTeamlead();
  await desk.must('overview.assign', { ...command(), counter: 2, isOpen: false, profile: null }, 9);
  await desk.clock.advance(24 * 60 * MINUTE);
  await logIn(desk, 'teamleider', 9);
  await logIn(desk, 'medewerker', 2);
  expect(await call(desk, 2)).not.toBe('');
});

test('a work profile that is not in the configuration is refused, and the profiles are those of the configuration', async () => {
  const desk = await hallWithTeamlead();
  const profiles = await desk.must('overview.profiles', {}, 9);
  expect(profiles.map(({ id }) => id)).not.toContain('geen');
  expect(
    await desk.call('overview.assign', { ...command(), counter: 2, isOpen: true, profile: 'geen' }, 9),
  ).toMatchObject({ error: { code: 'invalidInput', field: 'profile' } });
});

const only = (letter: string, name: string) => ({
  id: name.toLowerCase(),
  name,
  by: 'norm' as const,
  groups: [{ letter, weight: 1 }],
  finallyCallByMinutes: null,
  skills: [],
});

test('a clerk works by his own profile, chooses another until he logs out, and a team lead goes before both', async () => {
  const profiles = [only('R', 'Rijbewijzen'), only('U', 'Uittreksels')];
  const desk = await hallWithTeamlead({ hall: { profiles } });
  await logIn(desk, 'beheerder', 8);
  const staff = await desk.must('staff.list', {}, 8);
  const { staffId, role } = staff.find(({ loginName }) => loginName === 'medewerker') ?? {
    staffId: '',
    role: 'clerk' as const,
  };
  expect(await desk.must('staff.workOptions', {}, 8)).toMatchObject({
    profiles: [{ id: 'rijbewijzen' }, { id: 'uittreksels' }],
  });
  const set = (profile: string) =>
    desk.call(
      'staff.change',
      { ...command(), staffId, role, active: true, work: { profile, skills: null } },
      8,
    );
  expect(await set('geen')).toMatchObject({ error: { code: 'invalidInput', field: 'work.profile' } });
  expect(await set('rijbewijzen')).toMatchObject({ ok: true, value: { work: { profile: 'rijbewijzen' } } });
  for (const group of ['U', 'R', 'P']) await desk.must('hall.issueTicket', { ...command(), group }, 9);
  const next = async () => {
    const { next: first, work } = await desk.must('hall.queue', {}, 2);
    const seen = (await desk.must('overview.counters', {}, 9)).find(({ counter }) => counter === 2);
    expect(seen?.work).toEqual({ profile: work?.profile, decidedBy: work?.decidedBy });
    return [first?.number, work?.profile?.name, work?.decidedBy];
  };

  await logIn(desk, 'medewerker', 2);
  expect(await next()).toEqual(['R001', 'Rijbewijzen', 'clerk']);
  const choose = (profile: string | null) => desk.call('hall.chooseProfile', { ...command(), profile }, 2);
  expect(await choose('geen')).toMatchObject({ error: { code: 'invalidInput', field: 'profile' } });
  desk.published.length = 0;
  expect(await choose('uittreksels')).toMatchObject({ ok: true });
  expect(desk.published).toContainEqual({ name: 'hall.changed', data: {} });
  expect(await next()).toEqual(['U001', 'Uittreksels', 'clerk']);
  await desk.must('session.logout', {}, 2);
  await logIn(desk, 'medewerker', 2);
  expect(await next()).toEqual(['R001', 'Rijbewijzen', 'clerk']);

  const assign = (profile: string | null) =>
    desk.must('overview.assign', { ...command(), counter: 2, isOpen: true, profile }, 9);
  await assign('uittreksels');
  expect(await next()).toEqual(['U001', 'Uittreksels', 'teamlead']);
  expect(await choose('rijbewijzen')).toMatchObject({ error: { code: 'notAllowed' } });
  await assign(null);
  expect(await choose(null)).toMatchObject({ ok: true });
  expect(await next()).toEqual(['R001', 'Rijbewijzen', 'clerk']);
  expect(desk.audited()).toContain('hall.profileChosen');
});

test('closing the day ends who waits, is held or did not come; a visit that runs is left alone', async () => {
  const desk = await hallWithTeamlead();
  await logIn(desk, 'medewerker', 2);
  const issue = () => desk.must('hall.issueTicket', { ...command(), group: 'P' }, 9);
  const missed = await call(desk, 2);
  await desk.must('hall.noShow', { ...command(), ticketId: missed }, 2);
  const held = await call(desk, 2);
  await desk.must('hall.hold', { ...command(), ticketId: held, note: '' }, 2);
  const helped = await call(desk, 2);
  const visit = await desk.must('visits.current', {}, 2);
  await issue();
  await issue();
  expect(await desk.must('overview.leftOver', {}, 9)).toEqual({
    waiting: 2,
    held: 1,
    noShow: 1,
    atCounter: 1,
  });

  expect(await desk.must('overview.closeDay', command(), 9)).toEqual({ closed: 4 });
  const queue = await desk.must('hall.queue', {}, 2);
  expect(queue).toMatchObject({ waiting: [], held: [], noShows: [], current: { ticketId: helped } });
  expect((await desk.must('visits.current', {}, 2))?.visitId).toBe(visit?.visitId);
  expect(await desk.hall.engine.board()).toMatchObject({ recent: [], called: [{ number: 'P003' }] });
  expect(desk.audited()).toContain('hall.dayClosed');
  expect(await desk.must('overview.closeDay', command(), 9)).toEqual({ closed: 0 });
  const refused = await desk.call('overview.closeDay', command(), 2);
  expect(refused).toMatchObject({ error: { code: 'notAllowed' } });

  const { report } = await desk.must('statistics.report', { from: '2026-11-23', to: '2026-11-23' }, 9);
  expect(report.total).toMatchObject({ visitors: 5, leftAtClose: 3, noShows: 1, abandoned: 0, cancelled: 0 });
});
