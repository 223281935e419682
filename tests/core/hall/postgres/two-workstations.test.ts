import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { type Core, createCore } from '../../../../electron/core/create-core.ts';
import { createIds, systemClock } from '../../../../electron/hosting/system.ts';
import type { CallInput, CallName, CallOutput } from '../../../../shared/contract/index.ts';
import type { Result } from '../../../../shared/lib/result.ts';
import { startWorld } from '../../../helpers/core-world.ts';
import { testFolder } from '../../../helpers/store.ts';
import { postgresOfFile, until } from './hall-bench.ts';

const cluster = postgresOfFile({ durable: true });

/** A whole application at a counter of its own, with a clerk logged in. */
async function workstation(counter: number, engine: object, password: string) {
  const { deps } = await startWorld();
  const core: Core = await createCore({
    ...deps,
    clock: systemClock,
    ids: createIds(),
    dataDir: testFolder(),
    config: {
      ...deps.config,
      workstation: { ...deps.config.workstation, counter },
      hall: { ...deps.config.hall, engine: engine as typeof deps.config.hall.engine },
    },
    secrets: { read: (name) => (name === 'wachtruimte' ? password : deps.secrets.read(name)) },
  });
  onTestFinished(() => core.stop());
  const caller = { audience: 'counter', client: `venster ${counter}`, counter } as const;
  const ask = <N extends CallName>(name: N, input: CallInput<N>) =>
    core.dispatch(name, input, caller) as Promise<Result<CallOutput<N>>>;
  const must = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const answer = await ask(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
    return answer.value;
  };
  await must('session.login', { loginName: 'medewerker', passphrase: 'oefenen-aan-de-balie' });
  await until(async () => (await must('hall.queue', {})).awaySince === null);
  return { core, ask, must };
}

test('two workstations share one hall: nobody is called twice, and "klaar" is safe while the database is away', {
  timeout: 60_000,
}, async () => {
  const { host, port, database, user, password = '' } = await cluster().hall();
  const engine = { kind: 'postgresql', host, port, database, user, secretName: 'wachtruimte' };
  const one = await workstation(1, engine, password);
  const two = await workstation(2, engine, password);
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
