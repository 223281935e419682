import { expect, test } from 'vitest';
import { openScene } from './sync-scene.ts';
import { paspoort, uittreksel, visitOf } from './visits.ts';

const clerk = { loginName: 'j.jansen', name: 'Joke Jansen' };

test('the open zaken of a person are found, whichever counter made them; the number is in no address', async () => {
  const scene = await openScene();
  scene.commit(visitOf(1, { transactions: [paspoort(1, 'new'), uittreksel(2)] }));
  await scene.sync.idle();
  expect(await scene.sync.openZaken('999993653', clerk)).toEqual({
    ok: true,
    value: [
      {
        zaakIdentificatie: paspoort(1, 'new').zaakIdentificatie,
        omschrijving: 'Paspoort',
        startedOn: '2026-11-23',
      },
    ],
  });
  expect(await scene.sync.openZaken('999990445', clerk)).toEqual({ ok: true, value: [] });
  expect(scene.gateway.seen.filter(({ path }) => path.includes('999993653'))).toEqual([]);
  expect(scene.gateway.flaws()).toEqual([]);
});

test('a zaaksysteem that is away says so', async () => {
  const scene = await openScene();
  scene.practice.faults.set('zaken', { down: true });
  expect(await scene.sync.openZaken('999993653', clerk)).toMatchObject({
    ok: false,
    error: { code: 'centralUnavailable' },
  });
});
