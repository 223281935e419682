import { expect, test } from 'vitest';
import type { Passing } from './gateway.ts';
import { openScene, statusMomentsOf, statusOf } from './sync-scene.ts';
import { paspoort, visitOf } from './visits.ts';

const HOUR = 3_600_000;
const isNew =
  (what: string) =>
  ({ method, path }: Passing): boolean =>
    method === 'POST' && path.endsWith(what);
const application = visitOf(1, { transactions: [paspoort(1, 'new')], outcome: 'pickUpNeeded' });
const pickUp = visitOf(2, {
  transactions: [paspoort(1, 'pickUp')],
  day: '2026-11-30',
  startedAt: '2026-11-30T09:00:00.000Z',
  committedAt: '2026-11-30T09:02:00.000Z',
});

test('a product for two visits stays open until it is picked up, then it is closed', async () => {
  const scene = await openScene();
  scene.commit(application);
  await scene.sync.idle();
  expect(scene.practice.inspect().zaken).toMatchObject([
    { identificatie: paspoort(1, 'new').zaakIdentificatie },
  ]);
  expect(scene.practice.inspect().zaken[0]?.['einddatum'] ?? null).toBeNull();
  expect(scene.practice.inspect()).toMatchObject({ statussen: [{}, {}], resultaten: [] });

  await scene.clock.advance(7 * 24 * HOUR + HOUR);
  scene.commit(pickUp);
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);
  const world = scene.practice.inspect();
  expect(world.zaken).toMatchObject([{ einddatum: '2026-11-30' }]);
  expect(world.resultaten).toHaveLength(1);
  expect(statusMomentsOf(scene)).toEqual(
    [application.startedAt, application.committedAt, pickUp.committedAt].map((moment) => Date.parse(moment)),
  );
  expect(world.klantcontacten).toHaveLength(2);
  expect(world.onderwerpobjecten).toHaveLength(2);
  expect(scene.gateway.flaws()).toEqual([]);
});

test('what was filled in at the pick-up is on the zaak, beside what the application left there', async () => {
  const scene = await openScene();
  scene.commit(application);
  const eigenschappen = { documentnummer: 'NXB1K2C34' };
  scene.commit({ ...pickUp, transactions: [{ ...paspoort(1, 'pickUp'), eigenschappen }] });
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);
  const { zaakeigenschappen } = scene.practice.inspect();
  expect(zaakeigenschappen.map(({ naam, waarde }) => [naam, waarde])).toEqual([
    ['kanaal', 'balie'],
    ['documentnummer', 'NXB1K2C34'],
  ]);
});

test.each([
  ['as it is', 'NXB1K2C34', []],
  ['otherwise', 'NXB1K2C35', ['PATCH']],
])('what the zaak says already, %s, is not said twice by the pick-up', async (_, documentnummer, changes) => {
  const scene = await openScene();
  const eigenschappen = { documentnummer: 'NXB1K2C34' };
  scene.commit({ ...application, transactions: [{ ...paspoort(1, 'new'), eigenschappen }] });
  await scene.sync.idle();
  const before = scene.gateway.seen.length;
  const handedOut = { ...paspoort(1, 'pickUp'), eigenschappen: { documentnummer } };
  scene.commit({ ...pickUp, transactions: [handedOut] });
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);
  expect(scene.practice.inspect().zaakeigenschappen).toMatchObject([
    { naam: 'documentnummer', waarde: documentnummer },
  ]);
  const written = scene.gateway.seen
    .slice(before)
    .filter(({ method, path }) => method !== 'GET' && path.includes('/zaakeigenschappen'));
  expect(written.map(({ method }) => method)).toEqual(changes);
});

test('a pick-up leaves the result that the zaak has, and closes it', async () => {
  const scene = await openScene({ start: pickUp.committedAt });
  scene.commit(application);
  await scene.sync.idle();
  const results = () => scene.gateway.seen.filter(isNew('/resultaten')).length;
  // Another workstation came as far as the result.
  scene.gateway.judge = (passing) => (isNew('/statussen')(passing) ? 'dropBefore' : 'pass');
  const other = scene.neighbour();
  other.commit(pickUp);
  await other.sync.idle();
  expect(results()).toBe(1);
  scene.gateway.judge = () => 'pass';
  scene.commit(pickUp);
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);
  expect(results()).toBe(1);
  expect(scene.practice.inspect()).toMatchObject({ zaken: [{ einddatum: '2026-11-30' }], resultaten: [{}] });
});

test('a pick-up waits for the application of the same zaak, also when both are still to be sent', async () => {
  const scene = await openScene();
  scene.practice.faults.set('all', { down: true });
  scene.commit(application);
  await scene.sync.idle();
  await scene.clock.advance(7 * 24 * HOUR + HOUR);
  scene.commit(pickUp);
  await scene.sync.idle();
  scene.practice.faults.clear();
  for (let round = 0; round < 4; round += 1) {
    await scene.clock.advance(HOUR);
    await scene.sync.idle();
  }
  expect(statusOf(scene.sync).items).toEqual([]);
  expect(scene.practice.inspect()).toMatchObject({ zaken: [{ einddatum: '2026-11-30' }], resultaten: [{}] });
});

test('a zaak of another counter that is not there yet is waited for, and then a person must look', async () => {
  const scene = await openScene({ start: '2026-11-30T10:00:00.000Z' });
  scene.commit(pickUp);
  await scene.sync.idle();
  expect(statusOf(scene.sync).items[0]).toMatchObject({ state: 'queued', kind: 'zaak' });
  for (let round = 0; round < 10; round += 1) {
    await scene.clock.advance(HOUR);
    await scene.sync.idle();
  }
  const item = statusOf(scene.sync).items.find(({ kind }) => kind === 'zaak');
  expect(item).toMatchObject({ state: 'parked' });
  expect(item?.reason).toContain('staat nog niet in het zaaksysteem');
});

test('a zaak that somebody else closed is not touched', async () => {
  const scene = await openScene();
  scene.commit(application);
  await scene.sync.idle();
  await scene.clock.advance(8 * 24 * HOUR);
  scene.commit(pickUp);
  await scene.sync.idle();
  const again = paspoort(1, 'pickUp');
  scene.commit(
    visitOf(3, { transactions: [{ ...again, transactionId: again.transactionId.replace('7a7a', '8b8b') }] }),
  );
  await scene.sync.idle();
  expect(statusOf(scene.sync).items[0]?.reason).toContain('al afgesloten op 2026-11-30');
  expect(scene.practice.inspect().statussen).toHaveLength(3);
});

test.each([
  ['before what was filled in goes', '/zaakeigenschappen'],
  ['before its result goes', '/resultaten'],
  ['before its status goes', '/statussen'],
])(
  'what two workstations handed out is closed by the first, and parked at the second: %s',
  async (_, path) => {
    const scene = await openScene();
    scene.commit(application);
    await scene.sync.idle();
    await scene.clock.advance(8 * 24 * HOUR);
    const other = scene.neighbour();
    let holds = true;
    scene.gateway.judge = (passing) =>
      holds && passing.method === 'POST' && passing.path.includes(path) ? 'dropBefore' : 'pass';
    const handing = (documentnummer: string) => [
      { ...paspoort(1, 'pickUp'), eigenschappen: { documentnummer } },
    ];
    const handedOut = {
      ...visitOf(3, { transactions: handing('NXB1K2C35') }),
      committedAt: '2026-11-30T10:15:00.000Z',
    };
    other.commit({ ...handedOut, day: '2026-11-30', startedAt: '2026-11-30T10:12:00.000Z' });
    await other.sync.idle();
    const zaakThere = () => statusOf(other.sync).items.find(({ kind }) => kind === 'zaak');
    expect(zaakThere()).toMatchObject({ state: 'queued' });
    holds = false;
    scene.commit({ ...pickUp, transactions: handing('NXB1K2C34') });
    await scene.sync.idle();
    expect(statusOf(scene.sync).items).toEqual([]);
    const closed = scene.practice.inspect();

    for (let round = 0; round < 10; round += 1) {
      await other.clock.advance(HOUR);
      await other.sync.idle();
    }
    expect(zaakThere()).toMatchObject({ state: 'parked' });
    expect(zaakThere()?.reason).toContain('al afgesloten op 2026-11-30');
    const after = scene.practice.inspect();
    expect([after.zaken, after.statussen, after.resultaten]).toEqual([
      closed.zaken,
      closed.statussen,
      closed.resultaten,
    ]);
  },
);
