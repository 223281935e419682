import { type JsonObject, textOf } from '../../electron/practice/json.ts';
import { type Answer, RSIN, type TestPractice } from './practice-world.ts';

/** Addresses of everything that hangs on one zaaktype, by name. */
export interface Types {
  readonly zaaktype: string;
  readonly statustypen: Readonly<Record<string, string>>;
  readonly roltypen: Readonly<Record<string, string>>;
  readonly resultaattypen: Readonly<Record<string, string>>;
  readonly eigenschappen: Readonly<Record<string, string>>;
  readonly informatieobjecttypen: Readonly<Record<string, string>>;
}

/** Looks a zaaktype up in the catalogus as a client would. */
export async function typesOf(world: TestPractice, identificatie: string): Promise<Types> {
  const [zaaktype] = (
    await world.get(`/catalogi/api/v1/zaaktypen?identificatie=${identificatie}&status=alles`)
  ).results;
  const url = textOf(zaaktype?.url);
  const named = async (collection: string, name: string): Promise<Record<string, string>> => {
    const query = new URLSearchParams({ zaaktype: url, status: 'alles' });
    const { results } = await world.get(`/catalogi/api/v1/${collection}?${query}`);
    return Object.fromEntries(results.map((each) => [textOf(each[name]), textOf(each.url)]));
  };
  return {
    zaaktype: url,
    statustypen: await named('statustypen', 'omschrijving'),
    roltypen: await named('roltypen', 'omschrijving'),
    resultaattypen: await named('resultaattypen', 'omschrijving'),
    eigenschappen: await named('eigenschappen', 'naam'),
    informatieobjecttypen: await named('informatieobjecttypen', 'omschrijving'),
  };
}

/** The body of a zaak as a counter sends it. */
export function zaakBody(types: Types, identificatie: string): JsonObject {
  return {
    identificatie,
    bronorganisatie: RSIN,
    verantwoordelijkeOrganisatie: RSIN,
    zaaktype: types.zaaktype,
    startdatum: '2026-11-23',
    omschrijving: 'Uittreksel',
    communicatiekanaalNaam: 'Balie',
    kenmerken: [{ kenmerk: identificatie, bron: 'Waarmee' }],
  };
}

/** Makes a zaak and returns its address. */
export async function makeZaak(
  world: TestPractice,
  types: Types,
  identificatie = 'BALIE-1',
): Promise<string> {
  const made = await world.post('/zaken/api/v1/zaken', zaakBody(types, identificatie));
  return textOf(made.body.url);
}

/** Makes a document and returns its address. */
export async function makeDocument(
  world: TestPractice,
  types: Types,
  extra: JsonObject = {},
): Promise<string> {
  const made = await world.post(
    '/documenten/api/v1/enkelvoudiginformatieobjecten',
    documentBody(types, extra),
  );
  return textOf(made.body.url);
}

/** The body of a small document as a counter sends it. */
export function documentBody(types: Types, extra: JsonObject = {}): JsonObject {
  return {
    identificatie: 'BALIE-1-D01',
    bronorganisatie: RSIN,
    creatiedatum: '2026-11-23',
    titel: 'Uittreksel',
    auteur: 'J. Jansen',
    taal: 'nld',
    formaat: 'application/pdf',
    bestandsnaam: 'uittreksel.pdf',
    inhoud: Buffer.from('inhoud').toString('base64'),
    bestandsomvang: 6,
    status: 'definitief',
    indicatieGebruiksrecht: false,
    informatieobjecttype: types.informatieobjecttypen.Uittreksel ?? '',
    ...extra,
  };
}

/** Gives a zaak a resultaat. */
export function giveResult(
  world: TestPractice,
  types: Types,
  zaak: string,
  name = 'Verleend',
): Promise<Answer> {
  return world.post('/zaken/api/v1/resultaten', { zaak, resultaattype: types.resultaattypen[name] ?? '' });
}

/** Sets a status of a zaak by name. */
export function setStatus(
  world: TestPractice,
  types: Types,
  zaak: string,
  name: string,
  moment: string,
): Promise<Answer> {
  const statustype = types.statustypen[name] ?? '';
  return world.post('/zaken/api/v1/statussen', { zaak, statustype, datumStatusGezet: moment });
}
