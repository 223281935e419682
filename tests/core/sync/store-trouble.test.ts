import { expect, test } from 'vitest';
import { openScene, statusOf } from './sync-scene.ts';
import { visitOf } from './visits.ts';

test('a full disk in the middle of a delivery loses nothing: it goes on when there is room again', async () => {
  const scene = await openScene();
  const full = `CREATE TRIGGER full BEFORE UPDATE OF answer ON outbox_step WHEN (SELECT count(*) FROM outbox_step) > 4
    BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`;
  scene.store.db.exec(full);
  scene.commit(visitOf(1));
  await scene.sync.idle();
  expect(scene.log.lines.map(({ event }) => event)).toContain('sync.fault');
  expect(statusOf(scene.sync).items).not.toEqual([]);

  scene.store.db.exec('DROP TRIGGER full');
  await scene.clock.advance(60_000);
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);
  expect(scene.practice.inspect()).toMatchObject({
    zaken: [{}],
    rollen: [{}, {}],
    statussen: [{}, {}],
    zaakeigenschappen: [{}, {}],
    klantcontacten: [{}],
  });
});

test('an attachment that is gone is said by its title, and nothing else of the zaak is lost', async () => {
  const scene = await openScene({ attachments: () => undefined });
  scene.commit(visitOf(1));
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toMatchObject([{ kind: 'zaak', state: 'parked', step: 'document' }]);
  expect(statusOf(scene.sync).items[0]?.reason).toContain(
    'De bijlage "Uittreksel" staat niet meer op deze computer',
  );
  expect(scene.practice.inspect()).toMatchObject({ zaken: [{}], rollen: [{}, {}], onderwerpobjecten: [{}] });
});
