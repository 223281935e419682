import { expect, test } from 'vitest';
import { openScene, statusOf } from './sync-scene.ts';
import { paspoort, uittreksel, visitOf } from './visits.ts';

const HOUR = 3_600_000;

test('a zaaktype is asked once, also by zaken that are sent side by side, and kept over a restart', async () => {
  const scene = await openScene();
  const asked = () => scene.gateway.seen.filter(({ path }) => path.startsWith('/catalogi/')).length;
  for (let number = 1; number <= 6; number += 1) scene.commit(visitOf(number));
  await scene.sync.idle();
  expect(asked()).toBe(7);
  const next = await scene.restart();
  next.commit(visitOf(7));
  await next.sync.idle();
  expect(next.practice.inspect().zaken).toHaveLength(7);
  expect(asked()).toBe(7);
});

test('after an hour the etag tells that it is as it was', async () => {
  const scene = await openScene();
  scene.commit(visitOf(1));
  await scene.sync.idle();
  await scene.clock.advance(HOUR + 1);
  const before = scene.gateway.seen.length;
  scene.commit(visitOf(2, { committedAt: '2026-11-23T09:30:00.000Z' }));
  await scene.sync.idle();
  const asked = scene.gateway.seen.slice(before).filter(({ path }) => path.startsWith('/catalogi/'));
  expect(asked).toHaveLength(1);
  expect(asked[0]?.headers['if-none-match']).toMatch(/^"/);
  expect(statusOf(scene.sync).items).toEqual([]);
});

test('a catalogue that is away does not stop the zaken of types that are known', async () => {
  const scene = await openScene();
  scene.commit(visitOf(1));
  await scene.sync.idle();
  scene.practice.faults.set('catalogi', { down: true });
  scene.commit(visitOf(2));
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);

  scene.commit(visitOf(3, { transactions: [uittreksel(3, { zaaktype: 'BALIE-AKTE' })] }));
  scene.commit(visitOf(4, { transactions: [paspoort(4, 'new')] }));
  await scene.sync.idle();
  expect(statusOf(scene.sync)).toMatchObject({ parked: 0 });
  expect(statusOf(scene.sync).items[0]?.reason).toContain('De zaaktypecatalogus antwoordt niet');
  scene.practice.faults.clear();
  for (let round = 0; round < 4; round += 1) {
    await scene.clock.advance(HOUR);
    await scene.sync.idle();
  }
  expect(statusOf(scene.sync).items).toEqual([]);
  expect(scene.practice.inspect().zaken).toHaveLength(4);
});

test('who needs an unknown type waits for the catalogue; zaken of known types go on side by side, and it is asked by one', async () => {
  const scene = await openScene({ parallel: 4 });
  scene.commit(visitOf(1));
  await scene.sync.idle();
  scene.gateway.judge = ({ path }) => (path.startsWith('/catalogi/') ? 'dropBefore' : 'pass');
  const before = scene.gateway.seen.length;
  const unknown = { zaaktype: 'BALIE-AKTE' } as const;
  for (let number = 2; number <= 7; number += 1)
    scene.commit(visitOf(number, { transactions: [uittreksel(number, unknown)] }));
  for (let number = 8; number <= 13; number += 1) scene.commit(visitOf(number));
  await scene.sync.idle();
  expect(scene.practice.inspect().zaken).toHaveLength(7);
  const asked = scene.gateway.seen.slice(before).filter(({ path }) => path.startsWith('/catalogi/'));
  expect(asked.length).toBeLessThanOrEqual(2);
  scene.gateway.judge = () => 'pass';
  for (let round = 0; round < 4; round += 1) {
    await scene.clock.advance(5 * 60_000);
    await scene.sync.idle();
  }
  expect(statusOf(scene.sync).items).toEqual([]);
  expect(scene.practice.inspect().zaken).toHaveLength(13);
});

test('a catalogue that does not answer is asked once a minute whether something changed, not at every step', async () => {
  const scene = await openScene();
  scene.commit(visitOf(1));
  await scene.sync.idle();
  await scene.clock.advance(HOUR + 1);
  scene.gateway.judge = ({ path }) => (path.startsWith('/catalogi/') ? 'dropBefore' : 'pass');
  const before = scene.gateway.seen.length;
  for (let number = 2; number <= 4; number += 1)
    scene.commit(visitOf(number, { committedAt: '2026-11-23T09:30:00.000Z' }));
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);
  const asked = scene.gateway.seen.slice(before).filter(({ path }) => path.startsWith('/catalogi/'));
  // Zaken that begin side by side may each ask.
  expect(asked.length).toBeLessThanOrEqual(4);
});

test('a changed zaaktype is taken over', async () => {
  const scene = await openScene();
  scene.commit(visitOf(1));
  await scene.sync.idle();
  await scene.clock.advance(HOUR + 1);
  // The catalogus answers as for a version with another tag.
  scene.store.db
    .prepare("UPDATE catalogue_version SET etag = '\"old\"', body = json_remove(body, '$.eigenschappen[0]')")
    .run();
  scene.commit(visitOf(2, { committedAt: '2026-11-23T09:30:00.000Z' }));
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);
});

test('parts of a zaaktype that came in are kept while others do not: a bad network gets there in the end', async () => {
  const scene = await openScene();
  const parts = ['statustypen', 'roltypen', 'resultaattypen', 'eigenschappen', 'informatieobjecttypen'];
  let round = 0;
  // Each time the network lets one more kind of part through, and no other.
  scene.gateway.judge = ({ path }) => {
    const part = parts.findIndex((each) => path.startsWith(`/catalogi/api/v1/${each}`));
    return part === -1 || part === round ? 'pass' : 'dropBefore';
  };
  scene.commit(visitOf(1));
  for (; round < parts.length; round += 1) {
    await scene.sync.idle();
    await scene.clock.advance(HOUR);
  }
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);
  expect(scene.practice.inspect().zaken).toHaveLength(1);
});
