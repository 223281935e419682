import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { postgresOfFile, until } from './hall-bench.ts';
import { workstation } from './workstation.ts';

const cluster = postgresOfFile({ durable: true });
const command = () => ({ commandId: randomUUID() });

/** A clerk at counter 1 and the team lead at counter 2, each at a PC of his own, who know of each other. */
async function twoPcs() {
  const server = await cluster().hall();
  const clerk = await workstation(1, server);
  const lead = await workstation(2, server, 'teamleider');
  await until(async () => (await lead.must('overview.counters', {})).length === 2, 15_000);
  return { server, clerk, lead };
}
type Pcs = Awaited<ReturnType<typeof twoPcs>>;
const counterOne = async ({ lead }: Pcs) =>
  (await lead.must('overview.counters', {})).find(({ counter }) => counter === 1);

test('the team lead sees who sits at another PC, locked or not, and logs out who left it open', async () => {
  const pcs = await twoPcs();
  const { clerk, lead } = pcs;
  expect(await counterOne(pcs)).toMatchObject({
    staff: 'Medewerker Oefening',
    isLocked: false,
    state: 'free',
  });
  await clerk.must('session.lock', {});
  await until(async () => (await counterOne(pcs))?.isLocked === true);
  await lead.must('overview.logOut', { ...command(), counter: 1 });
  expect(await counterOne(pcs)).toBeUndefined();
  expect(await clerk.must('session.state', {})).toMatchObject({ stage: 'login' });
  expect(await lead.ask('overview.logOut', { ...command(), counter: 1 })).toMatchObject({
    error: { code: 'notFound', field: 'counter' },
  });
  const line = { action: 'session.loggedOut', recordId: 'balie 1' };
  expect(await clerk.audited()).toContainEqual(
    expect.objectContaining({ ...line, who: 'B1', detail: 'medewerker' }),
  );
  expect(await lead.audited()).toContainEqual(expect.objectContaining(line));
});

test('a call for help reaches the other PC, who comes is seen, and it ends at both', async () => {
  const { clerk, lead } = await twoPcs();
  const pushed: string[] = [];
  lead.core.subscribe({ audience: 'counter', client: 'venster 2', counter: 2 }, ({ name }) =>
    pushed.push(name),
  );
  const { alarm, reached } = await clerk.must('alarms.raise', command());
  expect(reached).toBe(1);
  await until(async () => (await lead.must('alarms.list', {})).length === 1);
  expect(await lead.must('alarms.list', {})).toEqual([alarm]);
  expect(pushed).toContain('alarms.changed');

  const { alarmId } = alarm;
  await lead.must('alarms.coming', { ...command(), alarmId });
  await lead.must('alarms.coming', { ...command(), alarmId });
  const coming = [{ counter: 2, staff: 'Teamleider Oefening' }];
  await until(async () => (await clerk.must('alarms.list', {}))[0]?.coming.length === 1);
  expect((await clerk.must('alarms.list', {}))[0]?.coming).toEqual(coming);

  await clerk.must('alarms.end', { ...command(), alarmId });
  await until(async () => (await lead.must('alarms.list', {})).length === 0);
});

test('with the database away a call for help reaches nobody elsewhere and says so; the others hear it afterwards', async () => {
  const { clerk, lead } = await twoPcs();
  cluster().stop();
  let isStopped = true;
  onTestFinished(() => {
    if (isStopped) cluster().start();
  });
  await until(async () => (await clerk.must('hall.queue', {})).awaySince !== null);
  const { alarm, reached } = await clerk.must('alarms.raise', command());
  expect(reached).toBe(0);
  expect(await clerk.must('alarms.list', {})).toEqual([alarm]);
  expect(await lead.ask('overview.logOut', { ...command(), counter: 1 })).toMatchObject({
    error: { code: 'hallUnavailable' },
  });
  cluster().start();
  isStopped = false;
  await until(async () => (await lead.must('alarms.list', {})).length === 1, 20_000);
});

test('a PC that was switched off is not there any more, and takes no order to log out', async () => {
  const pcs = await twoPcs();
  const { clerk, lead, server } = pcs;
  await clerk.core.stop();
  await until(async () => (await counterOne(pcs)) === undefined);
  // As after a power cut: its last word is still there, and nobody carries out what is asked.
  await cluster().admin(
    server.database,
    `UPDATE waarmee.hall_workstation SET seen = now(), seats = '[{"counter":1,"name":"Medewerker Oefening","locked":true}]' WHERE workstation = 'B1';
     NOTIFY "hall/oefenhal", 'team'`,
  );
  await until(async () => (await counterOne(pcs)) !== undefined);
  expect(await lead.ask('overview.logOut', { ...command(), counter: 1 })).toMatchObject({
    error: { code: 'hallUnavailable', field: 'counter' },
  });
  expect(await cluster().admin(server.database, 'SELECT * FROM waarmee.hall_log_out')).toEqual([]);
});

test('a counter at another PC is closed and opened, and calls by the work profile that it was given', async () => {
  const { clerk, lead } = await twoPcs();
  for (const group of ['O', 'P']) await clerk.must('hall.issueTicket', { ...command(), group });
  const assign = (isOpen: boolean, profile: string | null = null) =>
    lead.must('overview.assign', { ...command(), counter: 1, isOpen, profile });
  const next = async () => (await clerk.must('hall.queue', {})).next?.number ?? null;
  await until(async () => (await next()) === 'O001');

  await assign(false);
  await until(async () => (await next()) === null);
  expect(await clerk.ask('hall.callNext', command())).toMatchObject({ error: { code: 'counterClosed' } });
  expect((await lead.must('hall.queue', {})).next?.number).toBe('O001');

  await assign(true, 'paspoorten');
  await until(async () => (await next()) === 'P001');
  expect((await clerk.must('hall.queue', {})).work).toMatchObject({
    profile: { name: 'Alleen paspoorten' },
    decidedBy: 'teamlead',
  });
  const here = await clerk.must('hall.callNext', command());
  expect(here?.number).toBe('P001');
  // Who is at the counter already is helped there, whatever it is to call next.
  await assign(true);
  await until(async () => (await next()) === 'O001');
  expect((await clerk.must('hall.queue', {})).current).toEqual(here);
});

test('what a counter at another PC can not help now is known, as soon as it changes', async () => {
  const { clerk, lead } = await twoPcs();
  const lacks = async () =>
    (await lead.must('hall.colleagues', {})).map((there) => [there.counter, there.lacks]);
  const camera = [{ group: 'V', lacks: [{ code: 'deviceAway', devices: ['camera'] }] }];
  expect(await lacks()).toEqual([[1, camera]]);
  await clerk.must('hall.sawCamera', { isThere: true });
  await until(async () => (await lead.must('hall.colleagues', {}))[0]?.lacks.length === 0);
  expect(await lacks()).toEqual([[1, []]]);
});

test('the profile that a clerk at another PC chose is seen, as his own', async () => {
  const pcs = await twoPcs();
  const workThere = async () => (await counterOne(pcs))?.work;
  expect(await workThere()).toEqual({ profile: null, decidedBy: 'counter' });
  await pcs.clerk.must('hall.chooseProfile', { ...command(), profile: 'paspoorten' });
  await until(async () => (await workThere())?.decidedBy === 'clerk');
  expect(await workThere()).toMatchObject({ profile: { name: 'Alleen paspoorten' } });
});
