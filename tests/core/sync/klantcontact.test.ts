import { expect, test } from 'vitest';
import { openScene, statusOf } from './sync-scene.ts';
import { uittreksel, visitOf } from './visits.ts';

test('a visit becomes one klantcontact with the clerk, the visitor and a link to each zaak', async () => {
  const scene = await openScene();
  const visit = visitOf(1, {
    transactions: [uittreksel(1), uittreksel(2, { productName: 'Afschrift' })],
    note: 'Vroeg naar parkeren.',
  });
  scene.commit(visit);
  await scene.sync.idle();
  const world = scene.practice.inspect();
  expect(world.klantcontacten).toMatchObject([
    {
      referentienummer: '0010000001',
      kanaal: 'balie',
      onderwerp: 'Uittreksel uit de BRP, Afschrift',
      inhoud: 'In een keer geholpen. Vroeg naar parkeren.',
      indicatieContactGelukt: true,
      taal: 'nld',
      vertrouwelijk: false,
      metadata: { bron: 'waarmee', bezoek: visit.visitId },
    },
  ]);
  expect(world.actoren).toMatchObject([
    {
      naam: 'Joke Jansen',
      soortActor: 'medewerker',
      actoridentificator: {
        objectId: 'j.jansen',
        codeObjecttype: 'mdw',
        codeRegister: 'msei',
        codeSoortObjectId: 'idf',
      },
    },
  ]);
  expect(world.betrokkenen).toMatchObject([
    {
      rol: 'klant',
      initiator: true,
      contactnaam: { voorletters: 'S.', voornaam: 'Suzanne', achternaam: 'Moulin' },
    },
  ]);
  const linked = world.onderwerpobjecten.map(
    ({ onderwerpobjectidentificator }) => onderwerpobjectidentificator,
  );
  expect(linked).toMatchObject(
    world.zaken.map(({ uuid }) => ({
      objectId: uuid,
      codeObjecttype: 'zgw-Zaak',
      codeRegister: 'openzaak',
      codeSoortObjectId: 'uuid',
    })),
  );
  expect(linked).toHaveLength(2);
});

test('a visit without products or person is a klantcontact too, and the clerk is made once', async () => {
  const scene = await openScene();
  scene.commit(visitOf(1, { person: null, transactions: [], outcome: 'handedOver' }));
  await scene.sync.idle();
  scene.commit(visitOf(2, { person: null, transactions: [], outcome: 'notPossible' }));
  await scene.sync.idle();
  const world = scene.practice.inspect();
  expect(world.klantcontacten).toMatchObject([
    {
      onderwerp: 'Bezoek aan de balie',
      inhoud: 'Overgedragen aan een collega.',
      indicatieContactGelukt: true,
    },
    { inhoud: 'Kon niet worden geholpen.', indicatieContactGelukt: false },
  ]);
  expect(world).toMatchObject({ actoren: [{}], betrokkenen: [], actorklantcontacten: [{}, {}] });
});

test("a referentienummer that is a stranger's is left to him: the next one is taken", async () => {
  const scene = await openScene();
  scene.commit(visitOf(1, { person: null, transactions: [] }));
  await scene.sync.idle();
  scene.commit(visitOf(2, { person: null, transactions: [], referentienummer: '0010000001' }));
  await scene.sync.idle();
  scene.commit(visitOf(3, { person: null, transactions: [], referentienummer: '0010000002' }));
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);
  expect(scene.practice.inspect().klantcontacten.map(({ referentienummer }) => referentienummer)).toEqual([
    '0010000001',
    '0010000002',
    '0010000003',
  ]);
});

test('a PC that was replaced counts from 1 again: its numbers of before are passed by in leaps', async () => {
  const scene = await openScene();
  for (let n = 1; n <= 40; n += 1)
    scene.commit(
      visitOf(n, { person: null, transactions: [], referentienummer: `001${String(n).padStart(7, '0')}` }),
    );
  await scene.sync.idle();
  scene.commit(visitOf(99, { person: null, transactions: [], referentienummer: '0010000001' }));
  await scene.sync.idle();
  expect(statusOf(scene.sync).items).toEqual([]);
  const told = scene.practice.inspect().klantcontacten.map(({ referentienummer }) => referentienummer);
  expect(told).toHaveLength(41);
  expect(new Set(told).size).toBe(41);
});
