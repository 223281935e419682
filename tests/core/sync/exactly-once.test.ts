import { expect, test } from 'vitest';
import type { Verdict } from './gateway.ts';
import { finish, openScene, type Scene, statusOf } from './sync-scene.ts';
import { visitOf } from './visits.ts';

/** How many of everything the central side has: what a delivery that nobody disturbed leaves behind. */
function counts({ practice }: Scene): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(practice.inspect()).map(([name, all]) => [name, all.length]));
}

/** What an undisturbed visit changes at the central side, in order. */
const CHANGES = [
  'zaken',
  'rollen',
  'rollen',
  'statussen',
  'zaakeigenschappen',
  'zaakeigenschappen',
  'enkelvoudiginformatieobjecten',
  'zaakinformatieobjecten',
  'resultaten',
  'statussen',
  'actoren',
  'klantcontacten',
  'actorklantcontacten',
  'betrokkenen',
  'onderwerpobjecten',
];
/** All of its requests: the changes, the look-ups that learn the server's time, the catalogue, the clerk (twice: made side by side, all take one) and the partij. */
const REQUESTS = 26;
const LEFT = {
  zaken: 1,
  statussen: 2,
  rollen: 2,
  resultaten: 1,
  zaakeigenschappen: 2,
  zaakinformatieobjecten: 1,
  documenten: 1,
  actoren: 1,
  klantcontacten: 1,
  actorklantcontacten: 1,
  partijen: 0,
  betrokkenen: 1,
  digitaleadressen: 0,
  onderwerpobjecten: 1,
  internetaken: 0,
  notifications: 0,
};
const changes = CHANGES.map((what, index) => ({ index, what }));
const all = Array.from({ length: REQUESTS }, (_, index) => ({ index }));

test('an undisturbed visit sends each change once, and looks up only what it must', async () => {
  const scene = await openScene();
  scene.commit(visitOf(1));
  await finish(scene);
  const posts = scene.gateway.seen.filter(({ method }) => method === 'POST');
  expect(posts.map(({ path }) => path.split('/').at(-1))).toEqual(CHANGES);
  expect(scene.gateway.seen).toHaveLength(REQUESTS);
  expect(counts(scene)).toEqual(LEFT);
});

const lost: readonly { readonly how: string; readonly verdict: Verdict }[] = [
  { how: 'the answer is lost after the work was done', verdict: 'dropAfter' },
  { how: 'the connection breaks before the work was done', verdict: 'dropBefore' },
  { how: 'the answer is unreadable', verdict: { status: 201, body: '<html>', afterWork: true } },
  { how: 'a gateway times out after the work was done', verdict: { status: 504, body: '', afterWork: true } },
];

for (const { how, verdict } of lost) {
  test.each(changes)(`${how}: change $index, $what, still happens exactly once`, async ({ index }) => {
    const scene = await openScene();
    let change = 0;
    scene.gateway.judge = ({ method }) => (method === 'POST' && change++ === index ? verdict : 'pass');
    scene.commit(visitOf(1));
    await finish(scene);
    expect(counts(scene)).toEqual(LEFT);
  });
}

test.each(changes)(
  'a gateway gives up, and change $index, $what, is made half a minute later: it happens exactly once',
  async ({ index }) => {
    const scene = await openScene();
    let change = 0;
    let work = async (): Promise<void> => expect.unreachable('nothing was sent');
    const late = (given: () => Promise<void>): void => void (work = given);
    scene.gateway.judge = ({ method }) =>
      method === 'POST' && change++ === index ? { status: 504, body: '', late } : 'pass';
    scene.commit(visitOf(1));
    await scene.sync.idle();
    await scene.clock.advance(30_000);
    await scene.sync.idle();
    await work();
    await finish(scene);
    expect(counts(scene)).toEqual(LEFT);
  },
);

test('after a backup was put back, what is there already is found, not made again', async () => {
  const scene = await openScene();
  scene.commit(visitOf(1));
  await finish(scene);
  scene.store.db.exec(
    `DELETE FROM outbox_step; UPDATE outbox_item SET state = 'queued', due_at = created_at`,
  );
  const next = await scene.restart();
  await finish(next);
  expect(counts(next)).toEqual(LEFT);
});

for (const when of ['dropBefore', 'dropAfter'] as const) {
  test.each(all)(
    `killed at request $index (${when}): the next start delivers exactly once`,
    async ({ index }) => {
      const scene = await openScene();
      let killed: Promise<void> | undefined;
      scene.gateway.judge = (passing) => {
        if (passing.index !== index) return 'pass';
        killed = scene.sync.stop();
        return when;
      };
      scene.commit(visitOf(1));
      await scene.sync.idle();
      await killed;
      expect(killed).toBeDefined();
      expect(statusOf(scene.sync).items).not.toEqual([]);
      const next = await scene.restart();
      await finish(next);
      expect(counts(next)).toEqual(LEFT);
    },
  );
}
