import { expect, test } from 'vitest';
import { type JsonObject, textOf } from '../../../electron/practice/json.ts';
import { startTestPractice, type TestPractice } from '../practice-world.ts';

const API = '/klantinteracties/api/v1';
const CONTACT = { kanaal: 'balie', onderwerp: 'Uittreksel', taal: 'nld', vertrouwelijk: false } as const;
const ACTOR = {
  naam: 'J. Jansen',
  soortActor: 'medewerker',
  indicatieActief: true,
  actoridentificator: {
    objectId: 'jansen@gemeente.example',
    codeObjecttype: 'mdw',
    codeRegister: 'msei',
    codeSoortObjectId: 'email',
  },
};
const BY_BSN = {
  codeObjecttype: 'natuurlijk_persoon',
  codeSoortObjectId: 'bsn',
  objectId: '999993653',
  codeRegister: 'brp',
};

async function make(world: TestPractice, collection: string, body: JsonObject): Promise<{ uuid: string }> {
  const made = await world.post(`${API}/${collection}`, body);
  expect(made.refused).toEqual([]);
  return { uuid: textOf(made.body.uuid) };
}

async function uuids(
  world: TestPractice,
  collection: string,
  query: Readonly<Record<string, string>>,
): Promise<unknown[]> {
  const found = await world.get(`${API}/${collection}?${new URLSearchParams(query)}`);
  return found.results.map((each) => each.uuid);
}

test('the whole sequence of a counter contact ends in a contact that names all its parts', async () => {
  const world = await startTestPractice();
  const actor = await make(world, 'actoren', ACTOR);
  expect(await uuids(world, 'actoren', { actoridentificatorObjectId: 'jansen@gemeente.example' })).toEqual([
    actor.uuid,
  ]);
  const klantcontact = await make(world, 'klantcontacten', {
    ...CONTACT,
    referentienummer: '0001234567',
    indicatieContactGelukt: true,
    plaatsgevondenOp: '2026-11-23T09:55:00+01:00',
    metadata: { waarmee: '01KARABC' },
  });
  const tie = await make(world, 'actorklantcontacten', { actor, klantcontact });
  const partij = await make(world, 'partijen', {
    soortPartij: 'persoon',
    indicatieActief: true,
    partijIdentificatie: { contactnaam: { voornaam: 'Suzanne', achternaam: 'Moulin' } },
    partijIdentificatoren: [{ partijIdentificator: BY_BSN }],
  });
  const betrokkene = await make(world, 'betrokkenen', {
    wasPartij: partij,
    hadKlantcontact: klantcontact,
    rol: 'klant',
    initiator: true,
    contactnaam: { voorletters: 'S.', achternaam: 'Moulin' },
  });
  const adres = await make(world, 'digitaleadressen', {
    verstrektDoorBetrokkene: betrokkene,
    soortDigitaalAdres: 'email',
    adres: 's.moulin@post.example',
  });
  const onderwerpobject = await make(world, 'onderwerpobjecten', {
    klantcontact,
    onderwerpobjectidentificator: {
      objectId: '5b3c1d1e-0000-4000-8000-000000000000',
      codeObjecttype: 'zgw-Zaak',
      codeRegister: 'openzaak',
      codeSoortObjectId: 'uuid',
    },
  });

  expect((await world.get(`${API}/klantcontacten/${klantcontact.uuid}`)).body).toMatchObject({
    referentienummer: '0001234567',
    plaatsgevondenOp: '2026-11-23T08:55:00Z',
    hadBetrokkenActoren: [{ uuid: actor.uuid }],
    hadBetrokkenen: [{ uuid: betrokkene.uuid }],
    gingOverOnderwerpobjecten: [{ uuid: onderwerpobject.uuid }],
  });
  expect((await world.get(`${API}/betrokkenen/${betrokkene.uuid}`)).body).toMatchObject({
    volledigeNaam: 'S. Moulin',
    digitaleAdressen: [{ uuid: adres.uuid }],
  });
  expect((await world.get(`${API}/partijen/${partij.uuid}`)).body).toMatchObject({
    partijIdentificatie: { volledigeNaam: 'Suzanne Moulin' },
    partijIdentificatoren: [{ partijIdentificator: BY_BSN }],
  });

  const klant = { partijIdentificator__codeSoortObjectId: 'bsn', partijIdentificator__objectId: '999993653' };
  expect(await uuids(world, 'partijen', { soortPartij: 'persoon', ...klant })).toEqual([partij.uuid]);
  expect(await uuids(world, 'klantcontacten', { referentienummer: '0001234567' })).toEqual([
    klantcontact.uuid,
  ]);
  const byBsn = { hadBetrokkene__wasPartij__partijIdentificator__objectId: '999993653' };
  expect(await uuids(world, 'klantcontacten', byBsn)).toEqual([klantcontact.uuid]);
  const byZaak = {
    onderwerpobject__onderwerpobjectidentificatorObjectId: '5b3c1d1e-0000-4000-8000-000000000000',
  };
  expect(await uuids(world, 'klantcontacten', byZaak)).toEqual([klantcontact.uuid]);
  expect(await uuids(world, 'klantcontacten', { referentienummer: '1' })).toEqual([]);
  const ofContact = { klantcontact__uuid: klantcontact.uuid };
  expect(await uuids(world, 'actorklantcontacten', ofContact)).toEqual([tie.uuid]);
  expect(await uuids(world, 'onderwerpobjecten', ofContact)).toEqual([onderwerpobject.uuid]);
  const byNumber = { hadKlantcontact__referentienummer: '0001234567' };
  expect(await uuids(world, 'betrokkenen', byNumber)).toEqual([betrokkene.uuid]);
  expect(await uuids(world, 'digitaleadressen', { verstrektDoorBetrokkene__uuid: betrokkene.uuid })).toEqual([
    adres.uuid,
  ]);
});

test.each([
  ['klantcontacten', { ...CONTACT, referentienummer: '12345678901' }, 'referentienummer: max_length'],
  ['klantcontacten', { ...CONTACT, referentienummer: 'A1' }, 'referentienummer: invalid'],
  ['klantcontacten', { onderwerp: 'x', taal: 'nld', vertrouwelijk: false }, 'kanaal: required'],
  ['klantcontacten', { ...CONTACT, metadata: { a: 'x'.repeat(256) } }, 'metadata: invalid'],
  [
    'betrokkenen',
    { hadKlantcontact: { uuid: 'x' }, rol: 'klant', initiator: true },
    'hadKlantcontact.uuid: does_not_exist',
  ],
  ['betrokkenen', { rol: 'klant', initiator: true }, 'hadKlantcontact: required'],
  ['digitaleadressen', { soortDigitaalAdres: 'email', adres: 'geen adres' }, 'adres: invalid'],
  ['digitaleadressen', { soortDigitaalAdres: 'telefoonnummer', adres: '12' }, 'adres: invalid'],
  [
    'partij-identificatoren',
    { partijIdentificator: { ...BY_BSN, objectId: '999993650' } },
    'partijIdentificator.objectId: invalid',
  ],
  ['partijen', { soortPartij: 'dier', indicatieActief: true }, 'soortPartij: invalid_choice'],
] as const)('%s refuses %j', async (collection, body, refusal) => {
  const world = await startTestPractice();
  expect((await world.post(`${API}/${collection}`, body as JsonObject)).refused).toEqual([refusal]);
});

test('a referentienummer is used once per kind, and a person is registered once', async () => {
  const world = await startTestPractice();
  const klantcontact = await make(world, 'klantcontacten', { ...CONTACT, referentienummer: '1' });
  const again = await world.post(`${API}/klantcontacten`, { ...CONTACT, referentienummer: '1' });
  expect(again.refused).toEqual(['referentienummer: unique']);
  const same = await world.patch(`${API}/klantcontacten/${klantcontact.uuid}`, {
    referentienummer: '1',
    inhoud: 'x',
  });
  expect(same.body.inhoud).toBe('x');
  const partij = {
    soortPartij: 'persoon',
    indicatieActief: true,
    partijIdentificatoren: [{ partijIdentificator: BY_BSN }],
  };
  expect((await world.post(`${API}/partijen`, partij)).status).toBe(201);
  expect((await world.post(`${API}/partijen`, partij)).refused).toEqual([
    'partijIdentificatoren.0.nonFieldErrors: unique',
  ]);
  expect(world.practice.inspect().partijen).toHaveLength(1);
});

test('an interne taak is found by its contact, and is done by PATCH', async () => {
  const world = await startTestPractice();
  const actor = await make(world, 'actoren', ACTOR);
  const aanleidinggevendKlantcontact = await make(world, 'klantcontacten', {
    ...CONTACT,
    referentienummer: '7',
  });
  const task = await make(world, 'internetaken', {
    gevraagdeHandeling: 'Contact opnemen met betrokkene',
    aanleidinggevendKlantcontact,
    toegewezenAanActoren: [actor],
    status: 'te_verwerken',
    referentienummer: '8',
  });
  expect(await uuids(world, 'internetaken', { klantcontact__referentienummer: '7' })).toEqual([task.uuid]);
  expect(await uuids(world, 'internetaken', { referentienummer: '8', status: 'te_verwerken' })).toEqual([
    task.uuid,
  ]);
  const done = await world.patch(`${API}/internetaken/${task.uuid}`, { status: 'verwerkt' });
  expect(done.body).toMatchObject({ status: 'verwerkt', toegewezenOp: '2026-11-23T09:00:00Z' });
  expect(await uuids(world, 'internetaken', { status: 'te_verwerken' })).toEqual([]);
});

test('maak-klantcontact makes contact, betrokkene and onderwerpobject, or none of them', async () => {
  const world = await startTestPractice();
  const body = {
    klantcontact: { ...CONTACT, referentienummer: '9' },
    betrokkene: { wasPartij: null, rol: 'klant', initiator: true, organisatienaam: '' },
    onderwerpobject: { wasKlantcontact: null, onderwerpobjectidentificator: { objectId: 'z' } },
  };
  const wrong = { ...body, betrokkene: { ...body.betrokkene, rol: 'buurman' } };
  expect((await world.post(`${API}/maak-klantcontact`, wrong)).refused).toEqual([
    'betrokkene.rol: invalid_choice',
  ]);
  expect(world.practice.inspect().klantcontacten).toEqual([]);
  const made = await world.post(`${API}/maak-klantcontact`, body);
  expect(made.status).toBe(201);
  const contact = made.body.klantcontact as JsonObject;
  expect(made.body).toMatchObject({
    klantcontact: { referentienummer: '9', hadBetrokkenen: [{}], gingOverOnderwerpobjecten: [{}] },
    betrokkene: { hadKlantcontact: { uuid: contact.uuid } },
    onderwerpobject: { klantcontact: { uuid: contact.uuid } },
  });
  expect((await world.post(`${API}/maak-klantcontact`, body)).refused).toEqual([
    'klantcontact.referentienummer: unique',
  ]);
});
