import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createCore } from '../../electron/core/create-core.ts';
import type { Caller } from '../../electron/core/handlers.ts';
import { createFakePractice } from '../helpers/core-practice.ts';
import { startCoreWorld, startWorld } from '../helpers/core-world.ts';
import { testFolder } from '../helpers/store.ts';

const window: Caller = { audience: 'counter', client: 'window 1', counter: 1 };

test('a core that cannot start for want of a catalogue has made no file', async () => {
  const { deps } = await startWorld();
  const dataDir = testFolder();
  await expect(createCore({ ...deps, dataDir, resourcesDir: testFolder() })).rejects.toMatchObject({
    name: 'CatalogueError',
  });
  expect(existsSync(path.join(dataDir, 'waarmee.db'))).toBe(false);
});

test('a core whose start fails half way leaves nothing open, and can be started after all', async () => {
  const { deps } = await startWorld();
  const ids = {
    ...deps.ids,
    uuid: () => {
      throw new Error('no ids today');
    },
  };
  await expect(createCore({ ...deps, ids })).rejects.toThrow('no ids today');
  // SQLite takes the write-ahead log away when the last connection is closed.
  expect(existsSync(path.join(deps.dataDir, 'waarmee.db'))).toBe(true);
  expect(existsSync(path.join(deps.dataDir, 'waarmee.db-wal'))).toBe(false);
  const core = await createCore(deps);
  expect(await core.dispatch('session.state', {}, window)).toMatchObject({ value: { stage: 'login' } });
  await core.stop();
});

test('a core with another key says so, and changes nothing', async () => {
  const { core, deps } = await startCoreWorld();
  await core.stop();
  await expect(createCore({ ...deps, storeKey: Buffer.alloc(32, 9) })).rejects.toMatchObject({
    problem: 'wrongKey',
  });
  const again = await createCore(deps);
  expect(await again.dispatch('session.state', {}, window)).toMatchObject({ value: { stage: 'login' } });
  await again.stop();
});

test('a core stops once, and answers whoever still calls', async () => {
  const { core, deps, log } = await startCoreWorld();
  await Promise.all([core.stop(), core.stop()]);
  await core.stop();
  expect(existsSync(path.join(deps.dataDir, 'waarmee.db-wal'))).toBe(false);
  expect(await core.dispatch('session.state', {}, window)).toEqual({
    ok: false,
    error: { code: 'internal' },
  });
  expect(log.lines.filter(({ event }) => event === 'stop.failed')).toEqual([]);
});

test('a part that does not stop does not keep the others open', async () => {
  const { deps, log } = await startWorld();
  const onChange = () => () => {
    throw new Error('does not stop');
  };
  const core = await createCore({ ...deps, practice: { ...createFakePractice(), onChange } });
  await core.stop();
  expect(log.lines).toContainEqual({
    level: 'error',
    event: 'stop.failed',
    fields: { part: 'practice events', error: 'Error' },
  });
  expect(existsSync(path.join(deps.dataDir, 'waarmee.db-wal'))).toBe(false);
});

test('events reach the audience they are meant for, and the counter they are about', async () => {
  const { core } = await startCoreWorld();
  const heard: string[] = [];
  for (const caller of [
    window,
    { ...window, counter: 2 },
    { ...window, audience: 'display' },
    { ...window, audience: 'kiosk' },
  ] as const)
    core.subscribe(caller, ({ name }) => heard.push(`${caller.audience} ${caller.counter} ${name}`));
  const login = { loginName: 'medewerker', passphrase: 'oefenen-aan-de-balie' };
  await core.dispatch('session.login', login, window);
  const start = { commandId: '11111111-1111-4111-a111-111111111111', group: 'O' };
  await core.dispatch('hall.startWithoutTicket', start, window);
  // The list of appointments is read meanwhile, which changes the hall too.
  expect([...new Set(heard)].toSorted()).toEqual([
    'counter 1 hall.changed',
    'counter 1 session.changed',
    'counter 1 visit.changed',
    'counter 2 hall.changed',
    'counter 2 session.changed',
  ]);
});

test('the practice panel is refused outside practice', async () => {
  const { core } = await startCoreWorld();
  await core.dispatch(
    'session.login',
    { loginName: 'medewerker', passphrase: 'oefenen-aan-de-balie' },
    window,
  );
  const refusal = { ok: false, error: { code: 'notInPractice' } };
  expect(await core.dispatch('practice.state', {}, window)).toEqual(refusal);
  expect(await core.dispatch('practice.secondCounter', {}, window)).toEqual(refusal);
  expect(await core.dispatch('practice.setNetwork', { network: 'away' }, window)).toEqual(refusal);
});
