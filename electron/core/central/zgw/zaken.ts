import { z } from 'zod';
import type { Answer } from '../central-error.ts';
import type { components } from '../generated/zaken.ts';
import type { JsonApi } from '../json-api.ts';
import { allPages } from '../pages.ts';
import { mayCreate } from './may-create.ts';

type Schemas = components['schemas'];
export type ZaakRequest = Schemas['ZaakRequest'];
export type PersonRolRequest = Schemas['natuurlijk_persoon_RolSerializerRequest'];
export type MedewerkerRolRequest = Schemas['medewerker_RolSerializerRequest'];
export type StatusRequest = Schemas['StatusRequest'];
export type ZaakEigenschapRequest = Schemas['ZaakEigenschapRequest'];
export type ZaakInformatieObjectRequest = Schemas['ZaakInformatieObjectRequest'];
export type ResultaatRequest = Schemas['ResultaatRequest'];
export type ZaakRegistrerenRequest = Schemas['ZaakRegistrerenRequest'];
export type ZaakAfsluitenRequest = Schemas['ZaakAfsluitenRequest'];

const Made = z.object({ url: z.url(), uuid: z.uuid() });
/** Address and id of what a call made or found. */
export type Made = z.infer<typeof Made>;

const Zaak = Made.extend({
  identificatie: z.string(),
  /** RSIN of who gave the identificatie. */
  bronorganisatie: z.string().default(''),
  zaaktype: z.url(),
  registratiedatum: z.string().nullish(),
  startdatum: z.string(),
  einddatum: z.string().nullish(),
  einddatumGepland: z.string().nullish(),
  uiterlijkeEinddatumAfdoening: z.string().nullish(),
  /** Address of the latest status. */
  status: z.string().nullish(),
  /** Address of the resultaat. */
  resultaat: z.string().nullish(),
  omschrijving: z.string().default(''),
  kenmerken: z.array(z.object({ kenmerk: z.string(), bron: z.string() })).default([]),
});
export type Zaak = z.infer<typeof Zaak>;

const Rol = Made.extend({
  betrokkeneType: z.string(),
  omschrijvingGeneriek: z.string().default(''),
  betrokkeneIdentificatie: z
    .object({
      inpBsn: z.string().nullish(),
      geslachtsnaam: z.string().nullish(),
      voornamen: z.string().nullish(),
      voorvoegselGeslachtsnaam: z.string().nullish(),
      identificatie: z.string().nullish(),
      /** Of an organisatorische eenheid. */
      naam: z.string().nullish(),
    })
    .nullish(),
});
export type Rol = z.infer<typeof Rol>;

const Status = Made.extend({
  statustype: z.url(),
  datumStatusGezet: z.string(),
  statustoelichting: z.string().default(''),
});
export type Status = z.infer<typeof Status>;
const Eigenschap = Made.extend({ eigenschap: z.url(), waarde: z.string() });
export type ZaakEigenschap = z.infer<typeof Eigenschap>;
const Relation = Made.extend({ informatieobject: z.url() });
const Resultaat = Made.extend({ resultaattype: z.url() });
export type Resultaat = z.infer<typeof Resultaat>;

const ReservedNumber = z.object({ zaaknummer: z.string() });
/** One object for one number, a list for more. */
const Reserved = z.union([ReservedNumber, z.array(ReservedNumber)]);
const Registered = z.object({ zaak: Made, rollen: z.array(Made), status: Made });
const Closed = z.object({ resultaat: Made, status: Made });

/** Which zaken of one zaaktype: those still open, or those that were closed after a day. Days are YYYY-MM-DD. */
export interface ZakenQuery {
  readonly bronorganisatie: string;
  /** Its address. */
  readonly zaaktype: string;
  readonly startedFrom: string;
  readonly closedAfter?: string;
}

/** A page (at most 100) of zaken; `more` when there are others. */
export interface ZakenPage {
  readonly zaken: readonly Zaak[];
  readonly more: boolean;
}

/** The Zaken API 1.5.1, as far as the counter writes and looks up. No POST is idempotent: look up before repeating. */
export interface Zaken {
  findZaken(bronorganisatie: string, identificatie: string): Promise<Answer<readonly Zaak[]>>;
  /** The zaken with this identificatie, of whichever bronorganisatie. */
  zakenNumbered(identificatie: string): Promise<Answer<readonly Zaak[]>>;
  /** A page of zaken, from 1, those that started last first. */
  zakenPage(which: ZakenQuery, page: number): Promise<Answer<ZakenPage>>;
  /** The open zaken of a person; the number travels in the body, never in the address. */
  openZakenOf(bsn: string): Promise<Answer<readonly Zaak[]>>;
  /** The first page (at most 100) of the zaken that a person started; `more` when there are others. */
  zakenOf(bsn: string, which: 'open' | 'closed'): Promise<Answer<ZakenPage>>;
  createZaak(body: ZaakRequest): Promise<Answer<Made>>;
  /** Whether we may make zaken of the zaaktype at this address; makes nothing. See `mayCreate`. */
  mayCreateZaak(zaaktype: string): Promise<Answer<boolean>>;
  rollen(zaakUrl: string, omschrijvingGeneriek: 'initiator' | 'behandelaar'): Promise<Answer<readonly Rol[]>>;
  createRol(body: PersonRolRequest | MedewerkerRolRequest): Promise<Answer<Made>>;
  /** The status at this address. */
  status(url: string): Promise<Answer<Status>>;
  statussen(zaakUrl: string): Promise<Answer<readonly Status[]>>;
  createStatus(body: StatusRequest): Promise<Answer<Made>>;
  eigenschappen(zaakUuid: string): Promise<Answer<readonly ZaakEigenschap[]>>;
  createEigenschap(zaakUuid: string, body: ZaakEigenschapRequest): Promise<Answer<Made>>;
  changeEigenschap(zaakUuid: string, uuid: string, waarde: string): Promise<Answer<Made>>;
  informatieobjecten(zaakUrl: string, informatieobject: string): Promise<Answer<readonly Made[]>>;
  addInformatieobject(body: ZaakInformatieObjectRequest): Promise<Answer<Made>>;
  /** The resultaat at this address. */
  resultaat(url: string): Promise<Answer<Resultaat>>;
  resultaten(zaakUrl: string): Promise<Answer<readonly Resultaat[]>>;
  createResultaat(body: ResultaatRequest): Promise<Answer<Made>>;
  /** `zaaknummer_reserveren`: numbers for zaken that come later. Open Zaak only, experimental. */
  reserve(bronorganisatie: string, aantal: number): Promise<Answer<readonly string[]>>;
  /** `zaak_registreren`: zaak, rollen and first status, all or nothing. Open Zaak only, experimental. */
  register(body: ZaakRegistrerenRequest): Promise<Answer<z.infer<typeof Registered>>>;
  /** `zaak_afsluiten`: resultaat and eindstatus, all or nothing. Open Zaak only, experimental. */
  close(zaakUuid: string, body: ZaakAfsluitenRequest): Promise<Answer<z.infer<typeof Closed>>>;
}

// Required on zaken only (ZGW: coordinates of zaakgeometrie); a zaak call without them gets 412.
const CRS = { headers: { 'accept-crs': 'EPSG:4326', 'content-crs': 'EPSG:4326' } };

/** See `Zaken`. */
export function createZaken(api: JsonApi): Zaken {
  return {
    findZaken: (bronorganisatie, identificatie) =>
      allPages(api, '/zaken', Zaak, {
        query: { bronorganisatie, identificatie },
        headers: { 'accept-crs': 'EPSG:4326' },
      }),
    zakenNumbered: (identificatie) =>
      allPages(api, '/zaken', Zaak, { query: { identificatie }, headers: { 'accept-crs': 'EPSG:4326' } }),
    zakenPage: async ({ bronorganisatie, zaaktype, startedFrom, closedAfter }, page) => {
      const query = {
        bronorganisatie,
        zaaktype,
        startdatum__gte: startedFrom,
        ...(closedAfter === undefined ? { einddatum__isnull: 'true' } : { einddatum__gt: closedAfter }),
        ordering: '-startdatum',
        ...(page > 1 && { page: String(page) }),
      };
      return pageOf(await api.get('/zaken', Found, { query, headers: { 'accept-crs': 'EPSG:4326' } }));
    },
    openZakenOf: async (bsn) => {
      const answer = await zakenOf(api, bsn, 'open');
      return answer.ok ? { ok: true, value: answer.value.zaken } : answer;
    },
    zakenOf: (bsn, which) => zakenOf(api, bsn, which),
    createZaak: (body) => api.post('/zaken', body, Made, CRS),
    mayCreateZaak: (zaaktype) => mayCreate(api, '/zaken', { zaaktype }, CRS),
    rollen: (zaak, omschrijvingGeneriek) =>
      allPages(api, '/rollen', Rol, { query: { zaak, omschrijvingGeneriek } }),
    createRol: (body) => api.post('/rollen', body, Made),
    status: (url) => api.get(`/statussen/${idIn(url)}`, Status),
    statussen: (zaak) => allPages(api, '/statussen', Status, { query: { zaak } }),
    createStatus: (body) => api.post('/statussen', body, Made),
    eigenschappen: (uuid) => api.get(`/zaken/${uuid}/zaakeigenschappen`, z.array(Eigenschap)),
    createEigenschap: (uuid, body) => api.post(`/zaken/${uuid}/zaakeigenschappen`, body, Made),
    changeEigenschap: (zaakUuid, uuid, waarde) =>
      api.patch(`/zaken/${zaakUuid}/zaakeigenschappen/${uuid}`, { waarde }, Made),
    informatieobjecten: (zaak, informatieobject) =>
      api.get('/zaakinformatieobjecten', z.array(Relation), { query: { zaak, informatieobject } }),
    addInformatieobject: (body) => api.post('/zaakinformatieobjecten', body, Made),
    resultaat: (url) => api.get(`/resultaten/${idIn(url)}`, Resultaat),
    resultaten: (zaak) => allPages(api, '/resultaten', Resultaat, { query: { zaak } }),
    createResultaat: (body) => api.post('/resultaten', body, Made),
    reserve: async (bronorganisatie, aantal) => {
      const body: Schemas['ReserveZaakIdentificatieRequest'] = { bronorganisatie, aantal };
      const answer = await api.post('/zaaknummer_reserveren', body, Reserved);
      return answer.ok
        ? { ok: true, value: [answer.value].flat().map(({ zaaknummer }) => zaaknummer) }
        : answer;
    },
    register: (body) =>
      api.post('/zaak_registreren', body, Registered, { ...CRS, made: ({ zaak }) => zaak.url }),
    close: (uuid, body) =>
      api.post(`/zaak_afsluiten/${uuid}`, body, Closed, { made: ({ status }) => status.url }),
  };
}

function idIn(url: string): string {
  return encodeURIComponent(url.split('/').at(-1) ?? '');
}

const Found = z.object({ next: z.string().nullish(), results: z.array(Zaak) });

async function zakenOf(api: JsonApi, bsn: string, which: 'open' | 'closed'): Promise<Answer<ZakenPage>> {
  const body = {
    rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn: bsn,
    rol__omschrijvingGeneriek: 'initiator',
    einddatum__isnull: which === 'open',
  };
  return pageOf(await api.post('/zaken/_zoek', body, Found, CRS));
}

function pageOf(answer: Answer<z.infer<typeof Found>>): Answer<ZakenPage> {
  if (!answer.ok) return answer;
  const { next, results } = answer.value;
  return { ok: true, value: { zaken: results, more: Boolean(next) } };
}
