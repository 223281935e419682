import path from 'node:path';
import { expect, test } from 'vitest';
import type { Caller } from '../../electron/core/handlers.ts';
import { practiceAccounts } from '../../electron/core/session/index.ts';
import { startCoreWorld } from '../helpers/core-world.ts';
import { openTestStore } from '../helpers/store.ts';

const window: Caller = { audience: 'counter', client: 'window 1', counter: 1 };
const HOUR_MS = 3_600_000;

/** The application, and a second connection to its file to see and spoil what is in it. */
async function open() {
  const world = await startCoreWorld();
  const store = openTestStore({ file: path.join(world.deps.dataDir, 'waarmee.db') });
  /** What is written there meets a full disk, until it is answered. */
  const fill = (name: string, on: string) => {
    store.db.exec(
      `CREATE TRIGGER ${name} BEFORE ${on} BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
    );
    return () => store.db.exec(`DROP TRIGGER ${name}`);
  };
  const failures = () => world.log.lines.filter(({ event }) => event === 'timer.failed').length;
  return { ...world, store, fill, failures };
}

test('a disk that is full at midnight does not end the program; the day begins when there is room', async () => {
  const { core, clock, store, fill, failures } = await open();
  const revision = async () => (await core.board.current()).revision;
  const before = await revision();
  const makeRoom = fill('full', 'INSERT ON hall_location');
  clock.jumpTo('2026-11-23T23:00:00.000Z');
  await clock.advance(60_000);
  expect(failures()).toBe(1);
  expect(await revision()).toBe(before);
  makeRoom();
  await clock.advance(60_000);
  expect(await revision()).toBe(before + 1);
  expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok');
});

test('a clean-up that met a full disk is done at its next turn', async () => {
  const { core, clock, store, fill, failures } = await open();
  const [clerk] = practiceAccounts;
  const { loginName = '', passphrase = '' } = clerk ?? {};
  await core.dispatch('session.login', { loginName, passphrase }, window);
  const commandId = '00000000-0000-4000-8000-000000000001';
  await core.dispatch('hall.startWithoutTicket', { commandId, group: 'P' }, window);
  await core.dispatch('visits.current', {}, window);
  const state = () => store.db.prepare('SELECT state FROM visit').pluck().get();
  expect(state()).toBe('open');
  const makeRoom = fill('full', 'UPDATE ON visit');
  clock.jumpTo('2026-11-26T09:00:00.000Z');
  await clock.advance(6 * HOUR_MS);
  expect(failures()).toBe(1);
  expect(state()).toBe('open');
  makeRoom();
  await clock.advance(6 * HOUR_MS);
  expect(state()).toBe('cancelled');
});
