import { expect, test } from 'vitest';
import { openScene, type Scene, statusOf } from './sync-scene.ts';
import { visitOf } from './visits.ts';

/** On a connection where an answer came twice, the next question is given the second copy. */
const NOTHING = JSON.stringify({ count: 0, next: null, previous: null, results: [] });

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

test('a look-up that says something else the second time is not believed', async () => {
  const scene = await openScene();
  let [posts, lookUps] = [0, 0];
  scene.gateway.judge = ({ method, path }) => {
    if (!path.startsWith('/zaken/api/v1/rollen')) return 'pass';
    if (method === 'POST') return ++posts === 2 ? 'dropAfter' : 'pass';
    return path.includes('behandelaar') && ++lookUps === 1 ? { status: 200, body: NOTHING } : 'pass';
  };
  await deliver(scene);
  expect(rollen(scene)).toEqual(['initiator', 'behandelaar']);
});
