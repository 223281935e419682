import { expect, test } from 'vitest';
import { openScene, statusOf } from './sync-scene.ts';
import { visitOf } from './visits.ts';

test('a proxy that answers every call with its own page for an hour costs nobody a click', async () => {
  const scene = await openScene();
  scene.gateway.judge = () => ({ status: 200, body: '<html><title>Log in op het netwerk</title></html>' });
  scene.commit(visitOf(1));
  for (let minute = 0; minute < 60; minute += 1) {
    await scene.sync.idle();
    await scene.clock.advance(60_000);
  }
  await scene.sync.idle();
  expect(statusOf(scene.sync).parked).toBeGreaterThan(0);

  scene.gateway.judge = () => 'pass';
  await scene.clock.advance(15 * 60_000);
  await scene.sync.idle();
  await scene.clock.advance(15 * 60_000);
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);
  expect(scene.practice.inspect()).toMatchObject({ zaken: [{}], rollen: [{}, {}], klantcontacten: [{}] });
});
