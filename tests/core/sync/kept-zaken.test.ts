import { expect, test } from 'vitest';
import { createKeptZaken, createKeptZakenSweep } from '../../../electron/core/kept-zaken/index.ts';
import { openTestStore } from '../../helpers/store.ts';
import { openScene, type Scene, statusOf } from './sync-scene.ts';
import { moulin, paspoort, uittreksel, visitOf } from './visits.ts';

const BSN = '999993653';
const HOUR = 3_600_000;
const KEEP = { keepOpenZakenDays: 100 } as const;

const numberOf = (serial: number) => paspoort(serial, 'new').zaakIdentificatie;
const applications = (...serials: readonly number[]) =>
  visitOf(serials[0] ?? 1, { transactions: serials.map((serial) => paspoort(serial, 'new')) });

/** Lets the clock of a workstation run until something holds. */
async function until(scene: Scene, holds: () => boolean): Promise<void> {
  await expect
    .poll(
      async () => {
        await scene.clock.advance(1000);
        return holds();
      },
      { interval: 5, timeout: 30_000 },
    )
    .toBe(true);
}

/** What was asked in the background: in the name of no clerk. */
function readsOf({ gateway }: Scene, from = 0): readonly string[] {
  return gateway.seen
    .slice(from)
    .filter(({ headers }) => {
      const { authorization } = headers;
      const [, claims = ''] = typeof authorization === 'string' ? authorization.split('.') : [];
      return Buffer.from(claims, 'base64url').toString('utf8').includes('"user_id":"waarmee"');
    })
    .map(({ method, path }) => `${method} ${path}`);
}

test('the open zaken of other counters are read by themselves, and found by person or number without telling a person', async () => {
  const scene = await openScene(KEEP);
  const other = scene.neighbour();
  other.commit({
    ...applications(1, 2),
    transactions: [paspoort(1, 'new'), paspoort(2, 'new'), uittreksel(3)],
  });
  await other.sync.idle();
  await until(scene, () => scene.kept.of(BSN).length === 2);
  expect(scene.kept.named(numberOf(1))).toMatchObject({
    zaaktype: 'BALIE-PASPOORT',
    omschrijving: 'Paspoort',
    startedOn: '2026-11-23',
  });
  expect([scene.kept.isFor(numberOf(1), BSN), scene.kept.isFor(numberOf(1), '999990445')]).toEqual([
    true,
    false,
  ]);
  expect(scene.kept.isFor('ZAAK-2026-0000000099', BSN)).toBeUndefined();
  expect(scene.kept.of('999990445')).toEqual([]);

  const rows = scene.store.db.prepare<[], object>('SELECT * FROM kept_zaak').all();
  const bytes = rows.flatMap((row) => Object.values(row)).map((value) => String(value));
  expect(bytes.filter((text) => text.includes(BSN) || text.includes(moulin.geslachtsnaam))).toEqual([]);
  expect(readsOf(scene).length).toBeGreaterThan(3);
  expect(readsOf(scene).filter((question) => question.includes(BSN))).toEqual([]);
  expect(scene.gateway.flaws()).toEqual([]);
});

test('what was closed elsewhere goes, what is new comes, and for whom a zaak is, is asked once', async () => {
  const scene = await openScene(KEEP);
  const other = scene.neighbour();
  other.commit(applications(1, 2));
  await other.sync.idle();
  await until(scene, () => scene.kept.of(BSN).length === 2);

  const from = scene.gateway.seen.length;
  other.commit(visitOf(5, { transactions: [paspoort(1, 'pickUp')] }));
  other.commit(applications(6));
  await until(scene, () => scene.kept.named(numberOf(1)) === undefined);
  await until(scene, () => scene.kept.of(BSN).length === 2);
  expect(
    scene.kept
      .of(BSN)
      .map(({ zaakIdentificatie }) => zaakIdentificatie)
      .toSorted(),
  ).toEqual([numberOf(2), numberOf(6)]);
  const holders = readsOf(scene, from).filter((question) => question.includes('/rollen?'));
  expect(holders).toHaveLength(1);
  expect(scene.gateway.flaws()).toEqual([]);
});

test('the first read of a day forgets what is no longer there; a zaak of longer ago is not kept', async () => {
  const scene = await openScene({ keepOpenZakenDays: 3 });
  const other = scene.neighbour();
  other.commit(applications(1));
  await other.sync.idle();
  await until(scene, () => scene.kept.of(BSN).length === 1);
  const seenAt = scene.kept.named(numberOf(1))?.seenAt ?? '';
  await scene.clock.advance(24 * HOUR);
  await until(scene, () => (scene.kept.named(numberOf(1))?.seenAt ?? '') > seenAt);
  await scene.clock.advance(4 * 24 * HOUR);
  await until(scene, () => scene.kept.named(numberOf(1)) === undefined);
  expect(scene.practice.inspect().zaken).toMatchObject([{ identificatie: numberOf(1), einddatum: null }]);
});

test('a read that failed goes on later where it was', async () => {
  const scene = await openScene(KEEP);
  const other = scene.neighbour();
  other.commit(applications(1));
  await other.sync.idle();
  scene.gateway.judge = ({ path }) => (path.includes('/rollen') ? { status: 503, body: '{}' } : 'pass');
  await until(scene, () => scene.kept.named(numberOf(1)) !== undefined);
  await until(scene, () => scene.log.lines.some(({ event }) => event === 'sync.zakenNotRead'));
  expect(scene.kept.of(BSN)).toEqual([]);
  scene.gateway.judge = () => 'pass';
  await until(scene, () => scene.kept.of(BSN).length === 1);
});

test('nothing is read while a clerk waits for an answer of the zaaksysteem', async () => {
  const scene = await openScene(KEEP);
  let answerClerk: () => void = () => undefined;
  scene.gateway.judge = ({ path }) =>
    path.includes('/_zoek') ? new Promise((resolve) => (answerClerk = () => resolve('pass'))) : 'pass';
  const answer = scene.sync.openZaken(BSN, { loginName: 'j.jansen', name: 'Joke Jansen' });
  await expect.poll(() => scene.gateway.seen.length).toBe(1);
  // Short of the patience of the connection itself, which the clock of the test does not move.
  for (let round = 0; round < 60; round += 1) await scene.clock.advance(10_000);
  expect(readsOf(scene)).toEqual([]);
  answerClerk();
  expect(await answer).toEqual({ ok: true, value: [] });
  await until(scene, () => scene.kept.readUpTo() !== undefined);
  expect(readsOf(scene).length).toBeGreaterThan(0);
});

test('what was not seen open for the whole period is removed, and all of it where none is kept', () => {
  const store = openTestStore();
  const kept = createKeptZaken(store);
  const zaak = { zaaktype: 'BALIE-PASPOORT', omschrijving: 'Paspoort', startedOn: '2026-11-01' };
  const seen = (zaakIdentificatie: string, seenAt: string) =>
    kept.keep({ ...zaak, zaakIdentificatie, seenAt, url: 'https://zaken.example/zaken/1' });
  seen('BALIE-B02-1', '2026-11-02T09:00:00.000Z');
  seen('BALIE-B02-2', '2026-11-20T09:00:00.000Z');
  const now = new Date('2026-12-03T09:00:00.000Z');
  expect(createKeptZakenSweep(store, 30).removeBatch(now)).toBe(1);
  expect([kept.named('BALIE-B02-1'), kept.named('BALIE-B02-2')]).toMatchObject([undefined, zaak]);
  expect(createKeptZakenSweep(store, 0).removeBatch(now)).toBe(1);
  expect(kept.named('BALIE-B02-2')).toBeUndefined();
});

test('a workstation that keeps none asks nothing', async () => {
  const scene = await openScene();
  for (let round = 0; round < 48; round += 1) await scene.clock.advance(HOUR);
  expect(scene.gateway.seen).toEqual([]);
});

test('a read that is broken off by the end of the program does not hold it up', async () => {
  const scene = await openScene(KEEP);
  const other = scene.neighbour();
  other.commit(applications(1));
  await other.sync.idle();
  let asked = false;
  scene.gateway.judge = ({ path }) => {
    asked ||= path.includes('startdatum__gte');
    return asked ? new Promise(() => undefined) : 'pass';
  };
  await until(scene, () => asked);
  const again = await scene.restart();
  scene.gateway.judge = () => 'pass';
  await until(again, () => again.kept.of(BSN).length === 1);
  expect(statusOf(again.sync).items).toEqual([]);
});
