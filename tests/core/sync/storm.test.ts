import { expect, test } from 'vitest';
import { openScene, type Scene, statusOf } from './sync-scene.ts';
import { visitOf } from './visits.ts';

const VISITS = 12;

async function deliverAll(scene: Scene): Promise<Scene> {
  let now = scene;
  for (let round = 0; round < 60 && statusOf(now.sync).items.length > 0; round += 1) {
    await now.sync.idle();
    if (round % 7 === 3) now = await now.restart();
    await now.clock.advance(10 * 60_000);
  }
  await now.sync.idle();
  return now;
}

test.each([1, 2, 3])(
  'visits side by side over a bad network, with restarts, are delivered exactly once (%i)',
  async (seed) => {
    const scene = await openScene({ parallel: 8 });
    scene.practice.faults.clear(seed);
    scene.practice.faults.set('all', { chances: { answerLost: 0.15, serverError: 0.1 } });
    for (let number = 1; number <= VISITS; number += 1) scene.commit(visitOf(number));
    const after = await deliverAll(scene);
    expect(statusOf(after.sync).items).toEqual([]);
    const world = after.practice.inspect();
    const count = Object.fromEntries(Object.entries(world).map(([name, all]) => [name, all.length]));
    expect(count).toMatchObject({
      zaken: VISITS,
      rollen: 2 * VISITS,
      statussen: 2 * VISITS,
      resultaten: VISITS,
      zaakeigenschappen: 2 * VISITS,
      documenten: VISITS,
      zaakinformatieobjecten: VISITS,
      klantcontacten: VISITS,
      actorklantcontacten: VISITS,
      betrokkenen: VISITS,
      onderwerpobjecten: VISITS,
      actoren: 1,
    });
    expect(world.zaken.every(({ einddatum }) => einddatum === '2026-11-23')).toBe(true);
  },
);
