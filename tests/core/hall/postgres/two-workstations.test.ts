import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { postgresOfFile, until } from './hall-bench.ts';
import { workstation } from './workstation.ts';

const cluster = postgresOfFile({ durable: true });

test('two workstations share one hall: nobody is called twice, and "klaar" is safe while the database is away', {
  timeout: 60_000,
}, async () => {
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

test('a visit that was finished too early goes on at its counter, once the hall knows of its end', {
  timeout: 60_000,
}, async () => {
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
