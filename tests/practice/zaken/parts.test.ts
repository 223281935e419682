import { expect, test } from 'vitest';
import { PRACTICE_CATALOGUE } from '../../../electron/practice/index.ts';
import { startTestPractice, type TestPractice } from '../practice-world.ts';
import { giveResult, makeDocument, makeZaak, setStatus, type Types, typesOf } from '../zaak-builder.ts';
import { textOf } from '../../../electron/practice/json.ts';

const API = '/zaken/api/v1';

async function start(): Promise<{ world: TestPractice; types: Types; zaak: string }> {
  const world = await startTestPractice();
  const types = await typesOf(world, 'BALIE-PASPOORT');
  return { world, types, zaak: await makeZaak(world, types) };
}

function initiator(types: Types, zaak: string): Record<string, string | Record<string, string>> {
  return {
    zaak,
    roltype: types.roltypen.Initiator ?? '',
    betrokkeneType: 'natuurlijk_persoon',
    roltoelichting: 'aanvrager',
    betrokkeneIdentificatie: { inpBsn: '999993653', geslachtsnaam: 'Moulin', voornamen: 'Suzanne' },
  };
}

test('a zaak has one initiator, and any number of behandelaren found by their identificatie', async () => {
  const { world, types, zaak } = await start();
  const made = await world.post(`${API}/rollen`, initiator(types, zaak));
  expect(made.body).toMatchObject({ omschrijving: 'Initiator', omschrijvingGeneriek: 'initiator' });
  const again = await world.post(`${API}/rollen`, initiator(types, zaak));
  expect(again.refused).toEqual(['roltype: max-occurences']);

  const behandelaar = {
    zaak,
    roltype: types.roltypen.Behandelaar ?? '',
    betrokkeneType: 'medewerker',
    roltoelichting: 'balie',
    betrokkeneIdentificatie: { identificatie: 'jansen', achternaam: 'Jansen' },
  };
  expect((await world.post(`${API}/rollen`, behandelaar)).status).toBe(201);
  expect((await world.post(`${API}/rollen`, behandelaar)).status).toBe(201);
  const query = new URLSearchParams({ zaak, betrokkeneIdentificatie__medewerker__identificatie: 'jansen' });
  expect((await world.get(`${API}/rollen?${query}`)).body.count).toBe(2);
  const generic = new URLSearchParams({ zaak, omschrijvingGeneriek: 'initiator' });
  expect((await world.get(`${API}/rollen?${generic}`)).results.map((rol) => rol.url)).toEqual([
    made.body.url,
  ]);
});

test('a rol says who is wrong: bad burgerservicenummer, empty address, nobody, roltype of another zaaktype', async () => {
  const { world, types, zaak } = await start();
  const refusal = async (change: object): Promise<readonly string[]> =>
    (await world.post(`${API}/rollen`, { ...initiator(types, zaak), ...change })).refused;
  expect(await refusal({ betrokkeneIdentificatie: { inpBsn: '999993650' } })).toEqual([
    'betrokkeneIdentificatie.inpBsn: invalid',
  ]);
  const verblijfsadres = {
    aoaIdentificatie: '',
    wplWoonplaatsNaam: 'X',
    gorOpenbareRuimteNaam: 'Y',
    aoaHuisnummer: 1,
  };
  expect(await refusal({ betrokkeneIdentificatie: { verblijfsadres } })).toEqual([
    'betrokkeneIdentificatie.verblijfsadres.aoaIdentificatie: blank',
  ]);
  expect(await refusal({ betrokkeneIdentificatie: null })).toEqual(['nonFieldErrors: invalid-betrokkene']);
  const other = await typesOf(world, 'BALIE-VOG');
  expect(await refusal({ roltype: other.roltypen.Initiator ?? '' })).toEqual([
    'nonFieldErrors: zaaktype-mismatch',
  ]);
});

test('the latest status by time is the status of the zaak', async () => {
  const { world, types, zaak } = await start();
  const later = await setStatus(world, types, zaak, 'Wacht op ophalen', '2026-11-23T09:59:00+01:00');
  const earlier = await setStatus(world, types, zaak, 'Ontvangen', '2026-11-23T09:58:00+01:00');
  expect(later.body).toMatchObject({
    datumStatusGezet: '2026-11-23T08:59:00Z',
    indicatieLaatstGezetteStatus: true,
  });
  expect(earlier.body.indicatieLaatstGezetteStatus).toBe(false);
  expect((await world.get(zaak)).body.status).toBe(later.body.url);
  const query = new URLSearchParams({ zaak, indicatieLaatstGezetteStatus: 'true' });
  expect((await world.get(`${API}/statussen?${query}`)).results.map((each) => each.url)).toEqual([
    later.body.url,
  ]);
});

test('a status is refused in the future, twice at one moment, and of another zaaktype', async () => {
  const { world, types, zaak } = await start();
  const set = async (moment: string, of = types): Promise<readonly string[]> =>
    (await setStatus(world, of, zaak, 'Ontvangen', moment)).refused;
  expect(await set('2026-11-23T10:00:01+01:00')).toEqual(['datumStatusGezet: date-in-future']);
  expect(await set('2026-11-23T10:00:00+01:00')).toEqual([]);
  expect(await set('2026-11-23T09:00:00Z')).toEqual(['nonFieldErrors: unique']);
  expect(await set('2026-11-23T08:00:00Z', await typesOf(world, 'BALIE-VOG'))).toEqual([
    'nonFieldErrors: zaaktype-mismatch',
  ]);
});

test('eigenschappen are a bare list under the zaak; a second value of the same one is not refused', async () => {
  const { world, types, zaak } = await start();
  const path = `${zaak}/zaakeigenschappen`;
  const body = { zaak, eigenschap: types.eigenschappen.volgnummer ?? '', waarde: 'A12' };
  const made = await world.post(path, body);
  expect(made.body).toMatchObject({ naam: 'volgnummer', waarde: 'A12' });
  await world.post(path, body);
  expect((await world.get(path)).list).toHaveLength(2);
  expect((await world.patch(textOf(made.body.url), { waarde: 'A13' })).body.waarde).toBe('A13');
  const other = await typesOf(world, 'BALIE-VERHUIZING');
  const wrong = await world.post(path, { ...body, eigenschap: other.eigenschappen.verhuisdatum ?? '' });
  expect(wrong.refused).toEqual(['nonFieldErrors: zaaktype-mismatch']);
});

test('a document is tied to a zaak once, shows up at both ends, and must be of a type that belongs', async () => {
  const catalogue = {
    ...PRACTICE_CATALOGUE,
    zaaktypen: PRACTICE_CATALOGUE.zaaktypen.map((type) =>
      type.identificatie === 'BALIE-VOG' ? { ...type, informatieobjecttypen: ['Bewijsstuk'] } : type,
    ),
  };
  const world = await startTestPractice({ catalogue });
  const types = await typesOf(world, 'BALIE-PASPOORT');
  const zaak = await makeZaak(world, types);
  const informatieobject = await makeDocument(world, types);
  const made = await world.post(`${API}/zaakinformatieobjecten`, {
    zaak,
    informatieobject,
    titel: 'Uittreksel',
  });
  expect(made.status).toBe(201);
  const again = await world.post(`${API}/zaakinformatieobjecten`, { zaak, informatieobject });
  expect(again.refused).toEqual(['nonFieldErrors: unique']);
  const query = new URLSearchParams({ zaak, informatieobject });
  expect((await world.get(`${API}/zaakinformatieobjecten?${query}`)).list.map((each) => each.url)).toEqual([
    made.body.url,
  ]);
  const mirror = new URLSearchParams({ informatieobject });
  expect((await world.get(`/documenten/api/v1/objectinformatieobjecten?${mirror}`)).list).toMatchObject([
    { object: zaak },
  ]);

  const vog = await makeZaak(world, await typesOf(world, 'BALIE-VOG'), 'BALIE-2');
  const wrong = await world.post(`${API}/zaakinformatieobjecten`, { zaak: vog, informatieobject });
  expect(wrong.refused).toEqual(['nonFieldErrors: missing-zaaktype-informatieobjecttype-relation']);
});

test('a zaak has one resultaat, which can still change', async () => {
  const { world, types, zaak } = await start();
  const made = await giveResult(world, types, zaak);
  expect(made.status).toBe(201);
  expect((await giveResult(world, types, zaak, 'Ingetrokken')).refused).toEqual(['zaak: unique']);
  expect((await world.get(`${API}/resultaten?${new URLSearchParams({ zaak })}`)).body.count).toBe(1);
  const resultaattype = types.resultaattypen.Ingetrokken ?? '';
  expect((await world.patch(textOf(made.body.url), { resultaattype })).body.resultaattype).toBe(
    resultaattype,
  );
  const other = await typesOf(world, 'BALIE-VOG');
  const wrong = await world.patch(textOf(made.body.url), {
    resultaattype: other.resultaattypen.Verleend ?? '',
  });
  expect(wrong.refused).toEqual(['nonFieldErrors: zaaktype-mismatch']);
});
