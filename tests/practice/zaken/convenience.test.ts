import { expect, test } from 'vitest';
import type { JsonObject } from '../../../electron/practice/json.ts';
import { RSIN, startTestPractice, type TestPractice } from '../practice-world.ts';
import { documentBody, makeDocument, makeZaak, type Types, typesOf, zaakBody } from '../zaak-builder.ts';

const API = '/zaken/api/v1';

async function start(experimental = true): Promise<{ world: TestPractice; types: Types }> {
  const world = await startTestPractice({ experimental });
  return { world, types: await typesOf(world, 'BALIE-UITTREKSEL') };
}

function registration(types: Types, informatieobject: string): JsonObject {
  return {
    zaak: zaakBody(types, 'BALIE-1'),
    rollen: [
      {
        roltype: types.roltypen.Initiator ?? '',
        betrokkeneType: 'natuurlijk_persoon',
        roltoelichting: 'aanvrager',
        betrokkeneIdentificatie: { inpBsn: '999993653' },
      },
    ],
    zaakinformatieobjecten: [{ informatieobject, titel: 'Uittreksel' }],
    status: { statustype: types.statustypen.Ontvangen ?? '', datumStatusGezet: '2026-11-23T10:00:00+01:00' },
  };
}

test('zaak_registreren makes zaak, rollen, document tie and status at once', async () => {
  const { world, types } = await start();
  const informatieobject = await makeDocument(world, types);
  const made = await world.post(`${API}/zaak_registreren`, registration(types, informatieobject));
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    zaak: { identificatie: 'BALIE-1' },
    rollen: [{ omschrijving: 'Initiator' }],
  });
  const { zaken, rollen, statussen, zaakinformatieobjecten } = world.practice.inspect();
  expect([zaken, rollen, statussen, zaakinformatieobjecten].map((each) => each.length)).toEqual([1, 1, 1, 1]);
});

test('when one part is refused nothing is made, and the field is named by its path', async () => {
  const { world, types } = await start();
  const informatieobject = await makeDocument(world, types);
  const body = registration(types, informatieobject);
  const wrongRole = {
    ...body,
    rollen: [{ roltype: 'x', betrokkeneType: 'medewerker', betrokkeneIdentificatie: {} }],
  };
  expect((await world.post(`${API}/zaak_registreren`, wrongRole)).refused).toEqual([
    'rollen.0.roltype: bad-url',
  ]);
  const tooEarly = {
    ...body,
    status: { ...(body.status as JsonObject), datumStatusGezet: '2027-01-01T00:00:00Z' },
  };
  expect((await world.post(`${API}/zaak_registreren`, tooEarly)).refused).toEqual([
    'status.datumStatusGezet: date-in-future',
  ]);
  expect(world.practice.inspect()).toMatchObject({
    zaken: [],
    rollen: [],
    statussen: [],
    zaakinformatieobjecten: [],
  });
  expect((await world.post(`${API}/zaak_registreren`, body)).status).toBe(201);
  expect((await world.post(`${API}/zaak_registreren`, body)).refused).toEqual([
    'zaak.identificatie: identificatie-niet-uniek',
  ]);
});

test('zaak_afsluiten gives resultaat and eindstatus at once, or neither', async () => {
  const { world, types } = await start();
  const zaak = await makeZaak(world, types);
  const body = {
    zaak: {},
    resultaat: { resultaattype: types.resultaattypen.Verleend ?? '' },
    status: { statustype: types.statustypen.Afgerond ?? '', datumStatusGezet: '2026-11-23T10:00:00+01:00' },
  };
  const path = `${API}/zaak_afsluiten/${zaak.slice(-36)}`;
  const notLast = { ...body, status: { ...body.status, statustype: types.statustypen.Ontvangen ?? '' } };
  expect((await world.post(path, notLast)).refused).toEqual(['status.statustype: invalid']);
  expect(world.practice.inspect()).toMatchObject({ resultaten: [], statussen: [] });
  const closed = await world.post(path, body);
  expect(closed.body).toMatchObject({ zaak: { einddatum: '2026-11-23' } });
  expect((await world.post(path, body)).status).toBe(403);
});

test('zaaknummer_reserveren gives one number as an object, more as a list, and each only once', async () => {
  const { world, types } = await start();
  const one = await world.post(`${API}/zaaknummer_reserveren`, { bronorganisatie: RSIN });
  expect(one.body).toEqual({ zaaknummer: 'ZAAK-2026-0000000001' });
  const two = await world.post(`${API}/zaaknummer_reserveren`, { bronorganisatie: RSIN, aantal: 2 });
  expect(two.list.map((each) => each.zaaknummer)).toEqual(['ZAAK-2026-0000000002', 'ZAAK-2026-0000000003']);
  const used = await world.post(`${API}/zaken`, zaakBody(types, 'ZAAK-2026-0000000002'));
  expect(used.status).toBe(201);
});

test('document_registreren makes document and tie at once, or neither', async () => {
  const { world, types } = await start();
  const zaak = await makeZaak(world, types);
  const path = '/documenten/api/v1/document_registreren';
  const enkelvoudiginformatieobject = documentBody(types);
  const wrong = { enkelvoudiginformatieobject, zaakinformatieobject: { zaak: `${zaak}0` } };
  expect((await world.post(path, wrong)).refused).toEqual(['zaakinformatieobject.zaak: does_not_exist']);
  expect(world.practice.inspect().documenten).toEqual([]);
  const made = await world.post(path, { enkelvoudiginformatieobject, zaakinformatieobject: { zaak } });
  expect(made.status).toBe(201);
  expect(world.practice.inspect().zaakinformatieobjecten).toMatchObject([{ zaak }]);
});

test('with the experimental endpoints switched off they are not found', async () => {
  const { world } = await start(false);
  for (const path of [
    `${API}/zaak_registreren`,
    `${API}/zaak_afsluiten/5b3c1d1e-0000-4000-8000-000000000000`,
    `${API}/zaaknummer_reserveren`,
    '/documenten/api/v1/document_registreren',
  ])
    expect((await world.post(path, {})).status).toBe(404);
});
