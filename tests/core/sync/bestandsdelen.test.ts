import { expect, test } from 'vitest';
import type { Passing, Verdict } from './gateway.ts';
import { textOf } from '../../../electron/practice/json.ts';
import { finish, openScene, type Scene, type SceneOptions, statusOf } from './sync-scene.ts';
import { photo, visitOf } from './visits.ts';

/** The document of 4000 bytes in four parts. */
const IN_PARTS: SceneOptions = { partsAbove: 3999, partSize: 1024 };

const isPart = ({ method }: Passing): boolean => method === 'PUT';
const isChange = ({ method, path }: Passing): boolean => method !== 'GET' && path.startsWith('/documenten/');
const isDocumentOrLink = (passing: Passing): boolean =>
  isChange(passing) || (passing.method === 'POST' && passing.path.endsWith('/zaakinformatieobjecten'));
const parts = ({ gateway }: Scene): number => gateway.seen.filter(isPart).length;

/** One document, whole and unlocked, the same bytes as ours, tied to the one closed zaak. */
async function expectWhole({ practice, gateway }: Scene): Promise<void> {
  const { zaken, documenten, zaakinformatieobjecten } = practice.inspect();
  expect(zaken).toHaveLength(1);
  expect(zaken[0]?.einddatum).not.toBeNull();
  expect(documenten).toHaveLength(1);
  expect(zaakinformatieobjecten).toHaveLength(1);
  const url = textOf(zaakinformatieobjecten[0]?.informatieobject);
  const path = url.slice(url.indexOf('/documenten/'));
  const { authorization } =
    gateway.seen.findLast(({ path }) => path.startsWith('/documenten/'))?.headers ?? {};
  const content = await fetch(`${practice.origin}${path}/download`, {
    headers: { authorization: String(authorization) },
  });
  expect(new Uint8Array(await content.arrayBuffer())).toEqual(photo);
}

test.each([{ allInOne: true }, {}])(
  'a document above the limit goes in parts, whole (%j)',
  async (options) => {
    const scene = await openScene({ ...IN_PARTS, ...options });
    scene.commit(visitOf(1));
    await finish(scene);
    expect(parts(scene)).toBe(4);
    await expectWhole(scene);
    expect(scene.gateway.flaws()).toEqual([]);
  },
);

test('a document of exactly the limit goes in one request', async () => {
  const scene = await openScene({ ...IN_PARTS, partsAbove: 4000 });
  scene.commit(visitOf(1));
  await finish(scene);
  expect(parts(scene)).toBe(0);
  await expectWhole(scene);
});

test('after a cut in the middle only the parts that are missing are sent', async () => {
  const scene = await openScene(IN_PARTS);
  let part = 0;
  scene.gateway.judge = (passing) => (isPart(passing) && part++ === 2 ? 'dropBefore' : 'pass');
  scene.commit(visitOf(1));
  await finish(scene);
  expect(parts(scene)).toBe(5);
  await expectWhole(scene);
});

const changes = ['document', 'deel 1', 'deel 2', 'deel 3', 'deel 4', 'unlock'].map((what, index) => ({
  what,
  index,
}));
const lost: readonly Verdict[] = ['dropBefore', 'dropAfter', { status: 504, body: '', afterWork: true }];
for (const verdict of lost) {
  test.each(changes)(
    `$what gets no answer (${JSON.stringify(verdict)}): whole after all`,
    async ({ index }) => {
      const scene = await openScene(IN_PARTS);
      let change = 0;
      scene.gateway.judge = (passing) => (isChange(passing) && change++ === index ? verdict : 'pass');
      scene.commit(visitOf(1));
      await finish(scene);
      expect(statusOf(scene.sync).items).toEqual([]);
      await expectWhole(scene);
    },
  );
  if (typeof verdict !== 'string') continue;
  test.each(changes)(
    `killed at $what (${verdict}): the next start goes on with what is missing`,
    async ({ index }) => {
      const scene = await openScene(IN_PARTS);
      let change = 0;
      let killed: Promise<void> | undefined;
      scene.gateway.judge = (passing) => {
        if (!isChange(passing) || change++ !== index) return 'pass';
        killed = scene.sync.stop();
        return verdict;
      };
      scene.commit(visitOf(1));
      await scene.sync.idle();
      await killed;
      expect(killed).toBeDefined();
      const next = await scene.restart();
      await finish(next);
      // At most the part that was under way is sent twice.
      expect(parts(next)).toBeLessThanOrEqual(5);
      await expectWhole(next);
    },
  );
}

/** Kills the workstation at its change with this number; it starts again with another limit. */
async function withOtherLimit(
  at: number,
  verdict: Verdict,
  [before, after]: readonly [number, number],
): Promise<Scene> {
  const scene = await openScene({ ...IN_PARTS, partsAbove: before });
  let change = 0;
  let killed: Promise<void> | undefined;
  scene.gateway.judge = (passing) => {
    if (!isDocumentOrLink(passing) || change++ !== at) return 'pass';
    killed = scene.sync.stop();
    return verdict;
  };
  scene.commit(visitOf(1));
  await scene.sync.idle();
  await killed;
  expect(killed).toBeDefined();
  const next = await scene.restart({ partsAbove: after });
  await finish(next);
  return next;
}

test.each(changes)(
  'begun in parts, and then the limit was raised, at $what: whole after all',
  async ({ index }) => {
    const scene = await withOtherLimit(index, 'dropAfter', [3999, 4000]);
    expect(parts(scene)).toBeGreaterThanOrEqual(4);
    await expectWhole(scene);
  },
);

test.each([
  ['sent', 0],
  ['linked', 1],
])(
  'begun whole, and then the limit was lowered, before it was known to be %s: whole after all',
  async (_, at) => {
    const scene = await withOtherLimit(at, 'dropAfter', [4000, 3999]);
    expect(parts(scene)).toBe(0);
    await expectWhole(scene);
  },
);

test('a part that the server refuses is parked with the reason', async () => {
  const scene = await openScene(IN_PARTS);
  scene.gateway.judge = (passing) =>
    isPart(passing)
      ? {
          status: 400,
          headers: { 'content-type': 'application/problem+json' },
          body: JSON.stringify({ code: 'file-size', title: 'Afwijkende bestandsgrootte.' }),
        }
      : 'pass';
  scene.commit(visitOf(1));
  await scene.sync.idle();
  const zaak = statusOf(scene.sync).items.find(({ kind }) => kind === 'zaak');
  expect(zaak?.reason).toContain('Afwijkende bestandsgrootte');
});
