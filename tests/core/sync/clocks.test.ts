import { expect, test } from 'vitest';
import { openScene, statusMomentsOf, statusOf } from './sync-scene.ts';
import type { Verdict } from './gateway.ts';
import { paspoort, visitOf } from './visits.ts';

const MINUTE = 60_000;

test.each([
  ['ten minutes ahead of the server', -10 * MINUTE],
  ['two hours behind the server', 120 * MINUTE],
  ['half a second ahead of the server', -500],
])('a PC that is %s delivers, with moments as the server has them', async (_, serverAheadMs) => {
  const scene = await openScene({ serverAheadMs });
  const visit = visitOf(1, {
    committedAt: '2026-11-23T08:59:59.800Z',
    startedAt: '2026-11-23T08:59:59.100Z',
  });
  scene.commit(visit);
  await scene.sync.idle();
  expect(statusOf(scene.sync)).toMatchObject({ parked: 0, queued: 0 });
  const world = scene.practice.inspect();
  expect(world).toMatchObject({ zaken: [{ einddatum: '2026-11-23' }], klantcontacten: [{}] });
  const moments = statusMomentsOf(scene);
  const serverNow = scene.clock.now().getTime() + serverAheadMs;
  expect(moments[1]).toBeLessThanOrEqual(serverNow);
  expect(moments[1]).toBeGreaterThan(serverNow - 2000);
  expect((moments[1] ?? 0) - (moments[0] ?? 0)).toBeGreaterThanOrEqual(1000);
});

test('half past midnight is the new day, in winter and in summer', async () => {
  for (const [start, day] of [
    ['2026-11-23T23:30:00.000Z', '2026-11-24'],
    ['2026-07-01T22:30:00.000Z', '2026-07-02'],
  ] as const) {
    const scene = await openScene({ start });
    scene.commit(visitOf(1, { committedAt: start, startedAt: start, day }));
    await scene.sync.idle();
    expect(scene.practice.inspect().zaken).toMatchObject([{ startdatum: day, einddatum: day }]);
  }
});

test('a moment that somebody else took on the same zaak is left to him', async () => {
  const scene = await openScene();
  let path = '';
  const strangers: number[] = [];
  scene.gateway.judge = async ({ method, path: asked, body, headers }): Promise<Verdict> => {
    // Somebody sets another status of the same zaak at our very moment, just before us.
    if (method === 'POST' && asked.endsWith('/statussen') && path === '') {
      path = asked;
      const { zaak, statustype, datumStatusGezet } = JSON.parse(body) as Record<string, string>;
      const list = `${scene.practice.origin}/catalogi/api/v1/statustypen?zaaktypeIdentificatie=BALIE-PASPOORT`;
      const authorization = String(headers['authorization']);
      const types = (await (await fetch(list, { headers: { authorization } })).json()) as {
        results: readonly { url: string; volgnummer: number; isEindstatus: boolean }[];
      };
      const other = types.results.find(
        ({ url, isEindstatus }) => !isEindstatus && url.split('/').at(-1) !== statustype?.split('/').at(-1),
      );
      const answer = await fetch(`${scene.practice.origin}${asked}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ zaak, statustype: other?.url, datumStatusGezet, statustoelichting: '' }),
      });
      strangers.push(answer.status);
    }
    return 'pass';
  };
  scene.commit(visitOf(1, { transactions: [paspoort(1, 'new')] }));
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);
  const moments = statusMomentsOf(scene);
  expect(strangers).toEqual([201]);
  expect(moments).toHaveLength(3);
  expect(new Set(moments).size).toBe(3);
});

test('a clock that is set back two hours holds nothing up, neither what was put off nor what was committed before', async () => {
  const scene = await openScene();
  scene.practice.faults.set('all', { down: true });
  scene.commit(visitOf(1));
  await scene.sync.idle();
  scene.commit(visitOf(2));
  scene.practice.faults.clear();
  scene.clock.jumpTo('2026-11-23T07:00:00.000Z');
  await scene.clock.advance(10_000);
  await scene.sync.idle();
  expect(statusOf(scene.sync)).toMatchObject({ queued: 0, parked: 0, items: [] });
});

test('a clock that was set back while the application was closed holds nothing up either', async () => {
  const scene = await openScene();
  scene.practice.faults.set('all', { down: true });
  scene.commit(visitOf(1));
  await scene.sync.idle();
  scene.practice.faults.clear();
  scene.clock.jumpTo('2026-11-23T08:00:00.000Z');
  const next = await scene.restart();
  await next.sync.idle();
  expect(statusOf(next.sync)).toMatchObject({ queued: 0, parked: 0, items: [] });
});
