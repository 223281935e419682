import { expect, test } from 'vitest';
import { openScene, type Scene, statusOf } from './sync-scene.ts';
import { uittreksel, visitOf } from './visits.ts';

const NUMBER = /^ZAAK-2026-\d{10}$/;
const MINUTE = 60_000;

const asked = ({ gateway }: Scene): readonly string[] =>
  gateway.seen.filter(({ path }) => path.endsWith('/zaaknummer_reserveren')).map(({ body }) => body);

/** Waits until the stock was asked for so often. */
async function askedFor(scene: Scene, times: number): Promise<void> {
  await expect.poll(() => asked(scene).length).toBe(times);
  await scene.sync.idle();
}

function take({ store, sync }: Scene): string | undefined {
  return store.atomically(() => sync.outbox.reservedNumber());
}

test('the stock is filled at the start, given out once each, and the zaak gets the number', async () => {
  const scene = await openScene({ allInOne: true, reserveNumbers: 3 });
  await askedFor(scene, 1);
  expect(JSON.parse(asked(scene)[0] ?? '')).toEqual({ bronorganisatie: '002220647', aantal: 3 });
  await expect.poll(() => stock(scene)).toBe(3);
  const number = take(scene);
  expect(number).toMatch(NUMBER);
  scene.commit(visitOf(1, { transactions: [uittreksel(1, { zaakIdentificatie: number ?? '' })] }));
  await askedFor(scene, 2);
  expect(statusOf(scene.sync).items).toEqual([]);
  expect(scene.practice.inspect().zaken.map(({ identificatie }) => identificatie)).toEqual([number]);
  await expect.poll(() => stock(scene)).toBe(3);
  const others = [take(scene), take(scene), take(scene), take(scene)];
  expect(others.slice(0, 3).every((other) => NUMBER.test(other ?? '') && other !== number)).toBe(true);
  expect(new Set(others).size).toBe(4);
  expect(others[3]).toBeUndefined();
  expect(scene.gateway.flaws()).toEqual([]);
});

test('a number is given back when the transaction that took it is rolled back', async () => {
  const scene = await openScene({ allInOne: true, reserveNumbers: 1 });
  await expect.poll(() => stock(scene)).toBe(1);
  let taken: string | undefined;
  expect(() =>
    scene.store.atomically(() => {
      taken = scene.sync.outbox.reservedNumber();
      throw new Error('the disk is full');
    }),
  ).toThrow('the disk is full');
  expect(take(scene)).toBe(taken);
});

test('the stock stays over a restart, and without the zaaksysteem it is used up before we number ourselves', async () => {
  const scene = await openScene({ allInOne: true, reserveNumbers: 2 });
  await expect.poll(() => stock(scene)).toBe(2);
  scene.gateway.judge = () => 'dropBefore';
  const next = await scene.restart();
  const taken = [take(next), take(next), take(next)];
  expect(taken.map((number) => number !== undefined)).toEqual([true, true, false]);
});

test('an answer that comes twice gives no number out twice', async () => {
  const scene = await openScene({ allInOne: true, reserveNumbers: 1 });
  const body = JSON.stringify({ zaaknummer: 'ZAAK-2026-0000000042' });
  scene.gateway.judge = ({ path }) =>
    path.endsWith('/zaaknummer_reserveren')
      ? { status: 201, headers: { 'content-type': 'application/json' }, body }
      : 'pass';
  await expect.poll(() => stock(scene)).toBe(1);
  expect(take(scene)).toBe('ZAAK-2026-0000000042');
  scene.commit(visitOf(1));
  await askedFor(scene, 2);
  await scene.clock.advance(2 * MINUTE);
  expect(take(scene)).toBeUndefined();
});

test('a server without the call is asked once a day, and we number ourselves', async () => {
  const scene = await openScene({ allInOne: false, reserveNumbers: 2 });
  await askedFor(scene, 1);
  scene.commit(visitOf(1));
  await scene.sync.idle();
  expect(take(scene)).toBeUndefined();
  expect(asked(scene)).toHaveLength(1);
});

test('without the setting nothing is asked', async () => {
  const scene = await openScene({ allInOne: true });
  scene.commit(visitOf(1));
  await scene.sync.idle();
  expect(asked(scene)).toEqual([]);
  expect(take(scene)).toBeUndefined();
});

function stock({ store }: Scene): unknown {
  return store.db.prepare('SELECT count(*) FROM reserved_number WHERE used_at IS NULL').pluck().get();
}

test('a disk that takes nothing keeps the stock as it is and stops nothing', async () => {
  const scene = await openScene({ allInOne: true, reserveNumbers: 2 });
  await expect.poll(() => stock(scene)).toBe(2);
  const { log } = scene;
  const lost: unknown[] = [];
  const onLost = (reason: unknown): void => void lost.push(reason);
  process.on('unhandledRejection', onLost);
  take(scene);
  scene.store.db.exec(
    `CREATE TRIGGER full BEFORE INSERT ON reserved_number BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
  );
  scene.commit(visitOf(1));
  await expect.poll(() => log.lines.some(({ event }) => event === 'sync.numbersNotKept')).toBe(true);
  process.off('unhandledRejection', onLost);
  expect(lost).toEqual([]);
  expect(stock(scene)).toBe(1);
});
