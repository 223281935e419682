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
        zaaktype: 'BALIE-PASPOORT',
        omschrijving: 'Paspoort',
        startedOn: '2026-11-23',
      },
    ],
  });
  expect(await scene.sync.openZaken('999990445', clerk)).toEqual({ ok: true, value: [] });
  // The partij alone is asked by number: Klantinteracties has no _zoek.
  expect(scene.gateway.seen.map(({ path }) => path).filter((path) => path.includes('999993653'))).toEqual([
    expect.stringMatching(/^\/klantinteracties\/api\/v1\/partijen\?/),
  ]);
  expect(scene.gateway.flaws()).toEqual([]);
});

test('of which kind each is comes from the catalogue that was kept, and what nobody can tell is left out', async () => {
  const scene = await openScene();
  scene.commit(visitOf(1, { transactions: [paspoort(1, 'new'), paspoort(2, 'new')] }));
  await scene.sync.idle();
  scene.practice.faults.set('catalogi', { down: true });
  const kept = scene.gateway.seen.length;
  expect(await scene.sync.openZaken('999993653', clerk)).toMatchObject({
    value: [{ zaaktype: 'BALIE-PASPOORT' }, { zaaktype: 'BALIE-PASPOORT' }],
  });
  expect(scene.gateway.seen.slice(kept)).toHaveLength(1);

  scene.store.db.prepare('DELETE FROM catalogue_version').run();
  expect(await scene.sync.openZaken('999993653', clerk)).toEqual({ ok: true, value: [] });

  scene.practice.faults.clear();
  const asked = scene.gateway.seen.length;
  expect(await scene.sync.openZaken('999993653', clerk)).toMatchObject({ value: [{}, {}] });
  expect(await scene.sync.openZaken('999993653', clerk)).toMatchObject({ value: [{}, {}] });
  // Two lists, and the zaaktype once, without all that hangs on it.
  expect(scene.gateway.seen.slice(asked)).toHaveLength(3);
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
