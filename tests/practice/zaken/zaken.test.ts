import { expect, test } from 'vitest';
import { PRACTICE_CATALOGUE, type PracticeCatalogue } from '../../../electron/practice/index.ts';
import { RSIN, startTestPractice, type TestPractice } from '../practice-world.ts';
import { makeZaak, type Types, typesOf, zaakBody } from '../zaak-builder.ts';
import { textOf } from '../../../electron/practice/json.ts';

const ZAKEN = '/zaken/api/v1/zaken';

async function start(): Promise<{ world: TestPractice; types: Types }> {
  const world = await startTestPractice();
  return { world, types: await typesOf(world, 'BALIE-UITTREKSEL') };
}

test('a zaak is made as sent, with what the registry works out', async () => {
  const { world, types } = await start();
  const made = await world.post(ZAKEN, { ...zaakBody(types, 'BALIE-7'), betalingsindicatie: 'geheel' });
  expect(made.status).toBe(201);
  expect(made.headers.get('Location')).toBe(made.body.url);
  expect(made.headers.get('API-version')).toBe('1.5.1');
  expect(made.headers.get('Date')).toBe('Mon, 23 Nov 2026 09:00:00 GMT');
  expect(made.body).toMatchObject({
    identificatie: 'BALIE-7',
    registratiedatum: '2026-11-23',
    vertrouwelijkheidaanduiding: 'vertrouwelijk',
    betalingsindicatieWeergave: 'De met de zaak gemoeide kosten zijn geheel betaald.',
    status: null,
    resultaat: null,
    einddatum: null,
    laatstGemuteerd: '2026-11-23T09:00:00Z',
  });
  expect((await world.get(textOf(made.body.url))).body).toEqual(made.body);
});

test('a zaak without identificatie gets the next server-made number', async () => {
  const { world, types } = await start();
  const { identificatie: _, ...body } = zaakBody(types, 'K1');
  expect((await world.post(ZAKEN, body)).body.identificatie).toBe('ZAAK-2026-0000000001');
  expect((await world.post(ZAKEN, body)).body.identificatie).toBe('ZAAK-2026-0000000002');
});

test('a second zaak with the same identificatie of the same organisation is refused', async () => {
  const { world, types } = await start();
  await makeZaak(world, types, 'BALIE-1');
  const again = await world.post(ZAKEN, zaakBody(types, 'BALIE-1'));
  expect(again.status).toBe(400);
  expect(again.refused).toEqual(['identificatie: identificatie-niet-uniek']);
  const elsewhere = await world.post(ZAKEN, { ...zaakBody(types, 'BALIE-1'), bronorganisatie: '517439943' });
  expect(elsewhere.status).toBe(201);
});

test.each([
  ['a missing field', { bronorganisatie: undefined }, 'bronorganisatie: required'],
  ['an RSIN that fails the 11-proef', { bronorganisatie: '123456789' }, 'bronorganisatie: invalid'],
  ['an RSIN that is too short', { bronorganisatie: '12345678' }, 'bronorganisatie: invalid-length'],
  ['a text that is too long', { omschrijving: 'x'.repeat(81) }, 'omschrijving: max_length'],
  ['a day that does not exist', { startdatum: '2026-02-30' }, 'startdatum: invalid'],
  [
    'an unknown zaaktype',
    { zaaktype: 'http://127.0.0.1:1/catalogi/api/v1/zaaktypen/x' },
    'zaaktype: does_not_exist',
  ],
  ['a choice that is none', { betalingsindicatie: 'later' }, 'betalingsindicatie: invalid_choice'],
  [
    'a product of another zaaktype',
    { productenOfDiensten: ['https://x.example/p'] },
    'productenOfDiensten: invalid-products-services',
  ],
  [
    'a long kenmerk',
    { kenmerken: [{ kenmerk: 'x'.repeat(41), bron: 'b' }] },
    'kenmerken.0.kenmerk: max_length',
  ],
  [
    'a payment in the future',
    { betalingsindicatie: 'geheel', laatsteBetaaldatum: '2026-11-23T09:00:01Z' },
    'laatsteBetaaldatum: future_not_allowed',
  ],
  [
    'a payment where none is due',
    { betalingsindicatie: 'nvt', laatsteBetaaldatum: '2026-11-23T08:00:00Z' },
    'laatsteBetaaldatum: betaling-nvt',
  ],
])('%s is refused by name', async (_, change, refusal) => {
  const { world, types } = await start();
  const body = JSON.parse(JSON.stringify({ ...zaakBody(types, 'BALIE-1'), ...change }));
  const answer = await world.post(ZAKEN, body);
  expect(answer.status).toBe(400);
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  expect(answer.refused).toEqual([refusal]);
  expect(world.practice.inspect().zaken).toEqual([]);
});

test('a zaak cannot be made with a concept zaaktype', async () => {
  const [first] = PRACTICE_CATALOGUE.zaaktypen;
  const catalogue: PracticeCatalogue = {
    ...PRACTICE_CATALOGUE,
    zaaktypen: first ? [{ ...first, identificatie: 'CONCEPT', concept: true }] : [],
  };
  const world = await startTestPractice({ catalogue });
  const types = await typesOf(world, 'CONCEPT');
  expect((await world.post(ZAKEN, zaakBody(types, 'A'))).refused).toEqual(['zaaktype: not-published']);
});

test.each([
  ['GET', 'Accept-Crs'],
  ['POST', 'Content-Crs'],
])('%s without %s is 412, and another system 406', async (method, header) => {
  const { world, types } = await start();
  const body = method === 'POST' ? zaakBody(types, 'BALIE-1') : undefined;
  expect((await world.call(method, ZAKEN, body, { [header]: '' })).status).toBe(412);
  expect((await world.call(method, ZAKEN, body, { [header]: 'EPSG:28992' })).status).toBe(406);
  expect(world.practice.inspect().zaken).toEqual([]);
});

test('zaken are found by organisation and identificatie, and unknown parameters are refused', async () => {
  const { world, types } = await start();
  await makeZaak(world, types, 'BALIE-1');
  const url = await makeZaak(world, types, 'BALIE-2');
  const found = await world.get(`${ZAKEN}?bronorganisatie=${RSIN}&identificatie=BALIE-2`);
  expect(found.results.map((zaak) => zaak.url)).toEqual([url]);
  const ofType = await world.get(`${ZAKEN}?${new URLSearchParams({ zaaktype: types.zaaktype })}`);
  expect(ofType.body.count).toBe(2);
  expect((await world.get(`${ZAKEN}?kleur=rood`)).refused).toEqual(['nonFieldErrors: unknown-parameters']);
});

test('_zoek finds zaken by burgerservicenummer, kenmerk and identificatie, without any of them in an address', async () => {
  const { world, types } = await start();
  await makeZaak(world, types, 'BALIE-1');
  const zaak = await makeZaak(world, types, 'BALIE-2');
  await world.post('/zaken/api/v1/rollen', {
    zaak,
    roltype: types.roltypen.Initiator ?? '',
    betrokkeneType: 'natuurlijk_persoon',
    roltoelichting: 'aanvrager',
    betrokkeneIdentificatie: { inpBsn: '999993653' },
  });
  for (const body of [
    { rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn: '999993653' },
    { kenmerk: 'Waarmee:BALIE-2' },
    { identificatie: 'BALIE-2', bronorganisatie: RSIN },
    { uuid__in: [zaak.slice(-36)] },
  ])
    expect((await world.post(`${ZAKEN}/_zoek`, body)).results.map((each) => each.url)).toEqual([zaak]);
  expect((await world.post(`${ZAKEN}/_zoek`, {})).body.code).toBe('empty_search_body');
});

test('a zaak changes by PATCH, but not its identificatie', async () => {
  const { world, types } = await start();
  const zaak = await makeZaak(world, types);
  const changed = await world.patch(zaak, { toelichting: 'Gewijzigd', betalingsindicatie: 'geheel' });
  expect(changed.body).toMatchObject({
    toelichting: 'Gewijzigd',
    betalingsindicatie: 'geheel',
    omschrijving: 'Uittreksel',
  });
  const refused = await world.patch(zaak, { identificatie: 'ANDERS' });
  expect(refused.refused).toEqual(['identificatie: wijzigen-niet-toegelaten']);
});

test('a body that is no JSON object is a parse error, and an unknown zaak is not found', async () => {
  const { world } = await start();
  expect((await world.post(ZAKEN, ['geen', 'object'])).body.code).toBe('parse_error');
  expect((await world.get(`${ZAKEN}/5b3c1d1e-0000-4000-8000-000000000000`)).status).toBe(404);
});
