import { expect, test } from 'vitest';
import { openScene, statusMomentsOf, statusOf } from './sync-scene.ts';
import { paspoort, visitOf } from './visits.ts';

const HOUR = 3_600_000;
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
