import { expect, test } from 'vitest';
import { openScene, type Scene, statusOf } from './sync-scene.ts';
import { visitOf } from './visits.ts';

async function deliver(scene: Scene): Promise<void> {
  scene.commit(visitOf(1));
  for (let round = 0; round < 4; round += 1) {
    await scene.sync.idle();
    await scene.clock.advance(600_000);
  }
  expect(statusOf(scene.sync).items).toEqual([]);
}

function rollen({ practice }: Scene): readonly unknown[] {
  return practice.inspect().rollen.map(({ omschrijvingGeneriek }) => omschrijvingGeneriek);
}

test('the answer to the change before does not pass for the answer to this one', async () => {
  const scene = await openScene();
  let posts = 0;
  scene.gateway.judge = ({ method, path }) => {
    if (method !== 'POST' || !path.endsWith('/rollen')) return 'pass';
    posts += 1;
    const first = JSON.stringify(scene.practice.inspect().rollen[0] ?? null);
    // As the answer named it: by the address that the application calls.
    const copy = first.replaceAll(scene.practice.origin, scene.gateway.origin);
    return posts === 2 ? { status: 201, body: copy } : 'pass';
  };
  await deliver(scene);
  expect(rollen(scene)).toEqual(['initiator', 'behandelaar']);
});
