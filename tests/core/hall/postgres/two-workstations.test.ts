import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { postgresOfFile, until } from './hall-bench.ts';
import { workstation } from './workstation.ts';

const cluster = postgresOfFile({ durable: true });

test('two workstations share one hall: nobody is called twice, and "klaar" is safe while the database is away', async () => {
  const server = await cluster().hall();
  const { database } = server;
  const one = await workstation(1, server);
  const two = await workstation(2, server);
  for (const group of ['O', 'O']) await one.must('hall.issueTicket', { commandId: randomUUID(), group });
  await until(async () => (await two.must('hall.queue', {})).waiting.length === 2);
  const called = await Promise.all(
    [one, two].map(({ must }) => must('hall.callNext', { commandId: randomUUID() })),
  );
  expect(new Set(called.map((ticket) => ticket?.number))).toEqual(new Set(['O001', 'O002']));

  cluster().stop();
  let isBack = false;
  onTestFinished(() => {
    if (!isBack) cluster().start();
  });
  await until(async () => (await one.must('hall.queue', {})).awaySince !== null);
  const visit = await one.must('visits.current', {});
  const done = await one.must('transactions.commit', {
    commandId: randomUUID(),
    visitId: visit?.visitId ?? '',
    outcome: 'inOneGo',
    note: 'vraag beantwoord',
    payment: { method: 'none' },
  });
  expect(done.receiptNumber).not.toBe('');
  expect(await one.must('visits.current', {})).toBeNull();
  expect(await one.ask('hall.callNext', { commandId: randomUUID() })).toMatchObject({
    ok: false,
    error: { code: 'hallUnavailable' },
  });
  cluster().start();
  isBack = true;
  await until(async () => (await two.core.board.current()).called.length === 1, 15_000);
  const ended = await cluster().admin(
    database,
    `SELECT counter, count(*)::int AS n FROM waarmee.hall_event WHERE kind = 'finished' GROUP BY counter`,
  );
  expect(ended).toEqual([{ counter: 1, n: 1 }]);
});

test('a visit that was finished too early goes on at its counter, once the hall knows of its end', async () => {
  const server = await cluster().hall();
  const one = await workstation(1, server);
  await one.must('hall.issueTicket', { commandId: randomUUID(), group: 'O' });
  await until(async () => (await one.must('hall.queue', {})).waiting.length === 1);
  await one.must('hall.callNext', { commandId: randomUUID() });
  const visit = await one.must('visits.current', {});
  await one.must('transactions.commit', {
    commandId: randomUUID(),
    visitId: visit?.visitId ?? '',
    outcome: 'inOneGo',
    note: 'vraag beantwoord',
    payment: { method: 'none' },
  });
  await until(async () => (await one.must('hall.queue', {})).undo?.what === 'finished');
  const { undo } = await one.must('hall.queue', {});
  await one.must('hall.undo', { commandId: randomUUID(), actionId: undo?.actionId ?? '' });
  const after = await one.must('visits.current', {});
  expect(after).toMatchObject({ ticketId: visit?.ticketId, number: 'O001' });
  expect(after?.visitId).not.toBe(visit?.visitId);
  expect((await one.core.board.current()).called).toMatchObject([{ number: 'O001', counter: 1 }]);
});

test('a family that is split at one workstation is two numbers at the other, and the rest of a visit waits there', async () => {
  const server = await cluster().hall();
  const one = await workstation(1, server);
  const two = await workstation(2, server);
  const command = () => ({ commandId: randomUUID() });
  const { ticketId } = await one.must('hall.issueTicket', { ...command(), group: 'P', persons: 3 });
  await one.must('hall.callNext', command());
  await one.must('hall.setParty', { ...command(), ticketId, persons: 3, also: ['R', 'V'] });
  const left = await one.must('hall.split', { ...command(), ticketId, persons: 1, group: 'R' });
  expect((await one.must('hall.queue', {})).current).toMatchObject({ persons: 2, also: ['V'] });
  await until(async () => (await two.must('hall.queue', {})).waiting.length === 1);
  const { waiting } = await two.must('hall.queue', {});
  expect(waiting).toMatchObject([{ ticketId: left.ticketId, number: 'R001', cameWith: 'P001' }]);
  await two.must('hall.callNext', command());

  const visit = await one.must('visits.current', {});
  await one.must('transactions.commit', {
    ...command(),
    visitId: visit?.visitId ?? '',
    outcome: 'inOneGo',
    note: 'vraag beantwoord',
    payment: { method: 'none' },
    sendOn: 'V',
  });
  await until(async () => (await two.must('hall.queue', {})).waiting.length === 1);
  expect((await two.must('hall.queue', {})).waiting).toMatchObject([
    { ticketId, number: 'P001', group: 'V', persons: 2, also: [] },
  ]);
});
