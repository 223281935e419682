import { expect, test } from 'vitest';
import { openScene, statusMomentsOf, statusOf } from './sync-scene.ts';
import { pasfoto, uittreksel, visitOf } from './visits.ts';

test('a transaction becomes one whole, closed zaak in the order of the standard', async () => {
  const scene = await openScene();
  const visit = visitOf(1);
  scene.commit(visit);
  await scene.sync.idle();

  expect(statusOf(scene.sync)).toMatchObject({ queued: 0, parked: 0, online: true, items: [] });
  const world = scene.practice.inspect();
  expect(world.zaken).toHaveLength(1);
  expect(world.zaken[0]).toMatchObject({
    identificatie: uittreksel(1).zaakIdentificatie,
    bronorganisatie: '002220647',
    verantwoordelijkeOrganisatie: '002220647',
    startdatum: '2026-11-23',
    registratiedatum: '2026-11-23',
    omschrijving: 'Uittreksel uit de BRP',
    toelichting: 'Aan de balie geholpen, bon W1-1.',
    betalingsindicatie: 'geheel',
    kenmerken: [{ kenmerk: uittreksel(1).transactionId, bron: 'waarmee' }],
    einddatum: '2026-11-23',
  });
  expect(
    world.rollen.map(({ betrokkeneType, betrokkeneIdentificatie }) => ({
      betrokkeneType,
      betrokkeneIdentificatie,
    })),
  ).toMatchObject([
    {
      betrokkeneType: 'natuurlijk_persoon',
      betrokkeneIdentificatie: {
        inpBsn: '999993653',
        geslachtsnaam: 'Moulin',
        voornamen: 'Suzanne',
        geboortedatum: '1985-12-01',
      },
    },
    {
      betrokkeneType: 'medewerker',
      betrokkeneIdentificatie: { identificatie: 'j.jansen', achternaam: 'Joke Jansen' },
    },
  ]);
  expect(statusMomentsOf(scene)).toEqual([Date.parse(visit.startedAt), Date.parse(visit.committedAt)]);
  expect(world.zaakeigenschappen.map(({ naam, waarde }) => [naam, waarde])).toEqual([
    ['kanaal', 'balie'],
    ['leges', '16,80'],
  ]);
  expect(world.documenten).toHaveLength(1);
  expect(world.documenten[0]).toMatchObject({
    identificatie: `${uittreksel(1).transactionId}-D01`,
    titel: 'Uittreksel',
    auteur: 'Joke Jansen',
    formaat: 'image/jpeg',
    bestandsnaam: pasfoto.bestandsnaam,
    bestandsomvang: pasfoto.bytes,
    status: 'definitief',
    indicatieGebruiksrecht: false,
    vertrouwelijkheidaanduiding: 'vertrouwelijk',
    integriteit: { algoritme: 'sha_256', waarde: pasfoto.sha256, datum: '2026-11-23' },
  });
  expect(world.zaakinformatieobjecten).toHaveLength(1);
  expect(world.resultaten).toHaveLength(1);
  expect(scene.sync.syncState(uittreksel(1).transactionId)).toBe('done');
  expect(scene.delivered).toEqual(['zaak', 'klantcontact']);
  expect(new Set(scene.pushes)).toEqual(new Set(['sync.changed']));
  expect(scene.gateway.flaws()).toEqual([]);
  // The partij alone is asked by number: Klantinteracties has no _zoek.
  expect(scene.gateway.seen.map(({ path }) => path).filter((path) => path.includes('999993653'))).toEqual([
    expect.stringMatching(/^\/klantinteracties\/api\/v1\/partijen\?/),
  ]);
  expect(JSON.stringify(scene.log.lines)).not.toMatch(/999993653|Moulin/);
});
